"""Which thing lies in front of which, at several instants: the votes for a painter order.

A thing is a part of the flesh, a box or a strap. Votes are arrays (T, n, n) over T instants and n
things; a positive [t, i, j] means that i lies in front of j, and is about the screen area in square
pixels for which that matters. They are antisymmetric.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hipcoach.figure.scene.boxes import CORNERS, Box
from hipcoach.figure.scene.camera import Camera
from hipcoach.figure.scene.flesh import Flesh
from hipcoach.figure.scene.outline import Indices
from hipcoach.figure.scene.ribbons import ALONG_A_STRAP, strap_ribbon
from hipcoach.figure.scene.scene import Scene
from hipcoach.figure.skeleton.skeleton import Stance
from hipcoach.figure.skeleton.vectors import Vec

CERTAIN = 1e4  # the weight of a box's vote: it is exact
CLEAR = 0.05  # metres apart in depth at which an overlap counts in full
SUNK = 0.035  # metres that a thing may sink into a box's face and still be outside of it
STRAP_RADIUS = 0.010  # metres: how far a strap is taken to reach from its middle line


@dataclass(frozen=True, slots=True, kw_only=True)
class Samples:
    """Points that stand for things at T instants: those of one thing follow each other.

    Attributes:
        owner: which thing each of the N points belongs to, (N,).
        world: where they are, (T, N, 3).
        screen: the same on the screen, (T, N, 2).
        radius: how far they reach there, (T, N), in pixels.
        depth: toward the viewer, metres, (T, N).
    """

    owner: Indices
    world: Vec
    screen: Vec
    radius: Vec
    depth: Vec

    def starts(self) -> Indices:
        """The first point of each thing."""
        return np.flatnonzero(np.diff(self.owner, prepend=-1))

    def mean_depth(self) -> Vec:
        """Of each thing (n,), over all instants."""
        starts = self.starts()
        counts = np.diff(starts, append=len(self.owner))
        mean: Vec = np.add.reduceat(self.depth.mean(axis=0), starts) / counts
        return mean


def sampled(flesh: Flesh, scene: Scene, camera: Camera, stances: Sequence[Stance]) -> Samples:
    """The points of all things: the flesh's parts, then the scene's boxes, then its straps."""
    worlds, radii = zip(*(_points(flesh, scene, stance) for stance in stances), strict=True)
    world, reach = np.array(worlds), np.array(radii)
    seen, factor = camera.view_of(world)
    owner, towards = _owners(flesh, scene)
    return Samples(
        owner=owner,
        world=world,
        screen=camera.on_screen(seen, factor),
        radius=reach * camera.scale * factor,
        depth=seen[..., 2] + towards,
    )


def _points(flesh: Flesh, scene: Scene, stance: Stance) -> tuple[Vec, Vec]:
    """Where the points are at one instant (N, 3), and how far they reach (N,)."""
    placed = flesh.place(stance)
    rows = [row for members in flesh.members for row in members]
    corners = [box.corners() for box in scene.boxes]
    straps = [strap_ribbon(strap, stance).points for strap in scene.straps]
    radii = [np.zeros(len(points)) for points in corners]
    radii += [np.full(len(points), STRAP_RADIUS) for points in straps]
    world = np.concatenate([placed.centres[rows], *corners, *straps])
    return world, np.concatenate([placed.radii()[rows], *radii])


def _owners(flesh: Flesh, scene: Scene) -> tuple[Indices, Vec]:
    """Which thing each point belongs to (N,), and how far it is pushed toward the viewer (N,)."""
    counts = [len(members) for members in flesh.members]
    counts += [CORNERS] * len(scene.boxes) + [len(ALONG_A_STRAP)] * len(scene.straps)
    towards = [part.towards for part in flesh.parts]
    towards += [0.0] * (len(scene.boxes) + len(scene.straps))
    return np.repeat(np.arange(len(counts)), counts), np.repeat(towards, counts)


def votes(samples: Samples, boxes: Sequence[Box], first_box: int, eye: Vec) -> Vec:
    """The votes (T, n, n) of all pairs; `first_box` is the number of the first box."""
    cast = _soft_votes(samples)
    for number, box in enumerate(boxes, first_box):
        meets = _meets(samples, number)
        in_front = np.where(meets, _side_of(box, samples, eye), 0.0) * CERTAIN
        in_front[:, number] = 0.0
        cast[:, :, number] = in_front
        cast[:, number, :] = -in_front
    return cast


def _soft_votes(samples: Samples) -> Vec:
    """Overlapping discs: the nearer one votes for being in front, weighted by the overlap."""
    smaller = np.minimum(samples.radius[:, :, None], samples.radius[:, None, :])
    apart = np.sqrt(_between(samples.screen[..., 0]) ** 2 + _between(samples.screen[..., 1]) ** 2)
    gap = samples.radius[:, :, None] + samples.radius[:, None, :] - apart
    overlap = np.clip(gap / 2, 0.0, smaller) * smaller
    nearer = np.clip(_between(samples.depth) / CLEAR, -1.0, 1.0)
    starts = samples.starts()
    cast: Vec = np.add.reduceat(np.add.reduceat(overlap * nearer, starts, 1), starts, 2)
    return cast


def _between(numbers: Vec) -> Vec:
    """Every point's number less every other's: (T, N) -> (T, N, N)."""
    return numbers[:, :, None] - numbers[:, None, :]


def _meets(samples: Samples, number: int) -> NDArray[np.bool_]:
    """Whether the screen rectangle of each thing meets this thing's, (T, n)."""
    starts, reach = samples.starts(), samples.radius[..., None]
    low = np.minimum.reduceat(samples.screen - reach, starts, axis=1)
    high = np.maximum.reduceat(samples.screen + reach, starts, axis=1)
    inside = np.minimum(high, high[:, number, None]) > np.maximum(low, low[:, number, None])
    both: NDArray[np.bool_] = inside.all(axis=2)
    return both


def _side_of(box: Box, samples: Samples, eye: Vec) -> Vec:
    """For each thing (T, n): 1 in front of the box, -1 behind, 0 where no face separates them."""
    starts = samples.starts()
    side = np.zeros((len(samples.world), len(starts)))
    clearest = np.full_like(side, -SUNK)
    for face in box.faces():
        outside = (samples.world - face.corners[0]) @ face.normal
        least = np.minimum.reduceat(outside, starts, axis=1)
        side = np.where(least > clearest, 1.0 if face.is_seen_by(eye) else -1.0, side)
        clearest = np.maximum(clearest, least)
    return side
