"""Days in words."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from hipcoach.core.day_names import clock_time, day_in_words, month, weekday, weekday_short
from hipcoach.core.text import say


def test_a_day_has_its_weekday_and_month() -> None:
    assert say(day_in_words(date(2026, 12, 10))) == "Thursday 10 December"


def test_every_weekday_and_month_has_its_own_name() -> None:
    week = [date(2026, 11, 2) + timedelta(days=day) for day in range(7)]
    assert [say(weekday_short(day)) for day in week] == [say(weekday(day))[:2] for day in week]
    assert len({say(weekday(day)) for day in week}) == 7
    year = [date(2026, number, 1) for number in range(1, 13)]
    assert [say(month(day)) for day in year] == [f"{day:%B}" for day in year]


def test_the_time_of_day_is_the_entrys_own() -> None:
    zone = timezone(timedelta(hours=-5))
    assert clock_time(datetime(2026, 11, 2, 7, 5, tzinfo=zone)) == "07:05"
