"""Painter order: ONE fixed back-to-front order per movement and camera, so nothing can pop.

Every pair of drawn things votes at several instants of the movement (see votes). The order that
contradicts the fewest votes is found greedily; it keeps the votes, to be held against it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from hipcoach.figure.scene.camera import Camera
from hipcoach.figure.scene.flesh import Flesh
from hipcoach.figure.scene.scene import Loop, Scene
from hipcoach.figure.scene.votes import CERTAIN, sampled, votes
from hipcoach.figure.skeleton.skeleton import Stance
from hipcoach.figure.skeleton.vectors import Vec

GLUED = 1e3  # the weight of "just after its limb"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A painter order.

    Attributes:
        names: what is drawn: the flesh's parts, then the scene's boxes, then its straps.
        back_to_front: indices into `names`.
        loops_before: at which place of `back_to_front` a loop's far half is drawn (before the
            thing there); `loops_after` likewise its near half (after it).
        votes: of each instant (T, n, n): who lies in front of whom, in square pixels.
        scale: pixels per metre, for these areas.
    """

    names: tuple[str, ...]
    back_to_front: tuple[int, ...]
    loops_before: Mapping[int, tuple[Loop, ...]]
    loops_after: Mapping[int, tuple[Loop, ...]]
    votes: Vec
    scale: float

    def painted(self) -> tuple[str, ...]:
        """The names from back to front."""
        return tuple(self.names[index] for index in self.back_to_front)


def plan_order(
    flesh: Flesh,
    scene: Scene,
    camera: Camera,
    stances: Sequence[Stance],
    in_front: Sequence[tuple[str, str]] = (),
) -> Order:
    """The order for a movement sampled at `stances`.

    `in_front`: authored pairs, the first in front of the second; pairs with a name that is not
    drawn here are ignored. `camera` must be fitted.
    """
    parts = [part.name for part in flesh.parts]
    names = parts + [box.name for box in scene.boxes] + [strap.name for strap in scene.straps]
    samples = sampled(flesh, scene, camera, stances)
    depth, cast = samples.mean_depth(), votes(samples, scene.boxes, len(parts), camera.position)
    numbers = {name: number for number, name in enumerate(names)}
    for thing, limb in scene.glued.items():
        _glue(cast, depth, numbers[thing], numbers[limb])
    for front, behind in in_front:
        if front in numbers and behind in numbers:
            _decide(cast, numbers[front], numbers[behind], CERTAIN)
    return _order(names, painter_order(cast.sum(axis=0), depth), scene.loops, cast, camera.scale)


def _order(
    names: list[str], back_to_front: list[int], loops: Sequence[Loop], cast: Vec, scale: float
) -> Order:
    """A loop's far half comes before the first of its limbs, its near half after the last."""
    place = {names[number]: at for at, number in enumerate(back_to_front)}
    return Order(
        names=tuple(names),
        back_to_front=tuple(back_to_front),
        loops_before=_by_place(loops, lambda loop: min(place[limb] for limb in loop.limbs)),
        loops_after=_by_place(loops, lambda loop: max(place[limb] for limb in loop.limbs)),
        votes=cast,
        scale=scale,
    )


def _by_place(
    loops: Sequence[Loop], place_of: Callable[[Loop], int]
) -> Mapping[int, tuple[Loop, ...]]:
    places = sorted({place_of(loop) for loop in loops})
    return {at: tuple(loop for loop in loops if place_of(loop) == at) for at in places}


def _glue(cast: Vec, depth: Vec, thing: int, limb: int) -> None:
    """What sits on a limb votes like the limb, and comes after it."""
    cast[:, thing, :] = cast[:, limb, :]
    cast[:, :, thing] = cast[:, :, limb]
    _decide(cast, thing, limb, GLUED)
    depth[thing] = depth[limb] + 1e-4


def _decide(cast: Vec, front: int, behind: int, weight: float) -> None:
    cast[:, front, behind] = weight
    cast[:, behind, front] = -weight


def painter_order(cast: Vec, depth: Vec) -> list[int]:
    """Back-to-front numbers of n things, from votes (n, n) and, where they tie, depth (n,).

    Repeatedly takes the thing that has the least of the rest behind it.
    """
    in_front = np.maximum(cast, 0.0)
    waiting = in_front.sum(axis=1)  # how much of the rest has to be drawn before each
    left = np.ones(len(cast), dtype=bool)
    order: list[int] = []
    while left.any():
        least = waiting[left].min() + 1e-6
        ready = left & (waiting <= least)
        chosen = int(np.argmin(np.where(ready, depth, np.inf)))
        order.append(chosen)
        left[chosen] = False
        waiting -= in_front[:, chosen]
    return order
