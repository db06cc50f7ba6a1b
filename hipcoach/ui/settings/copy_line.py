"""One line of text to select and copy: a path, a number of an article."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from hipcoach.ui.theme import Theme

NARROWEST = 120
"""Pixels at 100 % text."""

BESIDE = (-2, 0, -2, 0)
"""What takes back the room that Qt leaves at the left and right of every such line."""


class CopyLine(QLineEdit):
    """Without the focus its middle is left out where there is no room; with it, it is all there.

    `name` says what it is.
    """

    def __init__(self, theme: Theme, name: str, text: str = "") -> None:
        super().__init__()
        self._theme, self._whole = theme, ""
        self.setReadOnly(True)
        self.setFrame(False)
        self.setTextMargins(*BESIDE)
        self.setProperty("kind", "copy")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_text(text)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_text(self, text: str) -> None:
        """Another text, told whole to screen readers."""
        self._whole = text
        self.setAccessibleDescription(text)
        self.setToolTip(text)
        self._fit()

    def _restyle(self) -> None:
        self.setFont(self._theme.font("small"))
        self._fit()
        self.updateGeometry()

    def _fit(self) -> None:
        """Show as much as there is room for."""
        if self.hasFocus():
            shown = self._whole
        else:
            room, middle = self.width() - self._theme.px(4), Qt.TextElideMode.ElideMiddle
            shown = QFontMetricsF(self.font()).elidedText(self._whole, middle, room)
        if shown != self.text():
            self.setText(shown)
            self.setCursorPosition(0)

    # Qt's own

    def sizeHint(self) -> QSize:
        """The whole text, at the least some of it."""
        wide = QFontMetricsF(self.font()).horizontalAdvance(self._whole)
        least = self.minimumSizeHint()
        return QSize(max(round(wide) + self._theme.px(8), least.width()), least.height())

    def minimumSizeHint(self) -> QSize:
        """Some letters of one line."""
        high = self._theme.text_style("small").line
        return QSize(self._theme.px(NARROWEST), self._theme.px(high + 4))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show it whole and selected, ready to be copied."""
        super().focusInEvent(event)
        self._fit()
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave out the middle again."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.deselect()
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for now."""
        super().resizeEvent(event)
        self._fit()
