"""An exercise shown again and again, outside a session's own time: which moment is shown when."""

from __future__ import annotations

from enum import StrEnum

from hipcoach.core.tempo import PhaseKind, Tempo

LEAST_PAUSE = 1.0
"""Seconds for which the start is shown between two repetitions, so that one sees where it begins.
HipCoach's choice."""

LONGEST_HOLD = 3.0
"""Seconds after which a hold has been seen; the brace and the plank hold 10. HipCoach's choice."""

BREATH_SECONDS = 5.0
"""Seconds of a quiet breath, in and out, while a hold is breathed through. HipCoach's choice."""


class Showing(StrEnum):
    """What a picture is for: alone, or one of the two of a common mistake's pair."""

    ALONE = "alone"
    DO_THIS = "do-this"
    MISTAKE = "mistake"


def demonstrated(tempo: Tempo, elapsed: float) -> tuple[PhaseKind, float]:
    """The phase, and the share of it, that is shown `elapsed` seconds after the beginning.

    It begins with the pause, at the start of the movement. Any time has its moment, also a
    negative one.
    """
    rest = elapsed % demonstration_seconds(tempo)
    *earlier, last = _stretches(tempo)
    for kind, seconds in earlier:
        if rest < seconds:
            return kind, rest / seconds
        rest -= seconds
    kind, seconds = last
    return kind, min(rest / seconds, 1.0)


def demonstrates_other(tempo: Tempo, elapsed: float) -> bool:
    """Whether the repetition shown is the other side's, in an exercise that alternates."""
    return bool(elapsed // demonstration_seconds(tempo) % 2)


def demonstration_seconds(tempo: Tempo) -> float:
    """Seconds of one repetition as it is demonstrated, with the pause before it."""
    return sum(seconds for _, seconds in _stretches(tempo))


def breaths(tempo: Tempo) -> int:
    """How often one breathes in a hold of the tempo: whole breaths, at least one."""
    held = sum(phase.seconds for phase in tempo if phase.kind is PhaseKind.HOLD)
    return max(round(held / BREATH_SECONDS), 1)


def _stretches(tempo: Tempo) -> tuple[tuple[PhaseKind, float], ...]:
    """The pause, and what is done after it in its order."""
    paused = sum(phase.seconds for phase in tempo if phase.kind is PhaseKind.PAUSE)
    done = ((phase.kind, _shown(phase.kind, phase.seconds)) for phase in tempo)
    moving = tuple(
        (kind, seconds) for kind, seconds in done if seconds and kind is not PhaseKind.PAUSE
    )
    return (PhaseKind.PAUSE, max(paused, LEAST_PAUSE)), *moving


def _shown(kind: PhaseKind, seconds: float) -> float:
    return min(seconds, LONGEST_HOLD) if kind is PhaseKind.HOLD else seconds
