"""The scales of the review, and its sentence about a session that ended early."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hipcoach.core.session import WARNING_SIGN, Session, SessionState
from hipcoach.core.text import Message, message


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewScale:
    """A question, what its two ends mean, and the score that the user has told already."""

    question: Message
    lowest: Message
    highest: Message
    score: int | None = None


def effort_scale(texts: Mapping[str, str]) -> ReviewScale:
    """How hard it was; `texts` are the catalogue's."""
    return ReviewScale(
        question=message("How hard was it?"),
        lowest=message(texts["effort-lowest"]),
        highest=message(texts["effort-highest"]),
    )


def worst_scale(session: Session, texts: Mapping[str, str]) -> ReviewScale:
    """The worst pain, at what "this hurts" told already."""
    told = (told.score for told in session.events if told.score is not None)
    question = message("Worst back pain during the session")
    return _pain_scale(question, texts, max(told, default=None))


def after_scale(texts: Mapping[str, str]) -> ReviewScale:
    """Pain now."""
    return _pain_scale(message("Back pain now"), texts)


def _pain_scale(
    question: Message, texts: Mapping[str, str], score: int | None = None
) -> ReviewScale:
    lowest, highest = message(texts["pain-lowest"]), message(texts["pain-highest"])
    return ReviewScale(question=question, lowest=lowest, highest=highest, score=score)


def how_it_ended(session: Session) -> Message | None:
    """That the session ended before its end, and why where a sign was the reason."""
    if any(told.choice == WARNING_SIGN for told in session.events):
        return message("It ended because of a warning sign. What you did is kept.")
    if session.state is SessionState.ENDED_EARLY:
        return message("It ended early. What you did is kept.")
    return None
