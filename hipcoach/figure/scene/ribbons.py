"""Elastic bands as flat ribbons, computed anew for every frame: a loop round two limbs, a strap.

Drawn straight, without slack or thickness.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hipcoach.figure.scene.scene import Loop, Strap
from hipcoach.figure.skeleton.skeleton import Stance
from hipcoach.figure.skeleton.vectors import Vec, cross, unit, vector

LOOP_HALF_WIDTH = 0.0255  # metres: loop bands are about 5 cm wide
STRAP_HALF_WIDTH = 0.0204
ROUND_A_LIMB = np.radians(np.linspace(90, 270, 9))  # the way a loop takes round one limb
ALONG_A_STRAP = np.linspace(0, 1, 11)[:, None]


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A ribbon's middle line (N, 3), the direction across it (3,), and half its width in metres.

    `normals` (N, 3) point away from the limbs it goes round; none for a strap.
    """

    points: Vec
    across: Vec
    half_width: float
    normals: Vec | None = None

    def edges(self) -> tuple[Vec, Vec]:
        """Its two edges, (N, 3) each."""
        sideways = self.across * self.half_width
        return self.points + sideways, self.points - sideways

    def runs(self, eye: Vec, *, front: bool) -> list[list[int]]:
        """A loop's stretches of points that face the eye (or face away), each in drawing order."""
        if self.normals is None:
            return []
        facing = ((eye - self.points) * self.normals).sum(axis=1)
        quads = (facing + np.roll(facing, -1) > 0) == front  # each from a point to the next
        return _runs(quads.tolist())


def _runs(wanted: list[bool]) -> list[list[int]]:
    """The points of each unbroken run of wanted quads round a circle; all of it starts at 0."""
    count = len(wanted)
    first = [i for i in range(count) if wanted[i] and not wanted[i - 1]]
    if all(wanted):
        first = [0]
    return [[start % count for start in _run(wanted, begin)] for begin in first]


def _run(wanted: list[bool], begin: int) -> range:
    end = begin
    while end < begin + len(wanted) and wanted[end % len(wanted)]:
        end += 1
    return range(begin, end + 1)


def loop_ribbon(loop: Loop, stance: Stance) -> Ribbon:
    """The closed ribbon round both limbs; its last point is followed by its first."""
    left, right = (stance.frames[limb] for limb in loop.limbs)
    centres = (right.place(loop.centre), left.place(loop.centre))
    between = unit(centres[1] - centres[0])
    along = left.rotation[:, loop.axis] + right.rotation[:, loop.axis]
    across = unit(along - (along @ between) * between)
    outward = cross(across, between)
    turns = np.concatenate([ROUND_A_LIMB, ROUND_A_LIMB + np.pi])
    normals = np.cos(turns)[:, None] * between + np.sin(turns)[:, None] * outward
    middles = np.repeat(np.array(centres), len(ROUND_A_LIMB), axis=0)
    return Ribbon(middles + loop.radius * normals, across, LOOP_HALF_WIDTH, normals)


def strap_ribbon(strap: Strap, stance: Stance) -> Ribbon:
    """The straight ribbon from its anchor to the limb, its width upright."""
    end = stance.frames[strap.limb].place(strap.local)
    points = strap.anchor + (end - strap.anchor) * ALONG_A_STRAP
    direction = unit(end - strap.anchor)
    upward = vector((0.0, 1.0, 0.0))
    across = unit(upward - (upward @ direction) * direction)
    return Ribbon(points, across, STRAP_HALF_WIDTH)
