"""Room for insets and badges: neither may lie on the figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import numpy as np
from PySide6.QtCore import QRect

from hipcoach.figure.scene.camera import Camera, Canvas
from hipcoach.figure.skeleton.vectors import Vec
from hipcoach.figure.values.drawn import Inset, View

LOWER = (0.0, 0.12, 0.24, 0.36)
"""Shares of a picture's height that are tried to be left free above a lying figure."""

PARTS = (0.0, 0.25, 0.5, 0.75, 1.0)
"""Of a badge's width and height: what is tried to be left free beside and below it."""

APART = 6
"""Pixels between a panel and the figure."""


def beside(canvas: Canvas, insets: Sequence[Inset]) -> Canvas:
    """With the column of the insets left free: standing figures need the height, not the width."""
    column = int(canvas.width * max(inset.size[0] for inset in insets))
    return replace(canvas, left=column) if insets[0].left else replace(canvas, right=column)


def below(canvas: Canvas, panels: Sequence[QRect], points: Vec, view: View) -> Canvas | None:
    """With as much left free above a lying figure as it needs to be clear of the panels.

    `points` (N, 3) are what is seen of it. None where it cannot be clear of them.
    """
    tops = (max(canvas.top, int(canvas.height * share)) for share in LOWER)
    tried = (replace(canvas, top=top) for top in tops)
    aimed, flat, box = _flat(points, view)
    return next((one for one in tried if _is_clear(aimed.filling(box, one), flat, panels)), None)


def clear_of(badge: tuple[int, int], canvas: Canvas, points: Vec, view: View) -> Canvas:
    """With as little left free above and beside a badge on the upper left corner as can be.

    `points` (N, 3) are what is seen of the figure, which is as large as it can be there.
    """
    wide, high = badge
    corner, most = [QRect(0, 0, wide, high)], (wide + APART, high + APART)
    tried = (
        replace(canvas, left=round(most[0] * left), top=round(most[1] * top))
        for left, top in product(PARTS, PARTS)
    )
    aimed, flat, box = _flat(points, view)
    fitted = ((one, aimed.filling(box, one)) for one in tried)
    free = {one: camera.scale for one, camera in fitted if _is_clear(camera, flat, corner)}
    return max(free, key=lambda one: free[one], default=replace(canvas, top=high))


def _flat(points: Vec, view: View) -> tuple[Camera, Vec, Vec]:
    """An aimed camera, the points (N, 2) as it sees them on any canvas, and their box's corners."""
    aimed = Camera(view=view).aimed(points)
    flat = aimed.project(points)
    return aimed, flat, np.stack([flat.min(axis=0), flat.max(axis=0)])


def _is_clear(camera: Camera, flat: Vec, panels: Sequence[QRect]) -> bool:
    across, down = (camera.centre + camera.scale * flat).T
    return not any(
        (
            (across > panel.left() - APART)
            & (across < panel.right() + APART)
            & (down > panel.top() - APART)
            & (down < panel.bottom() + APART)
        ).any()
        for panel in panels
    )
