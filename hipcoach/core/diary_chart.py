"""The diary's pain chart as values: what it shows of which days, with all words that stand in it.

Definitions: product.md sections 6 and 7. `core/chart_words.py` says the chart, and
`core/chart_sessions.py` has the rows of sessions below it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from operator import attrgetter

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.low_focus import closed_until
from hipcoach.core.pain import RatingKind
from hipcoach.core.run import ILL, Period, Run
from hipcoach.core.session import SessionState, Slot
from hipcoach.core.text import Message, message
from hipcoach.core.trend_view import Days
from hipcoach.core.trend_words import Edge, change_edges, now_edge, start_edge
from hipcoach.core.trends import (
    DAY,
    WEEK,
    WEEKLY_FROM,
    DayValue,
    MeanPoint,
    Trend,
    daily_values,
    segments,
    trailing_means,
    trend_of,
    trend_run,
    weekly_means,
    weekly_values,
)
from hipcoach.core.week_marks import Mark

_by_day = attrgetter("day")

FEWEST_DAYS = 14
"""A chart of fewer days has two weeks all the same."""

MOST_AHEAD = 28 * DAY
"""How far into the future days away that are already entered are shown."""


class Reach(StrEnum):
    """How many days the chart shows."""

    TWO_WEEKS = "2-weeks"
    SIX_WEEKS = "6-weeks"
    THREE_MONTHS = "3-months"
    ALL = "all"

    @property
    def words(self) -> Message:
        """What stands on its button."""
        return {
            Reach.TWO_WEEKS: message("2 weeks"),
            Reach.SIX_WEEKS: message("6 weeks"),
            Reach.THREE_MONTHS: message("3 months"),
            Reach.ALL: message("All"),
        }[self]


class ShadeKind(StrEnum):
    """Why days are shaded. FLARE is hatched."""

    FLARE = "flare"
    AWAY = "away"
    ILL = "ill"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shade:
    """A flare-up or days away, within the chart's days. `goes_on`: it has no last day yet."""

    days: Days
    kind: ShadeKind
    text: Message
    goes_on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInMark:
    """The day on which a check-in of a run is due, as "Week 3". `done`: it was answered."""

    day: date
    text: Message
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionOn:
    """A slot of a day: `slot` is the row it stands in, MORNING or EVENING.

    `mark` is FULL, SHORT, EASY, MISSED, FLARE or AWAY; the last two: not planned, nothing was done.
    What is still to come has no mark. `session` is the id of what was done, "" where nothing was.
    `words` as in "evening missed"; they name no half of the day where it has one slot.
    """

    day: date
    slot: Slot
    mark: Mark
    session: str
    words: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryChart:
    """The whole chart, made at the moment `at`.

    `days` are all that can be shown, at least two weeks, today among them. `trend` is the one of
    today; `since` is the start of the run that it is compared with (None: no run), from which day
    on the start line is drawn. `edges` of the band of change, `start` and `now` stand beside the
    plot. `points` and `means` are in order, `weekly` and `weekly_means` stand in for them in a long
    view. `closed` stands in place of it all in low-focus mode until a look; None where it is open.
    `sample`: the diary is made up.
    """

    at: datetime
    days: Days
    trend: Trend
    since: date | None = None
    edges: tuple[Edge, ...] = ()
    start: Edge | None = None
    now: Edge | None = None
    shades: tuple[Shade, ...] = ()
    check_ins: tuple[CheckInMark, ...] = ()
    points: tuple[DayValue, ...] = ()
    means: tuple[MeanPoint, ...] = ()
    weekly: tuple[DayValue, ...] = ()
    weekly_means: tuple[MeanPoint, ...] = ()
    closed: Message | None = None
    sample: bool = False

    @property
    def today(self) -> date:
        """The day of the moment, in its own UTC offset."""
        return self.at.date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Visible:
    """What is drawn of some days: their points, and the pieces of the line.

    The pieces reach one mean beyond the days, so that they meet the edge. `weekly`: each point is a
    week, and stands at its middle.
    """

    points: tuple[DayValue, ...]
    segments: tuple[tuple[MeanPoint, ...], ...]
    weekly: bool


