"""What the pages behind the settings have in common: the way back, a title, a column to read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from hipcoach.core.text import tr
from hipcoach.ui.box import Box
from hipcoach.ui.buttons import Button
from hipcoach.ui.labels import Label
from hipcoach.ui.scroll import Scroll
from hipcoach.ui.theme import Theme

WIDEST, EDGE = 736, 32
"""Pixels at 100 % text: the width of the column, as on Today, and the room around it."""


class SubPage(Scroll):
    """Its children fill `body`, whose parts are `spacing` pixels apart. `left`: back, or Esc."""

    left = Signal()

    def __init__(self, theme: Theme, title: str, *, spacing: float = 12) -> None:
        super().__init__(theme)
        self.setAccessibleName(title)
        self.back = Button(theme, tr("Back to Settings"), "quiet", icon="chevron-left")
        self.body = Box(theme, spacing=spacing)
        self.column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(Label(theme, title, "page", wrap=True))
        self.column.addWidget(self.body)
        self.column.addStretch(1)
        self.back.clicked.connect(self.left)
        self._fit()
        theme.changed.connect(self._fit)

    def _fit(self) -> None:
        px = self._theme.px
        beyond = max(self.width() - 2 * px(EDGE) - px(WIDEST), 0)
        self.column.setContentsMargins(px(EDGE), px(20), px(EDGE) + beyond, px(EDGE))
        self.column.setSpacing(px(12))

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines as long as they are read well."""
        super().resizeEvent(event)
        self._fit()
