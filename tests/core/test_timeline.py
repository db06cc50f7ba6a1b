"""Timelines of all programs as text pictures, their lengths, and how a repetition is laid out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import groupby, pairwise
from pathlib import Path

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Side
from hipcoach.core.opening import Opened, opened, opened_easy
from hipcoach.core.run import ONE_LEG_BRIDGE, Band, Change, Run, Settings, Times
from hipcoach.core.session import Slot
from hipcoach.core.tempo import PhaseKind
from hipcoach.core.timeline import Phase, length, side_sets, timeline

BANDS = Settings(bands=(Band(colour="yellow"), Band(colour="red"), Band(colour="green")))
PROGRAMS = (
    "hips-three-twice",
    "hips-five-hold",
    "band-abductors-3wk",
    "hip-plus-trunk-6wk",
    "all-directions",
)


def session(
    catalogue: Catalogue, program: str, at: datetime, week: int = 1, *, one_leg: bool = False
) -> Opened:
    day = at.date().toordinal() - 7 * (week - 1)
    change = Change(at=at, what=ONE_LEG_BRIDGE, value=one_leg)
    run = Run(
        id="run",
        program=program,
        program_version=1,
        started_on=at.date().fromordinal(day),
        changes=(change,),
    )
    diary = Diary(runs=(run,), settings=BANDS)
    return opened(diary, catalogue, run, at, Slot.MORNING)


def phases(ready: Opened, catalogue: Catalogue) -> tuple[Phase, ...]:
    return timeline(ready.parts, Times(), catalogue.postures)


def picture(ready: Opened, catalogue: Catalogue) -> str:
    """One line a side-set: when, what leads in, exercise, rung, side, and its repetition."""
    lines = []
    by_set = groupby(phases(ready, catalogue), lambda p: (p.point.part, p.point.set, p.point.side))
    for (part, number, side), group in by_set:
        lead, *work = group
        done = ready.parts[part]
        first = [phase for phase in work if phase.point.rep == 1]
        rep = " ".join(f"{phase.label.lower()}{_turn(phase)} {phase.seconds:g}" for phase in first)
        lines.append(
            f"{_clock(lead.start)} {lead.kind} {lead.seconds:g} s -> {_clock(lead.end)} "
            f"{done.exercise.id} ({done.rung.text}), set {number}, {side}: "
            f"{done.dose.low}-{done.dose.high} x [{rep}]"
        )
    lines.append(f"at the lower bounds {ready.seconds / 60:.1f} min")
    return "\n".join(lines) + "\n"


def _turn(phase: Phase) -> str:
    return f" {phase.side}" if phase.side is not phase.point.side else ""


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60:02}:{seconds % 60:04.1f}"


@pytest.mark.parametrize("week", [1, 4])
@pytest.mark.parametrize("program", PROGRAMS)
def test_timelines_are_as_their_pictures(
    catalogue: Catalogue,
    morning: datetime,
    program: str,
    week: int,
    root: Path,
    request: pytest.FixtureRequest,
) -> None:
    seen = picture(session(catalogue, program, morning, week), catalogue)
    kept = root / "tests" / "data" / "timelines" / f"{program}-week-{week}.txt"
    if request.config.getoption("--keep-pictures"):
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(seen, encoding="utf-8")
    assert seen == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("program", "week", "one_leg", "minutes"),
    [
        ("hips-three-twice", 1, True, 18),
        ("hips-three-twice", 1, False, 15),
        ("hips-five-hold", 1, False, 14),
        ("hips-five-hold", 3, False, 32),
        ("band-abductors-3wk", 1, False, 12.5),
    ],
)
def test_sessions_last_as_long_as_the_programs_say(
    catalogue: Catalogue,
    morning: datetime,
    program: str,
    week: int,
    one_leg: bool,
    minutes: float,
) -> None:
    ready = session(catalogue, program, morning, week, one_leg=one_leg)
    assert ready.seconds / 60 == pytest.approx(minutes, abs=0.6)


def test_the_default_program_has_12_side_sets_or_10_with_the_two_leg_bridge(
    catalogue: Catalogue, morning: datetime
) -> None:
    one = session(catalogue, "hips-three-twice", morning, one_leg=True)
    two = session(catalogue, "hips-three-twice", morning)
    assert (one.session.planned_sets, two.session.planned_sets) == (12, 10)
    assert len(side_sets(one.parts)) == 12


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_timeline_has_no_gap_and_reaches_every_upper_bound(
    catalogue: Catalogue, morning: datetime, program: str
) -> None:
    ready = session(catalogue, program, morning)
    found = phases(ready, catalogue)
    assert found[0].start == 0
    assert all(before.end == after.start for before, after in pairwise(found))
    assert all(phase.seconds > 0 for phase in found)
    for point in side_sets(ready.parts):
        done = [phase for phase in found if phase.completes and phase.point.same_set(point)]
        high = ready.parts[point.part].dose.high
        assert [phase.point.rep for phase in done] == list(range(1, high + 1))


def test_the_shown_length_is_the_timeline_at_the_lower_bounds(
    catalogue: Catalogue, morning: datetime
) -> None:
    ready = session(catalogue, "hip-plus-trunk-6wk", morning)
    at_low = tuple(
        replace(part, dose=replace(part.dose, high=part.dose.low)) for part in ready.parts
    )
    assert timeline(at_low, Times(), catalogue.postures)[-1].end == pytest.approx(ready.seconds)
    assert length(at_low, Times(), catalogue.postures) == pytest.approx(ready.seconds)


def test_first_one_side_then_the_other_then_rest(catalogue: Catalogue, morning: datetime) -> None:
    found = phases(session(catalogue, "hips-three-twice", morning), catalogue)
    leads = [(phase.kind, phase.seconds, phase.side) for phase in found if not phase.works]
    assert leads[:5] == [
        (PhaseKind.PREPARE, 20, Side.LEFT),
        (PhaseKind.SWITCH, 15, Side.RIGHT),
        (PhaseKind.REST, 30, Side.LEFT),
        (PhaseKind.SWITCH, 15, Side.RIGHT),
        (PhaseKind.PREPARE, 12, Side.LEFT),
    ]
    assert leads[5] == (PhaseKind.SWITCH, 8, Side.RIGHT)


def test_getting_up_from_the_floor_takes_longest(catalogue: Catalogue, morning: datetime) -> None:
    found = phases(session(catalogue, "hips-five-hold", morning), catalogue)
    prepare = [phase.seconds for phase in found if phase.kind is PhaseKind.PREPARE]
    assert prepare == [20, 12, 12, 12, 20]


def test_the_step_down_lowers_first_and_does_not_hold(
    catalogue: Catalogue, morning: datetime
) -> None:
    ready = session(catalogue, "hips-five-hold", morning)
    last = ready.parts[-1]
    found = [p for p in phases(ready, catalogue) if p.works and p.point.part == 4]
    kinds = [phase.kind for phase in found[:3]]
    assert last.exercise.id == "lateral-step-down"
    assert kinds == [PhaseKind.LOWER, PhaseKind.LIFT, PhaseKind.PAUSE]
    assert last.hold == 0


def test_alternating_exercises_change_sides_within_a_set(
    catalogue: Catalogue, morning: datetime
) -> None:
    ready = session(catalogue, "hip-plus-trunk-6wk", morning)
    number = next(i for i, p in enumerate(ready.parts) if p.exercise.id == "dead-bug")
    found = [p for p in phases(ready, catalogue) if p.works and p.point.part == number]
    turns = [side for side, _ in groupby(found[:16], lambda phase: phase.side)]
    assert turns[:4] == [Side.LEFT, Side.RIGHT, Side.LEFT, Side.RIGHT]
    assert {phase.point.side for phase in found} == {Side.BOTH}
    assert all(phase.side is Side.RIGHT for phase in found if phase.completes)


def test_the_easy_day_is_the_brace_and_the_bridge_or_clamshells(
    catalogue: Catalogue, morning: datetime
) -> None:
    run = Run(id="run", program="hips-three-twice", program_version=1, started_on=morning.date())
    diary = Diary(runs=(run,), settings=BANDS)
    for stand_in, second, planned in ((False, "two-leg-bridge", 2), (True, "clamshell", 3)):
        ready = opened_easy(diary, catalogue, run, morning, Slot.MORNING, stand_in=stand_in)
        assert [part.exercise.id for part in ready.parts] == ["abdominal-brace", second]
        assert all((p.dose.sets, p.dose.low) == (1, 8) for p in ready.parts)
        assert ready.session.planned_sets == planned
