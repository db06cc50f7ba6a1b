"""The hard and the elastic props of a frame: boxes, straps and loops."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QRadialGradient,
)

from hipcoach.figure.paint.palette import mixed, qcolour
from hipcoach.figure.paint.paths import point, polygon, round_pen
from hipcoach.figure.scene.ribbons import loop_ribbon, strap_ribbon

if TYPE_CHECKING:
    from hipcoach.figure.paint.palette import Palette, Ramp
    from hipcoach.figure.scene.boxes import Box
    from hipcoach.figure.scene.camera import Camera
    from hipcoach.figure.scene.scene import Loop, Strap
    from hipcoach.figure.skeleton.skeleton import Stance
    from hipcoach.figure.skeleton.vectors import Vec

ON_TOP = 0.05  # metres: a foot this near to a box's top stands on it
FOOT_SHADOW = (0.075, 0.035)  # metres: the least half width and half depth of a foot's shadow
SHADOW_LENGTH = 0.62  # of the foot's own length on the screen


def draw_box(
    painter: QPainter,
    box: Box,
    camera: Camera,
    palette: Palette,
    unit: float,
    stance: Stance | None,
) -> None:
    """A step or a seat; with a stance, the shadows of the feet that stand on it."""
    shades = palette.ramps["wood"]
    colours = {"top": shades.lit, "middle": shades.middle, "low": shades.shade}
    for face in box.faces():
        if np.dot(camera.position - face.corners[0], face.normal) <= 0:
            continue
        outline = polygon(camera.project(face.corners))
        _draw_face(painter, outline, qcolour(colours[face.shade]), unit)
        if face.shade == "top" and box.catches_shadow and stance is not None:
            _draw_foot_shadows(painter, box, outline, camera, palette.shadow, stance)


def _draw_face(painter: QPainter, outline: QPolygonF, colour: QColor, unit: float) -> None:
    """One face, lit from above, with a light edge."""
    bounds = outline.boundingRect()
    gradient = QLinearGradient(0, bounds.top(), 0, bounds.bottom() + 1)
    gradient.setColorAt(0, colour.lighter(106))
    gradient.setColorAt(1, colour.darker(108))
    painter.setBrush(gradient)
    painter.setPen(round_pen(colour.lighter(112), max(1.0, 1.2 * unit)))
    painter.drawPolygon(outline)
    painter.setPen(Qt.PenStyle.NoPen)


def _draw_foot_shadows(
    painter: QPainter, box: Box, top: QPolygonF, camera: Camera, colour: QColor, stance: Stance
) -> None:
    area = QPainterPath()
    area.addPolygon(top)
    painter.save()
    painter.setClipPath(area)
    for side in "RL":
        heel, toe, ball = (stance.joints[f"{side}_{name}"] for name in ("heel", "toe", "ball"))
        if _stands_on(ball, box):
            under = (heel + toe) / 2 * (1, 0, 1) + (0, box.high[1], 0)
            along = camera.project(toe) - camera.project(heel)
            _draw_foot_shadow(painter, camera.project(under), along, camera.scale, colour)
    painter.restore()


def _stands_on(ball: Vec, box: Box) -> bool:
    near = bool(abs(ball[1] - box.high[1]) <= ON_TOP)
    return near and bool(box.low[2] < ball[2] < box.high[2])


def _draw_foot_shadow(
    painter: QPainter, middle: Vec, along: Vec, scale: float, colour: QColor
) -> None:
    """A soft spot under a foot that lies `along` these pixels."""
    gone = QColor(colour)
    gone.setAlpha(0)
    spot = QRadialGradient(QPointF(0, 0), 1.0)
    spot.setColorAt(0, colour)
    spot.setColorAt(1, gone)
    reach = np.maximum(np.abs(along) * SHADOW_LENGTH, np.array(FOOT_SHADOW) * scale)
    painter.save()
    painter.translate(point(middle))
    painter.scale(float(reach[0]), float(reach[1]))
    painter.setBrush(spot)
    painter.drawEllipse(QPointF(0, 0), 1.0, 1.0)
    painter.restore()


def draw_strap(
    painter: QPainter, band: Strap, stance: Stance, camera: Camera, ramp: Ramp, unit: float
) -> None:
    """A band from its anchor to a limb, lit along its upper edge."""
    one, other = (camera.project(edge) for edge in strap_ribbon(band, stance).edges())
    outline = polygon(np.concatenate([one, other[::-1]]))
    if (one - other)[:, 1].mean() > 0:
        one, other = other, one
    gradient = QLinearGradient(point(one[0]), point(other[0]))
    gradient.setColorAt(0, qcolour(ramp.lit))
    gradient.setColorAt(0.45, qcolour(ramp.middle))
    gradient.setColorAt(1, qcolour(mixed(ramp.middle, ramp.shade, 0.45)))
    painter.setPen(QPen(qcolour(ramp.shade, 120), 0.8 * unit))
    painter.setBrush(gradient)
    painter.drawPolygon(outline)
    painter.setPen(Qt.PenStyle.NoPen)


def draw_loop(
    painter: QPainter, band: Loop, stance: Stance, camera: Camera, ramp: Ramp, front: bool
) -> None:
    """The half of a loop round both legs that faces the viewer, or the dark one behind them."""
    ribbon = loop_ribbon(band, stance)
    one, other = (camera.project(edge) for edge in ribbon.edges())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_across(one, ramp) if front else qcolour(ramp.shade))
    for run in ribbon.runs(camera.position, front=front):
        painter.drawPolygon(polygon(np.concatenate([one[run], other[run][::-1]])))


def _across(edge: Vec, ramp: Ramp) -> QLinearGradient:
    """Bright where the loop's upper left is."""
    low, high = edge.min(axis=0), edge.max(axis=0) + 1
    gradient = QLinearGradient(point(low), point(high))
    gradient.setColorAt(0, qcolour(ramp.middle))
    gradient.setColorAt(0.4, qcolour(ramp.lit))
    gradient.setColorAt(1, qcolour(mixed(ramp.middle, ramp.shade, 0.25)))
    return gradient
