"""Sessions per week, or per month in a long period, with the definition of what counts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from hipcoach.core.format import day_text, month_text, percent
from hipcoach.core.text import ntr, tr
from hipcoach.core.trends import WEEKLY_FROM
from hipcoach.report.bars_svg import Bar, bars_svg
from hipcoach.report.page import Figure
from hipcoach.report.scope import WEEK, Scope
from hipcoach.report.tally import Tally, Week
from hipcoach.report.words import span

MOST_NAMED_MONTHS = 18
MOST_DESCRIBED = 12
"""Weeks that are told one by one to whoever cannot see the bars: the latest ones."""


def bars_figure(seen: Scope, tally: Tally) -> Figure | None:
    """The bars, or None where nothing was planned."""
    shown = bars(seen, tally)
    if not any(bar.whole for bar in shown):
        return None
    monthly = seen.days >= WEEKLY_FROM
    return Figure(
        heading=tr("Sessions per month, done of planned")
        if monthly
        else tr("Sessions per week, done of planned"),
        svg=bars_svg(shown),
        caption=" ".join(_caption(seen, shown, monthly=monthly)),
        description=_description(tally),
    )


def bars(seen: Scope, tally: Tally) -> tuple[Bar, ...]:
    """One bar per week, or per month that weeks begin in."""
    if seen.days < WEEKLY_FROM:
        return tuple(
            _bar(_week_label(seen, week, number), [week])
            for number, week in enumerate(tally.weeks, 1)
            if week.planned + week.flare + week.away
        )
    grouped = groupby(tally.weeks, key=lambda week: week.first.replace(day=1))
    months = [(month, list(weeks)) for month, weeks in grouped]
    return tuple(_bar(_month_label(month, len(months)), weeks) for month, weeks in months)


def _bar(label: str, weeks: list[Week]) -> Bar:
    return Bar(
        label=label,
        done=sum(week.done for week in weeks),
        planned=sum(week.planned for week in weeks),
        flare=sum(week.flare for week in weeks),
        away=sum(week.away for week in weeks),
    )


def _week_label(seen: Scope, week: Week, number: int) -> str:
    """The run's week; a week under way as its days; in any other period the week's first day."""
    if seen.run is None or seen.first != seen.run.started_on:
        return day_text(week.first)
    days = (week.last - week.first).days + 1
    if days < WEEK:
        return ntr("{n} day", "{n} days", days)
    return tr("wk {week}", week=number)


def _month_label(month: date, months: int) -> str:
    """January as its year, the other months by name where there is room for them."""
    if month.month == 1:
        return str(month.year)
    return month_text(month) if months <= MOST_NAMED_MONTHS else ""


def _caption(seen: Scope, shown: tuple[Bar, ...], *, monthly: bool) -> Iterator[str]:
    share = percent(100 * seen.catalogue.rules.count.session_share)
    yield tr("A session counts from {share} of its planned sets.", share=share)
    if monthly:
        yield tr("Weeks stand in the month they begin in.")
    flare, away = any(bar.flare for bar in shown), any(bar.away for bar in shown)
    if flare and away:
        yield tr("Not planned: flare-up (hatched), away (grey).")
    elif flare:
        yield tr("Hatched: flare-up, not planned.")
    elif away:
        yield tr("Grey: away, not planned.")


def _description(tally: Tally) -> str:
    said = (
        tr(
            "{days}: {done} of {planned}",
            days=span(week.first, week.last, with_year=True),
            done=week.done,
            planned=week.planned,
        )
        for week in tally.weeks[-MOST_DESCRIBED:]
    )
    total = tr(
        "Sessions done of planned: {done} of {planned}.", done=tally.done, planned=tally.planned
    )
    return " ".join((total, tr("{weeks}.", weeks="; ".join(said))))
