"""The field that searches the settings."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from hipcoach.core.text import tr
from hipcoach.ui.controls.undo_keys import asks_for_undo
from hipcoach.ui.labels import Label
from hipcoach.ui.spread import Spread
from hipcoach.ui.theme import Theme

WIDTH, NARROWEST, HEIGHT, RADIUS = 240, 120, 44, 10
ICON, EDGE, GAP = 18, 12, 8
"""Pixels at 100 % text: the magnifying glass, and the room before and after it."""


class SearchField(QWidget):
    """A name and a field beside it, or below where there is no room; the field is `field`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        name = tr("Search settings")
        self.field = _Field(theme)
        self.field.setAccessibleName(name)
        self._row = Spread()
        self._row.addWidget(Label(theme, name, "small", "ink2"))
        self._row.addWidget(self.field)
        self.setLayout(self._row)
        self.setFocusProxy(self.field)
        self._restyle()
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self._row.set_measures(self._theme.px(12))


class _Field(QLineEdit):
    """Takes back what was typed into it; where nothing was, Ctrl+Z is the window's."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setMaxLength(100)
        self.setProperty("ringRadius", RADIUS)
        self._restyle()
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setFont(self._theme.font("body"))
        self.setFixedHeight(self._theme.px(HEIGHT))
        self.setTextMargins(self._theme.px(ICON + GAP), 0, 0, 0)
        self.updateGeometry()

    # Qt's own

    def sizeHint(self) -> QSize:
        """Room for two words."""
        return QSize(self._theme.px(WIDTH), self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Room for one."""
        return QSize(self._theme.px(NARROWEST), self._theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, and the magnifying glass in it."""
        super().paintEvent(event)
        painter, px = QPainter(self), self._theme.px
        top = (self.height() - px(ICON)) // 2
        painter.drawPixmap(px(EDGE), top, self._theme.icon("search", ICON, "ink2"))
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window where there is nothing typed to take back."""
        theirs = asks_for_undo(event) and not self.isUndoAvailable()
        return False if theirs else super().event(event)
