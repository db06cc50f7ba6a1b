"""Poses and when the figure is in which: its share of the movement at each moment of a repetition.

Standard library only, so that the window may ask before anything can be drawn.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from hipcoach.core.tempo import PhaseKind

EFFORT_AT_START = 0.25
"""The working muscle is always seen a little, so that the eye knows where to look."""


class Pose(dict[str, float]):
    """The numbers of a pose by name; what is not there is 0."""

    def __missing__(self, name: str) -> float:
        return 0.0


class Moment(NamedTuple):
    """What the figure shows.

    `share` 0 (start pose) to 1 (end pose); `effort` of the working muscle, 0 to 1.
    """

    share: float
    effort: float


def between(first: Mapping[str, float], second: Mapping[str, float], part: float) -> Pose:
    """The pose this part (0 to 1) of the way from the first to the second."""
    names = first.keys() | second.keys()
    start, end = Pose(first), Pose(second)
    return Pose({name: start[name] + (end[name] - start[name]) * part for name in names})


def added(pose: Mapping[str, float], delta: Mapping[str, float]) -> Pose:
    """The pose with each number of the other added to its own."""
    start = Pose(pose)
    return Pose({**start, **{name: start[name] + more for name, more in delta.items()}})


def minimum_jerk(part: float) -> float:
    """Ease from 0 to 1 with neither speed nor acceleration at both ends.

    The smoothest path of a hand or foot between two points: Flash and Hogan, 1985.
    """
    part = min(1.0, max(0.0, part))
    return part * part * part * (10.0 + part * (-15.0 + 6.0 * part))


def effort(share: float) -> float:
    """Effort at this share of the way, the same out and back, so that both show one picture."""
    return EFFORT_AT_START + (1.0 - EFFORT_AT_START) * share


def at_share(share: float) -> Moment:
    """The moment at this share of the way."""
    return Moment(share, effort(share))


def moment(kind: PhaseKind, progress: float, moves_on: PhaseKind = PhaseKind.LIFT) -> Moment:
    """Where the figure is when `progress` (0 to 1) of a phase has passed.

    It goes to its end in the phase `moves_on` (lift; lower where the effort is in coming back),
    stays there during a hold and comes back in the other one. Outside a repetition, and in the
    pause between two, it is in its start pose.
    """
    if kind is PhaseKind.HOLD:
        return at_share(1.0)
    if kind not in {PhaseKind.LIFT, PhaseKind.LOWER}:
        return at_share(0.0)
    done = minimum_jerk(progress)
    return at_share(done if kind is moves_on else 1.0 - done)


def still_moment(kind: PhaseKind, moves_on: PhaseKind = PhaseKind.LIFT) -> Moment:
    """The still for a whole phase, where movement is not wanted: the pose that it begins with.

    So the start changes to the end at the hold (or at the way back, if nothing is held), and back
    when the repetition is over: only ever between two phases.
    """
    return moment(kind, 0.0, moves_on)
