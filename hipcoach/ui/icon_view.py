"""An icon in a layout."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.ui.theme import Theme


class IconView(QWidget):
    """An icon of the set in a colour role; only the text beside it says anything."""

    def __init__(self, theme: Theme, icon: str, size: float = 20, role: str = "ink") -> None:
        super().__init__()
        self._theme, self._icon, self._size, self._role = theme, icon, size, role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_icon(self, icon: str, role: str, size: float | None = None) -> None:
        """Another icon, colour or size."""
        size = size or self._size
        if (icon, role, size) != (self._icon, self._role, self._size):
            self._icon, self._role, self._size = icon, role, size
            self.updateGeometry()
            self.update()

    # Qt's own

    def sizeHint(self) -> QSize:
        """As wide as high."""
        return QSize(self._theme.px(self._size), self._theme.px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._theme.icon(self._icon, self._size, self._role))
        painter.end()
