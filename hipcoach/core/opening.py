"""Opening a session: the run's week, levels and kit become parts and a fresh record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.levels import levels
from hipcoach.core.parts import Part, part, parts
from hipcoach.core.run import Run
from hipcoach.core.session import EASY_DAY, Session, Slot
from hipcoach.core.timeline import length, side_sets


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A session that can be guided: its record, its parts, and its length in seconds."""

    session: Session
    parts: tuple[Part, ...]
    seconds: float


def opened(diary: Diary, catalogue: Catalogue, run: Run, at: datetime, slot: Slot) -> Opened:
    """A new session of the run at `at`."""
    ready = _program_parts(diary, catalogue, run, at)
    return _new(run, run.program, ready, at, slot, diary, catalogue)


def opened_easy(
    diary: Diary, catalogue: Catalogue, run: Run, at: datetime, slot: Slot, *, stand_in: bool
) -> Opened:
    """The easy day; with `stand_in` the second named exercise where two are."""
    ready = _easy_parts(diary, catalogue, stand_in=stand_in)
    return _new(run, EASY_DAY, ready, at, slot, diary, catalogue)


def reopened(diary: Diary, catalogue: Catalogue, session: Session) -> Opened | None:
    """A session that was left, with the parts that it was started with; None without its run."""
    run = diary.run(session.run)
    if run is None:
        return None
    if session.program == EASY_DAY:
        ready = _easy_parts(diary, catalogue, stand_in=False)
        if len(side_sets(ready)) != session.planned_sets:
            ready = _easy_parts(diary, catalogue, stand_in=True)
    else:
        ready = _program_parts(diary, catalogue, run, session.started_at)
    return _opened(session, ready, diary, catalogue)


def _new(
    run: Run,
    program: str,
    ready: tuple[Part, ...],
    at: datetime,
    slot: Slot,
    diary: Diary,
    catalogue: Catalogue,
) -> Opened:
    session = Session(
        started_at=at, run=run.id, program=program, slot=slot, planned_sets=len(side_sets(ready))
    )
    return _opened(session, ready, diary, catalogue)


def _opened(
    session: Session, ready: tuple[Part, ...], diary: Diary, catalogue: Catalogue
) -> Opened:
    seconds = length(ready, diary.settings.times, catalogue.postures)
    return Opened(session=session, parts=ready, seconds=seconds)


def _program_parts(diary: Diary, catalogue: Catalogue, run: Run, at: datetime) -> tuple[Part, ...]:
    day = at.date()
    return parts(
        catalogue.programs[run.program].prescriptions(run.week(day)),
        catalogue,
        levels(diary, run, catalogue, day),
        bands_owned=bool(diary.settings.bands),
        times=diary.settings.times,
    )


def _easy_parts(diary: Diary, catalogue: Catalogue, *, stand_in: bool) -> tuple[Part, ...]:
    """The easy day's parts: the lowest rungs, no band."""
    found = []
    for prescription in catalogue.easy_day:
        exercise = catalogue.exercises[prescription.exercises[-1 if stand_in else 0]]
        rung = exercise.ladder[0]
        found.append(part(prescription, exercise, rung, catalogue, diary.settings.times))
    return tuple(found)
