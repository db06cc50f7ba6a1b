"""The trend in words, and the labels that stand beside its lines: the same wherever it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from hipcoach.core.format import number, signed, signed_percent
from hipcoach.core.rules import TrendRule
from hipcoach.core.text import Message, message
from hipcoach.core.trends import Level, Trend, Verdict, rated_days, thresholds


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A height on the scale from 0 to 10, and the label that stands beside it."""

    value: float
    text: Message


def trend_sentence(found: Trend) -> Message:
    """The trend in words: start, now, the change and what it amounts to, each n beside its mean."""
    if not found.days and found.start is None and found.now is None:
        return message("no ratings yet")
    if not found.compared:
        return now_words(found.now)
    return message(
        "{start}, {now}, {change}",
        start=_start_words(found),
        now=now_words(found.now),
        change=change_words(found),
    )


def _start_words(found: Trend) -> Message:
    if found.start is None:
        return message("start: no ratings")
    mean, n = number(found.start.mean), found.start.n
    if found.start_settled:
        return message("start {mean} (n = {n})", mean=mean, n=n)
    return message("start so far {mean} (n = {n})", mean=mean, n=n)


def now_words(now: Level | None) -> Message:
    """The mean of the last 7 days in words, as in "now 3.4 (n = 5)"."""
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
    if not found.compared:
        return message("no start to compare with")
    n = rated_days(found)
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


def start_edge(found: Trend) -> Edge | None:
    """Where the start line lies: "start 5.3", or "start so far 5.3" until it is settled."""
    if found.start is None:
        return None
    mean = number(found.start.mean)
    if found.start_settled:
        return Edge(value=found.start.mean, text=message("start {mean}", mean=mean))
    return Edge(value=found.start.mean, text=message("start so far {mean}", mean=mean))


def now_edge(found: Trend) -> Edge | None:
    """The mean of the last 7 days: "now 3.4"."""
    if found.now is None:
        return None
    return Edge(value=found.now.mean, text=message("now {mean}", mean=number(found.now.mean)))


def change_edges(found: Trend, rule: TrendRule) -> tuple[Edge, ...]:
    """The two edges of the band of change: "3.7 (-30 %)" and "3.3 (-2)".

    None where the start is not settled, or too low to fall by as many points.
    """
    if found.start is None or not found.start_settled:
        return ()
    share, points = thresholds(found.start.mean, rule)
    if points < 0:
        return ()
    sizes = (signed_percent(-rule.clear_percent), signed(-rule.clear_points, 0))
    return tuple(
        Edge(value=value, text=message("{value} ({size})", value=number(value), size=size))
        for value, size in zip((share, points), sizes, strict=True)
    )
