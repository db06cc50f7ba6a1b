"""The small place of a picture in a list."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from hipcoach.ui.mat import paint_mat
from hipcoach.ui.theme import Theme


class Picture(QFrame):
    """A calm ground with a mat, of a size in pixels at 100 % text."""

    def __init__(self, theme: Theme, width: float, height: float) -> None:
        super().__init__()
        self._theme, self._width, self._height = theme, width, height
        self.setProperty("kind", "still")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_size(self, width: float, height: float) -> None:
        """Another size."""
        if (width, height) != (self._width, self._height):
            self._width, self._height = width, height
            self.updateGeometry()

    # Qt's own

    def sizeHint(self) -> QSize:
        """Its size."""
        return QSize(self._theme.px(self._width), self._theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, and the mat on it."""
        super().paintEvent(event)
        painter = QPainter(self)
        paint_mat(painter, self._theme, QRectF(self.rect()), edge=2)
        painter.end()
