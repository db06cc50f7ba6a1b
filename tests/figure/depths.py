"""What is really in front: depths of a figure's parts by rays, one for each pixel.

Slow and independent of the painter order's votes, to prove them. A hull is taken to be its
ellipsoids and those between each two of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from hipcoach.figure.scene.camera import Camera
from hipcoach.figure.scene.flesh import Flesh, Placed
from hipcoach.figure.skeleton.skeleton import Stance
from hipcoach.figure.skeleton.vectors import Vec

BETWEEN = np.linspace(0, 1, 5)
Size = tuple[int, int]


def depths(flesh: Flesh, stance: Stance, camera: Camera, size: Size) -> Vec:
    """How near the surface of each part is at each pixel (P, height, width), -inf beside it."""
    placed = flesh.place(stance)
    nearest = np.full((len(flesh.parts), size[1], size[0]), -np.inf)
    for part, (first, last) in enumerate(flesh.slices):
        for hull in flesh.groups[first:last]:
            for centre, shape in _pieces(sorted(set(hull.tolist())), placed):
                _draw(nearest[part], centre, shape, camera)
    return nearest


def _pieces(hull: list[int], placed: Placed) -> Iterator[tuple[Vec, Vec]]:
    """Centre and shape A A' of a hull's ellipsoids and of those between them."""
    centres, shapes = placed.centres, placed.axes @ placed.axes.transpose(0, 2, 1)
    pairs = list(combinations(hull, 2)) or [(hull[0], hull[0])]
    for one, other in pairs:
        for share in BETWEEN:
            yield (
                centres[one] + share * (centres[other] - centres[one]),
                shapes[one] + share * (shapes[other] - shapes[one]),
            )


def _draw(nearest: Vec, centre: Vec, shape: Vec, camera: Camera) -> None:
    """Raise the depths (height, width) to where rays first meet an ellipsoid."""
    seen, factor = camera.view_of(centre)
    turned = camera.rotation @ shape @ camera.rotation.T
    pixels = camera.scale * float(factor)
    middle = camera.on_screen(seen, np.asarray(factor))
    reach = np.sqrt(np.diag(turned)[:2]) * pixels
    low = np.maximum(np.floor(middle - reach), 0).astype(int)
    high = np.minimum(np.ceil(middle + reach), nearest.shape[::-1]).astype(int)
    across, down = np.meshgrid(*(np.arange(*ends) + 0.5 for ends in zip(low, high, strict=True)))
    away = np.stack([across - middle[0], middle[1] - down], axis=-1) / pixels
    flat = np.linalg.inv(turned[:2, :2])
    left = 1 - np.einsum("yxi,ij,yxj->yx", away, flat, away)
    lean = flat @ turned[:2, 2]
    bulge = np.sqrt(np.maximum(left * (turned[2, 2] - turned[2, :2] @ lean), 0))
    depth = np.where(left > 0, seen[2] + away @ lean + bulge, -np.inf)
    patch = nearest[low[1] : high[1], low[0] : high[0]]
    np.maximum(patch, depth, out=patch)
