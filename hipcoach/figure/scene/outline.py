"""Outlines of hulls of ellipsoids on the screen, by support functions: no mesh, no facets.

An ellipsoid with screen centre c and screen semi-axes M (2 x 3) reaches h = |M'w| in the direction
w, at the point c + M (M'w) / h. A convex hull takes, for each direction, its furthest member.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from hipcoach.figure.skeleton.vectors import Vec

Indices = NDArray[np.intp]
"""Row numbers of arrays."""

FINENESS = ((300.0, 32), (900.0, 52))  # below so many pixels per metre: points per outline
FINEST = 80


def fineness(scale: float) -> int:
    """How many points an outline needs at this many pixels per metre to show no facets."""
    return next((count for below, count in FINENESS if scale < below), FINEST)


def directions(count: int) -> Vec:
    """Unit vectors (2, count) round the circle, in the order of an outline's points."""
    turn = np.linspace(0, 2 * math.pi, count, endpoint=False)
    return np.stack([np.cos(turn), np.sin(turn)])


def outlines(centres: Vec, axes: Vec, groups: Indices, towards: Vec) -> Vec:
    """Hull outlines (G, K, 2).

    Args:
        centres: screen centres (E, 2) of the ellipsoids.
        axes: their screen semi-axes (E, 2, 3), as of `Camera.axes`.
        groups: which ellipsoids each hull holds (G, n), filled up by repeating one of them.
        towards: `directions` (2, K).
    """
    seen = np.matmul(axes.transpose(0, 2, 1), towards)
    reach = np.sqrt(np.einsum("eik,eik->ek", seen, seen)) + 1e-9
    edge = np.matmul(axes, seen) / reach[:, None, :] + centres[:, :, None]
    furthest = _furthest(reach + centres @ towards, groups)
    hulls: Vec = edge[furthest, :, np.arange(towards.shape[1])]
    return hulls


def grown(outline: Vec, towards: Vec, pixels: float) -> Vec:
    """The outlines (G, K, 2), each pushed outwards by so many pixels."""
    return outline + towards.T * pixels


def _furthest(reach: Vec, groups: Indices) -> Indices:
    """Which member (G, K) of each hull reaches furthest in each direction; reach is (E, K)."""
    members = reach[groups].argmax(axis=1)
    return np.take_along_axis(groups, members, axis=1)
