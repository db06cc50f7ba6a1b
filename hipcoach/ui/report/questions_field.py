"""The questions that the user takes to the appointment: one a line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit

from hipcoach.core.format import grouped
from hipcoach.core.report_wishes import QUESTIONS_LIMIT
from hipcoach.core.text import ntr, tr
from hipcoach.ui.box import Box
from hipcoach.ui.controls.undo_keys import asks_for_undo
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

TEXT = TextStyle(size=15, line=20, weight=400)
NEAR, HEIGHT, RADIUS = 100, 60, 10
"""How many characters before the limit the rest is counted; pixels at 100 % text."""


class QuestionsField(Box):
    """It takes the height that there is. `typed` tells of every change by the user, `left` its end.

    Nothing is cut: what is too long is said to be.
    """

    typed = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, spacing=4)
        self.field = _Field(theme)
        self.field.setAccessibleName(tr("My questions, one a line"))
        self.field.setPlaceholderText(tr("One question a line"))
        self._rest = Label(theme, "", "caption", "ink2", wrap=True)
        self._rest.hide()
        self._is_shown = False
        self.box.addWidget(self.field, 1)
        self.add(self._rest)
        self.field.textChanged.connect(self._on_changed)
        self.field.left.connect(self.left)

    @property
    def text(self) -> str:
        """The text as it was written."""
        return self.field.toPlainText()

    def show_text(self, text: str) -> None:
        """Another text; nothing to take back."""
        self._is_shown = True
        self.field.setPlainText(text)
        self._is_shown = False

    def _on_changed(self) -> None:
        rest = QUESTIONS_LIMIT - len(self.text)
        self._rest.setText(_told(rest, refused=self.field.refused))
        self._rest.setVisible(rest <= NEAR or self.field.refused)
        self._show_wrong(rest < 0)
        if not self._is_shown:
            self.typed.emit()

    def _show_wrong(self, wrong: bool) -> None:
        if bool(self.field.property("wrong")) != wrong:
            self._rest.set_style("caption", "clay" if wrong else "ink2")
            self.field.setProperty("wrong", wrong)
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)


def _told(rest: int, *, refused: bool) -> str:
    limit = grouped(QUESTIONS_LIMIT)
    if refused:
        told = "That was not pasted: there is room for {limit} characters."
        return tr(told, limit=limit)
    if rest >= 0:
        return ntr("{n} character left", "{n} characters left", rest)
    return ntr(
        "{n} character too many for the report, which has room for {limit}.",
        "{n} characters too many for the report, which has room for {limit}.",
        -rest,
        limit=limit,
    )


class _Field(QPlainTextEdit):
    """Plain text; takes no paste that can never fit."""

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self.refused = theme, False
        self.setTabChangesFocus(True)
        self.setProperty("ringRadius", RADIUS)
        self.document().setDocumentMargin(0)
        self.document().clearUndoRedoStacks()  # the margin is nothing that was typed
        self._restyle()
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setFont(self._theme.font(TEXT))
        self.setMinimumHeight(self._theme.px(HEIGHT))
        self.updateGeometry()

    # Qt's own

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(self._theme.px(2 * HEIGHT), self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window where nothing was typed."""
        theirs = asks_for_undo(event) and not self.document().isUndoAvailable()
        return False if theirs else super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """It is written."""
        super().focusOutEvent(event)
        self.left.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Paste as plain text; what is longer than all the room is refused and said."""
        self.refused = len(source.text()) > QUESTIONS_LIMIT
        if self.refused:
            self.textChanged.emit()
            self.refused = False
        else:
            self.insertPlainText(source.text())
