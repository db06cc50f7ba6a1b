"""Daily values, their trailing mean, and how now compares with the start.

Definitions and windows: product.md section 6; thresholds: clinical.md E1. Only ratings of kind
"now" enter, by the calendar day in their own UTC offset.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from hipcoach.core.format import half_up, number, signed, signed_percent
from hipcoach.core.pain import PainRating, RatingKind
from hipcoach.core.rules import TrendRule
from hipcoach.core.text import Message, message

DAY = timedelta(days=1)


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


def trend(
    ratings: Iterable[PainRating],
    started_on: date,
    upto: date,
    rule: TrendRule,
    from_: date | None = None,
) -> Trend:
    """The trend of the run that started on `started_on`, seen on the day `upto`.

    `from_` leaves out earlier days and means, but never changes what the others are computed from.
    """
    days = tuple(value for value in daily_values(ratings) if value.day <= upto)
    start = _level(days, started_on, rule)
    now = _level(days, upto - (rule.window_days - 1) * DAY, rule)
    settled = start is not None and start.n >= rule.fewest_rated_days
    change, percent, verdict = None, None, None
    if start and now and settled and _may_judge(now, started_on, upto, rule):
        change, percent, verdict = _judge(start, now, rule)
    return Trend(
        days=tuple(value for value in days if from_ is None or value.day >= from_),
        means=tuple(p for p in trailing_means(days, rule) if from_ is None or p.day >= from_),
        start=start,
        start_settled=settled,
        now=now,
        change=change,
        percent=percent,
        verdict=verdict,
        needed=rule.fewest_rated_days,
    )


def _level(days: Iterable[DayValue], first: date, rule: TrendRule) -> Level | None:
    """The level of the window that begins on `first`."""
    end = first + rule.window_days * DAY
    means = [value.mean for value in days if first <= value.day < end]
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


def trend_sentence(found: Trend) -> Message:
    """The trend in words: start, now, the change and what it amounts to, each n beside its mean."""
    if found.start is None and found.now is None:
        return message("no ratings yet")
    return message(
        "{start}, {now}, {change}",
        start=_start_words(found),
        now=_now_words(found.now),
        change=change_words(found),
    )


def _start_words(found: Trend) -> Message:
    if found.start is None:
        return message("start: no ratings")
    mean, n = number(found.start.mean), found.start.n
    if found.start_settled:
        return message("start {mean} (n = {n})", mean=mean, n=n)
    return message("start so far {mean} (n = {n})", mean=mean, n=n)


def _now_words(now: Level | None) -> Message:
    if now is None:
        return message("now: no ratings")
    return message("now {mean} (n = {n})", mean=number(now.mean), n=now.n)


def change_words(found: Trend) -> Message:
    """The change in words, as in "change -1.9 (-36 %): possible change", or why there is none."""
    if found.change is None or found.verdict is None:
        return _unjudged_words(found)
    verdict = verdict_words(found.verdict)
    change = signed(found.change)
    if found.percent is None:
        return message("change {change}: {verdict}", change=change, verdict=verdict)
    percent = signed_percent(found.percent)
    return message(
        "change {change} ({percent}): {verdict}", change=change, percent=percent, verdict=verdict
    )


def _unjudged_words(found: Trend) -> Message:
    n = min(level.n if level else 0 for level in (found.start, found.now))
    if n < found.needed:
        return message("not enough days yet: {n} of {needed} days", n=n, needed=found.needed)
    return message("too early to judge a change")


def verdict_words(verdict: Verdict) -> Message:
    """The verdict in words."""
    return {
        Verdict.CLEAR: message("clear change"),
        Verdict.POSSIBLE: message("possible change"),
        Verdict.WITHIN: message("within normal day-to-day variation"),
        Verdict.HIGHER: message("higher than at the start"),
    }[verdict]
