"""Entering a session without the app: the form of a day, and the session that becomes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hipcoach.core.changes import SIDES
from hipcoach.core.done_session import as_done, doables, session_form, session_of
from hipcoach.core.exercise import Side
from hipcoach.core.opening import program_parts
from hipcoach.core.run import Change
from hipcoach.core.session import SessionState, Slot
from hipcoach.core.session_entry import (
    ExerciseDone,
    ExerciseForm,
    as_asked,
    entry_of,
    entry_problem,
)
from hipcoach.core.text import say

CLAM, KICK, BRIDGE = "clamshell-band", "quadruped-hip-extension", "single-leg-bridge"
BOTH_SIDES = (Side.LEFT, Side.RIGHT)


@pytest.fixture
def asked(catalogue, at, make_diary, make_run):
    """`asked(run)`: what the run's program asks for on day 0."""

    def found(run=None):
        run = run or make_run()
        parts = program_parts(make_diary(runs=(run,)), catalogue, run, at(0, 20))
        return doables(parts, at(0, 20))

    return found


@pytest.fixture
def form(catalogue, at, make_run, asked):
    return lambda found=None: session_form(found or asked(), at(0, 9).date(), make_run(), catalogue)


@pytest.fixture
def whole(form, at):
    """Everything, as it was asked for."""
    return as_asked(form(), at(0, 9))


def test_the_form_has_the_program_of_the_day_at_its_levels(form) -> None:
    shown = form()
    assert say(shown.program) == "Three hip exercises"
    assert [one.exercise for one in shown.exercises] == [CLAM, KICK, BRIDGE]
    clam = next(one for one in shown.exercises if one.exercise == CLAM)
    assert (say(clam.name), clam.sides, clam.in_turn) == ("Clamshell", BOTH_SIDES, False)
    assert (clam.sets, clam.low, clam.high) == (2, 12, 15)
    assert "red" in say(clam.level)


def test_the_name_is_that_of_what_the_rung_makes_of_it(form) -> None:
    bridge = next(one for one in form().exercises if one.exercise == BRIDGE)
    assert bridge.sides == (Side.BOTH,)
    assert say(bridge.name) == "Two-leg bridge"


def test_one_side_alone_is_asked_for_as_the_user_has_it(at, make_run, asked) -> None:
    right = Change(at=at(0, 7), exercise=CLAM, what=SIDES, value="right")
    assert asked(make_run(changes=(right,)))[CLAM].sides == (Side.RIGHT,)


def test_all_of_it_is_a_finished_session(whole, asked, make_run) -> None:
    session = session_of(whole, asked(), make_run(), Slot.MORNING)
    assert (session.state, session.planned_sets) == (SessionState.FINISHED, len(session.sets))
    assert (session.without_app, session.ended_at, session.tag) == (True, None, "")
    assert (session.pain_before, session.pain_after, session.events) == ("", "", ())
    clams = [made for made in session.sets if made.exercise == CLAM]
    assert [(made.set, made.side) for made in clams] == [
        (1, Side.LEFT),
        (1, Side.RIGHT),
        (2, Side.LEFT),
        (2, Side.RIGHT),
    ]
    assert {(made.reps, made.tidy_reps, made.low, made.rung) for made in clams} == {
        (12, 12, 12, "red")
    }
    assert entry_of(session) == whole


@pytest.mark.parametrize(
    "done",
    [
        ExerciseDone(exercise=CLAM, sets=1, reps=((Side.LEFT, 12), (Side.RIGHT, 12))),
        ExerciseDone(exercise=CLAM, sets=2, reps=((Side.LEFT, 12), (Side.RIGHT, 0))),
        ExerciseDone(exercise=CLAM, sets=2, reps=((Side.LEFT, 12),)),
    ],
)
def test_what_left_out_a_set_is_cut_short(whole, asked, make_run, done) -> None:
    others = tuple(one for one in whole.done if one.exercise != CLAM)
    session = session_of(replace(whole, done=(*others, done)), asked(), make_run(), Slot.MORNING)
    assert session.state is SessionState.ENDED_EARLY
    assert session.planned_sets > len(session.sets)
    assert all(made.reps for made in session.sets)


