"""Answers that are corrected after a step was taken by them, and a clock that was wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta, timezone

import pytest

from hipcoach.core.opening import Kind
from hipcoach.core.progression.case import case_of
from hipcoach.core.run import ILL
from hipcoach.core.session import SessionState
from hipcoach.journeys.days_off import DaysOff
from hipcoach.journeys.entries import Entries
from hipcoach.journeys.programs import Programs

PROGRAM = "hips-three-twice"
CLAM, LIFT, BRIDGE = "clamshell-band", "quadruped-hip-extension", "single-leg-bridge"
BEFORE, UP = ("yellow", "none", "two-legs"), ("red", "hold-4", "two-legs")


def levels(trainee) -> tuple[str, ...]:
    return tuple(trainee.level(name) for name in (CLAM, LIFT, BRIDGE))


# ---------------------------------------------------------------------------- corrected


def test_a_morning_corrected_to_a_worse_one_takes_its_steps_back(earning) -> None:
    rating = earning.rise(2)
    steps = earning.room.diary.decisions
    kept = Entries(earning.room.desk).keep_rating(replace(rating, score=4))
    assert (levels(earning), earning.told) == (BEFORE, [])
    kept.back()
    assert levels(earning) == UP
    assert {d.id for d in earning.room.diary.decisions} == {d.id for d in steps}


def test_corrected_to_a_red_one_there_is_a_set_fewer_and_no_step(earning) -> None:
    rating = earning.rise(2)
    Entries(earning.room.desk).keep_rating(replace(rating, score=6), sure=True)
    assert (levels(earning), earning.told) == (BEFORE, [("R-RED", "", True)])


def test_a_deleted_morning_takes_its_steps_back_until_it_is_answered_again(earning) -> None:
    rating = earning.rise(2)
    Entries(earning.room.desk).delete_rating(rating.id)
    assert levels(earning) == BEFORE
    earning.room.ratings.answer_morning(2)
    assert levels(earning) == UP


def test_a_correction_that_changes_nothing_of_it_leaves_the_steps(earning) -> None:
    rating = earning.rise(2)
    steps = earning.room.diary.decisions
    earning.room.preferences.keep_bands([])
    Entries(earning.room.desk).keep_rating(replace(rating, note="slept well"))
    assert earning.room.diary.decisions == steps


def test_a_step_that_a_session_followed_stays_whatever_is_corrected_or_undone(earning) -> None:
    rating = earning.rise(2)
    earning.train()
    Entries(earning.room.desk).keep_rating(replace(rating, score=4))
    assert levels(earning) == UP
    earning.room.ratings.undo_rating(rating.id)
    assert levels(earning) == UP


def test_the_way_back_of_a_decline_has_nothing_to_do_once_the_morning_is_undone(earning) -> None:
    rating = earning.rise(2)
    back = earning.coach.decline(earning.room.diary.decisions[0])
    earning.room.ratings.undo_rating(rating.id)
    back()
    assert (levels(earning), earning.told) == (BEFORE, [])


# ---------------------------------------------------------------------------- days off between


def test_the_morning_of_a_flare_up_steps_are_due_and_none_comes_after_it(earning) -> None:
    room, days_off = earning.room, DaysOff(earning.room.desk)
    room.later(hours=22)
    days_off.start_flare()
    room.ratings.answer_morning(2)
    room.later(hours=72)
    days_off.end_flare()
    room.screener.keep(room.answers(), {})
    room.rate(2)
    room.sessions.begin(Kind.SESSION)
    assert levels(earning) == ("none", "none", "two-legs")


def test_nor_after_an_illness(earning) -> None:
    room, days_off = earning.room, DaysOff(earning.room.desk)
    room.later(hours=22)
    days_off.start_absence(ILL, room.clock().date(), None)
    room.ratings.answer_morning(2)
    room.later(hours=48)
    days_off.end_absence()
    room.rate(2)
    room.sessions.begin(Kind.SESSION)
    assert levels(earning) == BEFORE


# ---------------------------------------------------------------------------- the clock


def test_a_step_dated_ahead_does_not_undo_a_later_step_down_when_its_day_comes(earning) -> None:
    room = earning.room
    earning.rise(2)
    for told in room.diary.decisions:
        room.store.decisions.replace(replace(told, at=told.at + timedelta(days=3)))
    earning.train(hurts=CLAM)
    assert earning.level(CLAM) == "yellow"
    assert all(told.at <= room.clock() for told in room.diary.decisions)
    room.later(days=4)
    assert earning.level(CLAM) == "yellow"


def test_a_flight_west_past_midnight_takes_no_step_down_back(trainee) -> None:
    room = trainee.room
    trainee.rise()
    trainee.train(hurts=CLAM)
    room.now = room.clock().astimezone(timezone(timedelta(hours=-11)))
    room.seconds = 0.0
    assert room.now.date() < room.diary.decisions[0].at.date()
    case = case_of(room.diary, room.catalogue, room.diary.runs[0], room.now)
    assert (case.levels[CLAM], len(case.decided)) == ("none", 1)


def test_a_session_left_under_a_clock_ahead_holds_no_decision_up(earning) -> None:
    room = earning.room
    last = room.diary.sessions[-1]
    ahead = last.started_at + timedelta(days=40)
    room.store.sessions.add(
        replace(last, id="", started_at=ahead, ended_at=None, state=SessionState.RUNNING)
    )
    earning.rise(2)
    assert levels(earning) == UP


# ---------------------------------------------------------------------------- another run


def test_a_program_begun_on_the_day_of_a_step_down_offers_no_step_of_the_one_before_back(
    earning, calm
) -> None:
    room, hard = earning.room, replace(calm, effort=9)
    earning.rise()
    earning.train(hurts=CLAM)
    room.later(hours=1)
    Programs(room.desk).start(PROGRAM, one_leg_bridge=False)
    assert earning.level(CLAM) == "none"
    for _ in range(3):
        earning.rise()
        earning.train(hard)
    assert earning.level(CLAM) == "none"


# ---------------------------------------------------------------------------- an unknown program


@pytest.fixture
def unknown(earning):
    """The run's program is not among those that HipCoach has any more."""
    run = earning.room.diary.runs[0]
    earning.room.store.runs.replace(replace(run, program="gone"))
    return earning


def test_a_session_left_in_an_unknown_program_cannot_go_on_but_is_kept(unknown) -> None:
    room = unknown.room
    last = room.diary.sessions[-1]
    room.store.sessions.replace(replace(last, state=SessionState.RUNNING))
    assert (room.sessions.left(), room.sessions.resume()) == (None, None)
    room.sessions.keep_left()
    assert room.diary.sessions[-1].state is SessionState.ENDED_EARLY


def test_its_review_is_kept_and_decides_nothing(unknown, calm) -> None:
    room = unknown.room
    done = room.sessions.keep_review(room.diary.sessions[-1], replace(calm, worst=7))
    assert (done.pain_worst, room.diary.decisions) == (7, ())
