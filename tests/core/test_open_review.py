"""The review that waits: offered on the day of its session until anything of it is answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Resistance, Side
from hipcoach.core.open_review import open_review
from hipcoach.core.session import EventKind, Session, SessionEvent, SessionState, SideSet, Slot

MINUTES = timedelta(minutes=18)


@pytest.fixture
def session(morning: datetime) -> Session:
    done = SideSet(
        exercise="clamshell",
        rung="no-band",
        side=Side.LEFT,
        set=1,
        reps=12,
        tidy_reps=12,
        low=12,
        hold=2,
        tempo="2/2/2/0",
        resistance=Resistance(),
        ended_at=morning,
    )
    return Session(
        id="a",
        started_at=morning,
        ended_at=morning + MINUTES,
        run="run",
        program="hips-three-twice",
        slot=Slot.MORNING,
        state=SessionState.FINISHED,
        planned_sets=12,
        sets=(done,),
    )


@pytest.mark.parametrize("state", [SessionState.FINISHED, SessionState.ENDED_EARLY])
def test_a_session_of_today_without_answers_waits(session: Session, state: SessionState) -> None:
    left = replace(session, state=state)
    assert open_review(Diary(sessions=(left,)), session.day) == left


@pytest.mark.parametrize(
    "answer",
    [{"effort": 0}, {"pain_worst": 0}, {"pain_after": "rating"}, {"note": "stiff"}],
)
def test_any_answer_closes_it(session: Session, answer: dict[str, Any]) -> None:
    assert open_review(Diary(sessions=(replace(session, **answer),)), session.day) is None


def test_a_corrected_set_closes_it(session: Session) -> None:
    corrected = replace(session, sets=(replace(session.sets[0], tidy_reps=11),))
    assert open_review(Diary(sessions=(corrected,)), session.day) is None


@pytest.mark.parametrize("state", [SessionState.RUNNING, SessionState.DISCARDED])
def test_a_session_that_did_not_end_has_no_review(session: Session, state: SessionState) -> None:
    assert open_review(Diary(sessions=(replace(session, state=state),)), session.day) is None


def test_an_ended_session_without_its_end_has_none(session: Session) -> None:
    assert open_review(Diary(sessions=(replace(session, ended_at=None),)), session.day) is None


def test_the_next_day_it_is_not_asked_about_any_more(session: Session) -> None:
    diary = Diary(sessions=(session,))
    assert open_review(diary, session.day + timedelta(days=1)) is None


def test_a_session_over_midnight_waits_on_the_day_of_its_end(session: Session) -> None:
    start = session.started_at.replace(hour=23, minute=50)
    late = replace(session, started_at=start, ended_at=start + MINUTES)
    assert open_review(Diary(sessions=(late,)), late.day + timedelta(days=1)) == late


def test_of_two_sessions_only_the_later_one_is_asked_about(session: Session) -> None:
    hours = timedelta(hours=9)
    later = replace(
        session, id="b", started_at=session.started_at + hours, ended_at=session.ended_at
    )
    answered = replace(later, effort=5)
    assert open_review(Diary(sessions=(session, later)), session.day) == later
    assert open_review(Diary(sessions=(session, answered)), session.day) is None


def test_a_session_in_which_only_something_hurt_is_asked_about(session: Session) -> None:
    hurt = SessionEvent(at=session.started_at, kind=EventKind.HURT, score=7)
    told = replace(session, sets=(), events=(hurt,))
    nothing = replace(session, sets=())
    assert open_review(Diary(sessions=(told,)), session.day) == told
    assert open_review(Diary(sessions=(nothing,)), session.day) is None


def test_an_empty_diary_has_none(session: Session) -> None:
    assert open_review(Diary(), session.day) is None
