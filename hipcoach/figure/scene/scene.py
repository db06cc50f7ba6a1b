"""What stands round the body: the props of a movement as things that can be drawn.

soft parts      hulls of ellipsoids like flesh (pillow, towels, cuffs, chair rods, post): shaded,
shadowed and ordered together with the body
boxes           with shaded faces (step, seats): ordered by the face that separates them
loops, straps   elastic bands, see ribbons
slabs           thin plates on the floor (mat, knee pad): part of the backdrop
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from hipcoach.figure.scene.boxes import Box
from hipcoach.figure.skeleton.vectors import Vec

if TYPE_CHECKING:
    from hipcoach.figure.values.body import Ellipsoid, Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Loop:
    """A band loop round both limbs (names of frames, which are also names of drawn parts).

    It sits at `centre` (3,) in the limb's frame, whose column `axis` runs along the limb; the
    limb's radius there is `radius`. Metres.
    """

    name: str
    limbs: tuple[str, str]
    centre: Vec
    axis: int
    radius: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Strap:
    """A band from an anchor in the world (3,) to `local` (3,) in the frame of a limb. Metres."""

    name: str
    limb: str
    anchor: Vec
    local: Vec


@dataclass(frozen=True, slots=True, kw_only=True)
class Slab:
    """A plate on the floor: ranges of x, z and y and its corners' radius, in metres."""

    x: tuple[float, float]
    z: tuple[float, float]
    y: tuple[float, float]
    radius: float
    colour: str

    def corners(self) -> Vec:
        """The eight corners (8, 3) of the box round it."""
        return np.array([[x, y, z] for x in self.x for y in self.y for z in self.z])


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Everything round the body. `glued`: a soft part is drawn just after the part it sits on."""

    soft: tuple[Part, ...] = ()
    ellipsoids: Mapping[str, Ellipsoid] = field(default_factory=dict)
    boxes: tuple[Box, ...] = ()
    loops: tuple[Loop, ...] = ()
    straps: tuple[Strap, ...] = ()
    slabs: tuple[Slab, ...] = ()
    glued: Mapping[str, str] = field(default_factory=dict)
    on_mat: bool = False

    def __add__(self, other: Scene) -> Scene:
        return Scene(
            soft=self.soft + other.soft,
            ellipsoids={**self.ellipsoids, **other.ellipsoids},
            boxes=self.boxes + other.boxes,
            loops=self.loops + other.loops,
            straps=self.straps + other.straps,
            slabs=self.slabs + other.slabs,
            glued={**self.glued, **other.glued},
            on_mat=self.on_mat or other.on_mat,
        )
