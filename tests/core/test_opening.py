"""Easier today: one set of each exercise, one rung lower, and the same again where it was left."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from hipcoach.core.adherence import adherence, session_counts
from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.levels import levels
from hipcoach.core.opening import (
    Kind,
    Opened,
    kind_of,
    opened,
    opened_easier,
    opened_easy,
    reopened,
)
from hipcoach.core.parts import HALF_RANGE
from hipcoach.core.run import RUNG, Band, Change, Run, Settings
from hipcoach.core.sample_sets import performed
from hipcoach.core.session import SessionState, Slot
from hipcoach.core.timeline import side_sets

BANDS = Settings(bands=(Band(colour="yellow"), Band(colour="red")))


def diary_of(at: datetime, settings: Settings = BANDS, **rungs: str) -> Diary:
    changes = tuple(
        Change(at=at, exercise=name.replace("_", "-"), what=RUNG, value=rung)
        for name, rung in rungs.items()
    )
    run = Run(
        id="run",
        program="hips-three-twice",
        program_version=1,
        started_on=at.date(),
        changes=changes,
    )
    return Diary(runs=(run,), settings=settings)


def easier(diary: Diary, catalogue: Catalogue, at: datetime) -> Opened:
    return opened_easier(diary, catalogue, diary.runs[0], at, Slot.MORNING)


def rungs(ready: Opened) -> dict[str, str]:
    return {part.ladder.id: part.rung.id for part in ready.parts}


def test_one_set_of_each_one_rung_lower(catalogue: Catalogue, morning: datetime) -> None:
    diary = diary_of(morning, clamshell_band="red")
    whole = opened(diary, catalogue, diary.runs[0], morning, Slot.MORNING)
    ready = easier(diary, catalogue, morning)
    assert rungs(ready)["clamshell-band"] == "yellow"
    for part, before in zip(ready.parts, whole.parts, strict=True):
        assert part.dose == replace(before.dose, sets=1)
        ladder = [rung.id for rung in part.ladder.ladder]
        lower = ladder.index(before.rung.id) - 1
        assert part.rung.id == (ladder[lower] if lower >= 0 else HALF_RANGE)
    assert ready.session.planned_sets == len(side_sets(ready.parts))
    assert ready.seconds < whole.seconds / 2


def test_below_the_lowest_rung_is_half_the_range(catalogue: Catalogue, morning: datetime) -> None:
    diary = diary_of(morning, clamshell_band="none")
    assert rungs(easier(diary, catalogue, morning))["clamshell-band"] == HALF_RANGE


def test_a_band_that_is_not_owned_is_passed_over(catalogue: Catalogue, morning: datetime) -> None:
    only_green = Settings(bands=(Band(colour="green"),))
    diary = diary_of(morning, only_green, clamshell_band="green")
    assert rungs(easier(diary, catalogue, morning))["clamshell-band"] == "none"


@pytest.mark.parametrize(
    ("owned", "done"), [(("red",), "red"), (("yellow",), "yellow"), ((), "none")]
)
def test_a_level_whose_band_is_owned_no_longer_is_done_below(
    catalogue: Catalogue, morning: datetime, owned: tuple[str, ...], done: str
) -> None:
    settings = Settings(bands=tuple(Band(colour=colour) for colour in owned))
    diary = diary_of(morning, settings, clamshell_band="red")
    run = diary.runs[0]
    ready = opened(diary, catalogue, run, morning, Slot.MORNING)
    assert rungs(ready)["clamshell-band"] == done
    assert levels(diary, run, catalogue, morning.date())["clamshell-band"] == "red"


def test_no_band_is_taken_off_that_was_never_on(catalogue: Catalogue, morning: datetime) -> None:
    diary = diary_of(morning, clamshell_band="yellow")
    ready = easier(diary, catalogue, morning)
    assert rungs(ready)["clamshell-band"] == "none"
    assert not any(part.band_off for part in ready.parts)


def test_it_is_reopened_with_the_same_parts(catalogue: Catalogue, morning: datetime) -> None:
    diary = diary_of(morning, clamshell_band="red")
    ready = easier(diary, catalogue, morning)
    assert reopened(diary, catalogue, ready.session) == ready


def test_the_record_tells_the_kinds_apart(catalogue: Catalogue, morning: datetime) -> None:
    diary = diary_of(morning)
    given = (diary, catalogue, diary.runs[0], morning, Slot.MORNING)
    made = [opened(*given), opened_easier(*given), opened_easy(*given, stand_in=True)]
    assert [kind_of(ready.session) for ready in made] == list(Kind)


@pytest.mark.parametrize("kind", [Kind.EASIER, Kind.EASY_DAY])
def test_it_counts_as_a_session_and_moves_no_level(
    catalogue: Catalogue, morning: datetime, kind: Kind
) -> None:
    diary = diary_of(morning, clamshell_band="red")
    given = (diary, catalogue, diary.runs[0], morning, Slot.MORNING)
    ready = opened_easier(*given) if kind is Kind.EASIER else opened_easy(*given, stand_in=False)
    done = performed(ready, catalogue, lambda part, _: (part.dose.low, part.dose.low))
    assert done.state is SessionState.FINISHED
    count = catalogue.rules.count
    assert session_counts(done, count)
    run, program = diary.runs[0], catalogue.programs["hips-three-twice"]
    after = replace(diary, sessions=(done,))
    later = morning + timedelta(hours=1)
    assert adherence(after, run, program, later, count).total.done == 1
    day = morning.date()
    assert levels(after, run, catalogue, day) == levels(diary, run, catalogue, day)
