"""Daily values, their trailing mean, and how now compares with the start.

Definitions and windows: product.md section 6; thresholds: clinical.md E1. Only ratings of kind
"now" enter, by the calendar day in their own UTC offset.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from operator import attrgetter

from hipcoach.core.diary import Diary
from hipcoach.core.format import half_up
from hipcoach.core.pain import PainRating, RatingKind
from hipcoach.core.rules import TrendRule
from hipcoach.core.run import Run

DAY = timedelta(days=1)
WEEK = 7
WEEKLY_FROM = 26 * WEEK + 1
"""From so many days on a chart shows weekly values (product.md section 8)."""

_by_day = attrgetter("day")


@dataclass(frozen=True, slots=True, kw_only=True)
class DayValue:
    """The `n` ratings of one day: their mean, the lowest and the highest."""

    day: date
    mean: float
    low: int
    high: int
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MeanPoint:
    """The mean of the last 7 days' values on a rated day.

    `joined`: the calendar day before has a point too, so that a line may join them.
    """

    day: date
    mean: float
    joined: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """The mean of `n` rated days."""

    mean: float
    n: int


class Verdict(StrEnum):
    """What a change amounts to, by the thresholds alone. HIGHER: as large a change, upwards."""

    CLEAR = "clear change"
    POSSIBLE = "possible change"
    WITHIN = "within normal day-to-day variation"
    HIGHER = "higher than at the start"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """The pain trend of a run, or of a period of it.

    `change` has one decimal and `percent` is whole; both are below 0 where pain is lower now. They
    are None where they cannot be judged yet. `needed` is how many rated days each side needs.
    `compared` is False without a run: then there is no start that now could be compared with.
    """

    days: tuple[DayValue, ...]
    means: tuple[MeanPoint, ...]
    start: Level | None
    start_settled: bool
    now: Level | None
    change: float | None
    percent: int | None
    verdict: Verdict | None
    needed: int = 3
    compared: bool = True


def trend_run(diary: Diary, day: date) -> Run | None:
    """The run whose start the day's pain is compared with, here and wherever a trend is shown.

    The one under way on the day, or else the last one that had started by then.
    """
    before = (run for run in diary.runs if run.started_on <= day)
    last = max(before, key=lambda run: (run.started_on, run.id), default=None)
    return diary.run_on(day) or last


def daily_values(ratings: Iterable[PainRating]) -> tuple[DayValue, ...]:
    """One value per day that has a rating of kind "now", in the order of the days."""
    scores: dict[date, list[int]] = defaultdict(list)
    for rating in ratings:
        if rating.kind is RatingKind.NOW:
            scores[rating.at.date()].append(rating.score)
    return tuple(_day_value(day, found) for day, found in sorted(scores.items()))


def _day_value(day: date, scores: Sequence[int]) -> DayValue:
    mean = sum(scores) / len(scores)
    return DayValue(day=day, mean=mean, low=min(scores), high=max(scores), n=len(scores))


def trailing_means(days: Iterable[DayValue], rule: TrendRule) -> tuple[MeanPoint, ...]:
    """The trailing mean on each of `days` (in order) with enough rated days in its window."""
    points: list[MeanPoint] = []
    window: deque[DayValue] = deque()
    for day in days:
        window.append(day)
        while day.day - window[0].day >= rule.window_days * DAY:
            window.popleft()
        if len(window) >= rule.fewest_rated_days:
            joined = bool(points) and points[-1].day == day.day - DAY
            mean = sum(value.mean for value in window) / len(window)
            points.append(MeanPoint(day=day.day, mean=mean, joined=joined))
    return tuple(points)


def segments(means: Iterable[MeanPoint]) -> tuple[tuple[MeanPoint, ...], ...]:
    """The means, cut where a line may not join them."""
    lines: list[list[MeanPoint]] = []
    for mean in means:
        if mean.joined and lines:
            lines[-1].append(mean)
        else:
            lines.append([mean])
    return tuple(map(tuple, lines))


def weekly_values(days: Iterable[DayValue], first: date) -> tuple[DayValue, ...]:
    """One value per week that has a rated day, at its middle: the mean of its daily values.

    Weeks are blocks of 7 days that one of begins on `first`; `days` are in order.
    """
    weeks: dict[int, list[DayValue]] = defaultdict(list)
    for day in days:
        weeks[(day.day - first).days // WEEK].append(day)
    return tuple(
        DayValue(
            day=first + (week * WEEK + WEEK // 2) * DAY,
            mean=sum(day.mean for day in found) / len(found),
            low=min(day.low for day in found),
            high=max(day.high for day in found),
            n=sum(day.n for day in found),
        )
        for week, found in weeks.items()
    )


def weekly_means(weeks: Iterable[DayValue]) -> tuple[MeanPoint, ...]:
    """The weekly values as a line that breaks at a week without one."""
    means: list[MeanPoint] = []
    for week in weeks:
        joined = bool(means) and week.day - means[-1].day == WEEK * DAY
        means.append(MeanPoint(day=week.day, mean=week.mean, joined=joined))
    return tuple(means)


def trend(
    ratings: Iterable[PainRating],
    started_on: date | None,
    upto: date,
    rule: TrendRule,
    from_: date | None = None,
) -> Trend:
    """The trend of the run that started on `started_on` (None: no run), seen on the day `upto`.

    `from_` leaves out earlier days and means, but never changes what the others are computed from.
    """
    return trend_of(daily_values(ratings), started_on, upto, rule, from_)


def trend_of(
    days: Sequence[DayValue],
    started_on: date | None,
    upto: date,
    rule: TrendRule,
    from_: date | None = None,
) -> Trend:
    """The same, of daily values in their order."""
    days = days[: bisect_right(days, upto, key=_by_day)]
    start = _level(days, started_on, rule) if started_on else None
    now = _level(days, upto - (rule.window_days - 1) * DAY, rule)
    settled = start is not None and start.n >= rule.fewest_rated_days
    change, percent, verdict = None, None, None
    if started_on and start and now and settled and _may_judge(now, started_on, upto, rule):
        change, percent, verdict = _judge(start, now, rule)
    means = trailing_means(days, rule)
    return Trend(
        days=tuple(days[_first_from(days, from_) :]),
        means=means[_first_from(means, from_) :],
        start=start,
        start_settled=settled,
        now=now,
        change=change,
        percent=percent,
        verdict=verdict,
        needed=rule.fewest_rated_days,
        compared=started_on is not None,
    )


def _first_from(values: Sequence[DayValue] | Sequence[MeanPoint], from_: date | None) -> int:
    """Where the values of `from_` and later begin."""
    return bisect_left(values, from_, key=_by_day) if from_ else 0


def _level(days: Sequence[DayValue], first: date, rule: TrendRule) -> Level | None:
    """The level of the window that begins on `first`."""
    end = first + rule.window_days * DAY
    window = days[_first_from(days, first) : _first_from(days, end)]
    means = [value.mean for value in window]
    return Level(mean=sum(means) / len(means), n=len(means)) if means else None


def _may_judge(now: Level, started_on: date, upto: date, rule: TrendRule) -> bool:
    late_enough = upto - started_on >= rule.judged_from_day * DAY
    return late_enough and now.n >= rule.fewest_rated_days


def _judge(start: Level, now: Level, rule: TrendRule) -> tuple[float, int | None, Verdict]:
    """Change, whole percent and verdict, on means rounded to one decimal."""
    before, after = half_up(start.mean), half_up(now.mean)
    change = after - before
    share = None
    if before and before >= rule.percent_shown_from:
        share = int(half_up(change / before * 100, 0))
    return float(change), share, _verdict(change, share, rule)


def _verdict(change: Decimal, share: int | None, rule: TrendRule) -> Verdict:
    met = (abs(change) >= rule.clear_points) + (abs(share or 0) >= rule.clear_percent)
    if change > 0:
        return Verdict.HIGHER if met else Verdict.WITHIN
    return (Verdict.WITHIN, Verdict.POSSIBLE, Verdict.CLEAR)[met]


def thresholds(start: float, rule: TrendRule) -> tuple[float, float]:
    """The values at which a change counts: the start less 30 %, and the start less 2 points.

    Both from the start as shown, with one decimal; the second may lie below 0.
    """
    shown = half_up(start)
    share = Decimal(100 - rule.clear_percent) / 100
    return float(shown * share), float(shown - half_up(rule.clear_points))


def rated_days(found: Trend) -> int:
    """How many rated days there are: of start and now the fewer."""
    return min(level.n if level else 0 for level in (found.start, found.now))
