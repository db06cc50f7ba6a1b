"""The note to a session: plain text of any length up to the limit."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QPlainTextEdit

from hipcoach.core.format import grouped
from hipcoach.core.pain import NOTE_LIMIT
from hipcoach.core.text import ntr, tr
from hipcoach.ui.card import Card
from hipcoach.ui.labels import Label
from hipcoach.ui.review.styles import NAME
from hipcoach.ui.theme import Theme

NEAR = 200
"""How many characters before the limit the rest is counted."""

HEIGHT = 104


class NoteCard(Card):
    """A field and, near its limit, how much is left."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self.field = _Field()
        self.field.setAccessibleName(tr("Note"))
        self.field.setTabChangesFocus(True)
        self._left = Label(theme, "", "caption", "ink2", wrap=True)
        self.column.addWidget(Label(theme, tr("Note"), NAME))
        self.column.addWidget(self.field)
        self.column.addWidget(self._left)
        self.field.textChanged.connect(self._on_changed)
        self._on_changed()
        self._fit()
        theme.changed.connect(self._fit)

    @property
    def text(self) -> str:
        """The note as it was written."""
        return self.field.toPlainText()

    @property
    def fits(self) -> bool:
        """Whether it can be kept."""
        return len(self.text) <= NOTE_LIMIT

    def _on_changed(self) -> None:
        left = NOTE_LIMIT - len(self.text)
        if self.field.refused:
            told = tr("That was not pasted: a note holds at most {limit} characters.", **_LIMIT)
        elif left < 0:
            told = ntr(
                "{n} character too many: a note holds at most {limit}.",
                "{n} characters too many: a note holds at most {limit}.",
                -left,
                **_LIMIT,
            )
        else:
            told = ntr("{n} character left", "{n} characters left", left)
        self._left.setText(told)
        self._left.setVisible(left <= NEAR or self.field.refused)
        self._show_wrong(left < 0)

    def _show_wrong(self, wrong: bool) -> None:
        if self.field.property("wrong") != wrong:
            self.field.setProperty("wrong", wrong)
            self._left.set_style("caption", "clay" if wrong else "ink2")
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)

    def _fit(self) -> None:
        self.field.setFont(self._theme.font("body"))
        self.field.setFixedHeight(self._theme.px(HEIGHT))


_LIMIT = {"limit": grouped(NOTE_LIMIT)}


class _Field(QPlainTextEdit):
    """A plain text field that takes no paste that can never fit."""

    def __init__(self) -> None:
        super().__init__()
        self.refused = False

    # Qt's own

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Paste as plain text; what is longer than a whole note is refused and said."""
        self.refused = len(source.text()) > NOTE_LIMIT
        if self.refused:
            self.textChanged.emit()
            self.refused = False
        else:
            self.insertPlainText(source.text())
