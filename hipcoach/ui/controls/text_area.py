"""Plain text over several lines, as the fields for notes and questions have it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit

from hipcoach.ui.controls.undo_keys import asks_for_undo

RADIUS = 10
"""Pixels at 100 % text of its corners."""


class TextArea(QPlainTextEdit):
    """Takes no paste of more than `limit` characters, which can never fit; `left` is its end.

    `refused`: that just happened. Ctrl+Z is the window's where nothing was typed.
    """

    left = Signal()

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit, self.refused = limit, False
        self.setTabChangesFocus(True)
        self.setProperty("ringRadius", RADIUS)
        self.document().setDocumentMargin(0)
        self.document().clearUndoRedoStacks()  # the margin is nothing that was typed

    def show_wrong(self, wrong: bool) -> bool:
        """Put the clay edge on or take it off; whether it changed."""
        if bool(self.property("wrong")) == wrong:
            return False
        self.setProperty("wrong", wrong)
        self.style().unpolish(self)
        self.style().polish(self)
        return True

    # Qt's own

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window where nothing was typed."""
        theirs = asks_for_undo(event) and not self.document().isUndoAvailable()
        return False if theirs else super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """It is written."""
        super().focusOutEvent(event)
        self.left.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as plain text; what is longer than all the room is refused and said."""
        self.refused = len(source.text()) > self._limit
        if self.refused:
            self.textChanged.emit()
            self.refused = False
        else:
            self.insertPlainText(source.text())
