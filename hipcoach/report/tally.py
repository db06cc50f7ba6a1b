"""Sessions done of planned in the period: core's adherence, cut to the period, run by run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from hipcoach.core.adherence import Adherence, WeekCount, adherence, session_counts, slots_per_day
from hipcoach.core.program import Program
from hipcoach.core.run import Run
from hipcoach.report.scope import WEEK, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """A week of the period. `flare` and `away` are the sessions not planned because of it."""

    first: date
    last: date
    done: int
    planned: int
    flare: int
    away: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The period's weeks and sums. `counted` are the days with a session that counts, in order."""

    weeks: tuple[Week, ...]
    done: int
    planned: int
    cut_short: int
    longest_gap: int
    counted: tuple[date, ...]


def tally(seen: Scope) -> Tally:
    """The period's sessions. Runs of programs that the catalogue does not have plan nothing."""
    found = [(run, program, _adherence(seen, run, program)) for run, program in _runs(seen)]
    rule = seen.catalogue.rules.count
    counted = {session.day for session in seen.sessions if session_counts(session, rule)}
    return Tally(
        weeks=tuple(_week(run, program, week) for run, program, of in found for week in of.weeks),
        done=sum(of.total.done for *_, of in found),
        planned=sum(of.total.planned for *_, of in found),
        cut_short=sum(of.cut_short for *_, of in found),
        longest_gap=max((of.longest_gap_days for *_, of in found), default=0),
        counted=tuple(sorted(counted)),
    )


def _runs(seen: Scope) -> Iterator[tuple[Run, Program]]:
    """The runs that touch the period, each as if it had started and ended within it."""
    for run in seen.diary.runs:
        program = seen.catalogue.programs.get(run.program)
        if program and seen.touches(run.started_on, run.ended_on):
            first = max(run.started_on, seen.first)
            last = min(run.ended_on or seen.last, seen.last)
            yield replace(run, started_on=first, ended_on=last), program


def _adherence(seen: Scope, run: Run, program: Program) -> Adherence:
    within = replace(seen.diary, sessions=seen.sessions)
    return adherence(within, run, program, seen.made_at, seen.catalogue.rules.count)


def _week(run: Run, program: Program, week: WeekCount) -> Week:
    slots = slots_per_day(run, program, week.last_day) * program.days_per_week / WEEK
    return Week(
        first=week.first_day,
        last=week.last_day,
        done=week.done,
        planned=week.planned,
        flare=round(slots * week.flare_days),
        away=round(slots * (week.not_planned_days - week.flare_days)),
    )
