"""Ticks of a time axis: every week or few weeks, in a long period the first of a month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hipcoach.core.format import day_text, month_text
from hipcoach.core.text import tr
from hipcoach.report.chart import Tick
from hipcoach.report.scope import DAY, WEEK

MOST_WEEKS = 7
MOST_MONTHS = 6
LONGEST_IN_WEEKS = 26 * WEEK
MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)


def ticks(first: date, last: date) -> tuple[Tick, ...]:
    """Ticks from `first` to `last`, few enough that their words do not touch."""
    days = (last - first).days + 1
    return tuple(_weeks(first, days) if days <= LONGEST_IN_WEEKS else _months(first, last))


def _weeks(first: date, days: int) -> Iterator[Tick]:
    step = -(-days // (WEEK * MOST_WEEKS)) * WEEK
    for number in range(0, days, step):
        day = first + number * DAY
        yield Tick(day=day, text=day_text(day))


def _months(first: date, last: date) -> Iterator[Tick]:
    beginnings = list(_beginnings(first, last))
    step = next(
        s for s in MONTH_STEPS if len(beginnings) / s <= MOST_MONTHS or s == MONTH_STEPS[-1]
    )
    for day in beginnings:
        if (day.year * 12 + day.month - 1) % step == 0:
            yield Tick(day=day, text=tr("{month} {year}", month=month_text(day), year=day.year))


def _beginnings(first: date, last: date) -> Iterator[date]:
    """The first days of the months within the days."""
    month = first.year * 12 + first.month - 1
    while (day := date(month // 12, month % 12 + 1, 1)) <= last:
        if day >= first:
            yield day
        month += 1
