"""Values refuse what makes no sense, with the reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Dose, Resistance, Side
from hipcoach.core.pain import PainRating, moment_problem, place_names
from hipcoach.core.program import Prescription
from hipcoach.core.rules import Limit
from hipcoach.core.run import Change, CheckIn, Decision, Flare, Run, Settings, Times
from hipcoach.core.screening import Screening, Severity
from hipcoach.core.session import EventKind, Session, SessionEvent, SideSet, Slot
from hipcoach.core.tempo import PhaseKind, TempoPhase
from hipcoach.core.text import say

NOON = datetime(2026, 11, 2, 12, tzinfo=timezone(timedelta(hours=1)))
NAIVE = datetime(2026, 11, 2, 12)  # noqa: DTZ001 - that is the point
TODAY = NOON.date()


def session(**changes: object) -> Session:
    values: dict[str, object] = {
        "started_at": NOON,
        "run": "",
        "program": "hips-three-twice",
        "slot": Slot.MORNING,
        "planned_sets": 12,
    }
    return Session(**(values | changes))


def side_set(**changes: object) -> SideSet:
    values: dict[str, object] = {
        "exercise": "clamshell",
        "rung": "none",
        "side": Side.LEFT,
        "set": 1,
        "reps": 12,
        "tidy_reps": 12,
        "low": 12,
        "hold": 2,
        "tempo": "2/2/2/0",
        "resistance": Resistance(),
        "ended_at": NOON,
    }
    return SideSet(**(values | changes))


REFUSED: list[tuple[Callable[[], object], str]] = [
    (lambda: PainRating(at=NOON, score=11), "whole number from 0 to 10, not 11"),
    (lambda: PainRating(at=NOON, score=-1), "not -1"),
    (lambda: PainRating(at=NOON, score=3.5), "not 3.5"),
    (lambda: PainRating(at=NOON, score=True), "not True"),
    (lambda: PainRating(at=NAIVE, score=3), "UTC offset"),
    (lambda: PainRating(at=NOON, score=3, note="x" * 10_001), "10,000 characters"),
    (lambda: PainRating(at=NOON, score=3, medicine="x" * 10_001), "10,000 characters"),
    (lambda: session(started_at=NAIVE), "UTC offset"),
    (lambda: session(planned_sets=0), "planned_sets"),
    (lambda: session(effort=11), "not 11"),
    (lambda: session(pain_worst=11), "not 11"),
    (lambda: session(note="x" * 10_001), "10,000 characters"),
    (lambda: side_set(reps=5, tidy_reps=6), "between 0 and"),
    (lambda: SessionEvent(at=NAIVE, kind=EventKind.PAUSE), "UTC offset"),
    (lambda: SessionEvent(at=NOON, kind=EventKind.HURT, score=12), "not 12"),
    (lambda: Dose(sets=0, low=1, high=2), "sets"),
    (lambda: Dose(sets=1, low=3, high=2), "low up to high"),
    (lambda: Limit(low=3, high=2), "low must be up to high, not 3 to 2"),
    (lambda: Prescription(exercises=(), sets=1, low=1, high=1, tag="D"), "one exercise"),
    (lambda: Prescription(exercises=("a",), sets=11, low=1, high=1, tag="D"), "1 to 10"),
    (
        lambda: Run(
            program="p", program_version=1, started_on=TODAY, ended_on=TODAY - timedelta(days=1)
        ),
        "end before",
    ),
    (lambda: Flare(from_=TODAY, to=TODAY - timedelta(days=1)), "end before"),
    (lambda: Change(at=NAIVE, what="rung", value="x"), "UTC offset"),
    (
        lambda: Decision(
            at=NAIVE, rule="R", exercise="e", from_="a", to="b", text="t", accepted=True
        ),
        "UTC offset",
    ),
    (lambda: CheckIn(at=NAIVE, run="r", week=0, items={}), "UTC offset"),
    (lambda: Times(rest=1), "3 to 600 seconds"),
    (lambda: Settings(text_size=120), "150, 175 percent, not 120"),
    (
        lambda: Screening(at=NAIVE, wording="1", answers={}, result=Severity.CLEAR, cleared_on={}),
        "UTC offset",
    ),
    (lambda: TempoPhase(kind=PhaseKind.REST, label="", say="", seconds=1), "no phase"),
    (lambda: TempoPhase(kind=PhaseKind.LIFT, label="", say="", seconds=-1), "0 to 120"),
]


@pytest.mark.parametrize(("make", "reason"), REFUSED, ids=[reason for _, reason in REFUSED])
def test_nonsense_is_refused_with_its_reason(make: Callable[[], object], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        make()


def test_an_exercise_needs_what_the_player_relies_on(catalogue: Catalogue) -> None:
    clam = catalogue.exercises["clamshell"]
    with pytest.raises(ValueError, match="setup needs the keys left, right"):
        replace(clam, setup={Side.BOTH: "Lie down."})
    with pytest.raises(ValueError, match="at least one phase"):
        replace(clam, tempo=tuple(replace(phase, seconds=0) for phase in clam.tempo))
    with pytest.raises(ValueError, match="different ids"):
        replace(clam, ladder=clam.ladder + clam.ladder[:1])
    with pytest.raises(ValueError, match="within the range"):
        replace(clam, top=clam.dose.high - 1)
    with pytest.raises(KeyError):
        clam.rung("platinum")


def test_a_program_needs_weeks_that_follow_one_another(catalogue: Catalogue) -> None:
    program = catalogue.programs["hips-three-twice"]
    with pytest.raises(ValueError, match="blocks must start at week 1"):
        replace(program, blocks=())
    with pytest.raises(ValueError, match="1 to 7"):
        replace(program, days_per_week=8)


@pytest.mark.parametrize(
    ("at", "problem"),
    [
        (NOON, None),
        (NOON + timedelta(hours=24), None),
        (NOON + timedelta(hours=24, seconds=1), "is in the future"),
        (datetime(2000, 1, 1, tzinfo=NOON.tzinfo), None),
        (datetime(1999, 12, 31, 23, 59, tzinfo=NOON.tzinfo), "before the year 2000"),
    ],
)
def test_ratings_are_dated_from_2000_to_a_day_ahead(at: datetime, problem: str | None) -> None:
    found = moment_problem(at, NOON)
    assert (found is None) if problem is None else (found and problem in say(found))


@pytest.mark.parametrize("year", [1, 1899, 2200, 9999])
def test_ratings_and_sessions_lie_in_years_that_a_chart_can_show(year: int, make_session) -> None:
    for sound in (1900, 1970, 2199):  # a computer without its clock's battery writes 1970
        assert PainRating(at=NOON.replace(year=sound), score=3).at.year == sound
    for made in (PainRating(at=NOON, score=3), make_session(3)):
        name = "at" if isinstance(made, PainRating) else "started_at"
        with pytest.raises(ValueError, match=f"{name} must lie between the years 1900 and 2199"):
            replace(made, **{name: NOON.replace(year=year)})


def test_the_nine_places_have_different_names() -> None:
    assert len(set(place_names())) == 9


def test_a_run_counts_weeks_from_its_start_and_knows_its_latest_change() -> None:
    changes = (
        Change(at=NOON, exercise="e", what="rung", value="a"),
        Change(at=NOON + timedelta(days=8), exercise="e", what="rung", value="b"),
    )
    run = Run(program="p", program_version=1, started_on=TODAY, changes=changes)
    assert [run.week(TODAY + timedelta(days=days)) for days in (-1, 0, 6, 7)] == [1, 1, 1, 2]
    assert run.value("rung", "e") == "b"
    assert run.value("rung", "e", on=TODAY) == "a"
    assert run.value("rung") is None


def test_of_two_runs_of_one_day_the_later_one_is_under_way() -> None:
    first = Run(id="1", program="a", program_version=1, started_on=TODAY, ended_on=TODAY)
    second = Run(id="2", program="b", program_version=1, started_on=TODAY)
    assert Diary(runs=(first, second)).run_on(TODAY) == second
    assert Diary(runs=(first,)).run_on(TODAY) == first


def test_a_period_holds_both_its_ends() -> None:
    flare = Flare(from_=TODAY, to=TODAY + timedelta(days=1))
    assert [flare.holds(TODAY + timedelta(days=d)) for d in (-1, 0, 1, 2)] == [
        False,
        True,
        True,
        False,
    ]
    assert Flare(from_=TODAY).holds(date(2030, 1, 1))
