"""The same again: the side behind (R-SIDE), a smaller count (R-HOLD), what a step up takes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.exercise import Side
from hipcoach.core.progression.case import Case
from hipcoach.core.progression.not_yet import fall, one_side_short
from hipcoach.core.progression.verdict import Move, Verdict, title_of
from hipcoach.core.run import RUNG, Change
from hipcoach.core.session import EASIER_TODAY, EASY_DAY
from hipcoach.core.text import say
from tests.core.progression.lives import (
    ALL,
    BOTH,
    BRACE,
    BRIDGE,
    CLAM,
    HEEL,
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
    same,
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
    assert still(live(*TWO, changes=(top,))) == "This is its highest level."
    assert still(live(*TWO, program=TRUNK), HIPS) == "This is its highest level."


def test_a_ladder_never_enters_an_exercise_that_the_program_has(live: Live, at: At) -> None:
    """The brace's ladder leads to the dead bug, which the program asks for too."""
    top = Change(at=at(0, 6), exercise=BRACE, what=RUNG, value="reps-10")
    assert still(live(*TWO, program=TRUNK, changes=(top,)), BRACE) == ("This is its highest level.")


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


def fell(case: Case, exercise: str = HEEL) -> Verdict | None:
    return fall(case, next(e for e in case.exercises if e.id == exercise))


@pytest.mark.parametrize(("last", "now", "told"), [(15, 12, True), (15, 13, False), (10, 8, True)])
def test_a_fall_of_a_fifth_of_the_repetitions_is_told_kindly(
    last: int, now: int, told: bool, lived: Any, felt: Any, case_at: Any
) -> None:
    case = case_at(lived(felt(day=0, tidy=last), felt(day=1, tidy=now)), 2)
    if not told:
        assert fell(case) is None
        return
    rule, why = same(fell(case))
    assert rule == "R-HOLD"
    assert why == (
        f"{4 * now} tidy ones after {4 * last} last time, with no more pain. Short sleep or a long "
        "day can do that."
    )


def test_a_single_tidy_one_is_one(lived: Any, felt: Any, case_at: Any) -> None:
    case = case_at(lived(felt(day=0, sets=1), felt(day=1, sets=1, tidy=1)), 2)
    assert same(fell(case, BRIDGE))[1].startswith("1 tidy one after 12 last time")


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ({"tidy": 0}, {"tidy": 0}),
        ({"rungs": {HEEL: "hold-4"}}, {"tidy": 8}),
        ({"sets": 1}, {"tidy": 8}),
        ({"left_out": (HEEL,)}, {"tidy": 8}),
        ({}, {"tidy": 8, "left_out": (HEEL,)}),
        ({"worst": 2}, {"tidy": 8, "worst": 3}),
        ({"before": None}, {"tidy": 8}),
        ({}, {"tidy": 8, "before": None}),
        ({"program": EASY_DAY}, {"tidy": 8}),
    ],
)
def test_sessions_that_do_not_compare_say_nothing(
    before: dict[str, Any], now: dict[str, Any], lived: Any, felt: Any, case_at: Any
) -> None:
    case = case_at(lived(felt(**({"day": 0} | before)), felt(**({"day": 1} | now))), 2)
    assert fell(case) is None


def test_nothing_falls_without_a_session_before(lived: Any, felt: Any, case_at: Any) -> None:
    assert fell(case_at(lived(), 2)) is None
    assert fell(case_at(lived(felt(day=0, tidy=3)), 2)) is None


def test_the_session_before_is_the_latest_on_its_rung(lived: Any, felt: Any, case_at: Any) -> None:
    between = felt(day=1, rungs={HEEL: "hold-4"}, tidy=1)
    case = case_at(lived(felt(day=0, tidy=12), between, felt(day=2, tidy=8)), 3)
    assert same(fell(case))[1].startswith("32 tidy ones after 48 last time")
