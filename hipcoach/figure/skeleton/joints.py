"""Angles at the joints, as a clinician reads them, and the rotations that they stand for.

Axes as the International Society of Biomechanics (ISB) defines them; the order of turns at a limb's
joint is Grood and Suntay's. Signs are clinical: plus is the movement that gives the angle its name,
left and right alike.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

from hipcoach.figure.skeleton.vectors import Matrix, about_x, about_y, about_z, columns, vector

SIDE_SIGN: Mapping[str, float] = {"R": 1.0, "L": -1.0}
"""Sign of the sideways axis: plus is the figure's right."""

ATTITUDES: Mapping[str, Matrix] = {
    "standing": columns(vector((1, 0, 0)), vector((0, 1, 0)), vector((0, 0, 1))),
    "supine": columns(vector((0, 1, 0)), vector((-1, 0, 0)), vector((0, 0, 1))),
    "side_left": columns(vector((0, 0, 1)), vector((1, 0, 0)), vector((0, 1, 0))),
    "side_right": columns(vector((0, 0, 1)), vector((-1, 0, 0)), vector((0, -1, 0))),
    "quadruped": columns(vector((0, -1, 0)), vector((1, 0, 0)), vector((0, 0, 1))),
}
"""The body's forward, upward and right axis in the room, before anything is tilted.

Standing (also sitting and half-kneeling) faces +X; supine: head at -X, looking up; side_left: on
the left side, head at +X, facing +Z; side_right: on the right side, head at -X, facing +Z;
quadruped (hands and knees): head at +X, looking down.
"""


class Angles(NamedTuple):
    """A limb's joint in degrees: flexion, abduction and external rotation."""

    flexion: float
    abduction: float
    rotation: float


def joint_rotation(angles: Angles, side: str) -> Matrix:
    """The outer segment in the inner one's axes; `side` is "R" or "L".

    Flexion about the inner segment's right axis, abduction about the floating one, rotation about
    the outer segment's long axis.
    """
    sign = SIDE_SIGN[side]
    flexed, abducted = about_z(angles.flexion), about_x(-sign * angles.abduction)
    rotation: Matrix = flexed @ abducted @ about_y(-sign * angles.rotation)
    return rotation


def joint_angles(relative: Matrix, side: str) -> Angles:
    """The angles of the outer segment in the inner one's axes: undoes `joint_rotation`."""
    sign = SIDE_SIGN[side]
    (_, over, _), (_, along, _), (twist, lift, through) = relative.tolist()
    return Angles(
        math.degrees(math.atan2(-over, along)),
        -sign * math.degrees(math.asin(max(-1.0, min(1.0, lift)))),
        -sign * math.degrees(math.atan2(-twist, through)),
    )


def spine_rotation(flexion: float, side: float, rotation: float) -> Matrix:
    """A link of the spine: flexion forward, bending to the right side, rotation to the left."""
    turned: Matrix = about_z(-flexion) @ about_x(side) @ about_y(rotation)
    return turned


def pelvis_rotation(tilt: float, obliquity: float, rotation: float) -> Matrix:
    """The pelvis within its attitude: anterior tilt, right side up, rotation to the left."""
    turned: Matrix = about_z(-tilt) @ about_x(-obliquity) @ about_y(rotation)
    return turned
