"""The body from behind with its nine areas: pressing one ticks its check box beside the picture.

The check boxes are the real control, for keys and screen readers; the picture has no focus.
"""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.core.pain import Place
from hipcoach.core.text import tr
from hipcoach.ui.diary.body_paths import BOX, area_paths, body_path
from hipcoach.ui.theme import Theme
from hipcoach.ui.today.session_mark import hatch

WIDTH, LEAST, TALLEST = 126, 264, 340
"""Pixels of the picture: its width, and the body's least and greatest height with its words."""

OUTLINE, DASHED, CHOSEN = 1.5, 1.25, 2.25
PITCH, LINE = 6, 1.75
"""Pixels of the hatch: from line to line, and of a line."""

DASHES = (2.4, 2.4)
"""In widths of the line."""


class BodyChart(QWidget):
    """`pressed` tells the area."""

    pressed = Signal(Place)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._body, self._areas = body_path(), area_paths()
        self._places: frozenset[Place] = frozenset()
        self._under: Place | None = None
        self._left, self._right = tr("left"), tr("right")
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("The body, seen from behind"))
        theme.changed.connect(self.updateGeometry)

    def show_places(self, places: Collection[Place]) -> None:
        """Hatch these areas."""
        self._places = frozenset(places)
        self.update()

    def place_at(self, point: QPointF) -> Place | None:
        """The area at a point of the picture, or None."""
        there = self._drawn().inverted()[0].map(point)
        return next((p for p, area in self._areas.items() if area.contains(there)), None)

    def middle(self, place: Place) -> QPointF:
        """A point of the picture in the middle of an area."""
        return self._drawn().map(self._areas[place].boundingRect().center())

    def _drawn(self) -> QTransform:
        """From the body's own units to pixels: below its words, in the middle, not stretched."""
        words = self._theme.px(self._theme.text_style("caption").line)
        room = QSize(self.width(), min(self.height(), self._theme.px(TALLEST)) - words)
        scale = max(min(room.width() / BOX.width(), room.height() / BOX.height()), 0.1)
        moved = QTransform.fromTranslate(room.width() / 2, words + room.height() / 2)
        moved.scale(scale, scale)
        return moved.translate(-BOX.center().x(), -BOX.center().y())

    def _show_under(self, place: Place | None) -> None:
        if place != self._under:
            self._under = place
            hand = Qt.CursorShape.PointingHandCursor
            self.setCursor(hand if place else Qt.CursorShape.ArrowCursor)
            self.update()

    def _paint_words(self, painter: QPainter) -> None:
        theme, side = self._theme, self._theme.px(6)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("ink3"))
        line = QRect(0, 0, self.width(), theme.px(theme.text_style("caption").line))
        inside = line.adjusted(side, 0, -side, 0)
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft, self._left)
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight, self._right)

    def _paint_area(self, painter: QPainter, place: Place, area: QPainterPath) -> None:
        theme, painter_pen = self._theme, Qt.PenStyle.DashLine
        if place in self._places:
            painter.fillPath(area, theme.colour("indigo_soft"))
            painter.save()
            painter.setClipPath(area)
            colour = theme.colour("indigo")
            colour.setAlphaF(0.55)
            hatch(painter, area.boundingRect(), colour, theme.px(PITCH), theme.scale * LINE)
            painter.restore()
            pen = QPen(theme.colour("indigo"), theme.scale * CHOSEN)
        else:
            if place is self._under:
                painter.fillPath(area, theme.colour("hover"))
            pen = QPen(theme.colour("line_strong"), theme.scale * DASHED, painter_pen)
            pen.setDashPattern(DASHES)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(area, pen)

    # Qt's own

    def sizeHint(self) -> QSize:
        """As wide as its words need."""
        metrics = QFontMetrics(self._theme.font("caption"))
        words = sum(map(metrics.horizontalAdvance, (self._left, self._right)))
        px = self._theme.px
        return QSize(max(px(WIDTH), words + px(24)), px(LEAST))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell the area that was pressed."""
        place = self.place_at(event.position())
        if place and event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which area would be pressed."""
        self._show_under(self.place_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """None any longer."""
        self._show_under(None)
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words, the body and its areas, those that are ticked above the others."""
        theme, painter, drawn = self._theme, QPainter(self), self._drawn()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_words(painter)
        body = drawn.map(self._body)
        painter.fillPath(body, theme.colour("inset"))
        painter.strokePath(body, QPen(theme.colour("line_strong"), theme.scale * OUTLINE))
        for place in sorted(self._areas, key=self._places.__contains__):
            self._paint_area(painter, place, drawn.map(self._areas[place]))
        painter.end()
