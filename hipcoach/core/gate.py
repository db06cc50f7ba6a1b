"""The gate: whether a session may start. Every front end asks it, and nothing goes around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from hipcoach.core.rules import CountRule, StartRule
from hipcoach.core.screening import (
    Answer,
    Questionnaire,
    Screening,
    Severity,
    items_of,
    strictest,
)

CLOCK_TOLERANCE = timedelta(minutes=10)
"""A screening dated further ahead than this was written under a wrong clock and is asked again."""


class Asked(StrEnum):
    """How much of the screening has to be asked again."""

    FULL = "full"
    SHORT = "short"


class Permission(StrEnum):
    """What the gate lets through.

    A session, only the easy day, or nothing until something is done.
    """

    SESSION = "session"
    EASY_DAY = "easy-day"
    REST_DAY = "rest-day"
    ASK_SHORT = "ask-short"
    ASK_FULL = "ask-full"
    CHECK_FIRST = "check-first"
    URGENT = "urgent"
    EMERGENCY = "emergency"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where the user stands.

    The strictest uncleared sign, its items, and what must be asked again.
    """

    severity: Severity = Severity.CLEAR
    items: tuple[str, ...] = ()
    asked: Asked | None = None


_STOPS = {
    Severity.EMERGENCY: Permission.EMERGENCY,
    Severity.URGENT: Permission.URGENT,
    Severity.CHECK_FIRST: Permission.CHECK_FIRST,
}


def standing(
    screenings: Sequence[Screening],
    questionnaire: Questionnaire,
    now: datetime,
    last_session: date | None,
    rule: CountRule,
) -> Standing:
    """What the stored screenings come to now.

    For each item the latest answer counts, with its clearance; the stored result is never trusted.
    Anything missing, of another wording or dated in the future asks the whole screening again.
    """
    latest = _latest_answers(screenings)
    known = items_of(questionnaire)
    open_items = [
        known[item]
        for item, screening in latest.items()
        if item in known
        and screening.answers[item] is not Answer.NO
        and not screening.cleared_on.get(item, date.max) <= now.date()
    ]
    severity = strictest(item.severity for item in open_items)
    return Standing(
        severity=severity,
        items=tuple(item.id for item in open_items if item.severity is severity),
        asked=_asked(screenings, questionnaire, now, last_session, rule),
    )


def latest_answers(screenings: Sequence[Screening]) -> dict[str, Answer]:
    """The latest answer to each item that was ever asked."""
    return {item: s.answers[item] for item, s in _latest_answers(screenings).items()}


def clearances(screenings: Sequence[Screening]) -> dict[str, date]:
    """The clearances that still hold, per item: those given with its latest answer."""
    latest = _latest_answers(screenings).items()
    return {item: s.cleared_on[item] for item, s in latest if item in s.cleared_on}


def _latest_answers(screenings: Sequence[Screening]) -> dict[str, Screening]:
    """Per item id the latest screening that answered it."""
    in_order = sorted(screenings, key=lambda screening: screening.at)
    return {item: screening for screening in in_order for item in screening.answers}


def _asked(
    screenings: Sequence[Screening],
    questionnaire: Questionnaire,
    now: datetime,
    last_session: date | None,
    rule: CountRule,
) -> Asked | None:
    wanted = items_of(questionnaire).keys()
    full = [
        screening.at
        for screening in screenings
        if screening.wording == questionnaire.version and screening.answers.keys() >= wanted
    ]
    if not full or any(s.at > now + CLOCK_TOLERANCE for s in screenings):
        return Asked.FULL
    sessions = [last_session] if last_session else []
    days = (now.date() - max(max(full).date(), *sessions, date.min)).days
    if days > rule.full_screening_after_days:
        return Asked.FULL
    any_screening = max(screening.at for screening in screenings).date()
    days = (now.date() - max(any_screening, *sessions, date.min)).days
    return Asked.SHORT if days > rule.short_screening_after_days else None


def redated(screenings: Sequence[Screening], now: datetime) -> tuple[Screening, ...]:
    """Screenings dated in the future, dated now: stored when the whole one is asked again."""
    return tuple(replace(s, at=now) for s in screenings if s.at > now + CLOCK_TOLERANCE)


def gate(stands: Standing, pain_now: int | None, rule: StartRule) -> Permission:
    """Whether a session may start, for every front end alike (clinical.md R-START, R-PRE6)."""
    if stands.severity in _STOPS:
        return _STOPS[stands.severity]
    if stands.asked:
        return Permission.ASK_FULL if stands.asked is Asked.FULL else Permission.ASK_SHORT
    if pain_now is not None and pain_now >= rule.rest_day_from:
        return Permission.REST_DAY
    if pain_now is not None and pain_now >= rule.easy_day_from:
        return Permission.EASY_DAY
    return Permission.SESSION
