"""What one of a pair is, in a word behind a mark: told by the outline too, not only by colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from hipcoach.core.demonstration import Showing
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

WORD = TextStyle(size=17, line=22, weight=700)
EDGE = 2
"""Pixels in the design that the outline is wide."""


class Chip(QWidget):
    """Outlined: "Do this" solid, "Common mistake" dashed; half circles at both ends."""

    def __init__(self, theme: Theme, kind: Showing, word: str) -> None:
        super().__init__()
        self._theme, self._factor = theme, 1.0
        self._is_mistake = kind is Showing.MISTAKE
        self._mark, self._word = QLabel(), Label(theme, word, WORD, self._ink)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._mark)
        self._row.addWidget(self._word)
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_factor(self, factor: float) -> None:
        """Enlarge with the window, as the words below the pair."""
        self._factor = factor
        self._restyle()

    @property
    def _ink(self) -> str:
        return "amber_ink" if self._is_mistake else "primary"

    def _restyle(self) -> None:
        theme, factor = self._theme, self._factor
        own = factor / theme.scale
        icon = "x" if self._is_mistake else "check"
        self._mark.setPixmap(theme.icon(icon, 20 * own, self._ink, heavy=True))
        self._word.set_factor(own)
        beside, above = round(10 * factor), round(5 * factor)
        self._row.setContentsMargins(beside, above, round(16 * factor), above)
        self._row.setSpacing(round(8 * factor))
        self.update()

    # Qt's own

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Its ground and outline."""
        wide = EDGE * max(self._factor, 1.0)
        shape = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        line = "amber_line" if self._is_mistake else "primary"
        dashed = Qt.PenStyle.DashLine if self._is_mistake else Qt.PenStyle.SolidLine
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour(line), wide, dashed, Qt.PenCapStyle.FlatCap))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
        painter.end()
