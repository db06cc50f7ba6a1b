"""The bar above these steps: whose they are, and that the answers stay here."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from hipcoach.core.text import tr
from hipcoach.ui.first_run.box import Box
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme

SIDES = 32


class TopBar(Box):
    """Mark and title on the left; a lock and its sentence on the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, across=True, spacing=12, edges=(SIDES, 0, SIDES, 0))
        self._mark, self._lock = QLabel(), QLabel()
        self._promise = Label(theme, tr("Your answers stay on this computer"), "small", "ink2")
        self.add(self._mark, Label(theme, tr("Before you start"), "section"))
        self.box.addStretch(1)
        self.add(self._lock, self._promise)
        self._draw()
        theme.changed.connect(self._draw)

    def show_compact(self, *, compact: bool) -> None:
        """Leave the promise's words out where there is no room for them."""
        self._promise.setVisible(not compact)
        self._lock.setVisible(not compact)

    def _draw(self) -> None:
        self._mark.setPixmap(self.theme.icon("hipcoach", 36))
        self._lock.setPixmap(self.theme.icon("lock", 18, "ink2"))
