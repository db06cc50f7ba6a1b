"""The foot of the review: a note, later, save."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from hipcoach.core.text import tr
from hipcoach.ui.buttons import Button
from hipcoach.ui.tab_order import follow
from hipcoach.ui.theme import Theme

SAVE_WIDTH = 168


class ReviewFooter(QWidget):
    """The buttons in a row, or one below the other where there is no room."""

    note_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._note = Button(theme, tr("Add a note"), "quiet", icon="pencil")
        self.later = Button(theme, tr("Finish later"))
        self.save = Button(theme, tr("Save session"), "primary", icon="check")
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.addWidget(self._note)
        self._box.addStretch(1)
        self._box.addWidget(self.later)
        self._box.addWidget(self.save)
        self._note.clicked.connect(self.note_asked)
        self._restyle()
        theme.changed.connect(self._restyle)

    def fits(self, width: int) -> bool:
        """Whether the buttons stand beside each other in this width."""
        buttons = (self._note, self.later, self.save)
        return sum(button.sizeHint().width() + self._box.spacing() for button in buttons) <= width

    def show_shape(self, edge: int, *, stacked: bool) -> None:
        """The margins to the left and right; beside each other or one below the other."""
        top, bottom = self._theme.px(12), self._theme.px(20)
        self._box.setContentsMargins(edge, top, edge, bottom)
        ways = QBoxLayout.Direction
        self._box.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)

    def show_note_button(self, *, visible: bool) -> None:
        """The way to a note, until there is one."""
        self._note.setVisible(visible)

    def follow(self, last: QWidget) -> None:
        """Come after `last` when Tab moves on."""
        follow((last, self._note, self.later, self.save))

    def _restyle(self) -> None:
        self._box.setSpacing(self._theme.px(12))
        self.save.setMinimumWidth(self._theme.px(SAVE_WIDTH))
