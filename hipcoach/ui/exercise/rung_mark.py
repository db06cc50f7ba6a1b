"""The mark of a step on the ladder, with the line that joins it to its neighbours."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.core.ladder_view import Place, RungView
from hipcoach.ui.theme import Theme

WIDTH, MIDDLE = 28, 20
"""Pixels at 100 % text: the column of the marks, and how far down in its row a mark stands."""

SMALL, LARGE, DOT, TICK = 9, 13, 4.5, 12


class RungMark(QWidget):
    """Soft with a tick below the own step, filled with a dot at it, a ring above it.

    The ring of a step whose band is not owned is broken. What it says stands in words beside it.
    """

    def __init__(self, theme: Theme, rung: RungView, first: bool, last: bool) -> None:
        super().__init__()
        self._theme, self._rung, self._first, self._last = theme, rung, first, last
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.updateGeometry)

    # Qt's own

    def sizeHint(self) -> QSize:
        """Its column, and one line of text."""
        return QSize(self._theme.px(WIDTH), self._theme.px(2 * MIDDLE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line and the mark on it."""
        px, middle = self._theme.px, QPointF(self.width() / 2, self._theme.px(MIDDLE))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("line"), 2))
        above = middle if self._first else QPointF(middle.x(), 0)
        below = middle if self._last else QPointF(middle.x(), self.height())
        painter.drawLine(above, below)
        if self._rung.place is Place.OWN:
            self._draw(painter, middle, px(LARGE), "primary", "primary")
            self._draw(painter, middle, px(DOT), "surface", "surface")
        elif self._rung.place is Place.EASIER:
            self._draw(painter, middle, px(SMALL), "primary_soft", "primary_soft")
            tick = self._theme.icon("check", TICK, "on_primary_soft", heavy=True)
            half = px(TICK) / 2
            painter.drawPixmap(middle - QPointF(half, half), tick)
        else:
            self._draw(painter, middle, px(SMALL), "surface", "line_strong")
        painter.end()

    def _draw(self, painter: QPainter, at: QPointF, radius: float, fill: str, edge: str) -> None:
        pen = QPen(self._theme.colour(edge), 1.5)
        if not self._rung.usable and self._rung.place is not Place.OWN:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.setBrush(self._theme.colour(fill))
        painter.drawEllipse(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius))
