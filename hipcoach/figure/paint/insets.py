"""Small views beside the main one: from above, from the foot end, ..."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QImage, QPainter, QPen, QTransform

from hipcoach.figure.paint.paths import point

if TYPE_CHECKING:
    from hipcoach.figure.paint.palette import Palette
    from hipcoach.figure.scene.camera import Camera
    from hipcoach.figure.skeleton.vectors import Vec
    from hipcoach.figure.values.drawn import Arrow, Inset

EDGE = 0.025  # of the picture's width: from its edge to a panel
TOP = 0.04  # of its height: from its top to the first panel
GAP = 0.03  # of its height: between two panels
CORNER = 0.06  # radius, of a panel's smaller side
TITLE_INSET = 8  # pixels left of a title at its font's usual size of 16
TITLE_ROOM = 1.3  # the strip of a title of one line, in heights of its font
BORDER_ALPHA = 45
COMPARE_ALPHA = 110
TITLE_FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
LEAST_UNIT = 0.45  # an arrow stays visible in a small panel
SMALLEST = 90  # pixels: a panel less wide than this shows nothing that one could read


def places(insets: Sequence[Inset], width: int, height: int) -> list[QRect]:
    """Where the panels lie in a picture of this size, one under another; () if it is too small."""
    top = TOP * height
    found = []
    for inset in insets:
        wide, high = int(width * inset.size[0]), int(height * inset.size[1])
        left = width * EDGE if inset.left else width * (1 - EDGE) - wide
        found.append(QRect(int(left), int(top), wide, high))
        top += high + GAP * height
    return found if all(place.width() >= SMALLEST for place in found) else []


def title_height(font: QFont, title: str, width: int) -> int:
    """The strip at the top of a panel `width` pixels wide that its title takes, in pixels."""
    room = QRect(0, 0, round(width - 2 * _title_left(font)), 10 * width)
    lines = QFontMetrics(font).boundingRect(room, TITLE_FLAGS, title).height()
    return round(lines + QFontMetrics(font).height() * (TITLE_ROOM - 1))


def _title_left(font: QFont) -> float:
    return TITLE_INSET * QFontMetrics(font).height() / 20


def draw_arrows(
    painter: QPainter, arrows: Sequence[Arrow], camera: Camera, unit: float, palette: Palette
) -> None:
    """Directions on the floor, with faint lines to compare them with."""
    unit = max(unit, LEAST_UNIT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for arrow in arrows:
        start, end = camera.project(np.array([arrow.start, arrow.end]))
        painter.setPen(_compare_pen(palette.ink, unit))
        for other in camera.project(np.array(arrow.compare).reshape(-1, 3)):
            painter.drawLine(point(start), point(other))
        painter.setPen(_solid_pen(palette.well_done, unit))
        _draw_arrow(painter, start, end, unit)
    painter.restore()


def _compare_pen(ink: QColor, unit: float) -> QPen:
    faint = QColor(ink)
    faint.setAlpha(COMPARE_ALPHA)
    return QPen(faint, 1.6 * unit, Qt.PenStyle.DashLine)


def _solid_pen(colour: QColor, unit: float) -> QPen:
    return QPen(colour, 3.2 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)


def _draw_arrow(painter: QPainter, start: Vec, end: Vec, unit: float) -> None:
    along = (end - start) / (np.hypot(*(end - start)) + 1e-9)
    across = np.array([-along[1], along[0]])
    painter.drawLine(point(start), point(end))
    for side in (1, -1):
        painter.drawLine(point(end), point(end - along * 11 * unit + across * side * 7 * unit))


def draw_title(painter: QPainter, title: str, width: int, font: QFont, palette: Palette) -> None:
    """The panel's title on its own strip, above whatever the figure reaches up to."""
    high, left = title_height(font, title, width), _title_left(font)
    painter.fillRect(0, 0, width, high, palette.panel)
    painter.setFont(font)
    painter.setPen(palette.ink)
    painter.drawText(QRectF(left, 0, width - 2 * left, high), TITLE_FLAGS, title)


def draw_panel(painter: QPainter, place: QRect, view: QImage, ink: QColor) -> None:
    """A finished view as a panel with round corners."""
    brush = QBrush(view)
    brush.setTransform(QTransform.fromTranslate(place.x(), place.y()))
    border = QColor(ink)
    border.setAlpha(BORDER_ALPHA)
    radius = CORNER * min(place.width(), place.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(border, 1))
    painter.setBrush(brush)
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.restore()
