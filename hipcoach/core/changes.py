"""What the user changed in the doses of a program, and what is asked for with it.

Each change holds from its moment on, over later weeks of the program too, until it is changed back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from math import isfinite
from typing import Any

from hipcoach.core.exercise import Side
from hipcoach.core.program import Prescription
from hipcoach.core.run import Change, Run
from hipcoach.core.tempo import MAX_SECONDS, OF_A_REPETITION, PhaseKind

SETS = "sets"
LOW = "low"
HIGH = "high"
REST = "rest"
SIDES = "sides"
PHASES = tuple(kind.value for kind in PhaseKind if kind in OF_A_REPETITION)
"""What a change of a dose changes; the seconds of a phase go by the kind of the phase."""

DOSE = frozenset({SETS, LOW, HIGH, REST, SIDES, *PHASES})

Value = str | int | float

_LONGEST_REST = 600
_MOST = {SETS: 10, LOW: 60, HIGH: 60}
"""What a prescription and the times between sets can hold at all; rules.toml asks for less."""


class SidesDone(StrEnum):
    """Which sides are done, and in which order."""

    BOTH_LEFT_FIRST = "left-right"
    BOTH_RIGHT_FIRST = "right-left"
    LEFT = "left"
    RIGHT = "right"

    @property
    def order(self) -> tuple[Side, ...]:
        """The sides in the order in which they are done within each set."""
        return tuple(Side(side) for side in self.value.split("-"))


def sides_done(order: tuple[Side, ...]) -> SidesDone:
    """The choice that means this order; none given: left, then right."""
    return SidesDone("-".join(order) or SidesDone.BOTH_LEFT_FIRST)


def asked_for(prescription: Prescription, exercise_id: str, run: Run, at: datetime) -> Prescription:
    """The prescription with the changes that hold at that moment for the ladder's exercise."""
    return changed_by(prescription, held(made_by(run, at), exercise_id))


def made_by(run: Run, at: datetime) -> tuple[Change, ...]:
    """The run's changes up to that moment."""
    return tuple(change for change in run.changes if change.at <= at)


def made_on(run: Run, day: date) -> tuple[Change, ...]:
    """The run's changes up to the end of that day, each by the calendar of its own offset."""
    return tuple(change for change in run.changes if change.at.date() <= day)


def held(changes: Iterable[Change], exercise_id: str) -> dict[str, Change]:
    """The latest change of each part of the exercise's dose that gives it a value of its own.

    A value that no dose can have, as a diary edited by hand may hold, is passed over.
    """
    latest = {c.what: c for c in changes if c.exercise == exercise_id and c.what in DOSE}
    return {what: change for what, change in latest.items() if _fits(what, change.value)}


def _fits(what: str, value: object) -> bool:
    if what == SIDES:
        return isinstance(value, str) and value in set(SidesDone)
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        return False
    if what in _MOST:
        return isinstance(value, int) and 1 <= value <= _MOST[what]
    if what == REST:
        return 1 <= value <= _LONGEST_REST
    still = what in {PhaseKind.HOLD, PhaseKind.PAUSE}
    return (0 if still else 0.5) <= value <= MAX_SECONDS


def changed_by(prescription: Prescription, changes: Mapping[str, Change]) -> Prescription:
    """The prescription with these changes; the repetitions stay in order."""
    given = {what: change.value for what, change in changes.items()}
    low, high = _repetitions(prescription, given)
    seconds = {PhaseKind(what): given[what] for what in PHASES if what in given}
    fields: dict[str, Any] = {"low": low, "high": high}
    fields |= {what: given[what] for what in (SETS, REST) if what in given}
    if SIDES in given:
        fields[SIDES] = SidesDone(str(given[SIDES])).order
    if seconds:
        fields["tempo"] = dict(prescription.tempo or {}) | seconds
    return replace(prescription, **fields)


def _repetitions(asked: Prescription, given: Mapping[str, object]) -> tuple[object, object]:
    """Low and high; one that was changed alone moves the other where they would cross."""
    low, high = given.get(LOW, asked.low), given.get(HIGH, asked.high)
    assert isinstance(low, int)
    assert isinstance(high, int)
    if low <= high:
        return low, high
    if LOW in given and HIGH in given:
        return asked.low, asked.high
    return (low, low) if LOW in given else (high, high)
