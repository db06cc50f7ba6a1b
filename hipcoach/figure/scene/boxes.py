"""Upright boxes among the props (step, seats) and their faces."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np

from hipcoach.figure.skeleton.vectors import Vec

_FACES = (  # the axis a face looks along, which way, how much light it gets
    (1, 1, "top"),
    (0, 1, "middle"),
    (0, -1, "middle"),
    (2, 1, "low"),
    (2, -1, "low"),
)
CORNERS = 8
_CHOICES = np.array(list(product((False, True), repeat=3)))  # of the low or the high corner


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One face of a box: outward normal (3,), corners (4, 3) in order round it.

    `shade` is "top", "middle" (facing forward or back) or "low" (facing a side).
    """

    normal: Vec
    corners: Vec
    shade: str

    def is_seen_by(self, eye: Vec) -> bool:
        """Whether an eye at this place (3,) sees the face's outside."""
        return float((eye - self.corners[0]) @ self.normal) > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """An upright box from its lowest to its highest corner (3,) each, in metres.

    `catches_shadow`: its top shows the contact shadow of the foot that stands on it.
    """

    name: str
    low: Vec
    high: Vec
    catches_shadow: bool = False

    def corners(self) -> Vec:
        """All its corners (CORNERS, 3)."""
        return np.where(_CHOICES, self.high, self.low)

    def faces(self) -> tuple[Face, ...]:
        """Every face but the bottom."""
        return tuple(self._face(axis, sign, shade) for axis, sign, shade in _FACES)

    def _face(self, axis: int, sign: int, shade: str) -> Face:
        first, second = (other for other in range(3) if other != axis)
        corners = np.repeat(self.low[None], 4, axis=0)
        corners[:, axis] = self.high[axis] if sign > 0 else self.low[axis]
        corners[1:3, first] = self.high[first]
        corners[2:, second] = self.high[second]
        normal = np.zeros(3)
        normal[axis] = sign
        return Face(normal=normal, corners=corners, shade=shade)
