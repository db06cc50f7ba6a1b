"""A field for free text: plain, of any length up to the limit, which it counts down to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit

from hipcoach.core.format import grouped
from hipcoach.core.pain import NOTE_LIMIT
from hipcoach.core.text import ntr, tr
from hipcoach.ui.box import Box
from hipcoach.ui.controls.undo_keys import asks_for_undo
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme

NEAR = 200
"""How many characters before the limit the rest is counted."""

MOST_LINES, AROUND, RADIUS, NARROWEST = 5, 10, 10, 120
"""It grows with its text up to so many lines; pixels at 100 % text above and below them,
of its corners, and of its least width."""


class NoteField(Box):
    """`changed` tells of every change. Nothing is cut: what is too long is said to be.

    It has room for `lines` before anything is written, and grows with what is.
    """

    changed = Signal()

    def __init__(self, theme: Theme, name: str, lines: int = 1) -> None:
        super().__init__(theme, spacing=6)
        self.field = _Field(theme, lines)
        self.field.setAccessibleName(name)
        self._stored, self._as_shown = "", ""
        self._left = Label(theme, "", "caption", "ink2", wrap=True)
        self._left.hide()
        self.add(self.field, self._left)
        self.field.textChanged.connect(self._on_changed)

    @property
    def text(self) -> str:
        """The text as it was written; what was shown comes back as it was, to the character."""
        written = self.field.written
        return self._stored if written == self._as_shown else written

    @property
    def fits(self) -> bool:
        """Whether it can be kept."""
        return len(self.text) <= NOTE_LIMIT

    def show_text(self, text: str) -> None:
        """Another text; nothing to take back."""
        self.field.setPlainText(text)
        self._stored, self._as_shown = text, self.field.written

    def setFocus(  # noqa: N802 - a focus proxy would be a stop of Tab that cannot be moved
        self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason
    ) -> None:
        """Hand the focus on to the field."""
        self.field.setFocus(reason)

    def _on_changed(self) -> None:
        left = NOTE_LIMIT - len(self.text)
        self._left.setText(_told(left, refused=self.field.refused))
        self._left.setVisible(left <= NEAR or self.field.refused)
        self._show_wrong(left < 0)
        self.changed.emit()

    def _show_wrong(self, wrong: bool) -> None:
        """The clay edge, put on and taken off as the limit is passed."""
        if bool(self.field.property("wrong")) != wrong:
            self._left.set_style("caption", "clay" if wrong else "ink2")
            self.field.setProperty("wrong", wrong)
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)


def _told(left: int, *, refused: bool) -> str:
    limit = grouped(NOTE_LIMIT)
    if refused:
        return tr("That was not pasted: a note holds at most {limit} characters.", limit=limit)
    if left >= 0:
        return ntr("{n} character left", "{n} characters left", left)
    return ntr(
        "{n} character too many: a note holds at most {limit}.",
        "{n} characters too many: a note holds at most {limit}.",
        -left,
        limit=limit,
    )


_BREAKS = {0x2028: "\n", 0x2029: "\n"}
"""How Qt writes the end of a line."""


class _Field(QPlainTextEdit):
    """As high as its lines; takes no paste that can never fit."""

    def __init__(self, theme: Theme, least: int) -> None:
        super().__init__()
        self._theme, self._least, self.refused = theme, least, False
        self.setTabChangesFocus(True)
        self.setProperty("ringRadius", RADIUS)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._fit)
        self._restyle()
        theme.changed.connect(self._restyle)

    @property
    def written(self) -> str:
        """The text with its no-break spaces, which Qt's plain text has lost."""
        return self.document().toRawText().translate(_BREAKS)

    def _restyle(self) -> None:
        self.setFont(self._theme.font("body"))
        self._fit()

    def _fit(self) -> None:
        """Qt's document of plain text counts its height in lines."""
        lines = min(max(round(self.document().size().height()), self._least), MOST_LINES)
        high = lines * self.fontMetrics().lineSpacing() + 2 * self._theme.px(AROUND)
        wanted = max(high, self._theme.px(44))
        if wanted != self.minimumHeight():
            self.setFixedHeight(wanted)
            self._settle()

    def _settle(self) -> None:
        """Tell the layouts around it at once, from the inside out; Qt takes a round for each."""
        around = self.parentWidget()
        while around is not None and (layout := around.layout()) is not None:
            layout.activate()
            around = around.parentWidget()

    # Qt's own

    def minimumSizeHint(self) -> QSize:
        """Its lines, and room for a word."""
        return QSize(self._theme.px(NARROWEST), self.minimumHeight())

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window where nothing was typed."""
        theirs = asks_for_undo(event) and not self.document().isUndoAvailable()
        return False if theirs else super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks other lines."""
        super().resizeEvent(event)
        self._fit()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Paste as plain text; what is longer than a whole note is refused and said."""
        self.refused = len(source.text()) > NOTE_LIMIT
        if self.refused:
            self.textChanged.emit()
            self.refused = False
        else:
            self.insertPlainText(source.text())
