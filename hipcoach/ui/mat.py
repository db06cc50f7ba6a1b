"""The mat that stands where an exercise's picture will be."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from hipcoach.ui.theme import Theme


def paint_mat(painter: QPainter, theme: Theme, place: QRectF, edge: float = 3) -> None:
    """Draw it in the lower part of `place`; `edge` is the thickness in pixels at 100 % text."""
    wide, deep = min(place.width() * 0.66, place.height() * 1.6), place.height() * 0.2
    bottom, middle = place.top() + place.height() * 0.86, place.center().x()
    corners = [(-0.36, 0), (0.36, 0), (0.5, 1), (-0.5, 1)]
    mat = [QPointF(middle + x * wide, bottom - deep + y * deep) for x, y in corners]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("primary_soft"))
    painter.drawPolygon(QPolygonF(mat))
    pen = QPen(theme.colour("primary_line"), theme.px(edge))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(mat[3], mat[2])
