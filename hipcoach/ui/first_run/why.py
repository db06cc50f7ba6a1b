"""Why a question is asked: a line that opens the reason below it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from hipcoach.core.text import tr
from hipcoach.ui.box import Box
from hipcoach.ui.buttons import Button
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme


class Why(Box):
    """`reason` is shown on a press, and hidden on the next."""

    opened = Signal()

    def __init__(self, theme: Theme, reason: str) -> None:
        super().__init__(theme, spacing=8)
        self._button = Button(theme, tr("Why do we ask this?"), "quiet", icon="circle-help")
        self._reason = Label(theme, reason, colour="ink2", wrap=True)
        self._reason.hide()
        self._button.clicked.connect(self._on_pressed)
        self.box.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self._reason)

    def _on_pressed(self) -> None:
        shown = self._reason.isHidden()
        self._reason.setVisible(shown)
        self._button.setAccessibleDescription(self._reason.text() if shown else "")
        if shown:
            self.opened.emit()
