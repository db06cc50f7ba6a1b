"""The parts of one session.

Each prescription with its rung, dose and tempo settled, ready to be paced.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from math import ceil

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.exercise import Dose, Exercise, ResistanceKind, Rung, Side, Sides
from hipcoach.core.levels import usable
from hipcoach.core.program import Prescription
from hipcoach.core.run import Times
from hipcoach.core.tempo import MOVING, PhaseKind, Tempo, repetition_seconds, with_seconds

HALF_RANGE = "half-range"
"""The rung below the lowest one: the same movement over half its range (product.md section 5)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One exercise of one session.

    `asked` is what the program asks for. `ladder` is its exercise, whose ladder `rung` belongs to;
    `exercise` is the one that is done, which a rung may change. `rest` is in seconds. `band_off`
    says that the session began with a band, which an easier version took off.
    """

    asked: Prescription
    ladder: Exercise
    exercise: Exercise
    rung: Rung
    dose: Dose
    tempo: Tempo
    rest: float
    band_off: bool = False

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides in the order in which they are done within each set."""
        if self.exercise.sides is not Sides.EACH:
            return (Side.BOTH,)
        return self.asked.sides or (Side.LEFT, Side.RIGHT)

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
    """One prescription on one rung: what the rung itself asks for wins over the prescription."""
    exercise = _done(ladder, rung, catalogue)
    low, high = (prescription.low, prescription.high) if rung.reps is None else (rung.reps,) * 2
    return Part(
        asked=prescription,
        ladder=ladder,
        exercise=exercise,
        rung=rung,
        dose=Dose(sets=prescription.sets, low=low, high=high),
        tempo=with_seconds(exercise.tempo, _seconds(prescription, ladder, exercise, rung)),
        rest=times.rest if prescription.rest is None else prescription.rest,
    )


def _done(ladder: Exercise, rung: Rung, catalogue: Catalogue) -> Exercise:
    """The exercise that is done on a rung of the ladder."""
    return catalogue.exercises[rung.exercise] if rung.exercise else ladder


def _seconds(
    prescription: Prescription, ladder: Exercise, exercise: Exercise, rung: Rung
) -> dict[PhaseKind, float]:
    """The ladder's seconds, under the prescription's, under the rung's.

    A rung whose exercise has other phases than the ladder's starts from that exercise's own.
    """
    alike = _kinds(exercise) == _kinds(ladder)
    seconds = {phase.kind: phase.seconds for phase in (ladder if alike else exercise).tempo}
    return seconds | dict(prescription.tempo or {}) | _own_seconds(rung)


def _kinds(exercise: Exercise) -> set[PhaseKind]:
    """The kinds of phases that a repetition of the exercise has."""
    return {phase.kind for phase in exercise.tempo if phase.seconds}


def _own_seconds(rung: Rung) -> dict[PhaseKind, float]:
    """The seconds that the rung itself asks for."""
    hold = {} if rung.hold is None else {PhaseKind.HOLD: rung.hold}
    return dict(rung.tempo or {}) | hold


def easier(current: Part, catalogue: Catalogue, owned: Collection[int] | None = None) -> Part:
    """The part on the nearest lower rung that can be done, or over half the range without one.

    `owned` are the levels of the user's bands (None: all). The same exercise is never held longer
    than now: longer holds further down the ladder are passed over.
    """
    lower = _lower(current, owned)
    if lower is None:
        return half_range(current)
    exercise = _done(current.ladder, lower, catalogue)
    seconds = _seconds(current.asked, current.ladder, exercise, lower)
    if exercise.id == current.exercise.id:
        seconds[PhaseKind.HOLD] = min(seconds.get(PhaseKind.HOLD, 0.0), current.hold)
    tempo = with_seconds(exercise.tempo, seconds)
    dose = _up_to(current.dose, lower.reps)
    changed = replace(current, rung=lower, exercise=exercise, dose=dose, tempo=tempo)
    band_off = current.band_off or (has_band(current) and not has_band(changed))
    return replace(changed, band_off=band_off)


def _lower(current: Part, owned: Collection[int] | None) -> Rung | None:
    """The nearest rung below whose band is owned and whose hold is not longer than the part's."""
    rungs = current.ladder.ladder
    place = next((i for i, rung in enumerate(rungs) if rung.id == current.rung.id), 0)
    for rung in reversed(rungs[:place]):
        if usable(rung.resistance, owned) and (rung.hold or 0) <= current.hold:
            return rung
    return None


def _up_to(dose: Dose, reps: int | None) -> Dose:
    """The dose with no more repetitions than a rung has; None leaves them."""
    if reps is None:
        return dose
    return replace(dose, low=min(dose.low, reps), high=min(dose.high, reps))


def half_range(current: Part) -> Part:
    """The same part with half the range of motion."""
    return replace(current, rung=half_of(current.rung))


def half_of(rung: Rung) -> Rung:
    """The rung over half its range of motion."""
    return replace(rung, id=HALF_RANGE, text="half the range", half_of=rung.half_of or rung.id)


def fewer(current: Part) -> Part:
    """The part whose sets end at two thirds of low.

    Source: product.md section 5), at least one repetition.
    """
    end = max(ceil(current.dose.low * 2 / 3), 1)
    return replace(current, dose=replace(current.dose, low=end, high=end))


def has_band(current: Part) -> bool:
    """Whether the part is done against a band now."""
    return current.rung.resistance.kind is ResistanceKind.BAND
