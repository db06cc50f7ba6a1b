"""The facts and rules behind the levels, in words."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.explain import explain
from hipcoach.core.run import ONE_LEG_BRIDGE, RUNG, Band, Change, Decision, Run, Settings
from hipcoach.core.text import say

START = datetime(2026, 11, 2, 9, tzinfo=timezone(timedelta(hours=1)))
BANDS = (Band(colour="yellow"), Band(colour="red"))
WHY = "One step up: red band, 12 reps. Why: 15 tidy reps in every set."
CLAM, HEEL = "clamshell-band", "quadruped-hip-extension"


def run(*changes: Change, ended_on: date | None = None) -> Run:
    return Run(
        id="run",
        program="hips-three-twice",
        program_version=1,
        started_on=START.date(),
        ended_on=ended_on,
        changes=changes,
    )


def decided(day: int, text: str, exercise: str = CLAM, *, accepted: bool = True) -> Decision:
    return Decision(
        at=START + timedelta(days=day),
        rule="R-UP",
        exercise=exercise,
        from_="yellow",
        to="red",
        text=text,
        accepted=accepted,
    )


def told(catalogue: Catalogue, diary: Diary, day: int = 40) -> list[str]:
    on = START.date() + timedelta(days=day)
    return [say(line) for line in explain(diary, catalogue, on)]


def test_each_exercise_says_where_it_started_what_was_decided_and_where_it_is(
    catalogue: Catalogue,
) -> None:
    decisions = (decided(10, WHY), decided(17, "Green band?", accepted=False))
    diary = Diary(runs=(run(),), decisions=decisions, settings=Settings(bands=BANDS))
    assert told(catalogue, diary) == [
        "Three exercises, twice a day, since 2 Nov 2026.",
        "Clamshell: starts at yellow band, the lightest band that you own.",
        f"12 Nov 2026, R-UP: {WHY} Accepted.",
        "19 Nov 2026, R-UP: Green band? Declined.",
        "Clamshell: now at red band.",
        "Heel lift: starts at body weight, as the program starts.",
        "Heel lift: now at body weight.",
        "One-leg bridge: starts at two legs, as the program starts.",
        "One-leg bridge: now at two legs.",
    ]


def test_a_day_in_the_past_knows_nothing_of_later_ones(catalogue: Catalogue) -> None:
    own = Change(at=START + timedelta(days=12), what=RUNG, exercise=HEEL, value="hold-4")
    diary = Diary(runs=(run(own),), decisions=(decided(10, WHY),))
    early = told(catalogue, diary, 9)
    assert "Clamshell: now at yellow band." in early
    assert not any("12 Nov" in line or "14 Nov" in line for line in early)


def test_what_the_user_chose_is_said_as_that(catalogue: Catalogue) -> None:
    own = Change(at=START + timedelta(days=12), what=RUNG, exercise=HEEL, value="hold-4")
    gone = Change(at=START + timedelta(days=13), what=RUNG, exercise=HEEL, value="platinum")
    lines = told(catalogue, Diary(runs=(run(own, gone),)))
    here = lines.index("14 Nov 2026: you chose 4 s pause.")
    assert lines[here + 1 : here + 3] == [
        "15 Nov 2026: you chose platinum.",
        "Heel lift: now at 4 s pause.",
    ]


def test_the_reasons_of_a_start(catalogue: Catalogue) -> None:
    able = Change(at=START, what=ONE_LEG_BRIDGE, value=True)
    diary = Diary(runs=(run(able),), settings=Settings(bands=()))
    lines = told(catalogue, diary)
    assert "Clamshell: starts at no band, as you own no light band." in lines
    assert (
        "One-leg bridge: starts at free knee straight, as 6 tidy ones on one leg are possible."
        in lines
    )


def test_after_another_program_it_says_so(catalogue: Catalogue) -> None:
    before = run(ended_on=START.date() + timedelta(days=20))
    later = Run(
        id="next",
        program="hips-three-twice",
        program_version=1,
        started_on=START.date() + timedelta(days=21),
    )
    lines = told(catalogue, Diary(runs=(before, later), decisions=(decided(10, WHY),)))
    assert "Clamshell: starts at yellow band, one step below the program before." in lines


def test_decisions_about_no_exercise_of_the_program_come_last(catalogue: Catalogue) -> None:
    easy = decided(20, "One easy week: half the sets.", exercise="")
    assert told(catalogue, Diary(runs=(run(),), decisions=(easy,)))[-1] == (
        "22 Nov 2026, R-UP: One easy week: half the sets. Accepted."
    )


def test_text_with_braces_is_said_as_it_is(catalogue: Catalogue) -> None:
    lines = told(catalogue, Diary(runs=(run(),), decisions=(decided(3, "{to.__class__} {0}"),)))
    assert "5 Nov 2026, R-UP: {to.__class__} {0} Accepted." in lines


@pytest.mark.parametrize("diary", [Diary(), Diary(runs=(run(ended_on=START.date()),))])
def test_without_a_program_it_says_that(catalogue: Catalogue, diary: Diary) -> None:
    assert told(catalogue, diary, 5) == ["No program is under way on 7 Nov 2026."]
