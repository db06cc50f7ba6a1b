"""What lies under everything and never moves: mat, knee pad, the pool of floor."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QRadialGradient

from hipcoach.figure.paint.paths import point, polygon

if TYPE_CHECKING:
    from hipcoach.figure.paint.palette import Palette
    from hipcoach.figure.scene.camera import Camera
    from hipcoach.figure.scene.scene import Slab
    from hipcoach.figure.skeleton.vectors import Vec

POOL = 0.85  # radius of the floor's pool, metres: a little more than a stride
SOLID = 0.55  # share of the pool's radius where it begins to fade
LEAST_POOL = 8.0  # half its height in pixels where the camera looks along the floor
CORNER_STEPS = 10  # points of a rounded corner


def draw_slab(painter: QPainter, camera: Camera, slab: Slab, palette: Palette) -> None:
    """A thin plate with rounded corners; `slab.colour` is "mat" or "pad"."""
    top_colour, edge_colour = palette.mat if slab.colour == "mat" else palette.pad
    bottom, top = (camera.project(_outline(slab, height)) for height in slab.y)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(edge_colour)
    painter.drawPath(_rim(bottom, top))
    painter.drawPolygon(polygon(bottom))
    painter.setBrush(_sheen(top, top_colour))
    painter.drawPolygon(polygon(top))


def _outline(slab: Slab, height: float) -> Vec:
    """The plate's outline (4 * CORNER_STEPS, 3) at this height, in order round it."""
    radius = slab.radius
    low_x, high_x = slab.x[0] + radius, slab.x[1] - radius
    low_z, high_z = slab.z[0] + radius, slab.z[1] - radius
    turn = np.radians(np.linspace(0, 90, CORNER_STEPS))
    corners = ((high_x, high_z), (low_x, high_z), (low_x, low_z), (high_x, low_z))
    rounded = [
        np.stack([x + radius * np.cos(a), np.full_like(a, height), z + radius * np.sin(a)], 1)
        for (x, z), a in zip(corners, (turn + k * math.pi / 2 for k in range(4)), strict=True)
    ]
    return np.concatenate(rounded)


def _rim(bottom: Vec, top: Vec) -> QPainterPath:
    """The plate's edge, as one filled union of quads between the two outlines."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for corners in zip(bottom, np.roll(bottom, -1, 0), np.roll(top, -1, 0), top, strict=True):
        path.addPolygon(polygon(_clockwise(np.array(corners))))
        path.closeSubpath()
    return path


def _clockwise(quad: Vec) -> Vec:
    """All quads wind the same way: opposite ones would cut holes into their union."""
    one, other = quad[1] - quad[0], quad[2] - quad[0]
    wound: Vec = quad if one[0] * other[1] >= one[1] * other[0] else quad[::-1]
    return wound


def _sheen(top: Vec, colour: QColor) -> QLinearGradient:
    """A little darker far away, a little lighter near by."""
    gradient = QLinearGradient(0, float(np.min(top[:, 1])), 0, float(np.max(top[:, 1])))
    gradient.setColorAt(0, colour.darker(106))
    gradient.setColorAt(1, colour.lighter(104))
    return gradient


def draw_floor(
    painter: QPainter, camera: Camera, centre: Vec, palette: Palette, bottom: float
) -> None:
    """A soft pool of floor under standing and seated figures, round a point of the floor.

    It ends above `bottom` on the screen: the picture's edge would cut it off.
    """
    turn = np.linspace(0, 2 * math.pi, 60)
    ring = np.stack([np.cos(turn), np.zeros_like(turn), np.sin(turn)], 1)
    extent = np.ptp(camera.project(centre + POOL * ring), axis=0) / 2
    middle, height = camera.project(centre), max(LEAST_POOL, float(extent[1]))
    painter.save()
    painter.translate(point(middle))
    painter.scale(float(extent[0]), max(1.0, min(height, bottom - float(middle[1]))))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_pool(palette.floor))
    painter.drawEllipse(QPointF(0, 0), 1.0, 1.0)
    painter.restore()


def _pool(colour: QColor) -> QRadialGradient:
    gone = QColor(colour)
    gone.setAlpha(0)
    gradient = QRadialGradient(QPointF(0, 0), 1)
    gradient.setColorAt(0, colour)
    gradient.setColorAt(SOLID, colour)
    gradient.setColorAt(1, gone)
    return gradient
