"""The review after a session: tidy repetitions, effort, worst pain, pain now, a note."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from hipcoach.core.pain import AFTER_SESSION, PainRating
from hipcoach.core.progression.facts import SessionFacts, hurts
from hipcoach.core.progression.judged import judged
from hipcoach.core.rules import TagRule
from hipcoach.core.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The answers. `tidy` holds corrected tidy repetitions by place in the session's sets.

    `declined`: the keys of the cards (core/next_time.py) whose change is not wanted.
    """

    tidy: Mapping[int, int] = field(default_factory=dict)
    effort: int | None = None
    worst: int | None = None
    after: int | None = None
    note: str = ""
    declined: frozenset[str] = frozenset()


def reviewed(session: Session, review: Review, before: int | None, rule: TagRule) -> Session:
    """The session with the answers and its tag; ValueError names a bad answer.

    The tag waits for the next morning, but a red one is red already. `before` is the pain before
    the session, None where it was not given.
    """
    sets = tuple(
        replace(done, tidy_reps=review.tidy.get(place, done.tidy_reps))
        for place, done in enumerate(session.sets)
    )
    done = replace(
        session, sets=sets, effort=review.effort, pain_worst=review.worst, note=review.note
    )
    told = SessionFacts(
        session=done,
        before=before,
        worst=review.worst,
        after=review.after,
        hurts=hurts(done),
        effort=review.effort,
    )
    return replace(done, tag=judged(told, rule).tag)


def rating_after(session: Session, review: Review, at: datetime) -> PainRating | None:
    """The pain rating after the session, or None where it was left open."""
    if review.after is None:
        return None
    return PainRating(at=at, score=review.after, tags=(AFTER_SESSION,), session=session.id)
