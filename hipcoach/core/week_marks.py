"""The marks of a day's slots, as the week card and the calendar draw them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from hipcoach.core.adherence import DayCount, session_counts
from hipcoach.core.day_names import weekday
from hipcoach.core.opening import Kind, kind_of
from hipcoach.core.rules import CountRule
from hipcoach.core.schedule import Due, SlotState
from hipcoach.core.session import Session, SessionState, Slot
from hipcoach.core.text import Message, message


class Mark(StrEnum):
    """What stands for a slot. FREE: no session is asked for there, nothing is drawn."""

    FULL = "full"
    SHORT = "short"
    EASY = "easy"
    MISSED = "missed"
    FLARE = "flare"
    AWAY = "away"
    NEXT = "next"
    PLANNED = "planned"
    FREE = "free"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotMark:
    """The mark of a slot, and the same in words: "Tuesday evening, missed"."""

    mark: Mark
    words: Message


def day_marks(
    count: DayCount,
    sessions: Sequence[Session],
    rows: Sequence[Slot | None],
    found: Due,
    rule: CountRule,
    *,
    week_full: bool,
) -> tuple[SlotMark, ...]:
    """One mark for each of `rows`; the row None takes a session of any half of the day.

    `sessions` are those of the day that fill a slot. `week_full`: nothing more is planned in it.
    """
    by_row = [best_of([s for s in sessions if row in {None, s.slot}], rule) for row in rows]
    missing = count.slots - count.done
    marks = []
    for row, session in zip(rows, by_row, strict=True):
        mark = mark_of(session) if session else _empty(count, row, found, week_full=week_full)
        if mark in {Mark.MISSED, Mark.PLANNED} and count.day != found.now.date():
            mark = mark if missing > 0 else Mark.FREE
            missing -= 1
        counts = session is None or session_counts(session, rule)
        marks.append(SlotMark(mark=mark, words=_words(mark, count, row, counts=counts)))
    return tuple(marks)


def best_of(sessions: Sequence[Session], rule: CountRule) -> Session | None:
    """The session that stands for a row's: one that counts before one that does not."""
    if len(sessions) < 2:
        return next(iter(sessions), None)
    return max(sessions, key=lambda s: (session_counts(s, rule), len(s.sets)))


def mark_of(session: Session) -> Mark:
    """The mark of a session that was done, or begun."""
    if session.state is not SessionState.FINISHED:
        return Mark.SHORT
    return Mark.FULL if kind_of(session) is Kind.SESSION else Mark.EASY


def _empty(count: DayCount, row: Slot | None, found: Due, *, week_full: bool) -> Mark:
    """The mark of a slot without a session."""
    if count.flare or count.away:
        return Mark.FLARE if count.flare else Mark.AWAY
    if count.over:
        free_days = found.program is not None and found.program.days_per_week < 7
        return Mark.FREE if free_days else Mark.MISSED
    if count.day == found.now.date():
        return _today(row, found)
    return Mark.FREE if week_full else Mark.PLANNED


def _today(row: Slot | None, found: Due) -> Mark:
    state = next((slot.state for slot in found.slots if row in {None, slot.slot}), None)
    if state is None:
        return Mark.FREE
    may_start = found.session_due or found.extra_allowed
    return Mark.NEXT if state is SlotState.NEXT and may_start else Mark.PLANNED


_NAMES = {
    Mark.FULL: message("done"),
    Mark.SHORT: message("cut short"),
    Mark.EASY: message("easy session done"),
    Mark.MISSED: message("missed"),
    Mark.FLARE: message("flare-up"),
    Mark.AWAY: message("away or ill"),
    Mark.NEXT: message("next"),
    Mark.PLANNED: message("planned"),
    Mark.FREE: message("no session"),
}


def mark_words(mark: Mark, *, counts: bool = True) -> Message:
    """The mark in words; what does not count as a session says so."""
    return _NAMES[mark] if counts else message("{mark}, not counted", mark=_NAMES[mark])


def _words(mark: Mark, count: DayCount, row: Slot | None, *, counts: bool) -> Message:
    facts = {"day": weekday(count.day), "mark": mark_words(mark, counts=counts)}
    if row is Slot.MORNING:
        return message("{day} morning, {mark}", **facts)
    if row is Slot.EVENING:
        return message("{day} evening, {mark}", **facts)
    return message("{day}, {mark}", **facts)
