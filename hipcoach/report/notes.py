"""The words at the foot: flare-ups and days away, medicines, notes, and the user's questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from hipcoach.core.pain import RatingKind
from hipcoach.core.report_wishes import Section
from hipcoach.core.run import AWAY, ILL, Flare, Period
from hipcoach.core.text import ntr, tr
from hipcoach.report.page import Column
from hipcoach.report.scope import Scope
from hipcoach.report.words import NOTE_LIMIT, clean, date_words, days_words, span

MOST = 40
"""More paragraphs than any page has room for are only counted."""

QUESTION_LIMIT = 300


def columns(seen: Scope) -> tuple[Column, ...]:
    """A column for each kind of words that the period has, newest first; then the questions."""
    found = []
    if seen.wishes.shows(Section.FLARES_AND_NOTES):
        found += [
            _column(_periods_heading(seen), list(_periods(seen))),
            _column(tr("Medicines"), list(_medicines(seen))),
            _column(tr("Notes"), list(_notes(seen))),
        ]
    found.append(_column(tr("My questions"), list(_questions(seen)), first=True))
    return tuple(column for column in found if column.paragraphs)


def _questions(seen: Scope) -> Iterator[str]:
    """Each line that the user wrote for the appointment."""
    for line in seen.wishes.questions.splitlines():
        if question := clean(line, QUESTION_LIMIT):
            yield question


def _column(heading: str, words: list[str], *, first: bool = False) -> Column:
    shown = tuple(words[:MOST])
    hidden = len(words) - len(shown)
    more = (ntr("and {n} more", "and {n} more", hidden + k) for k in range(len(shown) + 1))
    return Column(heading=heading, paragraphs=shown, more=tuple(more), hidden=hidden, first=first)


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
    highest = _highest(seen) if touching else {}
    for period in sorted(touching, key=lambda period: period.from_, reverse=True):
        if isinstance(period, Flare):
            yield _flare(seen, period, highest)
        else:
            yield _absence(seen, period)


def _highest(seen: Scope) -> dict[date, int]:
    """The highest rating of pain right now of each day that has one."""
    found: dict[date, int] = {}
    for rating in seen.ratings:
        if rating.kind is RatingKind.NOW:
            day = rating.at.date()
            found[day] = max(found.get(day, 0), rating.score)
    return found


def _flare(seen: Scope, flare: Flare, highest: Mapping[date, int]) -> str:
    last = min(flare.to or seen.last, seen.last)
    said = [
        tr("Flare-up {days}", days=_span(seen, flare)),
        days_words((last - flare.from_).days + 1),
    ]
    scores = [score for day, score in highest.items() if flare.from_ <= day <= last]
    if scores:
        said.append(tr("highest {score}", score=max(scores)))
    return _with_reason(", ".join(said), flare)


def _absence(seen: Scope, away: Period) -> str:
    said = tr("{what} {days}", what=period_name(away), days=_span(seen, away))
    return _with_reason(said, away)


def period_name(period: Period) -> str:
    """What kind of period it is."""
    if isinstance(period, Flare):
        return tr("Flare-up")
    return tr("Ill") if period.reason == ILL else tr("Away")


def period_reason(period: Period, limit: int) -> str:
    """The user's words for it, if there are any: "away" and "ill" only tell the two apart."""
    return "" if period.reason in {AWAY, ILL} else clean(period.reason, limit)


def _span(seen: Scope, period: Period) -> str:
    return span(period.from_, period.to, with_year=not seen.one_year)


def _with_reason(said: str, period: Period) -> str:
    reason = period_reason(period, NOTE_LIMIT)
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
