"""An icon on a small tile, beside words that say the same."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.ui.theme import Theme

TILE, RADIUS, ICON = 32, 10, 20
"""Pixels at 100 % text."""


class IconTile(QWidget):
    """An icon of the set; `soft` is the ground of what is chosen or new."""

    def __init__(self, theme: Theme, icon: str, *, soft: bool = False) -> None:
        super().__init__()
        self._theme, self._icon, self._soft = theme, icon, soft
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_icon(self, icon: str, *, soft: bool) -> None:
        """Another icon, on the soft ground or not."""
        self._icon, self._soft = icon, soft
        self.update()

    # Qt's own

    def sizeHint(self) -> QSize:
        """As wide as high."""
        return QSize(self._theme.px(TILE), self._theme.px(TILE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Tile and icon."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("primary_soft" if self._soft else "inset"))
        radius = theme.px(RADIUS)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        ink = "on_primary_soft" if self._soft else "ink"
        free = (self.width() - theme.px(ICON)) // 2
        painter.drawPixmap(free, free, theme.icon(self._icon, ICON, ink, heavy=True))
        painter.end()
