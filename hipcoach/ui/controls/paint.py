"""What painted controls share: the box with an edge, and the ground of a button in its state."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton

from hipcoach.ui.theme import Theme

EDGE, CHOSEN_EDGE = 1.5, 2.0
"""Pixels of a control's edge, and of a chosen or edited one's."""


def paint_box(
    painter: QPainter, rect: QRectF, radius: float, fill: QColor, edge: QColor, width: float = EDGE
) -> None:
    """A rounded box whose edge of `width` pixels lies inside `rect`."""
    half = width / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, width))
    painter.setBrush(fill)
    inside = max(radius - half, 0)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), inside, inside)


def ground(theme: Theme, button: QAbstractButton, resting: str = "surface") -> QColor:
    """The ground of an outlined button: resting, under the pointer, pressed or disabled."""
    if not button.isEnabled():
        return theme.colour("disabled_bg")
    if button.isDown():
        return theme.colour("hover")
    return theme.colour("inset" if button.underMouse() else resting)
