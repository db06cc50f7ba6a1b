"""The gate: whether a session may start. Every front end asks it, and nothing goes around it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from operator import itemgetter

from hipcoach.core.diary import Diary
from hipcoach.core.gap import days_between, last_session
from hipcoach.core.hurt import is_new_below_knee
from hipcoach.core.pain import BELOW_KNEE, PainRating, Place
from hipcoach.core.rules import CountRule, StartRule
from hipcoach.core.run import Run
from hipcoach.core.screening import (
    Answer,
    Questionnaire,
    Screening,
    Severity,
    items_of,
    new_signs,
    strictest,
)
from hipcoach.core.session import WARNING_SIGN, Session, SessionEvent

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

    The strictest uncleared sign, its items, whether a doctor refused exercise for one, and what
    must be asked again.
    """

    severity: Severity = Severity.CLEAR
    items: tuple[str, ...] = ()
    refused: bool = False
    asked: Asked | None = None


_STOPS = {
    Severity.EMERGENCY: Permission.EMERGENCY,
    Severity.URGENT: Permission.URGENT,
    Severity.CHECK_FIRST: Permission.CHECK_FIRST,
}


def standing(
    diary: Diary, questionnaire: Questionnaire, now: datetime, rule: CountRule
) -> Standing:
    """What the stored screenings come to now.

    For each item the latest answer counts, with its clearance; the stored result is never trusted.
    Anything missing, of another wording or dated in the future asks the whole screening again, and
    so does a warning sign that was told until all of its list is answered. After a flare-up and at
    some weeks of a run the short one is asked (clinical.md D3), after many days missed the short or
    the whole one: days since the last session that counts, or since the questions were answered.
    """
    latest = _latest_answers(diary.screenings, now)
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
        refused=any(item.id in latest[item.id].refused_on for item in open_items),
        asked=_asked(diary, questionnaire, now, rule),
    )


def latest_answers(screenings: Sequence[Screening], now: datetime) -> dict[str, Answer]:
    """The latest answer to each item that was ever asked."""
    return {item: s.answers[item] for item, s in _latest_answers(screenings, now).items()}


def clearances(screenings: Sequence[Screening], now: datetime) -> dict[str, date]:
    """The clearances that still hold, per item: given with its latest answer, which is no No."""
    latest = _latest_answers(screenings, now).items()
    return {
        item: screening.cleared_on[item]
        for item, screening in latest
        if item in screening.cleared_on and screening.answers[item] is not Answer.NO
    }


def _latest_answers(screenings: Sequence[Screening], now: datetime) -> dict[str, Screening]:
    """Per item id the latest screening that answered it.

    One that is dated in the future lifts no sign: a clock put forward and back leads past none.
    """
    in_order = sorted(screenings, key=lambda screening: screening.at)
    return {
        item: told
        for told in in_order
        for item, said in told.given.items()
        if not (_is_ahead(told, now) and (said is Answer.NO or item in told.cleared_on))
    }


def _is_ahead(screening: Screening, now: datetime) -> bool:
    return screening.at > now + CLOCK_TOLERANCE


def _asked(
    diary: Diary, questionnaire: Questionnaire, now: datetime, rule: CountRule
) -> Asked | None:
    full = _answered_at(diary.screenings, items_of(questionnaire), questionnaire.version)
    if not full or any(_is_ahead(screening, now) for screening in diary.screenings):
        return Asked.FULL
    sign = max(_warning_signs(diary), default=None)
    listed = _answered_at(diary.screenings, new_signs(questionnaire), None)
    if sign and not any(at >= sign for at in listed):
        return Asked.FULL
    today, last = now.date(), last_session(diary, now, rule)
    days = [last.day] if last else []
    if days_between(max([max(full).date(), *days]), today) > rule.full_screening_after_days:
        return Asked.FULL
    short = max(_answered_at(diary.screenings, items_of(questionnaire, short=True), None)).date()
    if any(flare.to and short <= flare.to < today for flare in diary.flares):
        return Asked.SHORT
    if any(short < day - _around(rule) for day in _screening_days(diary.runs, today, rule)):
        return Asked.SHORT
    missed = days_between(max([short, *days]), today)
    return Asked.SHORT if missed > rule.short_screening_after_days else None


def _around(rule: CountRule) -> timedelta:
    """So long before its day the short screening counts for it, as a check-in does."""
    return timedelta(days=rule.check_in_days_around)


def _screening_days(runs: Sequence[Run], today: date, rule: CountRule) -> Iterator[date]:
    """The days by today on which a run under way came to a week of the short screening.

    A run that ended later leaves its question open: another program does not answer it.
    """
    weeks = [timedelta(weeks=week) for week in rule.short_screening_weeks]
    for run in runs:
        behind = min(today, run.ended_on or today) - run.started_on
        yield from (run.started_on + after for after in weeks if after <= behind)


def _answered_at(
    screenings: Sequence[Screening], items: Collection[str], wording: str | None
) -> list[datetime]:
    """When all these items were answered, in this wording if one is named."""
    return [
        screening.at
        for screening in screenings
        if screening.given.keys() >= set(items) and wording in {None, screening.wording}
    ]


def _warning_signs(diary: Diary) -> Iterator[datetime]:
    """When sessions were ended for a warning sign, or pain was told that was new below the knee.

    In a session or a rating alike, in the order in which it was told: a rating that is dated back
    neither makes a later one known nor counts as answered before it was there.
    """
    events = [told for session in diary.sessions for told in session.events]
    yield from (told.at for told in events if told.choice == WARNING_SIGN)
    placed = [(told.at, told.places) for told in events if told.places]
    placed += [(r.told_at or r.at, r.places) for r in diary.pain_ratings if r.places]
    known: set[Place] = set()
    for at, places in sorted(placed, key=itemgetter(0)):
        if is_new_below_knee(places, known):
            yield at
        known.update(places)


def tells_of_signs(told: Screening | Session | PainRating) -> bool:
    """Whether it holds answers about warning signs, or a sign was told in it."""
    if isinstance(told, Screening):
        return True
    if isinstance(told, PainRating):
        return bool(BELOW_KNEE.intersection(told.places))
    return any(
        event.choice == WARNING_SIGN or BELOW_KNEE.intersection(event.places)
        for event in told.events
    )


def redated(screenings: Sequence[Screening], now: datetime) -> tuple[Screening, ...]:
    """Screenings dated in the future, dated now: stored when the whole one is asked again."""
    return tuple(replace(s, at=now) for s in screenings if _is_ahead(s, now))


def redated_ratings(ratings: Sequence[PainRating], now: datetime) -> tuple[PainRating, ...]:
    """Pain below the knee that was told in the future, told now: answers that follow can end it."""
    below = (rating for rating in ratings if BELOW_KNEE.intersection(rating.places))
    ahead = (r for r in below if (r.told_at or r.at) > now + CLOCK_TOLERANCE)
    return tuple(replace(rating, told_at=now) for rating in ahead)


def redated_sessions(sessions: Sequence[Session], now: datetime) -> tuple[Session, ...]:
    """Sessions in which something was told in the future, with that told now."""
    return tuple(
        replace(session, events=tuple(_by_now(told, now) for told in session.events))
        for session in sessions
        if any(told.at > now + CLOCK_TOLERANCE for told in session.events)
    )


def _by_now(told: SessionEvent, now: datetime) -> SessionEvent:
    return replace(told, at=min(told.at, now))


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
