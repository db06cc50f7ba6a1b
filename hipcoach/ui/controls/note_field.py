"""A field for free text: plain, of any length up to the limit, which it counts down to."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent

from hipcoach.core.format import grouped
from hipcoach.core.pain import NOTE_LIMIT
from hipcoach.core.text import ntr, tr
from hipcoach.ui.box import Box
from hipcoach.ui.controls.text_area import TextArea
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme

NEAR = 200
"""How many characters before the limit the rest is counted."""

MOST_LINES, AROUND, NARROWEST = 5, 10, 120
"""It grows with its text up to so many lines; pixels at 100 % text above and below them, and of its
least width."""


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

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Hand the focus on to the field; a focus proxy would be a stop of Tab that stays."""
        self.field.setFocus(reason)

    def _on_changed(self) -> None:
        left = NOTE_LIMIT - len(self.text)
        self._left.setText(_told(left, refused=self.field.refused))
        self._left.setVisible(left <= NEAR or self.field.refused)
        if self.field.show_wrong(left < 0):
            self._left.set_style("caption", "clay" if left < 0 else "ink2")
        self.changed.emit()


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


class _Field(TextArea):
    """As high as its lines."""

    def __init__(self, theme: Theme, least: int) -> None:
        super().__init__(NOTE_LIMIT)
        self._theme, self._least = theme, least
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks other lines."""
        super().resizeEvent(event)
        self._fit()
