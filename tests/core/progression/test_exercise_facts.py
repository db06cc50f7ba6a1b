"""What of one exercise was asked for and done in a session."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Side
from hipcoach.core.progression.case import Case
from hipcoach.core.progression.exercise_facts import ExerciseFacts, exercise_facts
from hipcoach.core.run import Change, Run
from tests.core.progression.lives import BRIDGE, CLAM, HEEL

LEFT, RIGHT, BOTH = Side.LEFT, Side.RIGHT, Side.BOTH

At = Callable[..., datetime]
Look = Callable[..., ExerciseFacts]


@pytest.fixture
def look(
    lived: Callable[..., Diary],
    case_at: Callable[..., Case],
    felt: Callable[..., Any],
    make_run: Callable[..., Run],
) -> Look:
    """`look(exercise, changes=(), **felt)`: the facts of that exercise in one session."""

    def made(name: str = CLAM, *, changes: tuple[Change, ...] = (), **how: object) -> ExerciseFacts:
        case = case_at(lived(felt(**how), runs=(make_run(changes=changes),)), 1)
        found = exercise_facts(case, case.sessions[0], case.catalogue.exercises[name])
        assert found is not None
        return found

    return made


def test_what_the_program_asked_for_and_what_was_done(look: Look) -> None:
    found = look()
    assert (found.asked, found.sides) == (2, (LEFT, RIGHT))
    assert (found.low, found.high, found.top) == (12, 15, 15)
    assert (found.rung, found.tidy, len(found.sets)) == ("yellow", 48, 4)
    assert (found.hurt, found.skipped, found.whole, found.missing) == (False, False, True, 0)
    assert (found.best(LEFT), found.best(BOTH)) == (12, None)


def test_both_legs_together_are_one_side(look: Look) -> None:
    found = look(BRIDGE)
    assert (found.sides, len(found.sets), found.whole) == ((BOTH,), 2, True)


def test_what_was_left_out_is_missing(look: Look) -> None:
    one_set = look(sets=1)
    assert (one_set.whole, one_set.missing) == (False, 2)
    nothing = look(left_out=(CLAM,))
    assert (nothing.rung, nothing.tidy, nothing.missing) == ("", 0, 4)


def test_the_users_changes_are_what_was_asked_for(look: Look, at: At) -> None:
    changes = tuple(
        Change(at=at(0, 6), exercise=CLAM, what=what, value=value)
        for what, value in (("sets", 1), ("low", 6), ("high", 10), ("sides", "left"))
    )
    found = look(changes=changes, sets=1)
    assert (found.asked, found.sides, found.whole) == (1, (LEFT,), True)
    assert (found.low, found.high, found.top) == (6, 10, 15)
    later = tuple(Change(at=at(0, 9), exercise=CLAM, what="sets", value=3) for _ in range(1))
    assert look(changes=later).asked == 2


def test_what_hurt_and_what_was_skipped_are_the_exercises_own(look: Look) -> None:
    assert look(hurt={CLAM: 4}).hurt
    assert not look(HEEL, hurt={CLAM: 4}).hurt
    assert look(skipped=(CLAM,)).skipped
    assert not look(HEEL, skipped=(CLAM,)).skipped


def test_the_short_sets_are_those_below_the_top(look: Look) -> None:
    found = look(tidy={(CLAM, LEFT): (15, 11), (CLAM, RIGHT): (15, 15)})
    assert [(made.side, made.set, made.tidy_reps) for made in found.short] == [(LEFT, 2, 11)]
    assert (found.best(LEFT), found.best(RIGHT)) == (15, 15)


def test_a_rung_that_the_ladder_has_not_counts_as_the_one_of_now(look: Look) -> None:
    found = look(BRIDGE, rungs={BRIDGE: "half-range"})
    assert (found.rung, found.sides) == ("half-range", (BOTH,))


def test_an_exercise_that_the_week_did_not_ask_for_has_no_facts(
    lived: Callable[..., Diary], case_at: Callable[..., Case], felt: Callable[..., Any]
) -> None:
    case = case_at(lived(felt()), 1)
    other = case.catalogue.exercises["side-plank"]
    assert exercise_facts(case, case.sessions[0], other) is None
