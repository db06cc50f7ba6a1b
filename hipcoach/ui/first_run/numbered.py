"""A numbered step: a ring with its number, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from hipcoach.ui.box import Box
from hipcoach.ui.first_run.styles import STRONG_SIGN
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

DIGIT = TextStyle(size=16, line=20, weight=700)
RING = 32


class Numbered(Box):
    """`number` in a ring of the colour `role`, `text` beside it."""

    def __init__(self, theme: Theme, number: int, text: str, role: str) -> None:
        super().__init__(theme, across=True, spacing=16)
        self.box.addWidget(_Ring(theme, number, role), 0, Qt.AlignmentFlag.AlignTop)
        self.box.addWidget(Label(theme, text, STRONG_SIGN, wrap=True), 1)


class _Ring(QWidget):
    def __init__(self, theme: Theme, number: int, role: str) -> None:
        super().__init__()
        self._theme, self._number, self._role = theme, number, role
        theme.changed.connect(self.updateGeometry)

    # Qt's own

    def sizeHint(self) -> QSize:
        """As high as wide."""
        return QSize(self._theme.px(RING), self._theme.px(RING))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ring and number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour(self._role), 2))
        side = self._theme.px(RING)
        ring = QRectF(1, 1, side - 2, side - 2)
        painter.drawEllipse(ring)
        painter.setFont(self._theme.font(DIGIT))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()
