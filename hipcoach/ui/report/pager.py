"""Which page is shown, and the arrows to the others."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from hipcoach.core.text import tr
from hipcoach.ui.box import Box
from hipcoach.ui.buttons import Button
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

WORDS, HEIGHT = TextStyle(size=14, line=20, weight=600), 36


class Pager(Box):
    """`turned` tells -1 or 1. Where there is one page only, there are no arrows."""

    turned = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, across=True, spacing=10)
        self._back = Button(theme, icon="chevron-left", name=tr("Page before"), size="small")
        self._on = Button(theme, icon="chevron-right", name=tr("Next page"), size="small")
        self._words = Label(theme, "", WORDS)
        self.add(self._back, self._words, self._on)
        for button, key, by in ((self._back, "Ctrl+PgUp", -1), (self._on, "Ctrl+PgDown", 1)):
            name = button.accessibleName()
            button.setToolTip(tr("{name} ({key})", name=name, key=key))
            button.repeats = True
            button.clicked.connect(lambda _on, by=by: self.turned.emit(by))
        self.show_page(1, 1)
        self._fit()
        theme.changed.connect(self._fit)

    def show_page(self, number: int, pages: int) -> None:
        """The page that is shown; the focus stays on an arrow that can be pressed."""
        self._words.setText(page_words(number, pages))
        can = {self._back: number > 1, self._on: number < pages}
        for button, other in ((self._back, self._on), (self._on, self._back)):
            if button.hasFocus() and not can[button] and can[other]:
                other.setEnabled(True)
                other.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setEnabled(can[button])
            button.setVisible(pages > 1)

    def _fit(self) -> None:
        """As high with arrows as without, so that the page does not move."""
        self.setMinimumHeight(self.theme.px(HEIGHT))


def page_words(number: int, pages: int) -> str:
    """Which page of how many."""
    return tr("Page {n} of {of}", n=number, of=pages)
