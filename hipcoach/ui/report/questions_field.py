"""The questions that the user takes to the appointment: one a line."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal

from hipcoach.core.format import grouped
from hipcoach.core.report_wishes import QUESTIONS_LIMIT
from hipcoach.core.text import ntr, tr
from hipcoach.ui.box import Box
from hipcoach.ui.controls.text_area import TextArea
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

TEXT = TextStyle(size=15, line=20, weight=400)
NEAR, HEIGHT = 100, 60
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
        if self.field.show_wrong(rest < 0):
            self._rest.set_style("caption", "clay" if rest < 0 else "ink2")
        if not self._is_shown:
            self.typed.emit()


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


class _Field(TextArea):
    """As high as the room allows, two lines at least."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(QUESTIONS_LIMIT)
        self._theme = theme
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
