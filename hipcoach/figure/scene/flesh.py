"""The drawn body: parts made of hulls of ellipsoids, flattened to arrays and placed in the world.

Body and soft props (pillow, towel, rods) are the same thing here. An ellipsoid sits on a frame of
the skeleton, or on "world"; a hull may span frames (the waist), so skin stretches over joints.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

import numpy as np

from hipcoach.figure.scene.outline import Indices
from hipcoach.figure.skeleton.skeleton import Stance
from hipcoach.figure.skeleton.vectors import Vec

if TYPE_CHECKING:
    from hipcoach.figure.values.body import Body, Ellipsoid, Part

Hull = Sequence[str]
Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """Ellipsoids at one instant: centres (E, 3) and semi-axes (E, 3, 3) as columns, in metres."""

    centres: Vec
    axes: Vec

    def reach(self, directions: Vec) -> Vec:
        """The point of every ellipsoid furthest in each unit direction (D, 3): (E * D, 3)."""
        along = np.matmul(directions, self.axes)
        length = np.sqrt((along**2).sum(axis=2, keepdims=True))
        out = np.matmul(along / length, self.axes.transpose(0, 2, 1))
        furthest: Vec = (self.centres[:, None] + out).reshape(-1, 3)
        return furthest

    def lowest(self) -> Vec:
        """Height (E,) of each ellipsoid's lowest point over the floor."""
        height: Vec = self.centres[:, 1] - np.sqrt((self.axes[:, 1] ** 2).sum(axis=1))
        return height

    def radii(self) -> Vec:
        """How far each ellipsoid (E,) reaches along the world's axes, on average."""
        mean: Vec = np.sqrt((self.axes**2).sum(axis=2)).mean(axis=1)
        return mean

    def cast(self, light: Vec) -> Placed:
        """Everything sheared along `light` (pointing up, y = 1) onto the floor: its shadow."""
        heights = np.maximum(self.centres[:, 1:2], 0.0)
        centres = self.centres - light * heights
        centres[:, 1] = 0.0
        return Placed(centres, self.axes - light[:, None] * self.axes[:, 1:2, :])


class Flesh:
    """The parts of one scene, prepared once.

    Attributes:
        parts: in the order of the rows of everything "per part" here.
        groups: the ellipsoids of all hulls (G, n); the first `body_groups` are drawn as parts,
            those after them cast the soft dark edges. Short hulls repeat their last ellipsoid.
        slices: per part the range of its hulls in `groups`; `halo_slices` likewise.
        members: per part the ellipsoids it is made of; `padded` the same as an array (P, m).
        axis: per part the two ellipsoids (P, 2) that give the limb's direction for shading.
    """

    def __init__(
        self, parts: Sequence[Part], ellipsoids: Mapping[str, Ellipsoid], body: Body
    ) -> None:
        self.parts = tuple(parts)
        rows = {name: row for row, name in enumerate(ellipsoids)}
        hulls = [hull for part in parts for hull in part.hulls]
        halos = [hull for part in parts for hull in part.halo]
        self.body_groups = len(hulls)
        self.groups = _padded([_rows(hull, rows) for hull in hulls + halos])
        self.slices = _ranges(0, [len(part.hulls) for part in parts])
        self.halo_slices = _ranges(len(hulls), [len(part.halo) for part in parts])
        self.members = tuple(_members(part, rows) for part in parts)
        self.padded = _padded(self.members)
        self.axis = _padded([_rows(part.axis, rows) for part in parts])
        self._carriers = _Carriers(tuple(ellipsoids.values()), body.stature)
        self._swells = {name: np.array(_rows(moved, rows)) for name, moved in body.swells.items()}

    def place(self, stance: Stance) -> Placed:
        """Every ellipsoid where the skeleton carries it."""
        placed, forward = self._carriers.place(stance)
        for name, metres in stance.swells.items():
            if metres:
                rows = self._swells[name]
                placed.centres[rows] += forward[rows] * metres
        return placed


class _Carriers:
    """Which frame carries each ellipsoid, where (E, 3) and of what radii (E, 3), metres."""

    def __init__(self, ellipsoids: Sequence[Ellipsoid], stature: float) -> None:
        self._frames = sorted({ellipsoid.frame for ellipsoid in ellipsoids})
        numbers = [self._frames.index(ellipsoid.frame) for ellipsoid in ellipsoids]
        self._frame_of = np.array(numbers)
        self._centres = np.array([ellipsoid.centre for ellipsoid in ellipsoids]) * stature
        self._radii = np.array([ellipsoid.radii for ellipsoid in ellipsoids]) * stature

    def place(self, stance: Stance) -> tuple[Placed, Vec]:
        """The ellipsoids in the world, and the forward direction (E, 3) of their frames."""
        frames = [stance.frames[name] for name in self._frames]
        rotations = np.array([frame.rotation for frame in frames])[self._frame_of]
        origins = np.array([frame.origin for frame in frames])[self._frame_of]
        centres = origins + np.matmul(rotations, self._centres[:, :, None])[:, :, 0]
        return Placed(centres, rotations * self._radii[:, None, :]), rotations[:, :, 0]


def _rows(names: Iterable[str], rows: Mapping[str, int]) -> tuple[int, ...]:
    return tuple(rows[name] for name in names)


def _members(part: Part, rows: Mapping[str, int]) -> tuple[int, ...]:
    return tuple(sorted({rows[name] for hull in part.hulls for name in hull}))


def _padded(groups: Sequence[tuple[int, ...]]) -> Indices:
    """Rows of unequal length as an array: the short ones repeat their last number."""
    width = max(map(len, groups))
    return np.array([group + group[-1:] * (width - len(group)) for group in groups])


def _ranges(start: int, counts: Sequence[int]) -> Ranges:
    return tuple(pairwise(accumulate(counts, initial=start)))
