"""The check-ins and screenings of the sample."""

from __future__ import annotations

from datetime import datetime, timedelta

from hipcoach.core.pain import HIGHEST, LOWEST, PainRating, RatingKind
from hipcoach.core.run import CheckIn
from hipcoach.core.sample_book import Book
from hipcoach.core.screening import Answer, answered, items_of

WEEKS, LATER_EVERY = (0, 3, 6, 9, 12), 12
"""The weeks in which average, worst and least of the day were rated."""

SHORT_SCREENING_WEEKS = (3, 6)


def screen(book: Book, day: int, at: datetime) -> None:
    """The whole screening on the first day; the short one at weeks 3 and 6 and after a flare-up."""
    after_flare = any(day == flare.stop for flare in book.plan.flares)
    if day and not after_flare and day not in map(book.check_in_day, SHORT_SCREENING_WEEKS):
        return
    questionnaire = book.catalogue.questionnaire
    items = items_of(questionnaire, short=day > 0)
    book.screenings.append(
        book.stamped(answered(questionnaire, dict.fromkeys(items, Answer.NO), at), at)
    )


def check_in(book: Book, day: int) -> None:
    """Average, worst and least of the last 24 hours, and the program's check-in if it is due."""
    week = round(day / 7)
    program = book.catalogue.programs[book.run.program]
    asked = week in {*program.check_ins, *program.short_check_ins}
    if book.check_in_day(week) == day and (asked or week in WEEKS or week % LATER_EVERY == 0):
        items = _rate_the_day(book, book.at(day, 20, 30))
        if asked:
            _write(book, week, items, book.at(day, 20, 32))


def _write(book: Book, week: int, items: dict[str, int], at: datetime) -> None:
    told = CheckIn(at=at, run=book.run.id, week=week, items=items)
    book.check_ins.append(book.stamped(told, at))


def _rate_the_day(book: Book, at: datetime) -> dict[str, int]:
    """The three ratings of the last 24 hours, by their kind."""
    since = at - timedelta(hours=24)
    told = [r.score for r in book.ratings if r.at > since and r.kind is RatingKind.NOW]
    scores = told or [book.ratings[-1].score]
    worst = min(max(scores) + int(book.chance() < 0.5), HIGHEST)
    least = max(min(scores) - 1 - int(book.chance() < 0.5), LOWEST)
    average = round(sum(scores) / len(scores))
    three = {RatingKind.AVERAGE: average, RatingKind.WORST: worst, RatingKind.LEAST: least}
    for kind, score in three.items():
        book.rate(PainRating(at=at, kind=kind, score=score))
    return {kind.value: score for kind, score in three.items()}
