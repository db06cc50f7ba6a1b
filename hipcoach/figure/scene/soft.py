"""Soft shapes of props: hulls of ellipsoids and straight rods, as little scenes to be added up."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from hipcoach.figure.scene.scene import Scene
from hipcoach.figure.skeleton.vectors import Vec
from hipcoach.figure.values.body import Ellipsoid, Part
from hipcoach.figure.values.props import Triple

ROD_STEPS = 7  # balls along a rod: they carry its depth, so long rods are ordered rightly


def hull(
    name: str,
    colour: str,
    frame: str,
    pieces: Sequence[tuple[Triple, Triple]],
    *,
    halo: bool = False,
) -> Scene:
    """One hull round ellipsoids (centre, radii), in fractions of stature of a frame."""
    names = tuple(f"{name}.{index}" for index in range(len(pieces)))
    part = Part(
        name=name,
        hulls=(names,),
        colour=colour,
        axis=(names[0], names[-1]),
        halo=(names,) if halo else (),
    )
    ellipsoids = {
        piece: Ellipsoid(frame=frame, centre=centre, radii=radii)
        for piece, (centre, radii) in zip(names, pieces, strict=True)
    }
    return Scene(soft=(part,), ellipsoids=ellipsoids)


def rod(
    name: str,
    colour: str,
    start: Vec,
    end: Vec,
    radius: float,
    stature: float,
    steps: int = ROD_STEPS,
) -> Scene:
    """A straight rod between two points of the world (3,), metres: a part of its own."""
    thick = radius / stature
    along = np.linspace(start, end, steps) / stature
    pieces = [(_triple(point), (thick, thick, thick)) for point in along]
    return hull(name, colour, "world", pieces)


def _triple(point: Vec) -> Triple:
    x, y, z = point.tolist()
    return (x, y, z)
