"""What the gold on the figure means."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from hipcoach.core.text import tr
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme

DOT = 12


class MuscleKey(QWidget):
    """A gold dot and its words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(_Dot(theme))
        row.addWidget(Label(theme, tr("working muscle"), "small", "ink2"))


class _Dot(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    # Qt's own

    def sizeHint(self) -> QSize:
        """As wide as high."""
        return QSize(self._theme.px(DOT), self._theme.px(DOT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("muscle"))
        painter.drawEllipse(QRectF(self.rect()))
        painter.end()
