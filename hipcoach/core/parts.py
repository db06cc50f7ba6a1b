"""The parts of one session.

Each prescription with its rung, dose and tempo settled, ready to be paced.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import ceil

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.exercise import Dose, Exercise, ResistanceKind, Rung, Side, Sides
from hipcoach.core.program import Prescription
from hipcoach.core.run import Times
from hipcoach.core.tempo import MOVING, PhaseKind, Tempo, repetition_seconds, with_seconds

HALF_RANGE = "half-range"
"""The rung below the lowest one: the same movement over half its range (product.md section 5)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One exercise of one session.

    `ladder` is the prescribed exercise, whose ladder `rung` belongs to; `exercise` is the one that
    is done, which a rung may change. `rest` is in seconds.
    """

    ladder: Exercise
    exercise: Exercise
    rung: Rung
    dose: Dose
    tempo: Tempo
    rest: float

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides in the order in which they are done within each set."""
        return (Side.LEFT, Side.RIGHT) if self.exercise.sides is Sides.EACH else (Side.BOTH,)

    @property
    def hold(self) -> float:
        """Seconds of the hold within a repetition; 0 where there is none."""
        return sum(phase.seconds for phase in self.tempo if phase.kind is PhaseKind.HOLD)

    @property
    def set_seconds(self) -> float:
        """Seconds of one side-set at the lower bound.

        Without the pause after its last repetition.
        """
        turns = 2 if self.exercise.sides is Sides.ALTERNATING else 1
        pause = sum(phase.seconds for phase in self.tempo if phase.kind not in MOVING)
        return self.dose.low * turns * repetition_seconds(self.tempo) - pause


def chosen(prescription: Prescription, catalogue: Catalogue, *, bands_owned: bool) -> Exercise:
    """The exercise that is done.

    The first named, or the second where the first needs a band and none is owned.
    """
    first, *second = (catalogue.exercises[name] for name in prescription.exercises)
    return second[0] if second and needs_band(first, catalogue) and not bands_owned else first


def needs_band(exercise: Exercise, catalogue: Catalogue) -> bool:
    """Whether the exercise's kit names an elastic band."""
    return any(catalogue.kit[name].is_band for name in exercise.kit)


def parts(
    prescriptions: Iterable[Prescription],
    catalogue: Catalogue,
    levels: Mapping[str, str],
    *,
    bands_owned: bool,
    times: Times,
) -> tuple[Part, ...]:
    """The session's parts in order; `levels` gives the rung of each ladder by exercise id."""
    found = []
    for prescription in prescriptions:
        exercise = chosen(prescription, catalogue, bands_owned=bands_owned)
        rung = exercise.rung(levels[exercise.id])
        found.append(part(prescription, exercise, rung, catalogue, times))
    return tuple(found)


def part(
    prescription: Prescription, ladder: Exercise, rung: Rung, catalogue: Catalogue, times: Times
) -> Part:
    """One prescription on one rung: the rung's own tempo and hold win over the prescription's."""
    exercise = catalogue.exercises[rung.exercise] if rung.exercise else ladder
    return Part(
        ladder=ladder,
        exercise=exercise,
        rung=rung,
        dose=Dose(sets=prescription.sets, low=prescription.low, high=prescription.high),
        tempo=with_seconds(exercise.tempo, _seconds(prescription, ladder, rung)),
        rest=times.rest if prescription.rest is None else prescription.rest,
    )


def _seconds(prescription: Prescription, ladder: Exercise, rung: Rung) -> dict[PhaseKind, float]:
    seconds = {phase.kind: phase.seconds for phase in ladder.tempo}
    return seconds | dict(prescription.tempo or {}) | _own_seconds(rung)


def _own_seconds(rung: Rung) -> dict[PhaseKind, float]:
    """The seconds that the rung itself asks for."""
    hold = {} if rung.hold is None else {PhaseKind.HOLD: rung.hold}
    return dict(rung.tempo or {}) | hold


def easier(current: Part, catalogue: Catalogue) -> Part:
    """The part one rung lower.

    Or over half the range where no lower rung can stand in mid-session.
    """
    rungs = current.ladder.ladder
    place = next((i for i, rung in enumerate(rungs) if rung.id == current.rung.id), 0)
    if place == 0:
        return half_range(current)
    lower = rungs[place - 1]
    exercise = catalogue.exercises[lower.exercise] if lower.exercise else current.ladder
    seconds = {phase.kind: phase.seconds for phase in current.tempo} | _own_seconds(lower)
    tempo = with_seconds(exercise.tempo, seconds)
    return replace(current, rung=lower, exercise=exercise, tempo=tempo)


def half_range(current: Part) -> Part:
    """The same part with half the range of motion."""
    return replace(current, rung=replace(current.rung, id=HALF_RANGE, text="half the range"))


def fewer(current: Part) -> Part:
    """The part whose sets end at two thirds of low.

    Source: product.md section 5), at least one repetition.
    """
    end = max(ceil(current.dose.low * 2 / 3), 1)
    return replace(current, dose=replace(current.dose, low=end, high=end))


def has_band(current: Part) -> bool:
    """Whether the part is done against a band now."""
    return current.rung.resistance.kind is ResistanceKind.BAND
