"""The bar above these steps: whose they are, and that the answers stay here."""

from __future__ import annotations

from hipcoach.core.text import tr
from hipcoach.ui.first_run.box import Box
from hipcoach.ui.icon_view import IconView
from hipcoach.ui.labels import Label
from hipcoach.ui.mark import MarkView
from hipcoach.ui.theme import Theme

SIDES = 32


class TopBar(Box):
    """Mark and title on the left; a lock and its sentence on the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, across=True, spacing=12, edges=(SIDES, 0, SIDES, 0))
        self._lock = IconView(theme, "lock", 18, "ink2")
        self._promise = Label(theme, tr("Your answers stay on this computer"), "small", "ink2")
        self.add(MarkView(theme, 36), Label(theme, tr("Before you start"), "section"))
        self.box.addStretch(1)
        self.add(self._lock, self._promise)

    def show_compact(self, *, compact: bool) -> None:
        """Leave the promise's words out where there is no room for them."""
        self._promise.setVisible(not compact)
        self._lock.setVisible(not compact)
