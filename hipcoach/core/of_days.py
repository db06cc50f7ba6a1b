"""What of a long diary lies in some days, found without reading the rest."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

from hipcoach.core.diary import Diary
from hipcoach.core.pain import PainRating
from hipcoach.core.session import Session
from hipcoach.core.trend_view import Days

T = TypeVar("T")
DAY = timedelta(days=1)


def ratings_of(diary: Diary, days: Days) -> list[PainRating]:
    """The ratings of these days, each by the calendar day in its own UTC offset."""
    return list(_of(diary.pain_ratings, days, lambda rating: rating.at))


def sessions_of(diary: Diary, days: Days) -> list[Session]:
    """The sessions of these days, discarded ones too."""
    return list(_of(diary.sessions, days, lambda session: session.started_at))


def days_in(days: Days) -> Iterator[date]:
    """Each of the days."""
    return (days.first + number * DAY for number in range((days.last - days.first).days + 1))


def _of(values: Sequence[T], days: Days, at: Callable[[T], datetime]) -> Iterator[T]:
    """The values of these days; their moments are in order, their days may differ by an offset."""
    earliest, latest = _midnight(days.first) - DAY, _midnight(days.last) + 2 * DAY
    first, end = bisect_left(values, earliest, key=at), bisect_right(values, latest, key=at)
    return (one for one in values[first:end] if days.first <= at(one).date() <= days.last)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
