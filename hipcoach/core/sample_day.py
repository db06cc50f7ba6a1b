"""One day of the sample: the morning's answer, the sessions and the ratings between them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from hipcoach.core.pain import NEXT_MORNING, PainRating, Place
from hipcoach.core.sample_book import Book
from hipcoach.core.sample_checks import check_in, screen
from hipcoach.core.sample_decisions import decide, decide_after_session
from hipcoach.core.sample_pain import level, score
from hipcoach.core.sample_plan import FIRST_BLOCK
from hipcoach.core.sample_session import write_session
from hipcoach.core.session import Slot

PLACES = (Place.LOW_BACK_MIDDLE, Place.BUTTOCK_LEFT)
MEDICINE = "Ibuprofen 400 mg"
FIRST_NOTE_ON, FIRST_NOTE = 3, "Long walk to the café – fine afterwards."
LAST_NOTE = "Gardened for an hour, a little stiff at night."
FLARE_NOTE = "Drive to Łódź and back, then the suitcase."

BELOW_THE_DAY, ABOVE_THE_DAY = 0.2, 0.8
"""Mornings are calmer than the day; in between one rates when the back makes itself felt."""

MOST_OF_A_DAY, MOST_SESSIONS = 7, 2


def write_day(book: Book, day: int) -> None:
    """Write everything that was entered on this day."""
    if book.plan.is_quiet(day):
        return
    if book.plan.after_away(day):
        book.changed = {asked.exercises[0]: day for asked in book.prescriptions}
    woken = book.at(day, 6, 40 + 24 * book.chance())
    screen(book, day, woken - timedelta(minutes=5))
    _answer_morning(book, day, woken)
    decide(book, day, woken + timedelta(minutes=2))
    if book.plan.in_flare(day):
        _write_flare_day(book, day)
    else:
        _write_plain_day(book, day)
    check_in(book, day)


def _answer_morning(book: Book, day: int, at: datetime) -> None:
    """The next-morning answer, for all sessions of the day before; now and then it is skipped."""
    yesterday = at.date() - timedelta(days=1)
    latest = range(max(len(book.sessions) - MOST_SESSIONS, 0), len(book.sessions))
    sessions = [number for number in latest if book.sessions[number].day == yesterday]
    asked = book.plan.is_calm(day - 1) or day - 1 == book.plan.red
    if not sessions or not (asked or book.chance() < 0.93):
        return
    usual = book.usual_morning(day)
    told = _morning_score(book, day, usual)
    rating = book.rate(PainRating(at=at, score=told, tags=(NEXT_MORNING,)))
    book.mornings[day] = told
    for number in sessions:
        session = book.sessions[number]
        book.sessions[number] = replace(session, next_morning=rating.id, updated_at=at)


def _morning_score(book: Book, day: int, usual: float) -> int:
    """Calm after calm days, 2 above the usual when a flare-up begins, seldom more than 1 above."""
    if book.plan.in_flare(day):
        told = score(level(book.plan, day), book.chance, int(usual) + 2)
        return told if book.plan.in_flare(day - 1) else int(usual) + 2
    most = int(usual) + (0 if book.plan.is_calm(day - 1) else 1 + (book.chance() < 0.1))
    most = min(most, book.highest(day), book.most_of_last_mornings(day))
    return score(level(book.plan, day) - BELOW_THE_DAY, book.chance, most)


def _write_plain_day(book: Book, day: int) -> None:
    """Two sessions, as a rule, and ratings between them; fewer as the weeks go by."""
    later, note = day >= FIRST_BLOCK, _note(book, day)
    if book.plan.matters(day) or book.chance() < (0.82 if later else 0.89):
        _train(book, day, Slot.MORNING)
    if note or book.chance() < (0.45 if day >= 10 else 0.9):
        _rate(book, day, book.at(day, 12, 10 + 70 * book.chance()), note=note)
    if book.plan.matters(day) or book.chance() < (0.74 if later else 0.79):
        _train(book, day, Slot.EVENING)
    if day != book.plan.last and book.chance() < (0.25 if day >= 10 else 0.6):
        _rate(book, day, book.at(day, 21, 10 + 60 * book.chance()))


def _train(book: Book, day: int, slot: Slot) -> None:
    """A session, and what the rules make of its answers."""
    write_session(book, day, slot)
    decide_after_session(book, day, book.sessions[-1].updated_at or book.at(day, 23))


def _write_flare_day(book: Book, day: int) -> None:
    """At most the easy session, and what the day was like."""
    if book.chance() < 0.8:
        _train(book, day, Slot.EXTRA)
    medicine = MEDICINE if any(0 <= day - flare.start < 2 for flare in book.plan.flares) else ""
    at = book.at(day, 15, 90 * book.chance())
    _rate(book, day, at, note=_note(book, day), medicine=medicine)
    if book.chance() < 0.5:
        _rate(book, day, book.at(day, 21, 10 + 60 * book.chance()))


def _note(book: Book, day: int) -> str:
    """The note of the day, on few days."""
    notes = {flare.start: FLARE_NOTE for flare in book.plan.flares[:1]}
    notes |= {FIRST_NOTE_ON: FIRST_NOTE, book.plan.last - 1: LAST_NOTE}
    return notes.get(day, "")


def _rate(book: Book, day: int, at: datetime, *, note: str = "", medicine: str = "") -> None:
    """A rating between the sessions, sometimes with where it hurts."""
    most = min(book.most.get(day, MOST_OF_A_DAY), MOST_OF_A_DAY)
    told = score(level(book.plan, day) + ABOVE_THE_DAY, book.chance, most)
    places = PLACES[: 1 + int(book.chance() < 0.5)] if book.chance() < 0.4 else ()
    book.rate(PainRating(at=at, score=told, places=places, medicine=medicine, note=note))
