"""What the review asks, what it knows already, and how it says that a session ended early."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Side
from hipcoach.core.opening import opened
from hipcoach.core.review_view import review_view
from hipcoach.core.run import Run
from hipcoach.core.sample_sets import performed
from hipcoach.core.session import WARNING_SIGN, EventKind, Session, SessionEvent, SessionState, Slot
from hipcoach.core.text import say


@pytest.fixture
def done(catalogue: Catalogue, morning: datetime) -> Callable[..., Session]:
    def made(stop_after: int | None = None) -> Session:
        run = Run(
            id="run",
            program="band-abductors-3wk",
            program_version=1,
            started_on=morning.date(),
        )
        ready = opened(Diary(runs=(run,)), catalogue, run, morning, Slot.MORNING)
        return performed(ready, catalogue, lambda part, point: (12, 11), stop_after)

    return made


def test_the_questions_have_their_ends_and_no_answer(
    done: Callable[..., Session], catalogue: Catalogue
) -> None:
    view = review_view(done(), catalogue)
    asked = (view.effort, view.worst, view.after)
    assert [(say(s.question), say(s.lowest), say(s.highest), s.score) for s in asked] == [
        ("How hard was it?", "nothing", "could not do one more", None),
        ("Worst back pain during the session", "no pain", "worst pain you can imagine", None),
        ("Back pain now", "no pain", "worst pain you can imagine", None),
    ]


def test_the_worst_is_the_highest_that_was_told(
    done: Callable[..., Session], catalogue: Catalogue, morning: datetime
) -> None:
    events = [SessionEvent(at=morning, kind=EventKind.HURT, score=n) for n in (0, 4, 2)]
    pause = SessionEvent(at=morning, kind=EventKind.PAUSE)
    told = replace(done(), events=(*events, pause))
    assert review_view(told, catalogue).worst.score == 4
    calm = replace(done(), events=(events[0],))
    assert review_view(calm, catalogue).worst.score == 0


def test_a_finished_session_has_no_word_about_its_end(
    done: Callable[..., Session], catalogue: Catalogue
) -> None:
    session = done()
    assert session.state is SessionState.FINISHED
    assert review_view(session, catalogue).ended is None


def test_an_early_end_and_a_warning_sign_are_said(
    done: Callable[..., Session], catalogue: Catalogue
) -> None:
    session = done(stop_after=2)
    early = review_view(session, catalogue).ended
    signed = replace(session, events=(replace(session.events[-1], choice=WARNING_SIGN),))
    sign = review_view(signed, catalogue).ended
    assert early
    assert sign
    assert say(early) == "It ended early. What you did is kept."
    assert say(sign) == "It ended because of a warning sign. What you did is kept."


def test_skipped_side_sets_are_told_by_exercise(
    done: Callable[..., Session], catalogue: Catalogue, morning: datetime
) -> None:
    session = done()
    first, exercise = session.sets[0], session.sets[0].exercise
    gone = [(Side.LEFT, 3), (Side.RIGHT, 3), (Side.RIGHT, 1)]
    kept = tuple(s for s in session.sets if s.exercise != exercise or (s.side, s.set) not in gone)
    skip = SessionEvent(at=morning, kind=EventKind.SKIP, exercise=exercise, side=Side.LEFT, set=3)
    rows = review_view(
        replace(session, sets=kept, events=(skip, replace(skip, side=Side.RIGHT))), catalogue
    ).rows
    assert first in kept
    assert [row.not_done for row in rows] == [
        ((Side.LEFT, 3), (Side.RIGHT, 1), (Side.RIGHT, 3)),
        (),
    ]
