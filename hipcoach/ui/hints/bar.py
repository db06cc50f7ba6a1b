"""A hint: a line below the page, with a button that says that it was read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipcoach.core.text import tr
from hipcoach.ui.box import Box
from hipcoach.ui.buttons import Button
from hipcoach.ui.controls.group import Group
from hipcoach.ui.focus_watch import FocusWatch
from hipcoach.ui.icon_view import IconView
from hipcoach.ui.labels import Label
from hipcoach.ui.spread import Spread
from hipcoach.ui.theme import Theme
from hipcoach.ui.today.size_class import SizeClass, size_class

EDGE, EDGE_COMPACT, BELOW = 32, 24, 12
"""Pixels at 100 % text beside the line, where there is room and where there is less, and below."""


class HintBar(Group):
    """Shows one hint and never takes the focus; `read` tells of the button."""

    read = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("Hint"))
        self._theme = theme
        self._came_from: QWidget | None = None
        self._text = Label(theme, style="small", wrap=True)
        self.button = Button(theme, tr("Got it"), size="small")
        self._row = Spread(to_right=True)
        self._row.addWidget(self._words())
        self._row.addWidget(self.button)
        self._ground = Box(theme, edges=(16, 6, 6, 6), kind="inset")
        self._ground.box.addLayout(self._row)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._ground)
        self.button.clicked.connect(self.read)
        self._watch = FocusWatch(self._on_focus_changed)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_hint(self, text: str) -> None:
        """This hint; its words are told with the button's."""
        self._text.setText(text)
        self.setAccessibleName(tr("Hint: {hint}", hint=text))
        self.show()

    def hide_hint(self) -> None:
        """Away with it; the focus goes back to where it came from."""
        back = self._came_from
        if self.button.hasFocus() and back is not None and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def _words(self) -> Box:
        words = Box(self._theme, across=True, spacing=12)
        words.add(IconView(self._theme, "message-circle", 20, "ink2"))
        words.box.addWidget(self._text, 1)
        return words

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is self.button:
            self._came_from = old

    def _restyle(self) -> None:
        px = self._theme.px
        full = size_class(self, self._theme) is SizeClass.FULL
        edge = px(EDGE if full else EDGE_COMPACT)
        self._column.setContentsMargins(edge, px(4), edge, px(BELOW))
        self._row.set_measures(px(16), px(240))

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand below the cards of the page, whose edges depend on the width."""
        super().resizeEvent(event)
        self._restyle()
