"""The moment of an entry that is moved: its day stays its day, and its offset is one that holds."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

import pytest

from hipcoach.core.moment import moved_to

HOME, AWAY = timezone(timedelta(hours=1)), timezone(timedelta(hours=9))
AT = datetime(2026, 12, 15, 18, 10, 42, tzinfo=AWAY)


def local(naive: datetime) -> datetime:
    """Where the user is now."""
    return naive.replace(tzinfo=HOME)


@pytest.mark.parametrize("stored", [True, False])
def test_what_is_not_moved_is_the_moment_itself_to_the_second(stored):
    moved = moved_to(AT, AT.date(), time(18, 10), local, stored=stored)
    assert (moved, moved.tzinfo) == (AT, AWAY)


def test_another_time_of_the_same_day_keeps_the_offset_of_what_is_stored():
    moved = moved_to(AT, AT.date(), time(7, 5), local, stored=True)
    assert (moved.isoformat(), moved.date()) == ("2026-12-15T07:05:00+09:00", AT.date())


@pytest.mark.parametrize(
    ("day", "stored"), [(AT.date(), False), (date(2026, 12, 14), True), (date(2026, 12, 14), False)]
)
def test_anything_else_has_the_offset_that_holds_here(day, stored):
    moved = moved_to(AT, day, time(7, 5), local, stored=stored)
    assert moved == datetime.combine(day, time(7, 5), HOME)
