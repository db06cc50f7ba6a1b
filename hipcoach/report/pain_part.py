"""The pain chart's values, words and description, out of the trend and the period's events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from hipcoach.core.format import number, signed, signed_percent
from hipcoach.core.run import Period
from hipcoach.core.text import ntr, say, tr
from hipcoach.core.trends import (
    DayValue,
    Level,
    MeanPoint,
    Trend,
    thresholds,
    trend,
    trend_sentence,
)
from hipcoach.report.chart import Label, PainChart, Shade, Tick
from hipcoach.report.chart_svg import pain_svg
from hipcoach.report.last_day import check_in_days
from hipcoach.report.page import Figure
from hipcoach.report.scope import DAY, WEEK, Scope
from hipcoach.report.ticks import ticks
from hipcoach.report.words import span

WEEKLY_FROM = 26 * WEEK + 1
"""Longer periods show weekly points (product.md section 8)."""

SHORTEST_AXIS = 2 * WEEK * DAY


def pain_trend(seen: Scope) -> Trend:
    """The trend of the run (without one: of the period) as seen on the period's last day."""
    started = seen.run.started_on if seen.run else seen.first
    rule = seen.catalogue.rules.trend
    return trend(seen.diary.pain_ratings, started, seen.last, rule, from_=seen.first)


def pain_figure(seen: Scope, found: Trend) -> Figure | None:
    """The chart, or None where no rating of the period is of kind now."""
    if not found.days:
        return None
    return Figure(
        heading=tr("Back pain right now, 0 no pain to 10 worst imaginable"),
        svg=pain_svg(pain_chart(seen, found)),
        caption=" ".join(_caption(seen, found)),
        description=" ".join(_description(seen, found)),
    )


def pain_chart(seen: Scope, found: Trend) -> PainChart:
    """The chart's values: daily ones, or weekly ones in a long period."""
    last = max(seen.last, seen.first + SHORTEST_AXIS - DAY)
    days = _weekly(found.days, seen.first) if _is_long(seen) else found.days
    return PainChart(
        first=seen.first,
        last=last,
        days=days,
        means=_joined(days) if _is_long(seen) else found.means,
        since=seen.run.started_on if seen.run else None,
        start=_start(found),
        now=_level(tr("now {mean}"), found.now) if seen.last == last else None,
        thresholds=_thresholds(seen, found),
        shades=tuple(_shades(seen)),
        check_ins=tuple(
            Tick(day=day, text=tr("Week {week}", week=week)) for week, day in check_in_days(seen)
        ),
        ticks=ticks(seen.first, last),
    )


def _is_long(seen: Scope) -> bool:
    return seen.days >= WEEKLY_FROM


def _weekly(days: Iterable[DayValue], first: date) -> tuple[DayValue, ...]:
    """One value per week that has a rated day, at its middle: the mean of its daily values."""
    weeks: dict[int, list[DayValue]] = defaultdict(list)
    for day in days:
        weeks[(day.day - first).days // WEEK].append(day)
    return tuple(
        DayValue(
            day=first + timedelta(days=week * WEEK + WEEK // 2),
            mean=sum(day.mean for day in found) / len(found),
            low=min(day.low for day in found),
            high=max(day.high for day in found),
            n=sum(day.n for day in found),
        )
        for week, found in weeks.items()
    )


def _joined(weeks: Iterable[DayValue]) -> tuple[MeanPoint, ...]:
    """The weekly values as a line that breaks at a week without one."""
    means: list[MeanPoint] = []
    for week in weeks:
        joined = bool(means) and week.day - means[-1].day == WEEK * DAY
        means.append(MeanPoint(day=week.day, mean=week.mean, joined=joined))
    return tuple(means)


def _start(found: Trend) -> Label | None:
    text = tr("start {mean}") if found.start_settled else tr("start so far {mean}")
    return _level(text, found.start)


def _level(text: str, level: Level | None) -> Label | None:
    if level is None:
        return None
    mean = number(level.mean)
    return Label(value=level.mean, text=text.format(mean=mean))


def _thresholds(seen: Scope, found: Trend) -> tuple[Label, ...]:
    """The two ends of the band of change; none where the start is too low to change so much."""
    rule = seen.catalogue.rules.trend
    if found.start is None or not found.start_settled:
        return ()
    share, points = thresholds(found.start.mean, rule)
    if points < 0:
        return ()
    sizes = (signed_percent(-rule.clear_percent), signed(-rule.clear_points, 0))
    return tuple(
        Label(value=value, text=tr("{value} ({size})", value=number(value), size=size))
        for value, size in zip((share, points), sizes, strict=True)
    )


def _shades(seen: Scope) -> Iterator[Shade]:
    periods: list[tuple[Period, str, bool]] = [
        *((flare, tr("Flare-up"), True) for flare in seen.diary.flares),
        *((away, tr("Away"), False) for away in seen.diary.absences),
    ]
    for period, text, flare in periods:
        if seen.touches(period.from_, period.to):
            first = max(period.from_, seen.first)
            last = min(period.to or seen.last, seen.last)
            yield Shade(from_=first, to=last, text=text, flare=flare)


def _caption(seen: Scope, found: Trend) -> Iterator[str]:
    if _is_long(seen):
        yield tr(
            "Line: each week's mean of its daily means, joined between neighbouring weeks only;"
        )
        yield tr("bars: lowest to highest.")
    else:
        yield tr("Circles: day mean; bars: lowest to highest;")
        yield tr("line: mean of 7 days, not joined over missing days.")
    if _thresholds(seen, found):
        rule = seen.catalogue.rules.trend
        percent = signed_percent(-rule.clear_percent)
        points = signed(-rule.clear_points, 0)
        yield tr(
            "Band: {percent} to {points} points from the start.", percent=percent, points=points
        )


def _description(seen: Scope, found: Trend) -> Iterator[str]:
    """What the chart shows, said to whoever cannot see it."""
    yield tr("Chart of back pain, {period}:", period=span(seen.first, seen.last, with_year=True))
    yield tr("{sentence}.", sentence=say(trend_sentence(found)))
    yield ntr(
        "Ratings on {n} day of {days}.",
        "Ratings on {n} days of {days}.",
        len(found.days),
        days=seen.days,
    )
    for shade in _shades(seen):
        days = span(shade.from_, shade.to, with_year=not seen.one_year)
        yield tr("{what}: {days}.", what=shade.text, days=days)
