"""The bar below these steps: back, leave out, go on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy

from hipcoach.core.format import NO_BREAK
from hipcoach.core.text import tr
from hipcoach.ui.box import Box
from hipcoach.ui.buttons import Button
from hipcoach.ui.theme import Theme

SIDES = 32
WIDEST_WAY_ON = 176


class Foot(Box):
    """Back on the left; on the right what leaves the question out, and the way on."""

    backed = Signal()
    skipped = Signal()
    continued = Signal()

    def __init__(self, theme: Theme) -> None:
        edges = (SIDES, 0, SIDES, 0)
        super().__init__(theme, across=True, spacing=16, edges=edges, kind="foot")
        self._back = Button(theme, tr("Back"), icon="chevron-left", size="large")
        self._skip = Button(theme, tr("Skip"), size="large")
        self.way_on = Button(theme, tr("Continue"), "primary", icon="arrow-right", size="large")
        self.way_on.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow after the text
        self.add(self._back)
        self.box.addStretch(1)
        self.add(self._skip, self.way_on)
        self._back.clicked.connect(self.backed)
        self._skip.clicked.connect(self.skipped)
        self.way_on.clicked.connect(self.continued)
        self._widen()
        theme.changed.connect(self._widen)

    def show_ways(self, *, back: str, skip: str, way_on: str) -> None:
        """The texts of the buttons; "" leaves a button out, and all three the whole bar."""
        ways = ((self._back, back), (self._skip, skip), (self.way_on, way_on))
        for button, text in ways:
            button.show_text(text)
            button.setVisible(bool(text))
        self.way_on.setText(f"{way_on}{NO_BREAK}")  # room before the arrow
        self.setVisible(any(text for _, text in ways))

    def _widen(self) -> None:
        self.way_on.setMinimumWidth(self.theme.px(WIDEST_WAY_ON))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
