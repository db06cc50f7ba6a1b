"""Every pain entry of the period, one row per day: when, how strong, where, what was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from hipcoach.core.format import NO_BREAK, number
from hipcoach.core.pain import (
    AFTER_SESSION,
    BEFORE_SESSION,
    MUSCLE_ACHE,
    NEXT_MORNING,
    NOTE_LIMIT,
    PainRating,
    RatingKind,
)
from hipcoach.core.text import tr
from hipcoach.report.listings import day_cell, day_head
from hipcoach.report.mornings import place_names
from hipcoach.report.page import Head, Listing, Row
from hipcoach.report.scope import Scope
from hipcoach.report.words import clean

LAST_DAY = (RatingKind.AVERAGE, RatingKind.WORST, RatingKind.LEAST)

TOGETHER = 30
"""Characters of a rating with its time that may stand on one line; tags can be of any length."""


def entries_listing(seen: Scope) -> Listing | None:
    """One row per day with an entry, oldest first; None where the period has none."""
    rows = tuple(
        _row(seen, day, list(of_day)) for day, of_day in groupby(seen.ratings, key=_day_of)
    )
    if not rows:
        return None
    return Listing(
        heading=tr("Every pain entry"),
        note=tr(
            "Mean: of the day's ratings of pain right now, which follow with their times; morning, "
            "before, after: asked on the morning after a session, before and after one. "
            "Average, worst, least: of the last 24 hours."
        ),
        heads=(
            day_head(seen, tr("Day")),
            Head(text=tr("Mean"), width=46, numeric=True),
            Head(text=tr("Average"), width=62, numeric=True),
            Head(text=tr("Worst"), width=50, numeric=True),
            Head(text=tr("Least"), width=48, numeric=True),
        ),
        words=tr("Pain right now, where, medicines, notes"),
        rows=rows,
    )


def _day_of(rating: PainRating) -> date:
    return rating.at.date()


def _row(seen: Scope, day: date, ratings: Sequence[PainRating]) -> Row:
    now = [rating for rating in ratings if rating.kind is RatingKind.NOW]
    return Row(
        cells=(
            day_cell(seen, day),
            number(sum(rating.score for rating in now) / len(now)) if now else "",
            *(_scores(ratings, kind) for kind in LAST_DAY),
        ),
        words=tuple(_words(now, ratings)),
    )


def _scores(ratings: Iterable[PainRating], kind: RatingKind) -> str:
    return ", ".join(str(rating.score) for rating in ratings if rating.kind is kind)


def _words(now: Sequence[PainRating], ratings: Iterable[PainRating]) -> Iterator[str]:
    """The ratings of pain right now on one line, then a line per entry that says more."""
    if now:
        yield "; ".join(map(_told, now))
    for rating in ratings:
        if more := ". ".join(_more(rating)):
            yield tr("{time}: {words}", time=f"{rating.at:%H:%M}", words=more)


def _told(rating: PainRating) -> str:
    """A rating with its time and what it was given for."""
    said = tr("{time}: {score}", time=f"{rating.at:%H:%M}", score=rating.score)
    names = {
        NEXT_MORNING: tr("morning"),
        BEFORE_SESSION: tr("before"),
        AFTER_SESSION: tr("after"),
        MUSCLE_ACHE: tr("muscle ache"),
    }
    tags = [names.get(tag) or clean(tag) for tag in rating.tags]
    told = tr("{said} ({tags})", said=said, tags=", ".join(tags)) if tags else said
    return told.replace(" ", NO_BREAK) if len(told) <= TOGETHER else told


def _more(rating: PainRating) -> Iterator[str]:
    """Where it hurt, the medicine, the note."""
    if rating.places:
        names = place_names()
        yield ", ".join(names[place] for place in rating.places)
    if medicine := clean(rating.medicine, NOTE_LIMIT):
        yield tr("Medicine: {medicine}", medicine=medicine)
    if note := clean(rating.note, NOTE_LIMIT):
        yield note
