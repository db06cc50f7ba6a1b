"""The pain chart's values, words and description, out of the trend and the period's events."""

from __future__ import annotations

from collections.abc import Iterator

from hipcoach.core.format import signed, signed_percent
from hipcoach.core.run import Flare, Period
from hipcoach.core.text import ntr, say, tr
from hipcoach.core.trend_words import (
    Edge,
    change_edges,
    now_edge,
    start_edge,
    trend_sentence,
)
from hipcoach.core.trends import (
    WEEKLY_FROM,
    Trend,
    trend,
    weekly_means,
    weekly_values,
)
from hipcoach.report.chart import Label, PainChart, Shade, Tick
from hipcoach.report.chart_svg import pain_svg
from hipcoach.report.last_day import check_in_days
from hipcoach.report.notes import period_name
from hipcoach.report.page import Figure
from hipcoach.report.scope import DAY, WEEK, Scope
from hipcoach.report.ticks import ticks
from hipcoach.report.words import span

SHORTEST_AXIS = 2 * WEEK * DAY


def pain_trend(seen: Scope) -> Trend:
    """The trend of the run, if there is one, as seen on the period's last day."""
    started = seen.run.started_on if seen.run else None
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
    days = weekly_values(found.days, seen.first) if _is_long(seen) else found.days
    start, now = start_edge(found), now_edge(found)
    return PainChart(
        first=seen.first,
        last=last,
        days=days,
        means=weekly_means(days) if _is_long(seen) else found.means,
        since=seen.run.started_on if seen.run else None,
        start=_label(start) if start else None,
        now=_label(now) if now and seen.last == last else None,
        thresholds=tuple(map(_label, change_edges(found, seen.catalogue.rules.trend))),
        shades=tuple(_shades(seen)),
        check_ins=tuple(
            Tick(day=day, text=tr("Week {week}", week=week)) for week, day in check_in_days(seen)
        ),
        ticks=ticks(seen.first, last),
    )


def _is_long(seen: Scope) -> bool:
    return seen.days >= WEEKLY_FROM


def _label(edge: Edge) -> Label:
    return Label(value=edge.value, text=say(edge.text))


def _shades(seen: Scope) -> Iterator[Shade]:
    periods: tuple[Period, ...] = (*seen.diary.flares, *seen.diary.absences)
    for period in periods:
        if seen.touches(period.from_, period.to):
            yield Shade(
                from_=max(period.from_, seen.first),
                to=min(period.to or seen.last, seen.last),
                text=period_name(period),
                flare=isinstance(period, Flare),
            )


def _caption(seen: Scope, found: Trend) -> Iterator[str]:
    if _is_long(seen):
        yield tr(
            "Line: each week's mean of its daily means, joined between neighbouring weeks only;"
        )
        yield tr("bars: lowest to highest.")
    else:
        yield tr("Circles: day mean; bars: lowest to highest;")
        yield tr("line: mean of 7 days, not joined over missing days.")
    rule = seen.catalogue.rules.trend
    if change_edges(found, rule):
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
