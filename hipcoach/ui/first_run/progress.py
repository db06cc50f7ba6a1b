"""How far the screening is: a piece a topic, done, under way or to come."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.core.text import ntr, tr
from hipcoach.ui.box import Box
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme

HEIGHT, GAP = 10, 6


class Progress(Box):
    """Topic `place` (from 0) of `count`; `minutes` for all of them."""

    def __init__(self, theme: Theme, place: int, count: int, minutes: int) -> None:
        super().__init__(theme, across=True, spacing=16)
        where = tr("Topic {n} of {count}", n=place + 1, count=count)
        took = ntr("about {n} minute", "about {n} minutes", minutes)
        self.add(Label(theme, where, "small_strong"))
        self.box.addWidget(_Pieces(theme, place, count), 1)
        self.add(Label(theme, took, "small", "ink2"))


class _Pieces(QWidget):
    def __init__(self, theme: Theme, place: int, count: int) -> None:
        super().__init__()
        self._theme, self._place, self._count = theme, place, count
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    # Qt's own

    def sizeHint(self) -> QSize:
        """A strip."""
        return QSize(self._theme.px(120), self._theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The pieces."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap, height = self._theme.px(GAP), self.height()
        width = (self.width() - gap * (self._count - 1)) / self._count
        for n in range(self._count):
            fill, edge, pen = self._look(n)
            painter.setBrush(self._theme.colour(fill))
            painter.setPen(QPen(self._theme.colour(edge), pen))
            piece = QRectF(n * (width + gap), 0, width, height)
            inside = piece.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
            painter.drawRoundedRect(inside, inside.height() / 2, inside.height() / 2)
        painter.end()

    def _look(self, n: int) -> tuple[str, str, float]:
        """Fill, edge, and the edge's width."""
        if n < self._place:
            return "primary", "primary", 1
        return (
            ("primary_soft", "primary", 2) if n == self._place else ("surface", "line_strong", 1.5)
        )
