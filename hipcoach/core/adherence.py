"""Adherence: sessions done of sessions planned (product.md section 6). Computed, never stored.

A session counts from half of its planned sets. Planned are the slots whose day is over, and today's
done ones; flare-up and away days are not planned, an extra session is not counted. Past the end of
the program its weeks count on until the run is ended.

Where a program leaves the days free, three a week stand for three sevenths of a week's slots: a
week that has flare-up or away days, or that the run's end cuts short, plans its share, rounded half
up. Such a week's session is missed only when too few days are left to do it in; so in a week under
way the missed ones and the done ones are planned, and the ones that can still be done are not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil

from hipcoach.core.diary import Diary
from hipcoach.core.format import half_up
from hipcoach.core.program import Program
from hipcoach.core.rules import CountRule
from hipcoach.core.run import ONCE_A_DAY, Run
from hipcoach.core.session import Session, SessionState, SideSet, Slot

DAY = timedelta(days=1)
WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Sessions done of sessions planned; never more done than planned."""

    done: int
    planned: int

    @property
    def percent(self) -> int | None:
        """Whole percent, or None where nothing was planned."""
        return int(half_up(100 * self.done / self.planned, 0)) if self.planned else None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCount:
    """One day: `slots` sessions fit it (0 in a flare-up or away), `done` of them were done.

    `over`: what was not done by now is missed.
    """

    day: date
    done: int
    slots: int
    over: bool
    flare: bool
    away: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekCount:
    """One week of the run, up to the day that is asked about.

    `not_planned_days` lie in a flare-up or away, `flare_days` of them in a flare-up.
    """

    week: int
    first_day: date
    last_day: date
    done: int
    planned: int
    not_planned_days: int
    flare_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Adherence:
    """A run's adherence.

    `last_four_weeks` are the run's week under way and the three before. `cut_short`: sessions ended
    early. `longest_gap_days`: the most days in a row that were over without a session, flare-up and
    away days left out. `days_since_last`: days from the last session that counts, None before it.
    """

    weeks: tuple[WeekCount, ...]
    total: Count
    last_four_weeks: Count
    cut_short: int
    longest_gap_days: int
    days_since_last: int | None


def set_done(done: SideSet, rule: CountRule) -> bool:
    """Whether the side-set counts: from half of the repetitions at which it could end."""
    return done.reps >= rule.side_set_share * done.low


def session_counts(session: Session, rule: CountRule) -> bool:
    """Whether half of the session's planned side-sets are done; a discarded one never counts."""
    if session.state is SessionState.DISCARDED:
        return False
    done = sum(set_done(side_set, rule) for side_set in session.sets)
    return done >= rule.session_share * session.planned_sets


def slots_per_day(run: Run, program: Program, day: date) -> int:
    """How many sessions a day has: half as many from the day on which once a day was chosen."""
    once = run.value(ONCE_A_DAY, on=day)
    return max(program.sessions_per_day // 2, 1) if once else program.sessions_per_day


def planned_today(diary: Diary, run: Run, program: Program, upto: datetime, rule: CountRule) -> int:
    """How many sessions today holds at most: none in a flare-up, away, or when the week is full."""
    week = week_days(diary, run, program, upto, rule)
    today = next((count for count in week if count.day == upto.date()), None)
    if today is None:
        return 0
    left = max(week_target(week, program) - sum(count.done for count in week), 0)
    return min(today.slots, today.done + left)


def week_days(
    diary: Diary, run: Run, program: Program, upto: datetime, rule: CountRule
) -> list[DayCount]:
    """The days of the run's week under way, those to come too; empty before the run."""
    first_day = run.started_on + (run.week(upto.date()) - 1) * WEEK * DAY
    return _run_days(diary, run, program, upto, rule, first=first_day)


def week_target(days: Iterable[DayCount], program: Program) -> int:
    """How many sessions the week plans in all: every slot, or its share where days are free."""
    slots = sum(count.slots for count in days)
    return int(half_up(slots * program.days_per_week / WEEK, 0))


def adherence(
    diary: Diary, run: Run, program: Program, upto: datetime, rule: CountRule
) -> Adherence:
    """The run's adherence at the moment `upto`, today being the day of its own offset."""
    today = upto.date()
    days = _run_days(diary, run, program, upto, rule, run.started_on)
    weeks = tuple(
        _week(number + 1, days[number * WEEK : (number + 1) * WEEK], program, today)
        for number in range(ceil(len(days) / WEEK))
    )
    sessions = [session for session in diary.sessions_of(run) if session.day <= today]
    trained = {session.day for session in sessions if session_counts(session, rule)}
    return Adherence(
        weeks=weeks,
        total=_sum(weeks),
        last_four_weeks=_sum(weeks[-4:]),
        cut_short=sum(session.state is SessionState.ENDED_EARLY for session in sessions),
        longest_gap_days=_longest_gap(days, trained),
        days_since_last=(today - max(trained)).days if trained else None,
    )


def _sum(weeks: Iterable[WeekCount]) -> Count:
    found = list(weeks)
    return Count(done=sum(w.done for w in found), planned=sum(w.planned for w in found))


def _run_days(
    diary: Diary, run: Run, program: Program, upto: datetime, rule: CountRule, first: date
) -> list[DayCount]:
    """The run's days from `first` to the end of the week under way, or to the run's end."""
    today = upto.date()
    end = run.started_on + (run.week(today) * WEEK - 1) * DAY
    last = min(end, run.ended_on) if run.ended_on else end
    if today < first:
        return []
    done = Counter(
        session.day
        for session in diary.sessions_of(run)
        if first <= session.day <= today and _fills_slot(session, rule)
    )
    days = (first + number * DAY for number in range((last - first).days + 1))
    return [_day(diary, run, program, day, today, done[day]) for day in days]


def _fills_slot(session: Session, rule: CountRule) -> bool:
    return session.slot is not Slot.EXTRA and session_counts(session, rule)


def _day(
    diary: Diary, run: Run, program: Program, day: date, today: date, sessions: int
) -> DayCount:
    """One day; on one that the next run took over, only what was done had been planned."""
    away = any(period.holds(day) for period in diary.absences)
    flare = diary.flare_on(day) is not None
    slots = 0 if flare or away else slots_per_day(run, program, day)
    done = min(sessions, slots)
    holder = diary.run_on(day) or run
    if holder.id != run.id:
        slots = done
    return DayCount(day=day, done=done, slots=slots, over=day < today, flare=flare, away=away)


def _week(number: int, days: Sequence[DayCount], program: Program, today: date) -> WeekCount:
    target = week_target(days, program)
    done = min(sum(count.done for count in days), target)
    still_open = sum(count.slots - count.done for count in days if not count.over)
    lived = [count for count in days if count.day <= today]
    return WeekCount(
        week=number,
        first_day=lived[0].day,
        last_day=lived[-1].day,
        done=done,
        planned=max(done, target - still_open),
        not_planned_days=sum(count.flare or count.away for count in lived),
        flare_days=sum(count.flare for count in lived),
    )


def _longest_gap(days: Iterable[DayCount], trained: set[date]) -> int:
    longest = current = 0
    for count in days:
        if count.over and count.slots:
            current = 0 if count.day in trained else current + 1
            longest = max(longest, current)
    return longest
