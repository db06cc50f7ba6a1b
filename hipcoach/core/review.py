"""The review after a session: tidy repetitions, effort, worst pain, pain now, a note."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from hipcoach.core.pain import AFTER_SESSION, PainRating
from hipcoach.core.session import EASY_DAY, RED, Session
from hipcoach.core.tags import session_tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The answers. `tidy` holds corrected tidy repetitions by place in the session's sets."""

    tidy: Mapping[int, int] = field(default_factory=dict)
    effort: int | None = None
    worst: int | None = None
    after: int | None = None
    note: str = ""


def reviewed(session: Session, review: Review, before: int | None) -> Session:
    """The session with the answers and its tag; ValueError names a bad answer.

    The tag waits for the next morning, but a red one is red already; without the pain before the
    session (`before`) there is none.
    """
    sets = tuple(
        replace(done, tidy_reps=review.tidy.get(place, done.tidy_reps))
        for place, done in enumerate(session.sets)
    )
    return replace(
        session,
        sets=sets,
        effort=review.effort,
        pain_worst=review.worst,
        note=review.note,
        tag=_tag(session, review, before),
    )


def _tag(session: Session, review: Review, before: int | None) -> str:
    """The tag by what is known: pain before, worst, after and every "this hurts"."""
    if before is None:
        return ""
    felt = [before, review.worst, review.after, *(told.score for told in session.events)]
    peak = max(score for score in felt if score is not None)
    tag = session_tag(before, peak, easy=session.program == EASY_DAY)
    return tag if tag == RED else ""


def rating_after(session: Session, review: Review, at: datetime) -> PainRating | None:
    """The pain rating after the session, or None where it was left open."""
    if review.after is None:
        return None
    return PainRating(at=at, score=review.after, tags=(AFTER_SESSION,), session=session.id)
