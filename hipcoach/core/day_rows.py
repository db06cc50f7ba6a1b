"""The diary's chart as a table: a row for every day that has anything, and none for the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.day_facts import marks_words, on_day, sessions_words
from hipcoach.core.diary import Diary
from hipcoach.core.diary_chart import DiaryChart
from hipcoach.core.of_days import days_in, ratings_of, sessions_of
from hipcoach.core.session import SessionState
from hipcoach.core.text import Message
from hipcoach.core.trend_view import Days
from hipcoach.core.trends import DAY, WEEK


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRow:
    """One day: the mean of its `n` ratings of now, the lowest and the highest of them.

    These are None, and `n` is 0, where it was not rated. `trailing` is the mean of its last 7 days,
    None where there are too few. `sessions` as in "morning done, evening missed", `marks` as in
    "Flare-up, Week 3 check-in"; None where there is nothing to say.
    """

    day: date
    mean: float | None
    low: int | None
    high: int | None
    n: int
    trailing: float | None
    sessions: Message | None
    marks: Message | None


def day_rows(
    chart: DiaryChart, diary: Diary, catalogue: Catalogue, shown: Days
) -> tuple[DayRow, ...]:
    """The rows of the days shown, the newest first."""
    days = row_days(chart, diary, catalogue, shown)
    return tuple(day_row(chart, diary, catalogue, day) for day in days)


def row_days(
    chart: DiaryChart, diary: Diary, catalogue: Catalogue, shown: Days
) -> tuple[date, ...]:
    """The days shown that have anything, the newest first: fast, whatever their number.

    A day on which a session was missed has something, too: a gap is not hidden.
    """
    found = {rating.at.date() for rating in ratings_of(diary, shown)}
    found.update(s.day for s in sessions_of(diary, shown) if s.state is not SessionState.DISCARDED)
    found.update(mark.day for mark in chart.check_ins)
    for shade in chart.shades:
        found.update(days_in(shade.days))
    for asked in _asked(diary, catalogue, chart.today):
        found.update(days_in(asked))
    return tuple(sorted((day for day in found if shown.first <= day <= shown.last), reverse=True))


def _asked(diary: Diary, catalogue: Catalogue, today: date) -> Iterator[Days]:
    """The days that are over of the runs whose program leaves no day free."""
    for run in diary.runs:
        program = catalogue.programs.get(run.program)
        if program and program.days_per_week == WEEK:
            last = today - DAY
            yield Days(first=run.started_on, last=min(run.ended_on or last, last))


def day_row(chart: DiaryChart, diary: Diary, catalogue: Catalogue, day: date) -> DayRow:
    """The row of one day, which a long table asks for once it is seen."""
    value, mean = on_day(chart.points, day), on_day(chart.means, day)
    return DayRow(
        day=day,
        mean=value.mean if value else None,
        low=value.low if value else None,
        high=value.high if value else None,
        n=value.n if value else 0,
        trailing=mean.mean if mean else None,
        sessions=sessions_words(diary, catalogue, chart, day),
        marks=marks_words(chart, day),
    )
