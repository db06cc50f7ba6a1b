"""The tempo of a repetition.

An ordered list of named stretches with their seconds and spoken words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

MAX_SECONDS = 120


class PhaseKind(StrEnum):
    """What one timed stretch of a session is for."""

    PREPARE = "prepare"
    LIFT = "lift"
    HOLD = "hold"
    LOWER = "lower"
    PAUSE = "pause"
    REST = "rest"
    SWITCH = "switch"
    COUNT_IN = "count-in"


MOVING = frozenset({PhaseKind.LIFT, PhaseKind.HOLD, PhaseKind.LOWER})
"""The kinds that a repetition is made of; the pause is the breath between two of them."""

OF_A_REPETITION = MOVING | {PhaseKind.PAUSE}


@dataclass(frozen=True, slots=True, kw_only=True)
class TempoPhase:
    """One stretch of a repetition.

    Its kind, the word on screen, the word spoken, its seconds (0: left out).
    """

    kind: PhaseKind
    label: str
    say: str
    seconds: float

    def __post_init__(self) -> None:
        if self.kind not in OF_A_REPETITION:
            raise ValueError(f"a tempo has no phase {self.kind}")
        if not 0 <= self.seconds <= MAX_SECONDS:
            raise ValueError(f"seconds must be 0 to {MAX_SECONDS}, not {self.seconds}")


Tempo = tuple[TempoPhase, ...]


def with_seconds(tempo: Tempo, seconds: Mapping[PhaseKind, float]) -> Tempo:
    """The same phases in the same order, with the given seconds where a kind is named."""
    return tuple(
        replace(phase, seconds=seconds[phase.kind]) if phase.kind in seconds else phase
        for phase in tempo
    )


def repetition_seconds(tempo: Tempo) -> float:
    """Seconds of one repetition, with the pause after it."""
    return sum(phase.seconds for phase in tempo)


def tempo_text(tempo: Tempo) -> str:
    """The seconds in the order of the phases, as in "2/2/2/0"."""
    return "/".join(f"{phase.seconds:g}" for phase in tempo)
