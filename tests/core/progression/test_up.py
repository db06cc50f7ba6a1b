"""The step up (R-UP and its like): when it comes, and where it leads."""

from __future__ import annotations

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.progression.up import days_done, reachable
from hipcoach.core.progression.verdict import Move, decision_of, title_of
from hipcoach.core.run import RUNG, Change
from hipcoach.core.text import say
from tests.core.progression.lives import (
    BRACE,
    CLAM,
    FIVE,
    HEEL,
    LEFT,
    LEG_LIFT,
    PLANK,
    RIGHT,
    STEP,
    TRUNK,
    TWO,
    At,
    Done,
    Live,
    decided,
    still,
    up,
)


def test_two_whole_sessions_on_two_days_earn_one_step(live: Live, catalogue: Catalogue) -> None:
    found = up(live(*TWO))
    assert found is not None
    assert (found.move, found.rule, found.from_, found.to) == (Move.UP, "R-UP", "yellow", "red")
    assert (found.days, found.waits, found.back, found.fewer) == (2, False, False, False)
    assert say(title_of(found, catalogue)) == "One step up: red band, 12 reps"
    assert say(found.why) == (
        "15 tidy reps in every set, left and right, 2 sessions in a row. Worst pain 1, effort 5, "
        "calm mornings."
    )
    assert dict(found.facts) == {
        "session": "s1-8",
        "reps": 15,
        "in_a_row": 2,
        "worst": 1,
        "effort": 5,
        "low": 12,
    }


def test_the_numbers_are_the_highest_of_the_sessions_that_it_took(live: Live) -> None:
    before = (Done(day=0, worst=2, effort=7), Done(day=1, worst=2, effort=4), Done(day=2))
    found = up(live(*before))
    assert found is not None
    assert (found.facts["worst"], found.facts["effort"], found.facts["in_a_row"]) == (2, 5, 2)


@pytest.mark.parametrize(
    ("hours", "days"),
    [(((0, 8),), 1), (((0, 8), (0, 18)), 1), (((0, 18), (1, 8)), 2), (((0, 8), (3, 8)), 2)],
)
def test_the_sessions_are_on_different_days(
    live: Live, hours: tuple[tuple[int, int], ...], days: int
) -> None:
    case = live(*(Done(day=day, hour=hour) for day, hour in hours))
    assert days_done(case, case.catalogue.exercises[CLAM]) == days
    assert (up(case) is None) == (days < 2)
    if days < 2:
        assert still(case) == (
            "15 tidy reps in every set, left and right, on 1 day so far. "
            "A step up takes 2 training days in a row."
        )


def test_twice_a_day_all_sessions_since_the_day_before_are_counted(live: Live) -> None:
    found = up(live(Done(day=0, hour=18), Done(day=1), Done(day=1, hour=18)))
    assert found is not None
    assert "3 sessions in a row" in say(found.why)


def test_a_step_waits_for_a_morning_that_is_open(live: Live) -> None:
    evening = (Done(day=0), Done(day=1, morning=None))
    certain = live(*evening, now=(1, 9))
    assert still(certain) == "A step up waits for the next morning's answer."
    found = up(live(*evening, now=(1, 9), calm=True))
    assert found is not None
    assert found.waits
    assert say(found.why).endswith("Worst pain 1, effort 5, calm mornings so far.")


@pytest.mark.parametrize(("days", "earned"), [(5, False), (6, True)])
def test_two_steps_of_one_exercise_are_six_days_apart(
    live: Live, at: At, days: int, earned: bool
) -> None:
    step = decided(at(2, 7), "R-UP", CLAM, ("yellow", "red"))
    done = (*TWO, *(Done(day=day) for day in range(2, 2 + days)))
    case = live(*done, decisions=(step,))
    found = up(case)
    assert (found is not None) is earned
    if found:
        assert (found.from_, found.to) == ("red", "green")
    else:
        assert still(case) == (
            "The last step was 5 days ago. At least 6 days lie between two steps."
        )


def test_a_step_that_waits_counts_the_days_up_to_its_morning(live: Live, at: At) -> None:
    """So that the evening shows what the next morning does."""
    step = decided(at(2, 7), "R-UP", CLAM, ("yellow", "red"))
    row = [Done(day=day) for day in range(2, 7)]
    evening = live(*row, Done(day=7, morning=None), now=(7, 9), calm=True, decisions=(step,))
    found = up(evening)
    assert found is not None
    assert found.waits
    too_early = live(*row[:-1], Done(day=6, morning=None), now=(6, 9), calm=True, decisions=(step,))
    assert "4 days ago" in still(too_early)


