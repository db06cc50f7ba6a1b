"""The two rows of sessions below the diary's chart: a mark for each slot of each day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, datetime

from hipcoach.core.adherence import WEEK, session_counts, slots_per_day
from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.diary_chart import SessionOn
from hipcoach.core.of_days import days_in, sessions_of
from hipcoach.core.rules import CountRule
from hipcoach.core.run import Period
from hipcoach.core.schedule import half_of_day
from hipcoach.core.session import Session, SessionState, Slot
from hipcoach.core.text import Message, message
from hipcoach.core.trend_view import Days
from hipcoach.core.week_marks import Mark, best_of, mark_of, mark_words

ROWS = (Slot.MORNING, Slot.EVENING)
_ENDED = {SessionState.FINISHED, SessionState.ENDED_EARLY}


def sessions_on(
    diary: Diary, catalogue: Catalogue, days: Days, now: datetime
) -> tuple[SessionOn, ...]:
    """The marks of these days, in order; only what lies in them is looked at."""
    rule = catalogue.rules.count
    by_day = _by_day(diary, days, rule)
    near = _near(diary, days)
    return tuple(
        mark
        for day in days_in(days)
        for mark in _marks(near, catalogue, day, by_day.get(day, []), over=day < now.date())
    )


def extra_sessions(diary: Diary, catalogue: Catalogue, day: date) -> int:
    """How many sessions of the day stand in no row: extra ones, stored but not counted."""
    of_day = Days(first=day, last=day)
    done = _by_day(diary, of_day, catalogue.rules.count).get(day, [])
    off = _day_off(_near(diary, of_day), day)
    return sum(_row(session, off, catalogue.rules.count) is Slot.EXTRA for session in done)


def _by_day(diary: Diary, days: Days, rule: CountRule) -> Mapping[date, list[Session]]:
    """The sessions in which something was done, by day; not one that is still under way."""
    found = defaultdict(list)
    for session in sessions_of(diary, days):
        if session.sets and (session.state in _ENDED or session_counts(session, rule)):
            found[session.day].append(session)
    return found


def _row(session: Session, off: Mark | None, rule: CountRule) -> Slot:
    """The row that the session stands in; on a day off, when none is planned, by its time."""
    if session.slot is Slot.EXTRA and off:
        return half_of_day(session.started_at, rule)
    return session.slot


def _near(diary: Diary, days: Days) -> Diary:
    """The runs and the days off that share a day with these."""
    ended_since = (run for run in diary.runs if (run.ended_on or days.last) >= days.first)
    return Diary(
        runs=tuple(run for run in ended_since if run.started_on <= days.last),
        flares=tuple(flare for flare in diary.flares if _meets(flare, days)),
        absences=tuple(away for away in diary.absences if _meets(away, days)),
    )


def _meets(period: Period, days: Days) -> bool:
    return period.from_ <= days.last and (period.to or days.last) >= days.first


def _marks(
    near: Diary, catalogue: Catalogue, day: date, sessions: list[Session], *, over: bool
) -> Iterator[SessionOn]:
    """The marks of one day: what was done, and what fills the slots that are left."""
    rule, off = catalogue.rules.count, _day_off(near, day)
    slots, empty = _slots(near, catalogue, day, over=over)
    by_row = [best_of([s for s in sessions if _row(s, off, rule) is row], rule) for row in ROWS]
    left = slots - len(list(filter(None, by_row)))
    for row, session in zip(ROWS, by_row, strict=True):
        name = row if slots > 1 or all(by_row) else None
        if session:
            mark, counts = mark_of(session), session_counts(session, rule)
            words = _words(name, mark_words(mark, counts=counts))
            yield SessionOn(day=day, slot=row, mark=mark, session=session.id, words=words)
        elif (lacking := off or empty) and left > 0:
            left -= 1
            words = _words(name, mark_words(lacking))
            yield SessionOn(day=day, slot=row, mark=lacking, session="", words=words)


def _slots(near: Diary, catalogue: Catalogue, day: date, *, over: bool) -> tuple[int, Mark | None]:
    """How many sessions the day has by its program, and what stands where one was not done.

    Nothing where there is still time for it.
    """
    run = near.run_on(day)
    program = catalogue.programs.get(run.program) if run else None
    if run is None or program is None:
        return 0, None
    asked = over and program.days_per_week == WEEK
    return slots_per_day(run, program, day), Mark.MISSED if asked else None


def _day_off(near: Diary, day: date) -> Mark | None:
    """Why no session is planned on the day; None where nothing stands against one."""
    if near.flare_on(day):
        return Mark.FLARE
    return Mark.AWAY if any(away.holds(day) for away in near.absences) else None


def _words(row: Slot | None, mark: Message) -> Message:
    if row is None:
        return mark
    if row is Slot.MORNING:
        return message("morning {mark}", mark=mark)
    return message("evening {mark}", mark=mark)
