"""The week card of Today: seven days and their slots, a mark for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from hipcoach.core.adherence import session_counts, slots_per_day, week_days, week_target
from hipcoach.core.catalogue import Catalogue
from hipcoach.core.day_names import weekday_short
from hipcoach.core.diary import Diary
from hipcoach.core.rules import CountRule
from hipcoach.core.schedule import Due
from hipcoach.core.session import Session, SessionState, Slot
from hipcoach.core.text import Message, message
from hipcoach.core.week_marks import Mark, SlotMark, day_marks


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekDay:
    """A column: the day, its short name ("Mo"), and one mark per row of the card."""

    day: date
    name: Message
    is_today: bool
    marks: tuple[SlotMark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekCard:
    """The run's week, from its start weekday.

    `count` as in "6 of 14 sessions", or that none is planned. `rows`: morning and evening; empty
    where one row suffices, which has no name. `note` is a calm word where a session was missed.
    """

    count: Message
    rows: tuple[Slot, ...]
    days: tuple[WeekDay, ...]
    note: Message | None = None


def week_card(diary: Diary, catalogue: Catalogue, found: Due) -> WeekCard | None:
    """The run's week under way; None without a program."""
    run, program = found.run, found.program
    if run is None or program is None:
        return None
    rule = catalogue.rules.count
    counts = week_days(diary, run, program, found.now, rule)
    target = week_target(counts, program)
    done = min(sum(count.done for count in counts), target)
    twice = any(slots_per_day(run, program, count.day) > 1 for count in counts)
    rows = (Slot.MORNING, Slot.EVENING) if twice else ()
    sessions = _by_day(diary, run.id, counts[0].day, rule)
    days = tuple(
        WeekDay(
            day=count.day,
            name=weekday_short(count.day),
            is_today=count.day == found.now.date(),
            marks=day_marks(
                count,
                sessions.get(count.day, ()),
                rows or (None,),
                found,
                rule,
                week_full=done >= target,
            ),
        )
        for count in counts
    )
    return WeekCard(count=_count(done, target), rows=rows, days=days, note=_note(days))


def _by_day(diary: Diary, run: str, first: date, rule: CountRule) -> Mapping[date, list[Session]]:
    """The run's sessions from `first` on that fill a slot, or tried to, by day."""
    found = defaultdict(list)
    for session in diary.sessions:
        if session.run != run or session.day < first or not session.sets:
            continue
        under_way = session.state is SessionState.RUNNING and not session_counts(session, rule)
        discarded = session.state is SessionState.DISCARDED
        if not (under_way or discarded or session.slot is Slot.EXTRA):
            found[session.day].append(session)
    return found


def _count(done: int, target: int) -> Message:
    if target == 0:
        return message("no session is planned")
    facts = {"done": done}
    return Message(
        text="{done} of {n} sessions", one="{done} of {n} session", n=target, facts=facts
    )


def _note(days: tuple[WeekDay, ...]) -> Message | None:
    missed = any(mark.mark is Mark.MISSED for day in days for mark in day.marks)
    return message("Missed one? Just carry on. No catching up.") if missed else None
