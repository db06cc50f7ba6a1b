"""The figure's body as values: lengths, flesh, muscles and where bands sit.

All numbers are fractions of stature in the frame named, unless they say metres. Both sides are
here; body.toml and muscles.toml author the right one (library.py mirrors them).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hipcoach.figure.values.props import LoopPlace, Triple


@dataclass(frozen=True, slots=True, kw_only=True)
class Lengths:
    """Bones, from joint to joint."""

    thigh: float
    shank: float
    upper_arm: float
    forearm: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Offsets:
    """Where a joint lies in the frame before it; the right side's, z changes its sign for the left.

    lumbar in the pelvis, thorax in lumbar, neck in thorax, head in neck, hip in the pelvis,
    shoulder in the thorax; heel, ball and toe in the foot.
    """

    lumbar: Triple
    thorax: Triple
    neck: Triple
    head: Triple
    hip: Triple
    shoulder: Triple
    heel: Triple
    ball: Triple
    toe: Triple


@dataclass(frozen=True, slots=True, kw_only=True)
class Ellipsoid:
    """A piece of flesh: its frame, its centre there, and its radii along the frame's axes."""

    frame: str
    centre: Triple
    radii: Triple


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A drawn part: a union of hulls, each round some ellipsoids.

    `axis`: two ellipsoids that give the limb's direction for shading. `halo`: the hulls that darken
    what lies behind (no joint ends). `towards`: metres to the viewer, breaks ties in the order.
    `colour` is a colour of the look ("skin", "top", "legging", "hair") or of the stage. `name` is
    the key of its table in body.toml.
    """

    name: str = ""
    hulls: tuple[tuple[str, ...], ...]
    colour: str
    axis: tuple[str, str]
    halo: tuple[tuple[str, ...], ...] = ()
    towards: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A point of a muscle: in a frame."""

    frame: str
    at: Triple


@dataclass(frozen=True, slots=True, kw_only=True)
class Muscle:
    """A fan outline, where its fibres converge, its outward direction, the parts it lies on.

    `normal.at` is a direction in its frame, not a unit vector.
    """

    fan: tuple[Anchor, ...]
    insertion: Anchor
    normal: Anchor
    on: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoopSeat:
    """Where a loop band sits on a limb: frame without its side, centre, axis, limb's radius.

    `axis` is the column of the frame along the limb: 0 for x, 1 for y.
    """

    frame: str
    centre: Triple
    axis: int
    radius: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The whole body. `stature` is in metres.

    `swells`: the ellipsoids that `flesh.NAME` of a pose moves forward (metres).
    """

    stature: float
    lengths: Lengths
    offsets: Offsets
    ellipsoids: Mapping[str, Ellipsoid]
    parts: tuple[Part, ...]
    swells: Mapping[str, tuple[str, ...]]
    loops: Mapping[LoopPlace, LoopSeat]
