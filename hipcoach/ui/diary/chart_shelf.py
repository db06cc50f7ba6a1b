"""The sessions that the chart has asked for: day by day, and counted for spans too long for marks.

A month is asked for once. Counting many years takes a while, so that is done month by month while
the window has nothing else to do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from hipcoach.core.diary_chart import SessionOn
from hipcoach.core.session import Slot
from hipcoach.core.trend_view import Days
from hipcoach.core.week_marks import Mark

DAY = timedelta(days=1)
LONGER = 5
"""Days after which, with the days of a unit, the next one has surely begun, and no later one."""
WHOLE = {Mark.FULL, Mark.EASY}
PLANNED = {*WHOLE, Mark.SHORT, Mark.MISSED}

Asked = Callable[[Days], tuple[SessionOn, ...]]


class Unit(Enum):
    """What one bar counts, and how many days that is."""

    WEEK = 7
    MONTH = 30
    QUARTER = 91
    YEAR = 365


@dataclass(slots=True)
class Tally:
    """Of some planned sessions of one half of the day: `whole` ones done, and ones cut `short`."""

    whole: int = 0
    short: int = 0
    planned: int = 0


class Shelf:
    """The sessions of the days of a diary; weeks begin on the weekday of `anchor`."""

    def __init__(self, ask: Asked, days: Days, anchor: date) -> None:
        self._ask, self._days, self._anchor = ask, days, anchor
        self._marks: dict[date, tuple[SessionOn, ...]] = {}
        self._tallies: dict[tuple[Unit, date, Slot], Tally] = defaultdict(Tally)

    def marks(self, days: Days) -> Iterator[SessionOn]:
        """The marks of the days."""
        for month in _months(days):
            yield from (on for on in self._month(month) if days.first <= on.day <= days.last)

    def counted(self, unit: Unit, days: Days, slot: Slot) -> Iterator[tuple[Days, Tally]]:
        """The counts of the bars within the days, as far as they were counted."""
        for span in _spans(unit, days, self._anchor):
            tally = self._tallies.get((unit, span.first, slot))
            if tally:
                yield span, tally

    def lacks(self, days: Days) -> bool:
        """Whether days were not counted yet."""
        return any(month not in self._marks for month in _months(days))

    def count(self, days: Days) -> Iterator[float]:
        """Count what is lacking, the latest month first, one a step."""
        for month in reversed(list(_months(days))):
            if month not in self._marks:
                self._month(month)
                yield 0.0

    def _month(self, first: date) -> tuple[SessionOn, ...]:
        """The marks of a month, asked for once."""
        if first not in self._marks:
            begin = max(first, self._days.first)
            end = min(_next_month(first) - DAY, self._days.last)
            found = self._ask(Days(first=begin, last=end)) if begin <= end else ()
            self._marks[first] = found
            for on in found:
                self._tally(on)
        return self._marks[first]

    def _tally(self, on: SessionOn) -> None:
        if on.mark not in PLANNED:
            return
        for unit in Unit:
            tally = self._tallies[unit, beginning(unit, on.day, self._anchor), on.slot]
            tally.planned += 1
            tally.whole += on.mark in WHOLE
            tally.short += on.mark is Mark.SHORT


def beginning(unit: Unit, day: date, anchor: date) -> date:
    """The first day of the week, month, quarter or year that a day belongs to."""
    if unit is Unit.WEEK:
        return day - (day - anchor).days % 7 * DAY
    months = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}[unit]
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def _spans(unit: Unit, days: Days, anchor: date) -> Iterator[Days]:
    """The weeks, months, quarters or years that the days touch."""
    first = beginning(unit, days.first, anchor)
    while first <= days.last:
        following = beginning(unit, first + (unit.value + LONGER) * DAY, anchor)
        yield Days(first=first, last=following - DAY)
        first = following


def _months(days: Days) -> Iterator[date]:
    """The months that the days touch, by their first day."""
    month = days.first.replace(day=1)
    while month <= days.last:
        yield month
        month = _next_month(month)


def _next_month(first: date) -> date:
    return (first + 31 * DAY).replace(day=1)
