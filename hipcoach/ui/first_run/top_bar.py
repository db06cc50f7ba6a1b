"""The bar above these steps: whose they are, and that the answers stay here."""

from __future__ import annotations

from hipcoach.core.text import tr
from hipcoach.ui.box import Box
from hipcoach.ui.icon_view import IconView
from hipcoach.ui.labels import Label
from hipcoach.ui.mark import MarkView
from hipcoach.ui.theme import Theme

SIDES, GAP = 32, 12


class TopBar(Box):
    """Mark and title on the left; a lock and its sentence on the right.

    A `title` of its own says that something else than the first start is going on: no promise.
    """

    def __init__(self, theme: Theme, title: str = "") -> None:
        super().__init__(theme, across=True, spacing=GAP, edges=(SIDES, 0, SIDES, 0))
        self._lock = IconView(theme, "lock", 18, "ink2")
        self._promise = Label(theme, tr("Your answers stay on this computer"), "small", "ink2")
        self._promised = not title
        title = title or tr("Before you start")
        self._whose = (MarkView(theme, 36), Label(theme, title, "section"))
        self.add(*self._whose)
        self.box.addStretch(1)
        self.add(self._lock, self._promise)

    def fit(self, width: int) -> None:
        """Leave the promise out where `width` pixels have no room for it."""
        widths = [part.sizeHint().width() for part in (*self._whose, self._lock, self._promise)]
        room = width - 2 * self.theme.px(SIDES) - len(widths) * self.theme.px(GAP)
        for part in (self._lock, self._promise):
            part.setVisible(self._promised and sum(widths) <= room)
