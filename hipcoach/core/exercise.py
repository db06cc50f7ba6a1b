"""An exercise of the catalogue.

How to get into position, what to do, its ladder and where each number comes from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from hipcoach.core.rule_ids import R_UP, STEPS_UP
from hipcoach.core.tempo import MOVING, PhaseKind, Tempo


class Side(StrEnum):
    """The working side (step-down: the standing leg).

    BOTH: both legs together, or alternating in one set.
    """

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"

    @property
    def other(self) -> Side:
        """The opposite side; BOTH stays BOTH."""
        return {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}.get(self, self)


class Sides(StrEnum):
    """How an exercise uses the sides.

    One side's whole set and then the other, alternating, or together.
    """

    EACH = "each"
    ALTERNATING = "alternating"
    TOGETHER = "together"


class Ground(StrEnum):
    """Where the body is: changing between the two takes longest."""

    FLOOR = "floor"
    UP = "up"


class LyingSide(StrEnum):
    """Which side one lies on, seen from the working side."""

    OPPOSITE = "opposite"
    SAME = "same"


class ResistanceKind(StrEnum):
    """What a repetition works against besides the body's own weight."""

    NONE = "none"
    BAND = "band"
    ANKLE_WEIGHT = "ankle-weight"
    HAND_WEIGHT = "hand-weight"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resistance:
    """A load: a band's level (1 to 7, bands.toml names the colours) or a weight in kilograms."""

    kind: ResistanceKind = ResistanceKind.NONE
    level: int = 0
    kilograms: float = 0

    def __post_init__(self) -> None:
        if (self.kind is ResistanceKind.BAND) != (1 <= self.level <= 7):
            raise ValueError("a band has a level from 1 to 7, and nothing else has one")
        weighs = self.kind in (ResistanceKind.ANKLE_WEIGHT, ResistanceKind.HAND_WEIGHT)
        if weighs != (0 < self.kilograms <= 20):
            raise ValueError(
                "a weight has kilograms above 0 and up to 20, and nothing else has them"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names of one exercise or program: in lists, in full, and as the voice says it."""

    short: str
    long: str
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Posture:
    """A body position that getting into takes time."""

    id: str
    name: str
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """Sets, and the repetitions (per side) at which a set may end (`low`) and ends (`high`)."""

    sets: int
    low: int
    high: int

    def __post_init__(self) -> None:
        if not 1 <= self.sets <= 10:
            raise ValueError(f"sets must be 1 to 10, not {self.sets}")
        if not 1 <= self.low <= self.high <= 60:
            raise ValueError(
                f"repetitions must be 1 to 60 with low up to high, not {self.low} to {self.high}"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRule:
    """By which rule an exercise goes up, and from how many tidy repetitions in every set.

    `reps` None: from the highest number that the program asks for.
    """

    rule: str = R_UP
    reps: int | None = None

    def __post_init__(self) -> None:
        if self.rule not in STEPS_UP:
            raise ValueError(f"rule must be one of {', '.join(sorted(STEPS_UP))}")
        if self.reps is not None and not 1 <= self.reps <= 60:
            raise ValueError(f"reps must be 1 to 60, not {self.reps}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """What the exercise itself takes: with fewer tidy repetitions it is done on the rung `rung`.

    Source: R-GATE, clinical.md B1.
    """

    reps: int
    rung: str

    def __post_init__(self) -> None:
        if not 1 <= self.reps <= 60:
            raise ValueError(f"reps must be 1 to 60, not {self.reps}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One step of a ladder. `exercise` names another exercise where the step changes to it.

    `reps`: a set of this step has so many repetitions, neither fewer nor more; None: as the program
    asks for. `half_of` is the step whose range is halved, "" for a step of the catalogue.
    """

    id: str
    text: str
    exercise: str | None = None
    resistance: Resistance = Resistance()
    hold: float | None = None
    reps: int | None = None
    tempo: Mapping[PhaseKind, float] | None = None
    half_of: str = ""
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """A common mistake and the short cue that mends it. `tag` says where it comes from.

    `remedy`: the cue is only for whom it happens to (a cramp, say), and no general instruction.
    `drawn` names the figure's picture of it, "" where there is none.
    """

    mistake: str
    cue: str
    remedy: bool = False
    drawn: str = ""
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a statement comes from.

    S0 to S4 an article, V a study read, K common knowledge, D HipCoach's choice.
    """

    about: str
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One of the catalogue's exercises (resources/exercises/ID.toml, clinical.md section A).

    `setup` has the spoken way into position per side: keys left and right where sides are used one
    after the other, else the key both. `top` is the highest number of repetitions of its range,
    `bottom` the lowest. `step` says what a step up takes; `gate` (None: nothing) what the exercise
    itself takes. `figure` names the exercise whose figure is borrowed, "" for its own.
    """

    id: str
    section: str
    also: tuple[str, ...] = ()
    muscles: tuple[str, ...]
    plane: str
    kit: tuple[str, ...]
    sides: Sides
    posture: str
    lies_on: LyingSide | None = None
    start: str
    setup: Mapping[Side, str]
    steps: tuple[str, ...]
    dose: Dose
    bottom: int
    top: int
    tempo: Tempo
    mistakes: tuple[Mistake, ...]
    ladder: tuple[Rung, ...]
    step: StepRule = StepRule()
    gate: Gate | None = None
    easier: str
    avoid: str = ""
    figure: str = ""
    notes: tuple[str, ...] = ()
    provenance: tuple[Provenance, ...] = field(default=())

    def __post_init__(self) -> None:
        wanted = {Side.LEFT, Side.RIGHT} if self.sides is Sides.EACH else {Side.BOTH}
        if set(self.setup) != wanted:
            raise ValueError(f"setup needs the keys {', '.join(sorted(wanted))}")
        if not any(phase.kind in MOVING and phase.seconds for phase in self.tempo):
            raise ValueError("tempo needs at least one phase that moves or holds")
        if not self.ladder or len({rung.id for rung in self.ladder}) != len(self.ladder):
            raise ValueError("ladder needs rungs with different ids")
        if not self.bottom <= self.dose.low <= self.dose.high <= self.top:
            raise ValueError(f"dose must lie within the range {self.bottom} to {self.top}")
        self._check_steps()

    def _check_steps(self) -> None:
        """The repetitions of rungs and steps lie in the range, and the gate leads to a rung."""
        asked = (self.step.reps, *(rung.reps for rung in self.ladder))
        if not all(self.bottom <= reps <= self.top for reps in asked if reps is not None):
            raise ValueError(f"reps must lie within the range {self.bottom} to {self.top}")
        if self.gate and all(rung.id != self.gate.rung for rung in self.ladder):
            raise ValueError(f'gate: the ladder has no rung "{self.gate.rung}"')

    def rung(self, rung_id: str) -> Rung:
        """The rung with this id; KeyError where the ladder has none."""
        for rung in self.ladder:
            if rung.id == rung_id:
                return rung
        raise KeyError(rung_id)

    def direction(self, from_: str, to: str) -> int:
        """Above 0 for a step up the ladder, below 0 for one down; 0 where it lost a rung, too."""
        places = {rung.id: place for place, rung in enumerate(self.ladder)}
        return places[to] - places[from_] if {from_, to} <= places.keys() else 0
