"""Check first: a tick that a professional was asked, and only then the way on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from hipcoach.core.text import tr
from hipcoach.ui.box import Box
from hipcoach.ui.buttons import Button
from hipcoach.ui.controls.choice_tile import CheckTile
from hipcoach.ui.theme import Theme


class Asked(Box):
    """`text` is what is ticked; `confirmed` tells that the way on was pressed after it."""

    confirmed = Signal()

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, spacing=16)
        tick = CheckTile(theme, text, size="list")
        way_on = Button(theme, tr("Continue"), "primary", size="large")
        way_on.setEnabled(False)
        tick.toggled.connect(way_on.setEnabled)
        way_on.clicked.connect(self.confirmed)
        self.add(tick)
        self.box.addWidget(way_on, 0, Qt.AlignmentFlag.AlignLeft)
