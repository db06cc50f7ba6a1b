"""The dose of one exercise as it is now: what of it may be changed, and what the program has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.change_words import dose_words
from hipcoach.core.changes import (
    HIGH,
    LOW,
    REST,
    SETS,
    SIDES,
    SidesDone,
    Value,
    asked_for,
    sides_done,
)
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Rung, Sides
from hipcoach.core.levels import decided_by, rungs_done
from hipcoach.core.parts import Part, part
from hipcoach.core.program import Prescription
from hipcoach.core.rules import DoseRule, Limit
from hipcoach.core.run import Run
from hipcoach.core.tempo import PhaseKind, repetition_seconds
from hipcoach.core.text import Message

ONE = Limit(low=1, high=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seconds:
    """One stretch of a repetition: its word on screen, its seconds and their limits.

    `fixed`: the level of the exercise gives the seconds, and they cannot be changed.
    """

    kind: PhaseKind
    label: str
    seconds: float
    low: float
    high: float
    fixed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseView:
    """The dose. `exercise` is the id of the exercise whose ladder it is; `done` of what is done.

    `rest` and `seconds` are in seconds, the latter in the order of a repetition. `sides` is None
    where the sides are not done one after the other. `limits` are by the name of what is changed,
    as in `core/changes.py`. `changed` are words for what differs from the program ("3 sets"),
    `now` and `program` the values themselves, by name.
    """

    exercise: str
    done: str
    sets: int
    low: int
    high: int
    rest: float
    sides: SidesDone | None
    seconds: tuple[Seconds, ...]
    limits: Mapping[str, Limit]
    changed: tuple[Message, ...]
    now: Mapping[str, Value]
    program: Mapping[str, Value]
    seconds_per_rep: float


def dose_view(
    diary: Diary, catalogue: Catalogue, run: Run, exercise_id: str, at: datetime
) -> DoseView | None:
    """The exercise's dose at that moment; None where the program does not ask for it then."""
    asked = asked_of(catalogue, run, exercise_id, at)
    if asked is None:
        return None
    ladder = catalogue.exercises[exercise_id]
    rung = ladder.rung(rungs_done(diary, run, catalogue, decided_by(diary, at))[exercise_id])
    changed = asked_for(asked, exercise_id, run, at)
    given = (ladder, rung, catalogue, diary.settings.times)
    return _view(part(changed, *given), part(asked, *given), catalogue.rules.dose)


def asked_of(catalogue: Catalogue, run: Run, exercise_id: str, at: datetime) -> Prescription | None:
    """What the program itself asks for in the week of `at`, by one of the exercises named there."""
    program = catalogue.programs.get(run.program)
    asked = program.prescriptions(run.week(at.date())) if program else ()
    return next((one for one in asked if exercise_id in one.exercises), None)


def _view(now: Part, own: Part, rule: DoseRule) -> DoseView:
    values, program = _values(now), _values(own)
    limits = {what: _limit(what, values, now, rule) for what in values if what != SIDES}
    return DoseView(
        exercise=now.ladder.id,
        done=now.exercise.id,
        sets=now.dose.sets,
        low=now.dose.low,
        high=now.dose.high,
        rest=now.rest,
        sides=SidesDone(str(values[SIDES])) if SIDES in values else None,
        seconds=tuple(_seconds(now, limits)),
        limits=limits,
        changed=tuple(words for _, words in dose_words(values, program, now.exercise)),
        now=values,
        program=program,
        seconds_per_rep=repetition_seconds(now.tempo),
    )


def _values(part: Part) -> dict[str, Value]:
    """The values of a dose by name, those of its rung too."""
    dose = part.dose
    values: dict[str, Value] = {SETS: dose.sets, LOW: dose.low, HIGH: dose.high, REST: part.rest}
    values |= {phase.kind.value: phase.seconds for phase in part.tempo}
    if part.exercise.sides is Sides.EACH:
        values[SIDES] = sides_done(part.asked.sides).value
    return values


def _limit(what: str, values: Mapping[str, Value], now: Part, rule: DoseRule) -> Limit:
    """The rule's limit; a rest that the settings have made shorter or longer lies inside too."""
    if what in {LOW, HIGH}:
        return _repetitions(now, rule)
    limit: Limit = getattr(rule, what)
    if what != REST:
        return limit
    rest = float(values[REST])
    return Limit(low=min(limit.low, rest), high=max(limit.high, rest))


def _repetitions(now: Part, rule: DoseRule) -> Limit:
    """One long hold stays one, and a level that gives its own number keeps it."""
    if now.rung.reps is not None:
        return Limit(low=now.rung.reps, high=now.rung.reps)
    return ONE if now.ladder.top == 1 else rule.repetitions


def _seconds(part: Part, limits: Mapping[str, Limit]) -> list[Seconds]:
    fixed = fixed_by(part.rung)
    return [
        Seconds(
            kind=phase.kind,
            label=phase.label,
            seconds=phase.seconds,
            low=limits[phase.kind].low,
            high=limits[phase.kind].high,
            fixed=phase.kind in fixed,
        )
        for phase in part.tempo
    ]


def fixed_by(rung: Rung) -> frozenset[PhaseKind]:
    """The phases whose seconds the rung itself asks for."""
    hold = () if rung.hold is None else (PhaseKind.HOLD,)
    return frozenset((*(rung.tempo or ()), *hold))