@pytest.mark.parametrize(
    ("bands", "name", "own", "reached"),
    [
        (("yellow", "red", "green"), CLAM, "yellow", ["red"]),
        (("yellow", "green"), CLAM, "yellow", []),
        (("red", "green"), CLAM, "red", ["green"]),
        (("green",), CLAM, "none", []),
        (("red",), CLAM, "none", ["red"]),
        ((), CLAM, "none", []),
        (None, CLAM, "none", ["yellow", "red"]),
        ((), HEEL, "hold-4", ["weight-0.5", "weight-1", "weight-1.5", "weight-2"]),
        (("green",), HEEL, "hold-4", ["weight-0.5", "weight-1", "weight-1.5", "weight-2"]),
        (("yellow",), HEEL, "hold-4", ["yellow", "weight-0.5", "weight-1", "weight-1.5"]),
    ],
)
def test_a_step_leads_to_the_nearest_band_that_is_owned_and_not_much_stronger(
    live: Live,
    at: At,
    bands: tuple[str, ...] | None,
    name: str,
    own: str,
    reached: list[str],
) -> None:
    chosen = Change(at=at(0, 6), exercise=name, what=RUNG, value=own)
    case = live(Done(day=0), bands=bands, changes=(chosen,))
    found = [rung.id for rung in reachable(case, case.catalogue.exercises[name])]
    assert found[: len(reached)] == reached
    assert bool(found) is bool(reached)


def test_a_hold_goes_up_when_every_hold_is_done(live: Live, catalogue: Catalogue) -> None:
    found = up(live(*TWO, program=TRUNK), PLANK)
    assert found is not None
    assert (found.rule, found.from_, found.to) == ("R-UP-HOLD", "knees-10", "knees-15")
    assert say(title_of(found, catalogue)) == "One step up: on the knees, 15 s"
    assert say(found.why).startswith(
        "Every hold of 10 s done, left and right, 2 sessions in a row."
    )
    assert "low" not in found.facts


def test_the_brace_goes_up_by_one_repetition(live: Live, catalogue: Catalogue) -> None:
    found = up(live(*TWO, program=TRUNK), BRACE)
    assert found is not None
    assert (found.rule, found.from_, found.to) == ("R-UP-HOLD", "none", "reps-9")
    assert say(title_of(found, catalogue)) == "One step up: 9 repetitions"
    assert say(found.why).startswith("8 tidy reps in every set, 2 sessions in a row.")


def test_the_leg_lift_takes_fifteen_whatever_the_program_ends_at(live: Live) -> None:
    """R-UP-ABD: the first weeks end at 10, and from week 3 on at 15."""
    early = live(*TWO, program=FIVE)
    assert still(early, LEG_LIFT) == (
        "A step up takes 15 tidy ones in every set. Here the sets end at 10."
    )
    found = up(live(Done(day=14), Done(day=15), program=FIVE), LEG_LIFT)
    assert found is not None
    assert (found.rule, found.to, found.facts["low"]) == ("R-UP-ABD", "weight-0.5", 12)
    one = Done(day=15, tidy={(LEG_LIFT, LEFT, 1): 14, (LEG_LIFT, RIGHT, 1): 14})
    assert "14 tidy ones" in still(live(Done(day=14), one, program=FIVE), LEG_LIFT)


def test_the_step_down_takes_ten_each_side(live: Live) -> None:
    found = up(live(*TWO, program=FIVE), STEP)
    assert found is not None
    assert (found.rule, found.from_, found.to) == ("R-UP-STEP", "step-10", "step-15")
    nine = Done(day=1, tidy={(STEP, LEFT, 1): 9, (STEP, RIGHT, 1): 9})
    assert "9 tidy ones" in still(live(Done(day=0), nine, program=FIVE), STEP)


def test_the_step_as_a_decision_is_what_the_levels_fold(live: Live, at: At) -> None:
    case = live(*TWO)
    found = up(case)
    assert found is not None
    kept = decision_of(found, case.catalogue, at(2, 7))
    after = live(*TWO, now=(2, 7), decisions=(kept,))
    assert after.levels[CLAM] == "red"
    assert kept.text == (
        "One step up: red band, 12 reps. Why: 15 tidy reps in every set, left and right, 2 "
        "sessions in a row. Worst pain 1, effort 5, calm mornings."
    )
