"""The ticks of the time axis: as many days, weeks, months or years as have room for their words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from hipcoach.core.format import date_text, day_text, month_text
from hipcoach.core.text import tr

DAY = timedelta(days=1)
DAY_STEPS = (1, 2, 7, 14, 28)
MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)
SHORTEST_MONTH = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A word at the beginning of a day."""

    day: date
    text: str


def ticks(
    first: date, last: date, anchor: date, today: date, fits: Callable[[str, float], bool]
) -> tuple[Tick, ...]:
    """The ticks from `first` to `last`; weeks begin on the weekday of `anchor`.

    `fits` tells whether a text has room in so many days. A year is named where it is not that of
    `today`, once.
    """
    widest = max((day_text(date(2000, month, 28)) for month in range(1, 13)), key=len)
    for step in DAY_STEPS:
        if fits(widest, step):
            return tuple(_with_years(_days(first, last, anchor, step), today))
    for step in MONTH_STEPS:
        if fits(_month_words(date(2000, 9, 1), step), step * SHORTEST_MONTH):
            break
    return tuple(Tick(day=d, text=_month_words(d, step)) for d in _months(first, last, step))


def _days(first: date, last: date, anchor: date, step: int) -> Iterator[date]:
    """Every `step` days, in phase with `anchor`."""
    day = first + ((anchor - first).days % step) * DAY
    while day <= last:
        yield day
        day += step * DAY


def _with_years(days: Iterator[date], today: date) -> Iterator[Tick]:
    year = today.year
    for day in days:
        yield Tick(day=day, text=day_text(day) if day.year == year else date_text(day))
        year = day.year


def _months(first: date, last: date, step: int) -> Iterator[date]:
    """The first day of every `step` months."""
    month = first.year * 12 + first.month - 1
    while (day := date(month // 12, month % 12 + 1, 1)) <= last:
        if day >= first and month % step == 0:
            yield day
        month += 1


def _month_words(day: date, step: int) -> str:
    if step % 12 == 0:
        return str(day.year)
    return tr("{month} {year}", month=month_text(day), year=day.year)
