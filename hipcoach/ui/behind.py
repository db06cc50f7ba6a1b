"""A page behind another one: Esc leads back, and it is laid out for the width it has."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from hipcoach.ui.scroll import Scroll
from hipcoach.ui.theme import Theme


class Behind(Scroll):
    """`left`: back, by the page's own button or Esc."""

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        theme.changed.connect(self._fit)

    def _fit(self) -> None:
        """Lay the page out for its width and the size of the text."""

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to its new width."""
        super().resizeEvent(event)
        self._fit()
