"""The review that waits: of a session of today whose questions were left for later."""

from __future__ import annotations

from datetime import date

from hipcoach.core.diary import Diary
from hipcoach.core.recorder import happened
from hipcoach.core.session import Session, SessionState

_ENDED = {SessionState.FINISHED, SessionState.ENDED_EARLY}


def open_review(diary: Diary, today: date) -> Session | None:
    """The latest session, if it ended today and its review is open.

    The day is that of its end, so that a session over midnight can be reviewed too. An older one is
    not asked about: pain now says nothing about it any more. Where a later session of the day was
    begun, its own review is the one that counts.
    """
    with_app = (s for s in diary.sessions if not s.without_app)
    begun = (s for s in with_app if s.state is not SessionState.DISCARDED)
    last = max(begun, key=lambda session: (session.started_at, session.id), default=None)
    if last is None or last.state not in _ENDED or last.ended_at is None:
        return None
    waits = last.ended_at.date() == today and happened(last) and not _answered(last)
    return last if waits else None


def _answered(session: Session) -> bool:
    """Whether any question has its answer: a review that was saved is not offered again."""
    scores = session.effort is not None or session.pain_worst is not None
    corrected = any(done.tidy_reps != done.reps for done in session.sets)
    return scores or corrected or bool(session.pain_after or session.note)
