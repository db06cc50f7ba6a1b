"""What is asked for when: the program's dose, and the user's changes from their moment on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.changes import SidesDone, Value, asked_for
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Side
from hipcoach.core.opening import Opened, opened, opened_easier, opened_easy, reopened
from hipcoach.core.program import Prescription
from hipcoach.core.run import RUNG, Change, Run, Settings
from hipcoach.core.session import Slot
from hipcoach.core.tempo import PhaseKind, tempo_text
from hipcoach.core.timeline import side_sets, timeline

At = Callable[..., datetime]
MakeRun = Callable[..., Run]
MakeDiary = Callable[..., Diary]
LEFT, RIGHT, BOTH = Side.LEFT, Side.RIGHT, Side.BOTH
CLAM, HEEL, BRIDGE = "clamshell-band", "quadruped-hip-extension", "single-leg-bridge"
PROGRAM = Prescription(exercises=(CLAM,), sets=2, low=12, high=15, rest=20, tag="D")


def change(at: datetime, what: str, value: Value, exercise: str = CLAM) -> Change:
    return Change(at=at, exercise=exercise, what=what, value=value)


@pytest.fixture
def asked(make_run: MakeRun, at: At) -> Callable[..., Prescription]:
    """`asked(*changes, day)`: what is asked for at noon of that day."""

    def made(*changes: Change, day: int = 9) -> Prescription:
        return asked_for(PROGRAM, CLAM, make_run(changes=changes), at(day, 12))

    return made


@pytest.fixture
def ready(make_run: MakeRun, make_diary: MakeDiary, catalogue: Catalogue) -> Callable[..., Opened]:
    """`ready(at, *changes, how, program)`: the session of that moment."""

    def made(
        moment: datetime,
        *changes: Change,
        how: Callable[..., Opened] = opened,
        program: str = "hips-three-twice",
        **more: object,
    ) -> Opened:
        run = make_run(program, changes=changes)
        diary = make_diary(runs=(run,))
        return how(diary, catalogue, run, moment, Slot.MORNING, **more)

    return made


def test_a_change_holds_from_its_moment_on(asked: Callable[..., Prescription], at: At) -> None:
    changes = (change(at(2, 12), "sets", 3), change(at(5, 12), "sets", 1))
    table = {1: 2, 2: 3, 4: 3, 5: 1, 40: 1}
    assert {day: asked(*changes, day=day).sets for day in table} == table


def test_a_change_given_back_is_the_programs_again(
    asked: Callable[..., Prescription], at: At
) -> None:
    whole = (
        change(at(1, 9), "sets", 4),
        change(at(1, 9), "low", 8),
        change(at(1, 9), "high", 20),
        change(at(1, 9), "hold", 5),
        change(at(1, 9), "rest", 60),
        change(at(1, 9), "sides", "right"),
    )
    changed = asked(*whole)
    assert (changed.sets, changed.low, changed.high, changed.rest) == (4, 8, 20, 60)
    assert changed.tempo == {PhaseKind.HOLD: 5}
    assert changed.sides == (RIGHT,)
    back = tuple(change(at(2, 9), one.what, None) for one in whole)
    assert asked(*whole, *back) == PROGRAM
    assert asked(*whole, *back, day=1) == changed


def test_only_the_exercises_own_changes_count(asked: Callable[..., Prescription], at: At) -> None:
    assert asked(change(at(1, 9), "sets", 4, HEEL), change(at(1, 9), "sets", 4, "")) == PROGRAM


UNFIT = [
    ("sets", 0),
    ("sets", 2.5),
    ("sets", True),
    ("sets", "3"),
    ("sets", 11),
    ("low", -1),
    ("high", 61),
    ("hold", float("nan")),
    ("hold", float("inf")),
    ("hold", -1),
    ("lift", 0),
    ("pause", 121),
    ("rest", 0),
    ("rest", "long"),
    ("sides", "up"),
    ("sides", 1),
    ("colour", 3),
]


@pytest.mark.parametrize(("what", "value"), UNFIT)
def test_a_value_that_no_dose_can_have_is_passed_over(
    asked: Callable[..., Prescription], at: At, what: str, value: Value
) -> None:
    assert asked(change(at(1, 9), what, value)) == PROGRAM


CROSSING: list[tuple[Mapping[str, int], tuple[int, int]]] = [
    ({"low": 20}, (20, 20)),
    ({"high": 10}, (10, 10)),
    ({"low": 13}, (13, 15)),
    ({"low": 20, "high": 18}, (12, 15)),
    ({"low": 18, "high": 20}, (18, 20)),
]


@pytest.mark.parametrize(("given", "reps"), CROSSING)
def test_repetitions_stay_in_order_whatever_a_diary_holds(
    asked: Callable[..., Prescription], at: At, given: Mapping[str, int], reps: tuple[int, int]
) -> None:
    found = asked(*(change(at(1, 9), what, value) for what, value in given.items()))
    assert (found.low, found.high) == reps


def test_sides_are_known_by_their_order() -> None:
    orders = {choice.value: choice.order for choice in SidesDone}
    assert orders == {
        "left-right": (LEFT, RIGHT),
        "right-left": (RIGHT, LEFT),
        "left": (LEFT,),
        "right": (RIGHT,),
    }


@pytest.mark.parametrize("sides", [(BOTH,), (LEFT, LEFT), (LEFT, BOTH)])
def test_a_prescription_has_each_side_once(sides: tuple[Side, ...]) -> None:
    with pytest.raises(ValueError, match="left, right, or both"):
        Prescription(exercises=(CLAM,), sets=1, low=1, high=1, sides=sides, tag="D")


# The session

LENGTHS = [
    ("sets", 3, 2 * 12 * 6 + 30 + 15),
    ("sets", 1, -(2 * 12 * 6 + 30 + 15)),
    ("low", 13, 4 * 6),
    ("hold", 3, 4 * 12),
    ("pause", 1, 4 * 11),
    ("rest", 45, 15),
    ("sides", "right-left", 0),
    ("sides", "left", -(2 * 12 * 6 + 2 * 15)),
]


@pytest.mark.parametrize(("what", "value", "seconds"), LENGTHS)
def test_the_length_of_the_session_follows_the_change(
    ready: Callable[..., Opened], at: At, what: str, value: Value, seconds: float
) -> None:
    """Seconds counted by hand: 2 sets of 12 a side, 6 s each, 30 s of rest, 15 s to turn over."""
    before = ready(at(0, 9))
    after = ready(at(0, 9), change(at(0, 8), what, value))
    assert after.seconds - before.seconds == seconds
    assert ready(at(0, 7), change(at(0, 8), what, value)).seconds == before.seconds


def test_sides_are_played_as_chosen(ready: Callable[..., Opened], at: At) -> None:
    first = change(at(0, 8), "sides", "right-left")
    only = change(at(0, 8), "sides", "left", HEEL)
    found = ready(at(0, 9), first, only)
    played = [(point.part, point.set, point.side) for point in side_sets(found.parts)]
    assert played[:4] == [(0, 1, RIGHT), (0, 1, LEFT), (0, 2, RIGHT), (0, 2, LEFT)]
    assert played[4:6] == [(1, 1, LEFT), (1, 2, LEFT)]
    assert found.session.planned_sets == len(played) == 8


def test_one_side_alone_never_turns_over(
    ready: Callable[..., Opened], at: At, catalogue: Catalogue
) -> None:
    found = ready(at(0, 9), change(at(0, 8), "sides", "right"))
    phases = timeline(found.parts, Settings().times, catalogue.postures)
    clam = [phase for phase in phases if phase.point.part == 0]
    assert {phase.side for phase in clam} == {RIGHT}
    leads = [phase.kind for phase in clam if not phase.works]
    assert leads == [PhaseKind.PREPARE, PhaseKind.REST]


def test_a_rungs_own_hold_wins_over_the_changed_one(ready: Callable[..., Opened], at: At) -> None:
    held = change(at(0, 8), "hold", 3, HEEL)
    rung = change(at(0, 8), RUNG, "hold-4", HEEL)
    assert ready(at(0, 9), held).parts[1].hold == 3
    assert ready(at(0, 9), held, rung).parts[1].hold == 4


def test_sides_wait_while_a_rung_uses_both_legs(ready: Callable[..., Opened], at: At) -> None:
    only = change(at(0, 8), "sides", "right", BRIDGE)
    assert ready(at(0, 9), only).parts[2].sides == (BOTH,)
    one_leg = change(at(0, 8), RUNG, "knee-bent", BRIDGE)
    assert ready(at(0, 9), only, one_leg).parts[2].sides == (RIGHT,)


def test_a_change_holds_over_the_programs_later_weeks(ready: Callable[..., Opened], at: At) -> None:
    """Weeks 1 and 2 ask for 1 x 10, from week 3 on for 2 x 12 to 15."""
    five = {"program": "hips-five-hold"}
    changes = (
        change(at(1, 8), "low", 8, "clamshell"),
        change(at(1, 8), "high", 10, "clamshell"),
        change(at(1, 8), "hold", 4, "clamshell"),
    )
    doses = [ready(at(day, 9), *changes, **five).parts[0] for day in (0, 1, 20, 50)]
    told = [(p.dose.sets, p.dose.low, p.dose.high, tempo_text(p.tempo)) for p in doses]
    later = (2, 8, 10, "2/4/3/1")
    assert told == [(1, 10, 10, "2/2/3/1"), (1, 8, 10, "2/4/3/1"), later, later]


def test_easier_today_is_one_set_of_the_changed_dose_and_the_easy_day_is_untouched(
    ready: Callable[..., Opened], at: At
) -> None:
    changes = (
        change(at(0, 8), "sets", 4),
        change(at(0, 8), "low", 6),
        change(at(0, 8), "sides", "right-left"),
        change(at(0, 8), "sets", 4, "abdominal-brace"),
        change(at(0, 8), "hold", 30, "two-leg-bridge"),
    )
    easier = ready(at(0, 9), *changes, how=opened_easier).parts[0]
    assert (easier.dose.sets, easier.dose.low, easier.sides) == (1, 6, (RIGHT, LEFT))
    easy = ready(at(0, 9), *changes, how=opened_easy, stand_in=False)
    assert easy.parts == ready(at(0, 9), how=opened_easy, stand_in=False).parts


def test_a_session_that_was_left_keeps_what_held_at_its_start(
    make_run: MakeRun, make_diary: MakeDiary, at: At, catalogue: Catalogue
) -> None:
    before, after = change(at(0, 8), "sets", 3), change(at(0, 10), "sets", 1)
    run = make_run(changes=(before,))
    left = opened(make_diary(runs=(run,)), catalogue, run, at(0, 9), Slot.MORNING)
    later = make_diary(left.session, runs=(make_run(changes=(before, after)),))
    again = reopened(later, catalogue, left.session)
    assert again is not None
    assert again.parts == left.parts
    assert len(side_sets(again.parts)) == left.session.planned_sets
