"""What a picture's fixed painter order gets wrong: by its own votes, and by rays.

Areas are square pixels at 330 pixels per metre, whatever the size of the picture.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hipcoach.figure.scene.camera import TUNED_AT
from hipcoach.figure.scene.order import Order
from hipcoach.figure.scene.staging import Staging
from hipcoach.figure.skeleton.movement import Movement
from tests.figure.depths import Size, depths

VISIBLE = 300  # a spot of 5 cm by 5 cm
APPARENT = 0.015  # metres: nearer surfaces than this melt into each other

# What grows into each other: here either order draws the joint, and the flesh overlaps by far.
JOINED = {
    frozenset(pair)
    for pair in (
        ("thorax", "pelvis"),
        ("pelvis", "thigh"),
        ("thigh", "shank"),
        ("shank", "foot"),
        ("thorax", "neck"),
        ("neck", "face"),
        ("neck", "hair"),
        ("hair", "face"),
        ("hair", "bun"),
        ("hair", "ear"),
        ("face", "ear"),
        ("thorax", "uarm"),
        ("uarm", "farm"),
        ("farm", "hand"),
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A pair that the order paints the wrong way round at one of its instants."""

    instant: int
    area: float
    front: str
    behind: str


def faults(order: Order, least: float = VISIBLE) -> list[Fault]:
    """Where the order contradicts its votes by more than `least`, worst first."""
    place = np.argsort(order.back_to_front)
    areas = order.votes * (TUNED_AT / order.scale) ** 2
    wrong = (areas > least) & (place[:, None] < place)
    found = [
        Fault(
            instant=instant,
            area=float(areas[instant, front, behind]),
            front=order.names[front],
            behind=order.names[behind],
        )
        for instant, front, behind in np.argwhere(wrong).tolist()
    ]
    return sorted(found, key=lambda fault: -fault.area)


def painted_over(
    staging: Staging, movement: Movement, share: float, size: Size
) -> dict[tuple[str, str], float]:
    """How much of a part is painted over by another that lies behind it, by (part, other)."""
    return {
        pair: area
        for pair, area in _spoiled(staging, movement, share, size).items()
        if area > VISIBLE and not _is_joined(*pair)
    }


def _spoiled(
    staging: Staging, movement: Movement, share: float, size: Size
) -> dict[tuple[str, str], float]:
    near = depths(staging.flesh, movement.at(share), staging.camera, size)
    parts = [index for index in staging.order.back_to_front if index < len(near)]
    near = near[parts]  # from back to front
    names = [staging.order.names[index] for index in parts]
    there = np.isfinite(near)
    front = near.argmax(axis=0)
    painted = len(parts) - 1 - there[::-1].argmax(axis=0)
    gap = np.take_along_axis(near, np.stack([front, painted]), axis=0)
    wrong = there.any(axis=0) & (front != painted)
    wrong[wrong] = gap[0][wrong] - gap[1][wrong] > APPARENT
    pairs, pixels = np.unique(np.stack([front[wrong], painted[wrong]]), axis=1, return_counts=True)
    one_pixel = (TUNED_AT / staging.camera.scale) ** 2
    areas = dict(zip(map(tuple, pairs.T.tolist()), (pixels * one_pixel).tolist(), strict=True))
    return {(names[i], names[k]): area for (i, k), area in areas.items()}


def _is_joined(one: str, other: str) -> bool:
    """Whether two parts grow into each other, on the same side of the body."""
    sides = {name[0] for name in (one, other) if name[1:2] == "_"}
    bare = frozenset(name[2:] if name[1:2] == "_" else name for name in (one, other))
    return len(sides) < 2 and bare in JOINED
