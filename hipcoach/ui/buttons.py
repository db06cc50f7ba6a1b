"""Buttons: one filled one a screen, all others outlined, soft or plain text."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton

from hipcoach.ui.theme import Theme

Kind = Literal[
    "primary",
    "secondary",
    "quiet",
    "quiet-careful",
    "quiet-stop",
    "soft",
    "careful",
    "stop",
    "bar",
]
Size = Literal["small", "normal", "large", "player", "player-main"]

GAP = 5
"""Pixels between icon and text beyond those of the style."""

_HEIGHTS: dict[Size, float] = {
    "small": 36,
    "normal": 44,
    "large": 56,
    "player": 64,
    "player-main": 72,
}
_RADII: dict[Size, float] = {
    "small": 10,
    "normal": 12,
    "large": 14,
    "player": 16,
    "player-main": 18,
}
_TEXTS: dict[Size, float] = {
    "small": 14,
    "normal": 16,
    "large": 18,
    "player": 18,
    "player-main": 22,
}
_ICONS: dict[Size, float] = {
    "small": 18,
    "normal": 20,
    "large": 22,
    "player": 26,
    "player-main": 26,
}
_INKS: dict[Kind, str] = {
    "primary": "on_primary",
    "secondary": "ink",
    "quiet": "primary",
    "quiet-careful": "amber_ink",
    "quiet-stop": "clay",
    "soft": "on_primary_soft",
    "careful": "amber_ink",
    "stop": "surface",
    "bar": "surface",
}


class Button(QPushButton):
    """A button of a kind and size; Enter presses it as Space does.

    Without a `text` it needs `name`, which is told to screen readers and as a tooltip. A double
    click presses it once, but for one that `repeats`.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        kind: Kind = "secondary",
        *,
        icon: str = "",
        size: Size = "normal",
        name: str = "",
    ) -> None:
        super().__init__(text)
        self.repeats = False
        self._theme, self._kind, self._icon, self._size = theme, kind, icon, size
        self.setProperty("kind", kind)
        self.setProperty("size", size)
        self.setProperty("square", not text)
        self.setProperty("ringRadius", _RADII[size])
        self.setAccessibleName(name or text)
        self.setToolTip("" if text else name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoDefault(False)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_text(self, text: str) -> None:
        """Another text, which is its name too."""
        self.setText(text)
        self.setAccessibleName(text)

    def show_icon(self, icon: str) -> None:
        """Another icon."""
        self._icon = icon
        self._draw_icon()

    def _restyle(self) -> None:
        self._show_font()
        height = self._theme.px(_HEIGHTS[self._size])
        self.setMinimumSize(height, height)
        self._draw_icon()

    def _show_font(self) -> None:
        style = replace(self._theme.text_style("body_strong"), size=_TEXTS[self._size])
        self.setFont(self._theme.font(style))

    def _draw_icon(self) -> None:
        """The icon in the colour of the present state."""
        if self._icon:
            role = _INKS[self._kind] if self.isEnabled() else "disabled_ink"
            gap = GAP if self.text() else 0
            icon, size = self._theme.button_icon(self._icon, _ICONS[self._size], role, gap)
            self.setIcon(icon)
            self.setIconSize(size)

    # Qt's own

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon in the colour of the present state; keep the font under a new parent."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange:
            self._draw_icon()
        elif event.type() is QEvent.Type.StyleChange:
            self._show_font()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Nothing: the second press was meant for what stood here before the first."""
        if self.repeats:
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter too."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)
