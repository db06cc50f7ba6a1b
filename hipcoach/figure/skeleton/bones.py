"""Two bones between a root and a target: an arm or leg whose hand or foot is planted.

Solved in closed form (two-bone inverse kinematics).
"""

from __future__ import annotations

import math
from typing import NamedTuple

from hipcoach.figure.skeleton.vectors import Matrix, Vec, about, columns, cross, length, unit

KNEE, ELBOW = 1.0, -1.0
"""Which way a limb folds: a knee backward, an elbow forward."""


class Span(NamedTuple):
    """What two bones are to span.

    From the root to the target (world, metres), with the bones' lengths. The joint between them
    bends toward `pole` (a direction), turned by `swivel` degrees about the line from root to
    target; `fold` is KNEE or ELBOW.
    """

    root: Vec
    target: Vec
    lengths: tuple[float, float]
    pole: Vec
    swivel: float
    fold: float


class Bend(NamedTuple):
    """The bones as solved: where they meet and end, how they are turned.

    `miss`: metres from their end to the target; negative where it is too near to fold to.
    """

    middle: Vec
    end: Vec
    upper: Matrix
    lower: Matrix
    miss: float


def bend(span: Span) -> Bend:
    """The bones with their end on the target, or on the way to it as near as they can.

    They never stretch or fold quite fully: the joint's direction would be undefined there.
    """
    upper, lower = span.lengths
    away = span.target - span.root
    distance = length(away)
    toward = away / distance
    reached = min(max(distance, abs(upper - lower) * 1.001 + 1e-6), (upper + lower) * 0.99995)
    cosine = (upper * upper + reached * reached - lower * lower) / (2 * upper * reached)
    cosine = max(-1.0, min(1.0, cosine))
    sideways = _sideways(span, toward)
    middle = span.root + upper * (cosine * toward + math.sqrt(1 - cosine * cosine) * sideways)
    end = middle + unit(span.root + toward * reached - middle) * lower
    hinge = cross(sideways, -toward) * span.fold
    along_upper, along_lower = (span.root - middle) / upper, (middle - end) / lower
    return Bend(
        middle,
        end,
        columns(cross(along_upper, hinge), along_upper, hinge),
        columns(cross(along_lower, hinge), along_lower, hinge),
        distance - reached,
    )


def _sideways(span: Span, toward: Vec) -> Vec:
    """The direction, across the line to the target, to which the joint in between bends."""
    across = unit(span.pole - (span.pole @ toward) * toward)
    return about(toward, span.swivel) @ across if span.swivel else across
