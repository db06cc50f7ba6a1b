"""Changing the program: its doses, once a day, another program, its end, and every way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hipcoach.core.adherence import adherence
from hipcoach.core.changes import DOSE, SidesDone
from hipcoach.core.exercise import Side
from hipcoach.core.levels import levels
from hipcoach.core.opening import Kind, opened
from hipcoach.core.run import KEPT, ONCE_A_DAY, RUNG, Change, CheckIn
from hipcoach.core.session import SessionState, Slot
from hipcoach.core.tempo import PhaseKind
from hipcoach.core.timeline import side_sets, timeline
from hipcoach.journeys.errors import Unfit
from hipcoach.journeys.programs import Programs
from hipcoach.store.errors import NotSaved

CLAM, HEEL, BRIDGE = "clamshell-band", "quadruped-hip-extension", "single-leg-bridge"
LEFT, RIGHT, BOTH = Side.LEFT, Side.RIGHT, Side.BOTH
DAY = timedelta(days=1)


@pytest.fixture
def programs(settled) -> Programs:
    return Programs(settled.desk)


def documents(room) -> dict[str, object]:
    """Everything in the diary, without when it was last changed."""
    diary = room.diary
    return {
        name: [replace(document, updated_at=None) for document in getattr(diary, name)]
        for name in ("runs", "sessions", "decisions", "check_ins", "pain_ratings")
    }


def ready(room):
    """The session that could start now."""
    run = Programs(room.desk).run()
    return opened(room.diary, room.catalogue, run, room.desk.now(), Slot.MORNING)


def changes(room) -> list[tuple[str, str, object]]:
    run = room.diary.runs[-1]
    return [(c.exercise, c.what, c.value) for c in run.changes if c.what in {*DOSE, ONCE_A_DAY}]


def left_for(room, kind: Kind = Kind.SESSION, sets: int = 3):
    """A session of which some sets were done, left without an end."""
    session = room.leave(kind, sets)
    assert session.state is SessionState.RUNNING
    return session


# Doses


def test_a_dose_holds_in_the_next_session_and_outlives_a_crash(settled, programs) -> None:
    programs.keep_dose(CLAM, {"sets": 3, "hold": 4, "rest": 45, "low": 10, "high": 12})
    settled.crash()
    part = ready(settled).parts[0]
    assert (part.dose.sets, part.dose.low, part.dose.high) == (3, 10, 12)
    assert (part.hold, part.rest) == (4, 45)


def test_only_what_differs_from_now_is_stored(settled, programs) -> None:
    programs.keep_dose(CLAM, {"sets": 3, "hold": 2, "rest": 30, "low": 12, "high": 15})
    assert changes(settled) == [(CLAM, "sets", 3)]
    run = settled.diary.runs[-1]
    programs.keep_dose(CLAM, {"sets": 3})
    assert settled.diary.runs[-1] == run


def test_a_dose_changed_twice_goes_back_one_change_at_a_time(settled, programs) -> None:
    programs.keep_dose(CLAM, {"sets": 3})
    settled.later(minutes=1)
    once = documents(settled)
    back = programs.keep_dose(CLAM, {"sets": 4, "sides": "left"})
    assert changes(settled)[1:] == [(CLAM, "sets", 4), (CLAM, "sides", "left")]
    back()
    assert documents(settled) == once


def test_a_dose_is_the_programs_again_after_a_reset(settled, programs) -> None:
    whole = ready(settled).parts
    programs.keep_dose(CLAM, {"sets": 3, "lift": 3, "sides": SidesDone.BOTH_RIGHT_FIRST})
    programs.keep_dose(HEEL, {"sets": 1})
    settled.later(minutes=1)
    changed = documents(settled)
    back = programs.reset_dose(CLAM)
    assert ready(settled).parts[0] == whole[0]
    assert ready(settled).parts[1].dose.sets == 1
    back()
    assert documents(settled) == changed
    programs.reset_dose(BRIDGE)
    assert documents(settled) == changed


def test_a_value_given_back_follows_the_program_again(settled, programs) -> None:
    programs.start("hips-five-hold")
    programs.keep_dose("clamshell", {"sets": 3})
    settled.later(minutes=1)
    programs.keep_dose("clamshell", {"sets": 1})
    settled.later(days=14)
    assert ready(settled).parts[0].dose.sets == 2


@pytest.mark.parametrize(
    ("exercise", "values", "word"),
    [
        (CLAM, {"sets": 0}, "1 to 5"),
        (
            CLAM,
            {"low": 16},
            "The lower number of repetitions is 16, so the higher one cannot be 15",
        ),
        (CLAM, {"sets": 3, "hold": float("nan")}, "not nan"),
        (CLAM, {"sets": True}, "not True"),
        (CLAM, {"sides": "both"}, "cannot be both"),
        (CLAM, {"speed": 2}, "speed"),
        (BRIDGE, {"sides": "left"}, "sides"),
        ("side-plank", {"sets": 1}, 'no exercise "side-plank"'),
        ("clam" * 100, {"sets": 1}, "no exercise"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_stored(
    settled, programs, exercise: str, values: dict[str, object], word: str
) -> None:
    before = documents(settled)
    with pytest.raises(ValueError, match=word) as refused:
        programs.keep_dose(exercise, values)
    assert str(refused.value).endswith(".")
    assert documents(settled) == before


def test_without_a_program_nothing_can_be_changed(room) -> None:
    programs = Programs(room.desk)
    for change in (
        lambda: programs.keep_dose(CLAM, {"sets": 3}),
        lambda: programs.reset_dose(CLAM),
        lambda: programs.once_a_day(True),
        programs.keep_on,
        programs.pause,
    ):
        with pytest.raises(Unfit, match="No program is under way"):
            change()
    assert programs.run() is None


def test_a_change_that_the_disk_refuses_is_none(settled, programs) -> None:
    before = documents(settled)
    for change in (
        lambda: programs.keep_dose(CLAM, {"sets": 3}),
        lambda: programs.start("hips-five-hold"),
        programs.pause,
    ):
        settled.disk.left = 0
        with pytest.raises(NotSaved):
            change()
        settled.disk.left = None
        assert documents(settled) == before


# Sides, through a whole session


def played(room) -> list[tuple[str, int, Side]]:
    session = room.diary.sessions[-1]
    return [(done.exercise, done.set, done.side) for done in session.sets]


def test_a_session_of_chosen_sides_stores_its_side_sets(settled, programs) -> None:
    programs.keep_dose(CLAM, {"sides": "right-left"})
    programs.keep_dose(HEEL, {"sides": "left", "sets": 1})
    settled.later(minutes=1)
    guided = settled.guide(settled.sessions.begin(Kind.SESSION))
    settled.play(guided)
    assert guided.session.state is SessionState.FINISHED
    assert played(settled) == [
        (CLAM, 1, RIGHT),
        (CLAM, 1, LEFT),
        (CLAM, 2, RIGHT),
        (CLAM, 2, LEFT),
        (HEEL, 1, LEFT),
        (BRIDGE, 1, BOTH),
        (BRIDGE, 2, BOTH),
    ]
    assert guided.session.planned_sets == 7
    run = programs.run()
    program, rule = settled.catalogue.programs[run.program], settled.catalogue.rules.count
    assert adherence(settled.diary, run, program, settled.desk.now(), rule).total.done == 1


@pytest.mark.parametrize("done", range(1, 7))
def test_right_first_goes_on_where_it_was_left(settled, programs, done: int) -> None:
    programs.keep_dose(CLAM, {"sides": "right-left"})
    programs.keep_dose(HEEL, {"sides": "right"})
    settled.later(minutes=1)
    left_for(settled, sets=done)
    settled.crash()
    again = settled.guide(settled.sessions.resume())
    settled.play(again)
    assert again.session.state is SessionState.FINISHED
    points = [(again.parts[p.part].ladder.id, p.set, p.side) for p in side_sets(again.parts)]
    assert played(settled) == points
    assert len(points) == 8


def test_a_session_that_was_left_keeps_the_dose_of_its_start(settled, programs) -> None:
    programs.keep_dose(CLAM, {"sets": 3, "sides": "right"})
    settled.later(minutes=1)
    session = left_for(settled, sets=1)
    settled.later(minutes=5)
    programs.keep_dose(CLAM, {"sets": 1, "sides": "left"})
    left = settled.sessions.left()
    assert len(side_sets(left.parts)) == session.planned_sets
    again = settled.guide(settled.sessions.resume())
    settled.play(again)
    assert [s for e, s, side in played(settled) if (e, side) == (CLAM, RIGHT)] == [1, 2, 3]
    assert ready(settled).parts[0].sides == (LEFT,)


def test_easier_in_the_middle_keeps_to_the_one_side(settled, programs) -> None:
    programs.keep_dose(CLAM, {"sides": "right"})
    settled.later(minutes=1)
    guided = settled.guide(settled.sessions.begin(Kind.SESSION))
    settled.play(guided, sets=1)
    guided.hurt()
    offers = guided.answer(1)
    guided.choose(offers.choices[0])
    settled.play(guided)
    assert {side for exercise, _, side in played(settled) if exercise == CLAM} == {RIGHT}


# Once a day


def test_once_a_day_leaves_one_slot_and_goes_back(settled, programs) -> None:
    before = documents(settled)
    back = programs.once_a_day(True)
    assert [slot.slot for slot in settled.desk.due().slots] == [Slot.MORNING]
    settled.later(hours=8)
    assert [slot.slot for slot in settled.desk.due().slots] == [Slot.EVENING]
    back()
    assert len(settled.desk.due().slots) == 2
    assert documents(settled) == before


def test_twice_a_day_again_is_the_programs_own(settled, programs) -> None:
    programs.once_a_day(True)
    settled.later(minutes=1)
    once = documents(settled)
    programs.once_a_day(True)
    assert documents(settled) == once
    back = programs.once_a_day(False)
    assert changes(settled) == [("", ONCE_A_DAY, True), ("", ONCE_A_DAY, None)]
    assert len(settled.desk.due().slots) == 2
    back()
    assert documents(settled) == once


def test_a_program_of_one_session_a_day_has_no_such_choice(settled, programs) -> None:
    programs.start("hips-five-hold")
    with pytest.raises(Unfit, match="one session a day already"):
        programs.once_a_day(True)


# Another program


def test_another_program_starts_today_and_the_way_back_restores_all(settled, programs) -> None:
    settled.later(days=9)
    session = left_for(settled)
    settled.later(minutes=30)
    before, old = documents(settled), programs.run()
    back = programs.start("hips-five-hold")
    first, second = settled.diary.runs
    assert (first.id, first.ended_on) == (old.id, settled.now.date())
    assert (second.program, second.started_on) == ("hips-five-hold", settled.now.date())
    assert settled.desk.due().day == 1
    assert settled.store.sessions.get(session.id).state is SessionState.ENDED_EARLY
    assert settled.sessions.left() is None
    back()
    assert documents(settled) == before
    assert settled.sessions.left().session.id == session.id
    settled.crash()
    assert documents(settled) == before
    assert settled.store.runs.get(second.id) is None


def test_shared_exercises_start_one_rung_lower_and_doses_anew(settled, programs) -> None:
    programs.keep_dose(HEEL, {"sets": 4})
    run = settled.diary.runs[-1]
    higher = Change(at=settled.desk.now(), exercise=HEEL, what=RUNG, value="yellow")
    settled.store.runs.replace(replace(run, changes=(*run.changes, higher)))
    settled.later(days=3)
    programs.start("hips-five-hold")
    new = programs.run()
    found = levels(settled.diary, new, settled.catalogue, settled.now.date())
    assert found[HEEL] == "hold-4"
    assert ready(settled).parts[2].dose.sets == 1


def test_the_bridge_answer_goes_with_the_new_run(settled, programs) -> None:
    programs.start("hips-three-twice", one_leg_bridge=True)
    assert [(c.what, c.value) for c in programs.run().changes] == [("one_leg_bridge", True)]
    assert ready(settled).parts[2].rung.id == "knee-straight"


def test_the_first_program_can_be_taken_back_too(room) -> None:
    programs = Programs(room.desk)
    back = programs.start("hips-five-hold")
    assert programs.run() is not None
    back()
    assert (programs.run(), room.diary.runs) == (None, ())


def test_a_program_in_which_something_was_done_is_not_taken_back(settled, programs) -> None:
    back = programs.start("hips-five-hold")
    settled.later(minutes=1)
    new = programs.run()
    settled.store.check_ins.add(CheckIn(at=settled.desk.now(), run=new.id, week=0, items={}))
    with pytest.raises(Unfit, match="so it stays"):
        back()
    assert programs.run() == new


# The end of a program


def test_a_program_that_is_kept_on_says_so_and_goes_back(settled, programs) -> None:
    settled.later(days=43)
    before = documents(settled)
    back = programs.keep_on()
    assert programs.run().value(KEPT) is True
    kept = documents(settled)
    programs.keep_on()
    assert documents(settled) == kept
    back()
    assert documents(settled) == before


def test_a_pause_ends_the_run_yesterday_where_nothing_was_done_today(settled, programs) -> None:
    settled.later(days=5)
    before = documents(settled)
    back = programs.pause()
    assert settled.diary.runs[-1].ended_on == settled.now.date() - DAY
    assert (programs.run(), settled.desk.due().run, settled.desk.due().ended) == (None, None, True)
    with pytest.raises(Unfit, match="No program is under way"):
        programs.pause()
    back()
    assert documents(settled) == before
    assert settled.desk.due().session_due


def test_a_pause_after_a_session_ends_the_run_today(settled, programs) -> None:
    settled.later(days=5)
    session = left_for(settled)
    settled.later(minutes=30)
    before = documents(settled)
    back = programs.pause()
    assert settled.diary.runs[-1].ended_on == settled.now.date()
    assert settled.store.sessions.get(session.id).state is SessionState.ENDED_EARLY
    assert programs.run() is None
    assert settled.sessions.refusal(Kind.SESSION) is not None
    back()
    assert documents(settled) == before


def test_a_pause_on_the_first_day_ends_on_it(settled, programs) -> None:
    programs.pause()
    run = settled.diary.runs[-1]
    assert (run.started_on, run.ended_on) == (settled.now.date(), settled.now.date())
    assert programs.run() is None
    programs.start("hips-five-hold")
    assert programs.run().program == "hips-five-hold"


# Any sequence

EXERCISES = st.sampled_from([CLAM, HEEL, BRIDGE])
VALUES = st.fixed_dictionaries(
    {},
    optional={
        "sets": st.integers(0, 7),
        "low": st.integers(0, 32),
        "high": st.integers(0, 32),
        "lift": st.one_of(st.integers(0, 12), st.floats(allow_nan=True)),
        "hold": st.integers(-1, 62),
        "pause": st.integers(0, 11),
        "rest": st.integers(5, 200),
        "sides": st.sampled_from([*SidesDone, "up"]),
    },
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("keep"), EXERCISES, VALUES),
        st.tuples(st.just("reset"), EXERCISES),
        st.tuples(st.just("undo")),
        st.tuples(st.just("later"), st.integers(1, 30)),
    ),
    max_size=12,
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_any_changes_leave_a_run_whose_session_can_be_opened(settled, programs, steps) -> None:
    programs.start("hips-three-twice")
    back, before = None, None
    for name, *facts in steps:
        now = documents(settled)
        if name == "later":
            settled.later(hours=facts[0])
        elif name == "undo":
            if back:
                back()
                assert documents(settled) == before
            back = None
        else:
            method = programs.keep_dose if name == "keep" else programs.reset_dose
            try:
                back, before = method(*facts), now
            except Unfit:
                assert documents(settled) == now
        session = ready(settled)
        assert session.seconds == pytest.approx(played_seconds(settled, session.parts))
        assert session.session.planned_sets == len(side_sets(session.parts))


def played_seconds(room, parts) -> float:
    """The phases up to the lower bound, without the pause after the last repetition of a set."""
    phases = timeline(parts, room.diary.settings.times, room.catalogue.postures)
    counted = [phase for phase in phases if phase.point.rep <= phase.low]
    pauses = [p for p in counted if p.kind is PhaseKind.PAUSE and p.point.rep == p.low]
    return sum(p.seconds for p in counted) - sum(p.seconds for p in pauses)
