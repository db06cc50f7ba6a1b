"""The entries of the diary that a person can look through and change, and what was decided."""

from __future__ import annotations

from datetime import date, datetime
from typing import TypeAlias

from hipcoach.core.diary import Diary
from hipcoach.core.pain import PainRating
from hipcoach.core.run import Absence, Decision, Flare
from hipcoach.core.session import Session, SessionState

Entry: TypeAlias = PainRating | Session | Flare | Absence
"""A rating, a session done without the app, a flare-up, days away or ill: what can be changed."""

Line: TypeAlias = Entry | Decision
"""An entry, or a decision of the rules, which stays as it was made."""


def entries(diary: Diary) -> tuple[Line, ...]:
    """All of them, the newest first; a period stands above the other entries of its first day.

    Ordered by the days that they show, each in its own offset, and within a day as time went by.
    """
    found: list[Line] = [*diary.pain_ratings, *diary.flares, *diary.absences, *diary.decisions]
    found += (session for session in diary.sessions if is_entry(session))
    return tuple(sorted(found, key=_order, reverse=True))


def is_entry(session: Session) -> bool:
    """Whether the session was entered, so that it can be changed and deleted."""
    return session.without_app and session.state is not SessionState.DISCARDED


def day_of(entry: Line) -> date:
    """The day that the entry stands at: of a period the first."""
    return entry.from_ if isinstance(entry, Flare | Absence) else moment_of(entry).date()


def moment_of(entry: PainRating | Session | Decision) -> datetime:
    """The time that the entry speaks of, in its own offset."""
    return entry.started_at if isinstance(entry, Session) else entry.at


def _order(entry: Line) -> tuple[int, float, str]:
    if isinstance(entry, Flare | Absence):
        return entry.from_.toordinal(), float("inf"), entry.id
    at = moment_of(entry)
    return at.toordinal(), at.timestamp(), entry.id