def diary_chart(diary: Diary, catalogue: Catalogue, now: datetime) -> DiaryChart:
    """The chart at the moment `now`, today being the day of its own offset."""
    today, rule = now.date(), catalogue.rules.trend
    run = trend_run(diary, today)
    since = run.started_on if run else None
    points = daily_values(diary.pain_ratings)
    found = trend_of(points, since, today, rule)
    others = _days_of_others(diary)
    days = _days(diary, points, others, today)
    weekly = weekly_values(points, since or days.first)
    return DiaryChart(
        at=now,
        days=days,
        trend=found,
        since=since,
        edges=change_edges(found, rule),
        start=start_edge(found),
        now=now_edge(found),
        shades=tuple(_shades(diary, days)),
        check_ins=tuple(_check_ins(diary, catalogue, days, others)),
        points=points,
        means=found.means if len(found.days) == len(points) else trailing_means(points, rule),
        weekly=weekly,
        weekly_means=weekly_means(weekly),
        closed=closed_until(diary.settings, diary.open_run(today), today),
        sample=diary.settings.sample,
    )


def _days_of_others(diary: Diary) -> list[date]:
    """The days that have a rating of the last 24 hours, in order."""
    return sorted(r.at.date() for r in diary.pain_ratings if r.kind is not RatingKind.NOW)


def _days(diary: Diary, points: Sequence[DayValue], others: Sequence[date], today: date) -> Days:
    """From the first day that has anything to the last one, or to today."""
    periods = (*diary.flares, *diary.absences)
    ends = (period.to or period.from_ for period in periods)
    found = [
        today,
        *(value.day for value in (*points[:1], *points[-1:])),
        *(*others[:1], *others[-1:]),
        *(s.day for s in diary.sessions if s.state is not SessionState.DISCARDED),
        *(run.started_on for run in diary.runs if run.started_on <= today),
        *(min(day, today + MOST_AHEAD) for day in (*ends, *(p.from_ for p in periods))),
    ]
    last = max(found)
    return Days(first=min(*found, last - (FEWEST_DAYS - 1) * DAY), last=last)


def _shades(diary: Diary, shown: Days) -> Iterator[Shade]:
    """Days away and flare-ups in the order of their first days, the flare-ups on top."""
    for period in diary.absences:
        ill = period.reason == ILL
        kind, text = (ShadeKind.ILL, message("Ill")) if ill else (ShadeKind.AWAY, message("Away"))
        yield from _shade(period, kind, text, shown)
    for flare in diary.flares:
        yield from _shade(flare, ShadeKind.FLARE, message("Flare-up"), shown)


def _shade(period: Period, kind: ShadeKind, text: Message, shown: Days) -> Iterator[Shade]:
    days = Days(first=period.from_, last=min(period.to or shown.last, shown.last))
    if days.first <= days.last:
        yield Shade(days=days, kind=kind, text=text, goes_on=period.to is None)


def _check_ins(
    diary: Diary, catalogue: Catalogue, shown: Days, others: Sequence[date]
) -> Iterator[CheckInMark]:
    """The check-ins of all runs, as far as they were due by the last day."""
    stored = {(check_in.run, check_in.week) for check_in in diary.check_ins}
    around = catalogue.rules.count.check_in_days_around * DAY
    for run, week, day in _due_days(diary.runs, catalogue, shown.last):
        near = bisect_left(others, day - around) < bisect_right(others, day + around)
        done = (run.id, week) in stored or near
        yield CheckInMark(day=day, text=message("Week {week}", week=week), done=done)


def _due_days(
    runs: Iterable[Run], catalogue: Catalogue, last: date
) -> Iterator[tuple[Run, int, date]]:
    for run in runs:
        program = catalogue.programs.get(run.program)
        ended = min(run.ended_on or last, last)
        for week in program.check_ins if program else ():
            day = run.started_on + week * WEEK * DAY
            if day <= ended:
                yield run, week, day


def reach_days(chart: DiaryChart, reach: Reach) -> Days:
    """The days that are shown at first: they end today; all of them for ALL."""
    if reach is Reach.ALL:
        return chart.days
    number = {Reach.TWO_WEEKS: 14, Reach.SIX_WEEKS: 42, Reach.THREE_MONTHS: 91}[reach]
    return Days(first=chart.today - (number - 1) * DAY, last=chart.today)


def visible(chart: DiaryChart, days: Days) -> Visible:
    """What is drawn of these days: daily values, or weekly ones over more than 26 weeks."""
    weekly = (days.last - days.first).days + 1 >= WEEKLY_FROM
    points = chart.weekly if weekly else chart.points
    means = chart.weekly_means if weekly else chart.means
    first, past = _between(means, days)
    return Visible(
        points=points[slice(*_between(points, days))],
        segments=segments(means[max(first - 1, 0) : past + 1]),
        weekly=weekly,
    )


def _between(values: Sequence[DayValue] | Sequence[MeanPoint], days: Days) -> tuple[int, int]:
    """Where the values of these days begin, and where they are over."""
    return (
        bisect_left(values, days.first, key=_by_day),
        bisect_right(values, days.last, key=_by_day),
    )
