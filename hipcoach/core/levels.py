"""Levels: the rung of each exercise, as the fold of accepted decisions over where a run starts.

Starting rungs: product.md section 4; exercises shared with the run before: section 6.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Exercise, Resistance, ResistanceKind, Rung
from hipcoach.core.program import Prescription, Program
from hipcoach.core.run import ONE_LEG_BRIDGE, RUNG, Decision, Run, Settings
from hipcoach.core.text import Message, message

LIGHTEST_UP_TO = 2
"""The heaviest band level to start with (product.md section 4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """Where an exercise starts in a run, and why."""

    rung: Rung
    why: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A change of an exercise's rung, decided at a moment."""

    at: datetime
    exercise: str
    rung: str


def owned_levels(settings: Settings, catalogue: Catalogue) -> frozenset[int] | None:
    """The levels of the bands that the user owns; None where this was not asked yet."""
    if settings.bands is None:
        return None
    colours = {band.colour for band in settings.bands}
    return frozenset(band.level for band in catalogue.bands.values() if band.colour in colours)


def start_rung(
    prescription: Prescription, exercise: Exercise, run: Run, owned: Collection[int] | None
) -> Rung:
    """The rung on which `exercise`, one of the prescription's, starts in a run of its own.

    `owned` are the levels of the user's bands; None, not asked yet, leaves the program's choice.
    """
    return _start(prescription, exercise, run, owned).rung


def _start(
    prescription: Prescription, exercise: Exercise, run: Run, owned: Collection[int] | None
) -> Start:
    if exercise.id != prescription.exercises[0]:
        return Start(rung=exercise.ladder[0], why=message("as the program starts"))
    clean = prescription.clean_start is not None and run.value(ONE_LEG_BRIDGE) is True
    wanted = _rung(exercise, prescription.clean_start if clean else prescription.start)
    if owned is not None and wanted.resistance.kind is ResistanceKind.BAND:
        return _band_start(exercise, wanted, owned)
    if clean:
        return Start(rung=wanted, why=message("as 6 tidy ones on one leg are possible"))
    return Start(rung=wanted, why=message("as the program starts"))


def _rung(exercise: Exercise, rung_id: str | None) -> Rung:
    """The rung with this id, or the ladder's first."""
    return next((rung for rung in exercise.ladder if rung.id == rung_id), exercise.ladder[0])


def _band_start(exercise: Exercise, wanted: Rung, owned: Collection[int]) -> Start:
    light = [r for r in _banded(exercise) if usable(r.resistance, owned) and _light(r.resistance)]
    if light:
        lightest = min(light, key=lambda rung: rung.resistance.level)
        return Start(rung=lightest, why=message("the lightest band that you own"))
    bare = _without_band(exercise, wanted)
    return Start(rung=bare, why=message("as you own no light band"))


def _banded(exercise: Exercise) -> Iterator[Rung]:
    return (rung for rung in exercise.ladder if rung.resistance.kind is ResistanceKind.BAND)


def _light(resistance: Resistance) -> bool:
    return resistance.level <= LIGHTEST_UP_TO


def usable(resistance: Resistance, owned: Collection[int] | None) -> bool:
    """Whether the user has what the resistance asks for; weights and unasked bands are assumed."""
    return resistance.kind is not ResistanceKind.BAND or owned is None or resistance.level in owned


def _without_band(exercise: Exercise, wanted: Rung) -> Rung:
    """The nearest rung below without a band; `wanted` where the ladder has none."""
    below = exercise.ladder[: exercise.ladder.index(wanted)]
    bare = [rung for rung in below if rung.resistance.kind is not ResistanceKind.BAND]
    return bare[-1] if bare else wanted


def levels(diary: Diary, run: Run, catalogue: Catalogue, on: date) -> dict[str, str]:
    """The rung id of each of the program's exercises at the end of the day `on`, by exercise id."""
    rungs = {name: start.rung.id for name, start in starts(diary, run, catalogue).items()}
    for step in steps(diary, run, on):
        if step.exercise in rungs and _has(catalogue.exercises[step.exercise], step.rung):
            rungs[step.exercise] = step.rung
    return rungs


def rungs_done(diary: Diary, run: Run, catalogue: Catalogue, on: date) -> dict[str, str]:
    """The rung id on which each exercise is done: its level, with the bands that are owned now.

    Where a level's band is owned no longer, the nearest rung below that can be done; the level
    stays, and counts again with the band.
    """
    owned = owned_levels(diary.settings, catalogue)
    return with_bands(levels(diary, run, catalogue, on), owned, catalogue)


def with_bands(
    found: Mapping[str, str], owned: Collection[int] | None, catalogue: Catalogue
) -> dict[str, str]:
    """The rung ids on which exercises of these levels are done with the bands that are owned."""
    return {
        name: _doable(catalogue.exercises[name], rung_id, owned).id
        for name, rung_id in found.items()
    }


def _doable(exercise: Exercise, rung_id: str, owned: Collection[int] | None) -> Rung:
    rung = exercise.rung(rung_id)
    return rung if usable(rung.resistance, owned) else lower_rung(exercise, rung_id, owned)


def _has(exercise: Exercise, rung_id: str) -> bool:
    return any(rung.id == rung_id for rung in exercise.ladder)


def steps(diary: Diary, run: Run, on: date) -> list[Step]:
    """The run's accepted decisions and the user's own changes of a rung up to the day `on`."""
    found = [
        Step(at=decision.at, exercise=decision.exercise, rung=decision.to)
        for decision in decisions_of(diary, run, on)
        if decision.accepted
    ]
    found += [
        Step(at=change.at, exercise=change.exercise, rung=str(change.value))
        for change in run.changes
        if change.what == RUNG and change.at.date() <= on
    ]
    return sorted(found, key=lambda step: step.at)


def decided_by(diary: Diary, at: datetime) -> date:
    """The day up to which decisions count at the moment: its own, or that of one made by then.

    Who flies west past midnight finds the day of a decision still to come.
    """
    return max((at.date(), *(told.at.date() for told in diary.decisions if told.at <= at)))


def decisions_of(diary: Diary, run: Run, on: date) -> tuple[Decision, ...]:
    """The decisions dated within the run, up to the day `on`.

    Those of its first day that were made before it began belong to the run before.
    """
    last = min(on, run.ended_on) if run.ended_on else on
    found = (d for d in diary.decisions if run.started_on <= d.at.date() <= last)
    return tuple(d for d in found if not _before(d, run))


def _before(decision: Decision, run: Run) -> bool:
    """Whether the decision was made on the run's first day before the run was there."""
    begun = run.created_at
    if begun is None or begun.date() != run.started_on:
        return False
    return decision.at.date() == run.started_on and decision.at < begun


def starts(diary: Diary, run: Run, catalogue: Catalogue) -> dict[str, Start]:
    """Where each of the program's exercises starts in this run, by exercise id.

    An exercise that the run before had too starts one rung below where that one ended.
    """
    owned = owned_levels(diary.settings, catalogue)
    program = catalogue.programs.get(run.program)
    found = {
        name: _start(prescription, catalogue.exercises[name], run, owned)
        for prescription in reversed(_prescriptions(program) if program else [])
        for name in prescription.exercises
    }
    for name, rung_id in _levels_before(diary, run, catalogue).items():
        if name in found:
            rung = lower_rung(catalogue.exercises[name], rung_id, owned)
            found[name] = Start(rung=rung, why=message("one step below the program before"))
    return found


def _prescriptions(program: Program) -> list[Prescription]:
    return [prescription for block in program.blocks for prescription in block.prescriptions]


def _levels_before(diary: Diary, run: Run, catalogue: Catalogue) -> dict[str, str]:
    """The levels at the end of the run before this one; empty for the first.

    Of runs that began on one day the one begun later, as `Diary.run_on` has it.
    """
    earlier = [r for r in diary.runs if r.started_on < run.started_on and r.id != run.id]
    if not earlier:
        return {}
    before = max(earlier, key=lambda r: (r.started_on, r.id))
    return levels(diary, before, catalogue, before.ended_on or run.started_on)


def lower_rung(exercise: Exercise, rung_id: str, owned: Collection[int] | None) -> Rung:
    """The nearest usable rung below, or this one where none is."""
    rung = exercise.rung(rung_id)
    below = exercise.ladder[: exercise.ladder.index(rung)]
    return next((low for low in reversed(below) if usable(low.resistance, owned)), rung)


def higher_rungs(
    rungs: Sequence[Rung], here: Rung, owned: Collection[int] | None
) -> tuple[Rung, ...]:
    """The rungs above `here` that can be done, nearest first; `rungs` are those to be climbed.

    A band may be one level above the one that is used now (product.md section 4; clinical.md, the
    resistance scale: a colour is a big step already).
    """
    above = rungs[rungs.index(here) + 1 :]
    return tuple(r for r in above if usable(r.resistance, owned) and _near(r, here))


def _near(rung: Rung, here: Rung) -> bool:
    """Whether the rung's band is at most one level above the band of `here`, or a light one."""
    band = here.resistance.level
    return rung.resistance.level <= (band + 1 if band else LIGHTEST_UP_TO)


def missing_bands(
    rungs: Sequence[Rung], here: Rung, owned: Collection[int] | None
) -> tuple[int, ...]:
    """The levels of the bands with which a rung above `here` could be done; lightest first."""
    above = rungs[rungs.index(here) + 1 :]
    lacking = (r for r in above if not usable(r.resistance, owned) and _near(r, here))
    return tuple(sorted({rung.resistance.level for rung in lacking}))
