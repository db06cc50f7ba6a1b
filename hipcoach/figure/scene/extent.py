"""How much room a movement takes: what the camera is fitted to, and the mat under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hipcoach.figure.scene.camera import Camera
from hipcoach.figure.scene.flesh import Flesh
from hipcoach.figure.scene.scene import Scene, Slab
from hipcoach.figure.skeleton.skeleton import Stance
from hipcoach.figure.skeleton.vectors import Vec

MAT_BORDER = 0.07  # metres of mat that show round the movement
MAT_HALF_WIDTH = 0.50  # a mat is no wider than a metre; arms may reach beyond it
MAT_THICKNESS = 0.022  # its top is the floor, so that nothing sinks into it
MAT_CORNER = 0.06


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """The points (N, 3) that have to be seen, the middle (3,) of the floor below, the mat."""

    points: Vec
    floor: Vec
    mat: Slab | None = None


def extent_of(flesh: Flesh, scene: Scene, stances: Sequence[Stance], camera: Camera) -> Extent:
    """The room that these instants take before a camera, props, mat and boxes included.

    Of each ellipsoid these are the points furthest along the world's axes and along the screen's,
    so that the left side's picture is the right one's mirror image.
    """
    directions = np.concatenate([np.eye(3), camera.rotation[:2]])
    both_ways = np.concatenate([directions, -directions])
    points = np.concatenate([flesh.place(stance).reach(both_ways) for stance in stances])
    points[:, 1] = np.maximum(points[:, 1], 0.0)
    low, high = points.min(axis=0), points.max(axis=0)
    mat = _mat(low, high) if scene.on_mat else None
    return Extent(
        points=np.concatenate([points, *_props(scene, mat)]),
        floor=(low + high) / 2 * np.array([1.0, 0.0, 1.0]),
        mat=mat,
    )


def _mat(low: Vec, high: Vec) -> Slab:
    return Slab(
        x=(low[0] - MAT_BORDER, high[0] + MAT_BORDER),
        z=(
            max(low[2] - MAT_BORDER, -MAT_HALF_WIDTH),
            min(high[2] + MAT_BORDER, MAT_HALF_WIDTH),
        ),
        y=(-MAT_THICKNESS, 0.0),
        radius=MAT_CORNER,
        colour="mat",
    )


def _props(scene: Scene, mat: Slab | None) -> list[Vec]:
    boxes = [box.corners() for box in scene.boxes]
    slabs = [slab.corners() for slab in (*scene.slabs, mat) if slab is not None]
    return boxes + slabs
