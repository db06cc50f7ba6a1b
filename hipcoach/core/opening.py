"""Opening a session: the run's week, levels and kit become parts and a fresh record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.changes import asked_for
from hipcoach.core.diary import Diary
from hipcoach.core.levels import decided_by, owned_levels, rungs_done
from hipcoach.core.lighter import Missed, in_force, lighter
from hipcoach.core.parts import Part, chosen, easier, part, parts
from hipcoach.core.progression.begun import Begun, begun
from hipcoach.core.run import Run
from hipcoach.core.session import EASIER_TODAY, EASY_DAY, Session, Slot
from hipcoach.core.timeline import length, side_sets


class Kind(StrEnum):
    """What a session is: the program's own, the same one easier today, or the easy day."""

    SESSION = "session"
    EASIER = "easier"
    EASY_DAY = "easy-day"


def kind_of(session: Session) -> Kind:
    """What the session was started as, as its record tells."""
    kinds = {EASIER_TODAY: Kind.EASIER, EASY_DAY: Kind.EASY_DAY}
    return kinds.get(session.program, Kind.SESSION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A session that can be guided: its record, its parts, and its length in seconds."""

    session: Session
    parts: tuple[Part, ...]
    seconds: float


def opened(diary: Diary, catalogue: Catalogue, run: Run, at: datetime, slot: Slot) -> Opened:
    """A new session of the run at `at`, by what the rules decide until then."""
    return opened_as(begun(diary, catalogue, run, at), catalogue, at, slot)


def opened_as(found: Begun, catalogue: Catalogue, at: datetime, slot: Slot) -> Opened:
    """The same, where what a session finds is known already."""
    diary, run = found.diary, found.run
    ready = program_parts(diary, catalogue, run, at)
    return _new(run, run.program, ready, at, slot, diary, catalogue)


def opened_easier(diary: Diary, catalogue: Catalogue, run: Run, at: datetime, slot: Slot) -> Opened:
    """The run's session, easier today: one set of each exercise, one rung lower."""
    found = begun(diary, catalogue, run, at)
    diary, run = found.diary, found.run
    ready = _easier_parts(diary, catalogue, run, at)
    return _new(run, EASIER_TODAY, ready, at, slot, diary, catalogue)


def opened_easy(
    diary: Diary, catalogue: Catalogue, run: Run, at: datetime, slot: Slot, *, stand_in: bool
) -> Opened:
    """The easy day; with `stand_in` the second named exercise where two are."""
    ready = _easy_parts(diary, catalogue, stand_in=stand_in)
    return _new(run, EASY_DAY, ready, at, slot, diary, catalogue)


def reopened(diary: Diary, catalogue: Catalogue, session: Session) -> Opened | None:
    """A session that was left, with the parts that it was started with.

    None without its run, and where HipCoach does not have its program (any more).
    """
    run = diary.run(session.run)
    if run is None or run.program not in catalogue.programs:
        return None
    then = _as_it_began(diary, session)
    return _opened(session, _parts_of(session, run, then, catalogue), diary, catalogue)


def _as_it_began(diary: Diary, session: Session) -> Diary:
    """The diary with the decisions that stood when the session began.

    That its program started again is dated when the new run was stored, a moment later.
    """
    at = session.started_at
    stood = (d for d in diary.decisions if d.at <= at or d.rule == Missed.RESTART)
    return replace(diary, decisions=tuple(stood))


def _parts_of(session: Session, run: Run, diary: Diary, catalogue: Catalogue) -> tuple[Part, ...]:
    """The parts that the session was started with, by what it is and how many side-sets it has."""
    kind = kind_of(session)
    if kind is Kind.SESSION:
        return program_parts(diary, catalogue, run, session.started_at)
    if kind is Kind.EASIER:
        return _easier_parts(diary, catalogue, run, session.started_at)
    ready = _easy_parts(diary, catalogue, stand_in=False)
    if len(side_sets(ready)) == session.planned_sets:
        return ready
    return _easy_parts(diary, catalogue, stand_in=True)


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


def program_parts(diary: Diary, catalogue: Catalogue, run: Run, at: datetime) -> tuple[Part, ...]:
    """What a session of the run at `at` consists of, by the decisions that are in the diary."""
    day, bands_owned = at.date(), bool(diary.settings.bands)
    asked = catalogue.programs[run.program].prescriptions(run.week(day))
    names = [chosen(one, catalogue, bands_owned=bands_owned).id for one in asked]
    ready = parts(
        [asked_for(one, name, run, at) for one, name in zip(asked, names, strict=True)],
        catalogue,
        rungs_done(diary, run, catalogue, decided_by(diary, at)),
        bands_owned=bands_owned,
        times=diary.settings.times,
    )
    return lighter(ready, in_force(diary, at, catalogue.rules))


def _easier_parts(diary: Diary, catalogue: Catalogue, run: Run, at: datetime) -> tuple[Part, ...]:
    """One set of each of the run's parts, one rung lower; nothing is taken off on the way."""
    owned = owned_levels(diary.settings, catalogue)
    one_set = (
        replace(whole, dose=replace(whole.dose, sets=1))
        for whole in program_parts(diary, catalogue, run, at)
    )
    return tuple(replace(easier(once, catalogue, owned), band_off=False) for once in one_set)


def _easy_parts(diary: Diary, catalogue: Catalogue, *, stand_in: bool) -> tuple[Part, ...]:
    """The easy day's parts: the lowest rungs, no band."""
    found = []
    for prescription in catalogue.easy_day:
        exercise = catalogue.exercises[prescription.exercises[-1 if stand_in else 0]]
        rung = exercise.ladder[0]
        found.append(part(prescription, exercise, rung, catalogue, diary.settings.times))
    return tuple(found)
