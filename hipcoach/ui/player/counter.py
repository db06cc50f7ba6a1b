"""The counter: repetitions done, of how many, and which set."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.core.player_view import PlayerView
from hipcoach.ui.player.fitting import REPS, SET, display_font
from hipcoach.ui.player.words import of_reps, set_of
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

GAP, DOT, DOT_GAP, MOST_DOTS = 16.0, 14.0, 8.0, 5
"""Pixels in the design; with more sets than dots the words stand alone."""


class Counter(QWidget):
    """The number large, "of 12-15 reps" and "Set 1 of 2" beside it, in one line that shrinks."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._factor = theme, 1.0
        self._count, self._of, self._set = "", "", ""
        self._sets = (0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_view(self, view: PlayerView) -> None:
        """Draw this moment's count."""
        self._count, self._of, self._set = str(view.count), of_reps(view), set_of(view)
        self._sets = (view.set, view.sets if view.sets <= MOST_DOTS else 0)
        self.setAccessibleName(f"{self._count} {self._of}, {self._set}")
        self.update()

    def set_factor(self, factor: float) -> None:
        """Enlarge with the window."""
        self._factor = factor
        self.updateGeometry()
        self.update()

    def _draw_beside(self, painter: QPainter, left: float, factor: float) -> None:
        """Both lines beside the number."""
        middle = self.height() / 2
        painter.setFont(_font(self._theme, REPS, factor))
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(QPointF(left, middle - 6 * factor), self._of)
        below = middle + 32 * factor
        here, sets = self._sets
        colour = self._theme.colour("ink2")
        for number in range(1, sets + 1):
            painter.setPen(QPen(colour, 2.5 * factor))
            painter.setBrush(colour if number <= here else Qt.BrushStyle.NoBrush)
            radius = (DOT / 2 - 1.25) * factor
            centre = QPointF(left + DOT / 2 * factor, below - 8.5 * factor)
            painter.drawEllipse(centre, radius, radius)
            left += (DOT + DOT_GAP) * factor
        painter.setPen(colour)
        painter.setFont(_font(self._theme, SET, factor))
        painter.drawText(QPointF(left, below), self._set)

    def _widths(self, factor: float) -> tuple[float, float]:
        """The widths of the number and of what stands beside it."""
        number = QFontMetricsF(_font(self._theme, "player_rep", factor))
        reps = QFontMetricsF(_font(self._theme, REPS, factor)).horizontalAdvance(self._of)
        sets = QFontMetricsF(_font(self._theme, SET, factor)).horizontalAdvance(self._set)
        dots = self._sets[1] * (DOT + DOT_GAP) * factor
        return number.horizontalAdvance(self._count), max(reps, dots + sets)

    # Qt's own

    def sizeHint(self) -> QSize:
        """The height of the number."""
        return QSize(round(280 * self._factor), round(92 * self._factor))

    def minimumSizeHint(self) -> QSize:
        """Its height; it shrinks sideways."""
        return QSize(1, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the number and what it is of, centred together."""
        factor = self._factor
        needed = sum(self._widths(factor)) + GAP * factor
        factor *= min(1.0, self.width() / needed)
        number, beside = self._widths(factor)
        left = (self.width() - number - GAP * factor - beside) / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = _font(self._theme, "player_rep", factor)
        painter.setFont(font)
        painter.setPen(self._theme.colour("ink"))
        base = self.height() / 2 + QFontMetricsF(font).capHeight() / 2
        painter.drawText(QPointF(left, base), self._count)
        self._draw_beside(painter, left + number + GAP * factor, factor)
        painter.end()


def _font(theme: Theme, style: str | TextStyle, factor: float) -> QFont:
    return display_font(theme, style, factor, "", 0)
