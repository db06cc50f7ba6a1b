"""The same again: the side that is behind (R-SIDE), and what a step up still takes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.exercise import Side
from hipcoach.core.progression.same import one_side_short
from hipcoach.core.progression.verdict import Move, title_of
from hipcoach.core.run import RUNG, Change
from hipcoach.core.session import EASIER_TODAY
from hipcoach.core.text import say
from tests.core.progression.lives import (
    ALL,
    BOTH,
    BRACE,
    BRIDGE,
    CLAM,
    HIPS,
    LEFT,
    LEG_LIFT,
    PLANK,
    RIGHT,
    TRUNK,
    TWO,
    At,
    Done,
    Live,
    SetId,
    still,
    up,
)

WEAK_SET: SetId = (CLAM, LEFT, 2)
BOTH_WEAK: dict[SetId, int] = {(CLAM, LEFT, 1): 14, (CLAM, RIGHT, 2): 13}


@pytest.mark.parametrize(
    ("bands", "own", "words"),
    [
        (("yellow", "green"), "yellow", "red"),
        ((), "none", "yellow or red"),
        (("green",), "none", "yellow or red"),
    ],
)
def test_which_band_the_next_step_takes(
    live: Live, at: At, bands: tuple[str, ...], own: str, words: str
) -> None:
    chosen = Change(at=at(0, 6), exercise=CLAM, what=RUNG, value=own)
    case = live(*TWO, bands=bands, changes=(chosen,))
    assert still(case) == f"The next step takes a band that you do not have: {words}."


def test_at_the_top_of_the_ladder_there_is_nothing_to_earn(live: Live, at: At) -> None:
    top = Change(at=at(0, 6), exercise=CLAM, what=RUNG, value="green")
    assert still(live(*TWO, changes=(top,))) == "This is the top of its ladder."
    assert still(live(*TWO, program=TRUNK), HIPS) == "This is the top of its ladder."


def test_a_ladder_never_enters_an_exercise_that_the_program_has(live: Live, at: At) -> None:
    """The brace's ladder leads to the dead bug, which the program asks for too."""
    top = Change(at=at(0, 6), exercise=BRACE, what=RUNG, value="reps-10")
    assert still(live(*TWO, program=TRUNK, changes=(top,)), BRACE) == (
        "This is the top of its ladder."
    )


def test_a_hold_that_was_not_tidy_waits_for_the_other_side(live: Live) -> None:
    left = Done(day=1, tidy={(PLANK, LEFT, 2): 0})
    case = live(Done(day=0), left, program=TRUNK)
    found = one_side_short(case, case.catalogue.exercises[PLANK])
    assert found is not None
    assert found.aim is None
    assert say(found.why) == (
        "Left set 2 was not tidy. Both sides wait for each other, so neither runs ahead."
    )
    both = Done(day=1, tidy={(PLANK, LEFT, 2): 0, (PLANK, RIGHT, 1): 0})
    assert still(live(Done(day=0), both, program=TRUNK), PLANK) == (
        "Not every hold was tidy. A step up takes all of them."
    )


def test_the_users_own_higher_number_changes_nothing_about_the_step(live: Live, at: At) -> None:
    """15 stays enough where the user's sets go on to 20, and 12 is too few where they end there."""
    more = tuple(Change(at=at(0, 6), exercise=CLAM, what="high", value=n) for n in (20, 12))
    fifteen = {(CLAM, side, n): 15 for side in (LEFT, RIGHT) for n in (1, 2)}
    both = tuple(Done(day=day, tidy=fifteen) for day in (0, 1))
    assert up(live(*both, changes=more[:1])) is not None
    assert still(live(*TWO, changes=more[1:])) == (
        "A step up takes 15 tidy ones in every set. Here the sets end at 12."
    )


@pytest.mark.parametrize(("side", "word"), [(LEFT, "Left"), (RIGHT, "Right")])
@pytest.mark.parametrize(("reps", "aim"), [(11, "aim for 12 in set 2"), (12, None), (14, None)])
def test_the_weaker_side_holds_both(
    live: Live, catalogue: Catalogue, side: Side, word: str, reps: int, aim: str | None
) -> None:
    case = live(Done(day=0), Done(day=1, tidy={(CLAM, side, 2): reps}))
    assert up(case) is None
    found = one_side_short(case, case.catalogue.exercises[CLAM])
    assert found is not None
    assert (found.move, found.rule, found.to, found.days) == (Move.SAME, "R-SIDE", "yellow", 0)
    assert say(found.why) == (
        f"{word} set 2 ended at {reps}. Both sides wait for each other, so neither runs ahead."
    )
    assert (found.aim and say(found.aim)) == aim
    assert say(title_of(found, catalogue)) == f"Same again: {aim or 'yellow band'}"


def test_of_the_weaker_side_the_shortest_set_is_named(live: Live) -> None:
    case = live(Done(day=0, tidy={(CLAM, LEFT, 1): 13, (CLAM, LEFT, 2): 10}))
    found = one_side_short(case, case.catalogue.exercises[CLAM])
    assert found is not None
    assert (found.aim and say(found.aim)) == "aim for 12 in set 2"


@pytest.mark.parametrize(
    ("name", "done"),
    [
        (CLAM, Done(day=0)),
        (CLAM, Done(day=0, tidy=BOTH_WEAK)),
        (CLAM, Done(day=0, tidy={WEAK_SET: 11}, program=EASIER_TODAY)),
        (CLAM, Done(day=0, tidy={WEAK_SET: 11}, left_out=frozenset({(CLAM, RIGHT, 2)}))),
        (BRIDGE, Done(day=0, tidy={(BRIDGE, BOTH, 1): 11})),
    ],
)
def test_without_two_whole_sides_no_side_is_named(live: Live, name: str, done: Done) -> None:
    case = live(done)
    assert one_side_short(case, case.catalogue.exercises[name]) is None


def test_before_the_first_session_nothing_is_said_of_sides(live: Live) -> None:
    case = live()
    assert one_side_short(case, case.catalogue.exercises[CLAM]) is None
    assert still(case) == "It has not been done yet."


def test_an_exercise_that_a_later_week_adds_was_not_part_of_the_last_session(
    live: Live, catalogue: Catalogue
) -> None:
    case = live(Done(day=0))
    assert one_side_short(case, catalogue.exercises[PLANK]) is None
    doable = {**case.doable, PLANK: "knees-10"}
    added = replace(case, exercises=(*case.exercises, catalogue.exercises[PLANK]), doable=doable)
    assert still(added, PLANK) == "It was not part of the last session."


def test_a_stand_in_goes_up_from_the_most_that_its_program_ever_asks_for(live: Live) -> None:
    """Without a band the side-lying leg lift stands in for the leg-out, whose range ends at 12."""
    step = up(live(*TWO, program=ALL, bands=()), LEG_LIFT)
    assert step is not None
    assert step.rule == "R-UP-ABD"
    assert say(step.why).startswith("12 tidy reps in every set, left and right")
