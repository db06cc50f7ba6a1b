"""The lines of a pair: what should be straight or level, shown on the body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from hipcoach.figure.paint.paths import point, polygon, round_pen

if TYPE_CHECKING:
    from hipcoach.figure.paint.palette import Palette
    from hipcoach.figure.scene.camera import Camera
    from hipcoach.figure.skeleton.skeleton import Stance
    from hipcoach.figure.skeleton.vectors import Vec
    from hipcoach.figure.values.drawn import CueLine

LINE = 3.6  # widths in pixels at 330 pixels per metre
CASING = 7.0
REFERENCE = 2.0
DOT = 5.0  # radius
DOT_EDGE = 1.6
LEAST_UNIT = 0.6  # a small picture's lines stay visible
DASHES = (2.2, 2.0)  # in units of the line's width, between round caps
REFERENCE_ALPHA = 165


@dataclass(frozen=True, slots=True, kw_only=True)
class LineStyle:
    """How the lines of one picture look: solid for "Do this", dashed for "Common mistake"."""

    colour: QColor
    casing: QColor
    ink: QColor
    dashed: bool


def line_style(palette: Palette, *, mistaken: bool) -> LineStyle:
    """The style of one half of a pair."""
    return LineStyle(
        colour=palette.mistaken if mistaken else palette.well_done,
        casing=palette.casing,
        ink=palette.ink,
        dashed=mistaken,
    )


def draw_lines(
    painter: QPainter,
    lines: Sequence[CueLine],
    stance: Stance,
    camera: Camera,
    unit: float,
    style: LineStyle,
) -> None:
    """The lines over the figure, each with its dashed reference where it has one."""
    unit = max(unit, LEAST_UNIT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for line in lines:
        points = np.array([stance.point(name) for name in line.points])
        whole = _extended(points, line.extend)
        if (ends := _reference(whole, line)) is not None:
            _draw_reference(painter, camera.project(ends), unit, style)
        _draw_line(painter, camera.project(whole), unit, style)
        shown = whole[1:-1] if line.extend else whole
        _draw_dots(painter, camera.project(shown), unit, style)
    painter.restore()


def _extended(points: Vec, share: float) -> Vec:
    """The points with one more at each end, this share of the line's length away."""
    if not share:
        return points
    reach = (points[-1] - points[0]) * share
    return np.vstack([points[0] - reach, points, points[-1] + reach])


def _reference(points: Vec, line: CueLine) -> Vec | None:
    """Both ends (2, 3) of where the line should lie, None where nothing says so."""
    if line.chord:
        ends: Vec = points[[0, -1]]
        return ends
    if line.reference is None:
        return None
    length = float(np.linalg.norm(points[-1] - points[0]))
    middle, reach = points.mean(axis=0), np.array(line.reference) * length / 2
    return np.array([middle - reach, middle + reach])


def _draw_reference(painter: QPainter, ends: Vec, unit: float, style: LineStyle) -> None:
    colour = QColor(style.ink)
    colour.setAlpha(REFERENCE_ALPHA)
    pen = QPen(colour, REFERENCE * unit, Qt.PenStyle.DashLine, Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(point(ends[0]), point(ends[1]))


def _draw_line(painter: QPainter, points: Vec, unit: float, style: LineStyle) -> None:
    """Over a casing in the ground's tone, so that it reads on skin and on clothes."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    shape = polygon(points)
    painter.setPen(round_pen(style.casing, CASING * unit))
    painter.drawPolyline(shape)
    pen = round_pen(style.colour, LINE * unit)
    if style.dashed:
        pen.setDashPattern(DASHES)
    painter.setPen(pen)
    painter.drawPolyline(shape)


def _draw_dots(painter: QPainter, points: Vec, unit: float, style: LineStyle) -> None:
    painter.setPen(QPen(style.casing, DOT_EDGE * unit))
    painter.setBrush(style.colour)
    for at in points:
        painter.drawEllipse(point(at), DOT * unit, DOT * unit)
