"""The key numbers at the top of the page."""

from __future__ import annotations

from collections.abc import Iterator

from hipcoach.core.format import number, percent
from hipcoach.core.text import say, tr
from hipcoach.core.trend_words import change_words
from hipcoach.core.trends import Level, Trend
from hipcoach.report.page import Tile
from hipcoach.report.scope import Scope
from hipcoach.report.tally import Tally
from hipcoach.report.words import date_words, days_words, grouped, span

PERCENT_FROM = 3
"""A percentage of fewer says less than the counts themselves (clinical.md F)."""


def tiles(seen: Scope, tally: Tally, trend: Trend) -> tuple[Tile, ...]:
    """Sessions, pain and flare-ups, as far as the period has something to say about them."""
    return tuple(_tiles(seen, tally, trend))


def _tiles(seen: Scope, tally: Tally, trend: Trend) -> Iterator[Tile]:
    if tally.planned or seen.sessions:
        yield _sessions(seen, tally)
    if trend.days or trend.start:
        yield _pain(trend)
    if tally.planned or seen.sessions or trend.days:
        yield _flares(seen)


def _sessions(seen: Scope, tally: Tally) -> Tile:
    gap = tr("longest gap {days}", days=days_words(tally.longest_gap))
    label = tr("Sessions done")
    if tally.counted:
        last = date_words(tally.counted[-1], with_year=not seen.one_year)
        label = tr("Sessions done, the last on {day}", day=last)
    value = tr("{done} of {planned}", done=grouped(tally.done), planned=grouped(tally.planned))
    if tally.planned >= PERCENT_FROM:
        share = percent(100 * tally.done / tally.planned)
        value = tr("{count}, {percent}", count=value, percent=share)
    if not tally.planned:
        value = grouped(len(tally.counted))
    detail = tr(
        "{n} cut short, {gap}", n=tally.cut_short, gap=gap if tally.longest_gap else tr("no gap")
    )
    return Tile(label=label, value=value, detail=detail)


def _pain(trend: Trend) -> Tile:
    detail = say(change_words(trend))
    if trend.start is None or (trend.now and not trend.start_settled):
        return Tile(
            label=tr("Back pain, mean of {days}", days=_days(trend.now)),
            value=_mean(trend.now),
            detail=detail,
        )
    return Tile(
        label=tr(
            "Back pain, 7-day mean, n = {start} and {now}",
            start=trend.start.n,
            now=_days(trend.now),
        ),
        value=tr("{start} → {now}", start=_mean(trend.start), now=_mean(trend.now)),
        detail=detail,
    )


def _mean(level: Level | None) -> str:
    return number(level.mean) if level else "–"


def _days(level: Level | None) -> str:
    return days_words(level.n if level else 0)


def _flares(seen: Scope) -> Tile:
    flares = [f for f in seen.diary.flares if seen.touches(f.from_, f.to)]
    if not flares:
        return Tile(label=tr("Flare-ups"), value="0", detail=tr("none entered"))
    spans = [(max(f.from_, seen.first), min(f.to or seen.last, seen.last)) for f in flares]
    days = sum((last - first).days + 1 for first, last in spans)
    latest = span(*max(spans), with_year=not seen.one_year)
    return Tile(
        label=tr("Flare-ups"),
        value=tr("{n}, {days}", n=len(flares), days=days_words(days)),
        detail=latest if len(flares) == 1 else tr("latest {days}", days=latest),
    )
