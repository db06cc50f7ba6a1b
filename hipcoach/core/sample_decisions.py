"""The decisions of the sample: what the rules make of it, one step back that is declined at first.

Their texts are filled in: like notes, they are what was said at the time.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from hipcoach.core.decision_words import direction
from hipcoach.core.flare import flare_decisions
from hipcoach.core.progression.settle import settled
from hipcoach.core.rule_ids import R_DOWN
from hipcoach.core.run import Decision
from hipcoach.core.sample_book import Book
from hipcoach.core.sample_plan import FIRST_BLOCK

LAST_DAYS = 28
"""At the end, as in the first block, the rules are asked every morning; else once a week."""


def decide(book: Book, day: int, at: datetime) -> None:
    """What the morning brings: the way back from a flare-up, and what the rules decide."""
    ended = book.plan.flare_before(day)
    if ended is not None:
        diary, flare = book.diary_for_levels(), book.flares[ended]
        book.decide(flare_decisions(diary, book.catalogue, book.run, flare, at), at)
        book.changed = {asked.exercises[0]: day for asked in book.prescriptions}
    if day < FIRST_BLOCK or day >= book.plan.days - LAST_DAYS or day % 7 == 0:
        _settle(book, day, at)


def decide_after_session(book: Book, day: int, at: datetime) -> None:
    """What the rules decide once the session's answers are given; else the morning decides it."""
    if day in {book.plan.red, book.plan.last}:
        _settle(book, day, at)


def _settle(book: Book, day: int, at: datetime) -> None:
    found = settled(book.recent(at), book.catalogue, book.run, at)
    answered = [_answered(book, decision) for decision in found.decisions]
    book.decide(answered, at)
    book.changed |= {told.exercise: day for told in answered if told.exercise and told.accepted}


def _answered(book: Book, decision: Decision) -> Decision:
    """The step that is offered back is declined the first time."""
    back = decision.rule == R_DOWN and direction(decision, book.catalogue) > 0
    first = all(decision.exercise != d.exercise or d.accepted for d in book.decisions)
    return replace(decision, accepted=not (back and first))
