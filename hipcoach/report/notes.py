"""The words at the foot: flare-ups and days away, medicines, notes, each newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from hipcoach.core.pain import RatingKind
from hipcoach.core.run import Flare, Period
from hipcoach.core.text import ntr, tr
from hipcoach.report.page import Column
from hipcoach.report.scope import Scope
from hipcoach.report.words import NOTE_LIMIT, clean, date_words, days_words, span

MOST = 40
"""More paragraphs than any page has room for are only counted."""


def columns(seen: Scope) -> tuple[Column, ...]:
    """A column for each kind of words that the period has."""
    found = (
        (_periods_heading(seen), list(_periods(seen))),
        (tr("Medicines"), list(_medicines(seen))),
        (tr("Notes"), list(_notes(seen))),
    )
    return tuple(_column(heading, words) for heading, words in found if words)


def _column(heading: str, words: list[str]) -> Column:
    shown = tuple(words[:MOST])
    hidden = len(words) - len(shown)
    more = (ntr("and {n} more", "and {n} more", hidden + k) for k in range(len(shown) + 1))
    return Column(heading=heading, paragraphs=shown, more=tuple(more), hidden=hidden)


def _periods_heading(seen: Scope) -> str:
    flare = any(seen.touches(f.from_, f.to) for f in seen.diary.flares)
    away = any(seen.touches(a.from_, a.to) for a in seen.diary.absences)
    if flare and away:
        return tr("Flare-ups and days away")
    return tr("Flare-ups") if flare else tr("Days away")


def _periods(seen: Scope) -> Iterator[str]:
    """Each flare-up and each time away, newest first."""
    both: Iterable[Period] = (*seen.diary.flares, *seen.diary.absences)
    touching = [period for period in both if seen.touches(period.from_, period.to)]
    for period in sorted(touching, key=lambda period: period.from_, reverse=True):
        yield _flare(seen, period) if isinstance(period, Flare) else _absence(seen, period)


def _flare(seen: Scope, flare: Flare) -> str:
    last = min(flare.to or seen.last, seen.last)
    said = [
        tr("Flare-up {days}", days=_span(seen, flare)),
        days_words((last - flare.from_).days + 1),
    ]
    scores = [
        rating.score
        for rating in seen.ratings
        if rating.kind is RatingKind.NOW and flare.from_ <= rating.at.date() <= last
    ]
    if scores:
        said.append(tr("highest {score}", score=max(scores)))
    return _with_reason(", ".join(said), flare)


def _absence(seen: Scope, away: Period) -> str:
    return _with_reason(tr("Away {days}", days=_span(seen, away)), away)


def _span(seen: Scope, period: Period) -> str:
    return span(period.from_, period.to, with_year=not seen.one_year)


def _with_reason(said: str, period: Period) -> str:
    reason = clean(period.reason, NOTE_LIMIT)
    return tr("{said}: {reason}", said=said, reason=reason) if reason else tr("{said}.", said=said)


def _medicines(seen: Scope) -> Iterator[str]:
    """Each medicine as the user wrote it, with how often and when; the latest first."""
    days: dict[str, list[date]] = {}
    for rating in seen.ratings:
        if rating.medicine and (medicine := clean(rating.medicine, NOTE_LIMIT)):
            days.setdefault(medicine, []).append(rating.at.date())
    for medicine, taken in sorted(days.items(), key=lambda entry: max(entry[1]), reverse=True):
        when = span(min(taken), max(taken), with_year=not seen.one_year)
        times = ntr("{n} entry", "{n} entries", len(taken))
        yield tr("{medicine}: {times}, {when}", medicine=medicine, times=times, when=when)


def _notes(seen: Scope) -> Iterator[str]:
    """The notes of ratings and sessions, newest first."""
    noted = [(rating.at, rating.note) for rating in seen.ratings if rating.note]
    noted += [(session.started_at, session.note) for session in seen.sessions if session.note]
    for at, note in sorted(noted, key=lambda entry: entry[0], reverse=True):
        if said := clean(note, NOTE_LIMIT):
            day = date_words(at.date(), with_year=not seen.one_year)
            yield tr("{day}: {note}", day=day, note=said)