def test_more_than_asked_for_is_finished_too(whole, asked, make_run) -> None:
    more = tuple(replace(one, sets=one.sets + 1) for one in whole.done)
    session = session_of(replace(whole, done=more), asked(), make_run(), Slot.MORNING)
    assert session.state is SessionState.FINISHED
    assert len(session.sets) > session.planned_sets


def test_a_change_keeps_what_it_was_done_with(whole, asked, form, make_run) -> None:
    stored = session_of(whole, asked(), make_run(), Slot.MORNING)
    yellow = tuple(
        replace(made, rung="yellow", low=20) if made.exercise == CLAM else made
        for made in stored.sets
    )
    found = as_done(asked(), replace(stored, sets=yellow))
    clam = next(one for one in form(found).exercises if one.exercise == CLAM)
    assert "yellow" in say(clam.level)
    assert (clam.low, clam.high) == (20, 20)
    again = session_of(whole, found, make_run(), Slot.MORNING)
    assert {made.rung for made in again.sets if made.exercise == CLAM} == {"yellow"}


def test_an_exercise_that_the_program_has_no_more_can_still_be_changed(
    whole, asked, form, make_run, make_set, make_session
) -> None:
    gone = make_set("made-up", rung="blue", side=Side.RIGHT, set=3)
    turned = make_set(BRIDGE, rung="straight", side=Side.LEFT)
    found = as_done(asked(), make_session(0, sets=(gone, turned)))
    shown = {one.exercise: one for one in form(found).exercises}
    assert shown["made-up"] == ExerciseForm(
        exercise="made-up",
        name=shown["made-up"].name,
        level=shown["made-up"].level,
        sides=(Side.RIGHT,),
        in_turn=False,
        sets=3,
        low=12,
        high=12,
    )
    assert (say(shown["made-up"].name), say(shown["made-up"].level)) == ("made-up", "")
    assert shown[BRIDGE].sides == (Side.LEFT,)


def test_a_program_that_is_gone_is_called_by_its_id(catalogue, at, make_run, asked) -> None:
    shown = session_form(asked(), at(0, 9).date(), make_run("my-own"), catalogue)
    assert say(shown.program) == "my-own"


def done(exercise: str = CLAM, sets: int = 2, **reps: int) -> ExerciseDone:
    told = tuple((Side(side), number) for side, number in reps.items())
    return ExerciseDone(exercise=exercise, sets=sets, reps=told)


@pytest.mark.parametrize(
    ("entered", "words"),
    [
        ((), "Tick what you did"),
        ((done(left=0, right=0),), "Tick what you did"),
        ((done(left=1),), None),
        ((done("side-plank", both=1),), "from the program of that day"),
        ((done(left=1), done(right=1)), "from the program of that day"),
        ((done(sets=11, left=1),), "1 to 10 sets of at most 60 repetitions"),
        ((done(sets=0, left=1),), "1 to 10 sets"),
        ((done(left=61),), "1 to 10 sets"),
        ((done(left=-1, right=5),), "1 to 10 sets"),
        ((done(both=5),), "1 to 10 sets"),
        ((ExerciseDone(exercise=CLAM, sets=1, reps=((Side.LEFT, 1),) * 2),), "1 to 10 sets"),
    ],
)
def test_what_cannot_have_been_done_is_told(whole, form, entered, words) -> None:
    problem = entry_problem(replace(whole, done=entered), form())
    assert (problem is None) if words is None else (problem and words in say(problem))


def test_a_note_has_its_limit(whole, form) -> None:
    problem = entry_problem(replace(whole, note="x" * 10_001), form())
    assert problem
    assert say(problem) == "A note holds at most 10\u00a0000 characters."
