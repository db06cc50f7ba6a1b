"""HipCoach's mark, in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.ui.theme import Theme

ROUND = 11 / 40
"""The radius of its corners, of its width."""


class MarkView(QWidget):
    """The letter on its ground, `size` pixels wide and high at 100 % text."""

    def __init__(self, theme: Theme, size: float) -> None:
        super().__init__()
        self._theme, self._size = theme, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_size(self, size: float) -> None:
        """Another size."""
        if size != self._size:
            self._size = size
            self.updateGeometry()
            self.update()

    # Qt's own

    def sizeHint(self) -> QSize:
        """As wide as high."""
        return QSize(self._theme.px(self._size), self._theme.px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and letter."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("primary"))
        radius = ROUND * self.width()
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        painter.drawPixmap(0, 0, self._theme.icon("hipcoach-letter", self._size, "on_primary"))
        painter.end()
