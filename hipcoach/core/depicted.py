"""What a picture of an exercise shows, as a plain value."""

from __future__ import annotations

from dataclasses import dataclass

from hipcoach.core.exercise import Exercise, Resistance, Rung, Side
from hipcoach.core.parts import Part

HALF = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Depicted:
    """A figure's movement on one rung, for one working side.

    `figure` names its file (resources/figure/poses). `rung` chooses between a figure's variants,
    "" for the plain one. `reach` is the share of the range of motion that is shown, 0 to 1.
    """

    figure: str
    rung: str = ""
    side: Side = Side.RIGHT
    resistance: Resistance = Resistance()
    reach: float = 1.0


def depicted(exercise: Exercise, rung: Rung | None = None, side: Side = Side.RIGHT) -> Depicted:
    """The exercise that is done, on this rung; both sides together count as the right one."""
    return Depicted(
        figure=exercise.figure or exercise.id,
        rung=(rung.half_of or rung.id) if rung else "",
        side=Side.RIGHT if side is Side.BOTH else side,
        resistance=rung.resistance if rung else Resistance(),
        reach=HALF if rung and rung.half_of else 1.0,
    )


def depicted_part(part: Part) -> Depicted:
    """What is done in this part of a session; from the left only where the right is left out."""
    left_only = part.sides == (Side.LEFT,)
    return depicted(part.exercise, part.rung, Side.LEFT if left_only else Side.RIGHT)
