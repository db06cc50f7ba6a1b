"""F1: the keys of the page that is shown, over it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hipcoach.ui.theme import Theme
from hipcoach.ui.window import Window

if TYPE_CHECKING:
    from hipcoach.ui.keys.overlay import KeysOverlay


class KeysFlow(QObject):
    """Opens and closes the card. `opened` comes before it is shown: a session pauses."""

    opened = Signal()

    def __init__(self, window: Window, theme: Theme) -> None:
        super().__init__()
        self._window, self._theme = window, theme

    @cached_property
    def overlay(self) -> KeysOverlay:
        """The card; made when it is first asked for."""
        from hipcoach.ui.keys.overlay import KeysOverlay

        overlay = KeysOverlay(self._theme, self._window)
        for elsewhere in (self._window.page_shown, self._window.close_asked):
            elsewhere.connect(overlay.close_keys)
        return overlay

    def toggle(self) -> None:
        """Show the keys of the page that is shown, or hide them."""
        from hipcoach.ui.keys.table import groups

        if self.overlay.isVisible():
            self.overlay.close_keys()
            return
        self.opened.emit()
        window = self._window
        keys = groups(window.shown, beside_rail=window.beside_rail)
        self.overlay.show_keys(keys, hurts=window.shown == "player")
