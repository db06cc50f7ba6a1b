"""The dates below the chart: as many as have room, and a year where it is not this one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hipcoach.ui.diary.chart_ticks import ticks

TODAY = date(2026, 12, 15)
MONDAY = date(2026, 11, 2)


def told(first, last, pitch):
    """The ticks of a plot in which a day is `pitch` wide and a character 7."""
    made = ticks(first, last, MONDAY, TODAY, lambda text, days: len(text) * 7 + 12 <= days * pitch)
    return [(tick.day, tick.text) for tick in made]


def test_six_weeks_have_a_date_a_week_from_the_weekday_of_the_start():
    found = told(date(2026, 11, 4), TODAY, 12)
    assert [text for _, text in found] == ["9 Nov", "16 Nov", "23 Nov", "30 Nov", "7 Dec", "14 Dec"]
    assert {day.weekday() for day, _ in found} == {MONDAY.weekday()}


def test_the_dates_stay_where_they_are_while_the_days_are_moved():
    here = dict(told(date(2026, 9, 1), date(2026, 10, 12), 12))
    there = dict(told(date(2026, 9, 4), date(2026, 10, 15), 12))
    assert set(here) & set(there) == {day for day in here if day >= date(2026, 9, 4)}


def test_a_year_that_is_not_this_one_is_named_where_it_begins():
    texts = [text for _, text in told(date(2025, 12, 8), date(2026, 1, 12), 14)]
    assert texts[0] == "8 Dec 2025"
    assert texts[1] == "15 Dec"
    assert texts[4] == "5 Jan 2026"
    assert texts[5] == "12 Jan"


@pytest.mark.parametrize(
    ("years", "texts"),
    [
        (1, ["Mar 2026", "May 2026", "Jul 2026", "Sep 2026", "Nov 2026"]),
        (10, [str(year) for year in range(2018, 2027)]),
        (50, [str(year) for year in range(1980, 2027, 5)]),
    ],
)
def test_long_spans_have_months_or_years(years, texts):
    first = TODAY - timedelta(days=round(years * 365.25) - 20)
    found = told(first, TODAY, 500 / (years * 365.25))
    assert [text for _, text in found] == texts
