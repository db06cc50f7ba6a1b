"""Leaving a session asks first, and nothing is discarded."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from hipcoach.core.text import tr
from hipcoach.ui.buttons import Button
from hipcoach.ui.card import Card
from hipcoach.ui.labels import Label
from hipcoach.ui.scroll import Scroll
from hipcoach.ui.theme import Theme

WIDTH = 600


class LeavePage(Scroll):
    """Three ways: back, leave for now, end here. Esc leads back, L leaves, X ends."""

    back_asked = Signal()
    leave_asked = Signal()
    end_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self.back = Button(theme, tr("Back to the session"), "primary", size="large")
        self.leave = Button(theme, tr("Leave for now"), size="large")
        self.end = Button(theme, tr("End the session and keep what was done"), size="large")
        self._card = Card(theme, padding=32, spacing=12)
        self._lay_out()
        self.back.clicked.connect(self.back_asked)
        self.leave.clicked.connect(self.leave_asked)
        self.end.clicked.connect(self.end_asked)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _lay_out(self) -> None:
        theme, column = self._theme, self._card.column
        column.addWidget(Label(theme, tr("Paused. Leave the session?"), "page", wrap=True))
        kept = tr("What you did is kept, whatever you choose.")
        later = tr("A session that is left can be resumed until the end of the day.")
        column.addWidget(Label(theme, f"{kept} {later}", "body", "ink2", wrap=True))
        column.addSpacing(theme.px(12))
        for button in (self.back, self.leave, self.end):
            column.addWidget(button)
        keys = tr("Esc back, L leave, X end the session")
        column.addSpacing(theme.px(4))
        column.addWidget(Label(theme, keys, "caption", "ink3", wrap=True))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._card, 100)
        row.addStretch(1)
        self.column.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(2)

    def _restyle(self) -> None:
        self._card.setMaximumWidth(self._theme.px(WIDTH))
        edge = self._theme.px(24)
        self.column.setContentsMargins(edge, 0, edge, edge)

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter for each way."""
        ways = {
            Qt.Key.Key_Escape: self.back_asked,
            Qt.Key.Key_L: self.leave_asked,
            Qt.Key.Key_X: self.end_asked,
        }
        told = None if event.modifiers() or event.isAutoRepeat() else ways.get(_key(event))
        if told is None:
            event.ignore()
        else:
            told.emit()


def _key(event: QKeyEvent) -> Qt.Key:
    return Qt.Key(event.key())
