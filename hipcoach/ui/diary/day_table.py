"""The chart as a table: a row for every day that has anything, for who cannot see the chart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal

from hipcoach.core.day_names import day_in_words, weekday_abbreviated
from hipcoach.core.day_rows import DayRow
from hipcoach.core.format import capitalised, date_text, day_text, number
from hipcoach.core.text import ntr, say, tr
from hipcoach.ui.diary.rows_model import Cell, Column, Row
from hipcoach.ui.diary.rows_table import RowsTable
from hipcoach.ui.theme import Theme

NARROW = 560
NOTHING = "\u2013"
"""What stands where there is no number."""

Describe = Callable[[date], DayRow]


def _columns() -> tuple[Column, ...]:
    return (
        Column(title=tr("Day"), least=112),
        Column(title=tr("Mean"), least=48),
        Column(title=tr("Low to high"), least=64, kept=False),
        Column(title=tr("7-day mean"), least=64),
        Column(title=tr("Sessions"), least=120),
        Column(title=tr("Marks"), least=96, grows=True, kept=False),
    )


class DayTable(RowsTable):
    """`day_opened` carries the day that Enter or a double click was on."""

    day_opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("Back pain by day"), _columns(), NARROW)
        self._days: Sequence[date] = ()
        self.opened.connect(lambda row: self.day_opened.emit(self._days[row]))

    def show_days(self, days: Sequence[date], row: Describe, today: date) -> None:
        """Show the days, the newest first; `row` is asked for those that are seen."""
        self._days = days
        self.show_rows(len(days), lambda number: _cells(row(days[number]), today))


def _cells(row: DayRow, today: date) -> Row:
    span = "" if row.low is None else f"{row.low}{NOTHING}{row.high}"
    trailing = NOTHING if row.trailing is None else number(row.trailing)
    sessions, marks = (capitalised(say(it)) if it else "" for it in (row.sessions, row.marks))
    day = _day(row.day, today)
    return (
        Cell(text=day, style="small_strong", colour="ink", below=marks, name=_name(row)),
        Cell(text=_mean(row), style="small_strong", colour="ink", below=span),
        Cell(text=span),
        Cell(text=trailing),
        Cell(text=sessions),
        Cell(text=marks),
    )


def _day(day: date, today: date) -> str:
    text = day_text(day) if day.year == today.year else date_text(day)
    return tr("{weekday} {date}", weekday=say(weekday_abbreviated(day)), date=text)


def _mean(row: DayRow) -> str:
    return NOTHING if row.mean is None else number(row.mean)


def _name(row: DayRow) -> str:
    """The whole row as a screen reader says it."""
    said = [say(day_in_words(row.day)) + f" {row.day.year}", *_pain(row)]
    said += [say(it) for it in (row.sessions, row.marks) if it]
    return ", ".join(said)


def _pain(row: DayRow) -> list[str]:
    if row.mean is None:
        return [tr("not rated")]
    mean = number(row.mean)
    told = [ntr("mean {mean} of {n} rating", "mean {mean} of {n} ratings", row.n, mean=mean)]
    if row.low != row.high:
        told.append(tr("{low} to {high}", low=row.low, high=row.high))
    if row.trailing is not None:
        told.append(tr("7-day mean {mean}", mean=number(row.trailing)))
    return told
