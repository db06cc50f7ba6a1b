"""The mark of a session slot: one shape for each state, the same on every page.

Shape before colour: full is solid with a tick, cut short hatched, easy an outline with a tick,
missed a dash, a flare-up hatched in amber, away a dotted ring, planned a ring, next one with a dot.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.core.week_marks import Mark
from hipcoach.ui.theme import Theme

SIZE = 24
"""Pixels across at 100 % text; all other measures here are parts of it."""


class SessionMark(QWidget):
    """A mark and its sentence, as in "Tuesday evening, missed"."""

    def __init__(self, theme: Theme, mark: Mark, words: str) -> None:
        super().__init__()
        self._theme, self._mark = theme, mark
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_mark(self, mark: Mark, words: str) -> None:
        """Another state of the slot."""
        self.setAccessibleName(words)
        self.setToolTip(words)
        self._mark = mark
        self.update()

    # Qt's own

    def sizeHint(self) -> QSize:
        """As wide as high."""
        return QSize(self._theme.px(SIZE), self._theme.px(SIZE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark."""
        painter = QPainter(self)
        paint_mark(painter, self._theme, self._mark, QRectF(self.rect()))
        painter.end()


def paint_mark(painter: QPainter, theme: Theme, mark: Mark, box: QRectF) -> None:
    """The mark in a square box; nothing where no session is needed."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / SIZE, box.height() / SIZE)
    if mark in _SHAPES:
        _SHAPES[mark](painter, theme)
    painter.restore()


def _full(painter: QPainter, theme: Theme) -> None:
    _disc(painter, theme.colour("primary"), None)
    _tick(painter, theme.colour("on_primary"))


def _short(painter: QPainter, theme: Theme) -> None:
    _hatched(painter, theme.colour("primary"), theme.colour("surface"), pitch=5, width=2.2)
    _ring(painter, theme.colour("primary"), 1.5)


def _easy(painter: QPainter, theme: Theme) -> None:
    _ring(painter, theme.colour("primary"), 1.5)
    _tick(painter, theme.colour("primary"))


def _missed(painter: QPainter, theme: Theme) -> None:
    pen = QPen(theme.colour("line_strong"), 2.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(8.25, 12), QPointF(15.75, 12))


def _flare(painter: QPainter, theme: Theme) -> None:
    _hatched(painter, theme.colour("amber_line"), theme.colour("amber_soft"), pitch=7, width=1.5)


def _away(painter: QPainter, theme: Theme) -> None:
    _ring(painter, theme.colour("line_strong"), 1.75, dotted=True)


def _next(painter: QPainter, theme: Theme) -> None:
    _ring(painter, theme.colour("primary"), 2.5)
    _disc(painter, theme.colour("primary"), 4)


def _planned(painter: QPainter, theme: Theme) -> None:
    _ring(painter, theme.colour("line_strong"), 1.5)


_SHAPES: dict[Mark, Callable[[QPainter, Theme], None]] = {
    Mark.FULL: _full,
    Mark.SHORT: _short,
    Mark.EASY: _easy,
    Mark.MISSED: _missed,
    Mark.FLARE: _flare,
    Mark.AWAY: _away,
    Mark.NEXT: _next,
    Mark.PLANNED: _planned,
}


def _whole(inset: float = 0) -> QRectF:
    return QRectF(inset, inset, SIZE - 2 * inset, SIZE - 2 * inset)


def _disc(painter: QPainter, colour: QColor, radius: float | None) -> None:
    """A disc in the middle, by default as large as the mark."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(_whole(0 if radius is None else SIZE / 2 - radius))


def _ring(painter: QPainter, colour: QColor, width: float, *, dotted: bool = False) -> None:
    pen = QPen(colour, width)
    if dotted:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.75])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(_whole(width / 2))


def _tick(painter: QPainter, colour: QColor) -> None:
    pen = QPen(colour, 2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline([QPointF(7.4, 12.4), QPointF(10.4, 15.3), QPointF(16.6, 9)])


def _hatched(
    painter: QPainter, line: QColor, ground: QColor, *, pitch: float, width: float
) -> None:
    """A disc of lines that rise to the right, `pitch` apart across."""
    _disc(painter, ground, None)
    painter.save()
    disc = QPainterPath()
    disc.addEllipse(_whole())
    painter.setClipPath(disc)
    hatch(painter, _whole(), line, pitch, width)
    painter.restore()


def hatch(painter: QPainter, box: QRectF, line: QColor, pitch: float, width: float) -> None:
    """Lines that rise to the right across a box, `pitch` apart measured across them."""
    step = pitch * 1.4142
    painter.setPen(QPen(line, width))
    count = int((box.width() + box.height()) / step) + 1
    lefts = (box.left() - box.height() + step * (n + 0.5) for n in range(count + 1))
    painter.drawLines(
        [QLineF(left, box.bottom(), left + box.height(), box.top()) for left in lefts]
    )
