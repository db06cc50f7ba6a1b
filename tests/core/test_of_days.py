"""Entries of some days, found by the day in their own UTC offset."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.diary import Diary
from hipcoach.core.of_days import days_in, ratings_of
from hipcoach.core.pain import PainRating
from hipcoach.core.trend_view import Days

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)

MOMENTS = st.builds(
    lambda hours, east: (NOON + timedelta(hours=hours)).astimezone(timezone(timedelta(hours=east))),
    st.integers(-120, 120),
    st.integers(-12, 14),
)


@given(st.lists(MOMENTS, max_size=30), st.integers(-4, 4), st.integers(0, 3))
def test_no_rating_of_the_days_is_missed(moments: list[datetime], first: int, more: int) -> None:
    ratings = [PainRating(id=str(n), at=at, score=3) for n, at in enumerate(sorted(moments))]
    start = NOON.date() + timedelta(days=first)
    days = Days(first=start, last=start + timedelta(days=more))
    found = ratings_of(Diary(pain_ratings=tuple(ratings)), days)
    assert found == [r for r in ratings if days.first <= r.at.date() <= days.last]


def test_the_days_are_counted_over_a_leap_day() -> None:
    days = Days(first=date(2028, 2, 28), last=date(2028, 3, 1))
    assert [day.day for day in days_in(days)] == [28, 29, 1]
