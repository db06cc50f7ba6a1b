"""The side mark: a filled triangle before LEFT, after RIGHT. The word carries it in greyscale."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.core.exercise import Side
from hipcoach.ui.player.fitting import display_font
from hipcoach.ui.player.words import side_word
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

TRIANGLE = 0.5
"""The triangle's height, as a share of the line."""


class SideMark(QWidget):
    """The side that works now, `size` pixels high in the design."""

    def __init__(self, theme: Theme, size: float = 60) -> None:
        super().__init__()
        self._theme, self._factor = theme, 1.0
        self._style = TextStyle(size=size, line=size * 1.06, weight=700, spacing=1)
        self._side = Side.BOTH
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_side(self, side: Side) -> None:
        """Another side."""
        self._side = side
        self.setAccessibleName(side_word(side))
        self.update()

    def set_factor(self, factor: float) -> None:
        """Enlarge with the window."""
        self._factor = factor
        self.updateGeometry()
        self.update()

    # Qt's own

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(round(200 * self._factor), round(self._style.line * self._factor))

    def minimumSizeHint(self) -> QSize:
        """One line, however narrow: the word shrinks."""
        return QSize(1, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw word and triangle, centred together."""
        word, side = side_word(self._side), self._side
        tall = self.height() * TRIANGLE
        wide = 0.0 if side is Side.BOTH else tall * 0.64
        gap = wide * 1.2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = display_font(self._theme, self._style, self._factor, word, self.width() - wide - gap)
        metrics = QFontMetricsF(font)
        advance = metrics.horizontalAdvance(word)
        left = (self.width() - wide - gap - advance) / 2
        middle = self.height() / 2
        painter.setFont(font)
        painter.setPen(self._theme.colour("ink"))
        start = left + (wide + gap if side is Side.LEFT else 0)
        painter.drawText(QPointF(start, middle + metrics.capHeight() / 2), word)
        if side is not Side.BOTH:
            at = left if side is Side.LEFT else left + advance + gap
            painter.setBrush(self._theme.colour("ink"))
            box = QRectF(at, middle - tall / 2, wide, tall)
            painter.drawPolygon(_triangle(box, points_left=side is Side.LEFT))
        painter.end()


def _triangle(box: QRectF, *, points_left: bool) -> QPolygonF:
    tip, back = (box.left(), box.right()) if points_left else (box.right(), box.left())
    middle = QPointF(tip, box.center().y())
    return QPolygonF([QPointF(back, box.top()), middle, QPointF(back, box.bottom())])
