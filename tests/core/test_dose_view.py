"""The dose of an exercise: what it is, what the program has, and what may be changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.changes import SidesDone, Value
from hipcoach.core.diary import Diary
from hipcoach.core.dose_check import misfit, new_changes
from hipcoach.core.dose_view import DoseView, dose_view
from hipcoach.core.rules import Limit
from hipcoach.core.run import RUNG, Change, Run, Settings, Times
from hipcoach.core.text import say

At = Callable[..., datetime]
CLAM, HEEL, BRIDGE = "clamshell-band", "quadruped-hip-extension", "single-leg-bridge"
View = Callable[..., DoseView]


@pytest.fixture
def view(
    make_run: Callable[..., Run], make_diary: Callable[..., Diary], at: At, catalogue: Catalogue
) -> View:
    """`view(exercise, (what, value), ...)`: its dose on day 1, with these changes of day 0."""

    def made(
        exercise: str = CLAM,
        *changes: tuple[str, Value],
        program: str = "hips-three-twice",
        times: Times | None = None,
    ) -> DoseView:
        own = tuple(
            Change(at=at(0, 9), exercise=exercise, what=what, value=value)
            for what, value in changes
        )
        run = make_run(program, changes=own)
        tables = {"settings": Settings(times=times)} if times else {}
        diary = make_diary(runs=(run,), **tables)
        found = dose_view(diary, catalogue, run, exercise, at(1, 9))
        assert found is not None
        return found

    return made


def test_it_has_the_dose_as_it_is_and_the_programs_own(view: View) -> None:
    found = view(CLAM, ("sets", 3), ("hold", 4), ("sides", "right"))
    assert (found.sets, found.low, found.high, found.rest) == (3, 12, 15, 30)
    assert found.sides is SidesDone.RIGHT
    assert [(s.kind, s.label, s.seconds) for s in found.seconds] == [
        ("lift", "Lift", 2),
        ("hold", "Hold", 4),
        ("lower", "Lower", 2),
        ("pause", "Pause", 0),
    ]
    assert found.seconds_per_rep == 8
    assert [say(words) for words in found.changed] == ["3 sets", "hold 4 s", "right side only"]
    different = {what for what in found.now if found.now[what] != found.program[what]}
    assert different == {"sets", "hold", "sides"}
    assert (found.program["sets"], found.program["sides"]) == (2, "left-right")


def test_without_changes_nothing_differs(view: View) -> None:
    found = view()
    assert (found.changed, found.now) == ((), found.program)


def test_the_limits_are_the_rules(view: View, catalogue: Catalogue) -> None:
    found, rule = view(), catalogue.rules.dose
    assert found.limits["low"] == found.limits["high"] == rule.repetitions
    assert found.limits["rest"] == rule.rest
    assert [(s.low, s.high) for s in found.seconds] == [(1, 10), (0, 60), (1, 10), (0, 10)]


def test_a_rest_that_the_settings_made_short_lies_inside(view: View) -> None:
    limit = view(times=Times(rest=5)).limits["rest"]
    assert (limit.low, limit.high) == (5, 180)


def test_one_long_hold_stays_one_repetition_and_its_level_sets_the_seconds(view: View) -> None:
    found = view("side-plank", program="hip-plus-trunk-6wk")
    assert (found.limits["low"].high, found.limits["high"].high) == (1, 1)
    assert [s.kind for s in found.seconds if s.fixed] == ["hold"]
    assert "pause" not in found.now


def test_a_level_that_gives_its_number_of_repetitions_keeps_it(view: View) -> None:
    found = view("abdominal-brace", program="hip-plus-trunk-6wk")
    assert (found.low, found.high) == (8, 8)
    assert found.limits["low"] == found.limits["high"] == Limit(low=8, high=8)


def test_a_rung_fixes_its_own_hold_only(view: View) -> None:
    assert not any(stretch.fixed for stretch in view(HEEL).seconds)
    fixed = [s.kind for s in view(HEEL, (RUNG, "hold-4")).seconds if s.fixed]
    assert fixed == ["hold"]


def test_sides_are_a_choice_only_while_they_are_done_one_after_the_other(view: View) -> None:
    assert (view(BRIDGE).sides, view(BRIDGE).done) == (None, "two-leg-bridge")
    one_leg = view(BRIDGE, (RUNG, "knee-bent"))
    assert (one_leg.sides, one_leg.done) == (SidesDone.BOTH_LEFT_FIRST, BRIDGE)


def test_an_exercise_that_is_not_asked_for_has_no_dose(
    make_run: Callable[..., Run], make_diary: Callable[..., Diary], at: At, catalogue: Catalogue
) -> None:
    for program, name in (("hips-three-twice", "side-plank"), ("gone", CLAM)):
        run = make_run(program)
        assert dose_view(make_diary(runs=(run,)), catalogue, run, name, at(0, 9)) is None


MISFITS = [
    ({"sets": 6}, "Sets must be a whole number from 1 to 5, not 6."),
    ({"sets": 2.0}, "Sets must be a whole number from 1 to 5, not 2.0."),
    ({"sets": True}, "Sets must be a whole number from 1 to 5, not True."),
    ({"sets": "3"}, "Sets must be a whole number from 1 to 5, not 3."),
    ({"low": 0}, "Repetitions must be a whole number from 1 to 30, not 0."),
    ({"high": 31}, "Repetitions must be a whole number from 1 to 30, not 31."),
    ({"hold": 61}, "Hold must be 0 to 60 seconds, not 61."),
    ({"hold": float("nan")}, "Hold must be 0 to 60 seconds, not nan."),
    ({"lift": float("inf")}, "Lift must be 1 to 10 seconds, not inf."),
    ({"lift": 0}, "Lift must be 1 to 10 seconds, not 0."),
    ({"rest": 9}, "Rest must be 10 to 180 seconds, not 9."),
    ({"sides": "up"}, "The sides cannot be up."),
    ({"colour": 3}, '"colour" of this exercise cannot be changed.'),
    (
        {"low": 16},
        "The lower number of repetitions is 16, so the higher one cannot be 15.",
    ),
    (
        {"low": 10, "high": 9},
        "The lower number of repetitions is 10, so the higher one cannot be 9.",
    ),
]


@pytest.mark.parametrize(("values", "sentence"), MISFITS)
def test_what_does_not_fit_is_told_in_a_sentence(
    view: View, values: dict[str, object], sentence: str
) -> None:
    problem = misfit(view(), values)
    assert problem is not None
    assert say(problem) == sentence


def test_what_a_level_fixes_or_both_legs_leave_open_cannot_be_changed(view: View) -> None:
    fixed = view(HEEL, (RUNG, "hold-4"))
    problem = misfit(fixed, {"hold": 5})
    assert problem is not None
    assert say(problem) == "Hold: the level of this exercise sets the seconds."
    assert misfit(fixed, {"hold": 4, "sets": 3}) is None
    assert misfit(view(BRIDGE), {"sides": "left"}) is not None


def test_only_what_differs_becomes_a_change(view: View, at: At) -> None:
    changes = new_changes(
        view(), {"sets": 2, "hold": 3, "rest": 30, "sides": "left-right"}, at(1, 9)
    )
    assert [(c.exercise, c.what, c.value) for c in changes] == [(CLAM, "hold", 3)]


def test_a_value_that_the_program_has_is_given_back_to_it(view: View, at: At) -> None:
    changed = view(CLAM, ("sets", 3), ("sides", "left"))
    changes = new_changes(changed, {"sets": 2, "sides": SidesDone.BOTH_LEFT_FIRST}, at(1, 9))
    assert [(c.what, c.value) for c in changes] == [("sets", None), ("sides", None)]


def test_repetitions_change_together(view: View, at: At) -> None:
    """So that 10 to 15 stays 10 to 15 in the weeks for which the program asks for more."""
    changes = new_changes(view(), {"low": 10}, at(1, 9))
    assert [(c.what, c.value) for c in changes] == [("high", 15), ("low", 10)]
    back = new_changes(view(CLAM, ("low", 10), ("high", 15)), {"low": 12}, at(1, 9))
    assert [(c.what, c.value) for c in back] == [("high", None), ("low", None)]
