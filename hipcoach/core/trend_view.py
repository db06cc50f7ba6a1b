"""The small trend of Today: four weeks of back pain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.format import day_text, number
from hipcoach.core.low_focus import closed_until
from hipcoach.core.pain import PainRating
from hipcoach.core.rules import TrendRule
from hipcoach.core.run import Period, Run
from hipcoach.core.schedule import DAY
from hipcoach.core.text import Message, message
from hipcoach.core.trend_words import change_edges, trend_sentence
from hipcoach.core.trends import DayValue, MeanPoint, Trend, segments, trend, trend_run

SHOWN_DAYS = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The values of meaningful change: possible from `high` down, clear from `low` down."""

    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """Some days in a row, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendCard:
    """The chart and its words.

    `days` is the chart's time axis; `points` are daily values, `segments` trailing means that a
    line joins, `start` the height of the start line (None: no start yet), `flares` and `absences`
    lie within `days`. `value` is the mean of the last 7 days ("3.2"), "" while there are not enough
    of them; `sentence` goes on after it ("last 7 days, start 5.3"), `hint` says what is needed for
    a line. `words` says the whole chart. `closed` stands in place of it all in low-focus mode, on
    days without a look; None where the chart is open.
    """

    days: Days
    points: tuple[DayValue, ...]
    segments: tuple[tuple[MeanPoint, ...], ...]
    start: float | None
    band: Band | None
    flares: tuple[Days, ...]
    value: str
    sentence: Message
    hint: Message | None
    words: Message
    closed: Message | None = None
    absences: tuple[Days, ...] = ()


def trend_card(diary: Diary, catalogue: Catalogue, today: date) -> TrendCard:
    """The last four weeks up to today; without a run there is no start to compare with."""
    run = trend_run(diary, today)
    days = Days(first=today - (SHOWN_DAYS - 1) * DAY, last=today)
    rule = catalogue.rules.trend
    ratings = _needed(diary, run, days, rule)
    found = trend(ratings, run.started_on if run else None, today, rule, days.first)
    flares = tuple(_within(days, diary.flares))
    absences = tuple(_within(days, diary.absences))
    n = found.now.n if found.now else 0
    enough = n >= found.needed
    return TrendCard(
        days=days,
        points=found.days,
        segments=segments(found.means),
        start=found.start.mean if found.start else None,
        band=_band(found, rule),
        flares=flares,
        value=number(found.now.mean) if found.now and enough else "",
        sentence=_sentence(found) if enough else _too_few(n, found.needed),
        hint=None if found.means else _hint(found.needed - n),
        absences=absences,
        words=_words(found, flares, absences),
        closed=closed_until(diary.settings, diary.open_run(today), today),
    )


def _needed(diary: Diary, run: Run | None, shown: Days, rule: TrendRule) -> Iterator[PainRating]:
    """The ratings that the card needs: the start's window, and what the shown means are made of."""
    window = rule.window_days * DAY
    start, first = run.started_on if run else shown.last, shown.first - window
    for rating in diary.pain_ratings:
        day = rating.at.date()
        if day >= first or start <= day < start + window:
            yield rating


def _band(found: Trend, rule: TrendRule) -> Band | None:
    """The band of meaningful change, where the start has one."""
    edges = sorted(edge.value for edge in change_edges(found, rule))
    return Band(low=edges[0], high=edges[-1]) if edges else None


def _within(shown: Days, periods: Iterable[Period]) -> Iterator[Days]:
    """The periods, as far as they lie within the shown days."""
    for period in periods:
        last = min(period.to or shown.last, shown.last)
        first = max(period.from_, shown.first)
        if first <= last:
            yield Days(first=first, last=last)


def _sentence(found: Trend) -> Message:
    if found.start is None:
        return message("last 7 days")
    start = number(found.start.mean)
    if found.start_settled:
        return message("last 7 days, start {start}", start=start)
    return message("last 7 days, start so far {start}", start=start)


def _too_few(n: int, needed: int) -> Message:
    return message("Not enough days yet: {n} of {needed}.", n=n, needed=needed)


def _hint(n: int) -> Message:
    many = "{n} more days and a line appears here"
    return Message(text=many, one="{n} more day and a line appears here", n=n)


def _words(found: Trend, flares: Iterable[Days], absences: Iterable[Days]) -> Message:
    words = message("Back pain, 4 weeks: {sentence}", sentence=trend_sentence(found))
    for days in flares:
        first, last = day_text(days.first), day_text(days.last)
        words = message("{words}, flare-up {first} to {last}", words=words, first=first, last=last)
    for days in absences:
        facts = {"words": words, "first": day_text(days.first), "last": day_text(days.last)}
        words = message("{words}, away or ill {first} to {last}", **facts)
    return words
