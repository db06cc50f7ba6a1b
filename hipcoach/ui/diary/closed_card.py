"""What stands in the chart's place while it is not shown: closed, empty, or on its way."""

from __future__ import annotations

from PySide6.QtCore import Qt

from hipcoach.core.text import tr
from hipcoach.ui.box import Box
from hipcoach.ui.buttons import Button
from hipcoach.ui.diary.cell_delegate import BAR, SIDE
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme


class ClosedCard(Box):
    """A sentence; in low-focus mode with `look`, which opens the chart until the page is left."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, spacing=12, edges=(SIDE, 4, SIDE + BAR, 16))
        self._told = Label(theme, "", "body", "ink2", wrap=True)
        self.look = Button(theme, tr("Look now"), size="small")
        self.add(self._told)
        self.box.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)
        self.box.addStretch(1)

    def show_text(self, told: str, *, look: bool = False) -> None:
        """Say why there is no chart; `look`: it can be opened all the same."""
        self._told.setText(told)
        self.look.setVisible(look)
