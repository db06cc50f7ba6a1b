"""The diary as it was known at a moment: what was entered later is not in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from hipcoach.core.diary import Diary
from hipcoach.core.run import Absence, Flare, Run

Days = TypeVar("Days", Flare, Absence)


def known_at(diary: Diary, at: datetime) -> Diary:
    """What had happened by the moment `at`; settings, which have no history, are those of today."""
    return replace(
        diary,
        pain_ratings=tuple(r for r in diary.pain_ratings if r.at <= at),
        runs=tuple(_run(r, at) for r in diary.runs if r.started_on <= at.date()),
        sessions=tuple(s for s in diary.sessions if s.started_at <= at),
        decisions=tuple(d for d in diary.decisions if d.at <= at),
        check_ins=tuple(c for c in diary.check_ins if c.at <= at),
        flares=tuple(_period(f, at) for f in diary.flares if f.from_ <= at.date()),
        absences=tuple(_period(a, at) for a in diary.absences if a.from_ <= at.date()),
        screenings=tuple(s for s in diary.screenings if s.at <= at),
    )


def _run(run: Run, at: datetime) -> Run:
    """The run without the changes that came later; its end too, if it was not yet there."""
    changes = tuple(change for change in run.changes if change.at <= at)
    ended = run.ended_on if run.ended_on and run.ended_on <= at.date() else None
    return replace(run, changes=changes, ended_on=ended)


def _period(period: Days, at: datetime) -> Days:
    return period if period.to and period.to <= at.date() else replace(period, to=None)
