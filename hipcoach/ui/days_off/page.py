"""What these pages have in common: the way back to Today, a title, and one way on."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from hipcoach.core.text import tr
from hipcoach.ui.announce import announce
from hipcoach.ui.behind import Behind
from hipcoach.ui.box import Box
from hipcoach.ui.buttons import Button
from hipcoach.ui.labels import Label
from hipcoach.ui.scroll import AROUND
from hipcoach.ui.theme import Theme
from hipcoach.ui.today.size_class import EDGES, SizeClass, size_class

WIDEST = 736
"""Pixels at 100 % text: the width of Today's main column."""


LEFT = Qt.AlignmentFlag.AlignLeft


class DaysOffPage(Behind):
    """Its children fill `body`. `left` leads to Today; `continued` is the one filled button."""

    continued = Signal()

    def __init__(self, theme: Theme, title: str, way_on: str) -> None:
        super().__init__(theme)
        self.setAccessibleName(title)
        self._back = Button(theme, tr("Back to Today"), "quiet", icon="chevron-left")
        self._title = Label(theme, title, "page", wrap=True)
        self.body = Box(theme)
        self._refusal = _Refusal(theme)
        self.way_on = Button(theme, way_on, "primary", size="large")
        for part in (self._back, self._title, self.body, self._refusal, self.way_on):
            beside = part in (self._back, self.way_on)
            self.column.addWidget(part, 0, LEFT if beside else Qt.AlignmentFlag(0))
        self.column.addStretch(1)
        self._back.clicked.connect(self.left)
        self.way_on.clicked.connect(self.continued)
        self._fit()

    def begin(self) -> None:
        """Show the page from its top, with the focus on its first control that is in sight."""
        self.show_refusal("")
        self._order_tabs()
        first = self.first_control()
        self.show_top()
        seen = self.viewport().size()
        fits = self.column.totalHeightForWidth(seen.width()) <= seen.height()
        (first if fits else self._back).setFocus(Qt.FocusReason.OtherFocusReason)

    def first_control(self) -> QWidget:
        """What has the focus when the page comes up."""
        return self.way_on

    def show_refusal(self, told: str) -> None:
        """Say why it could not be done; "" where there is nothing to say."""
        self._refusal.show_text(told)
        if told:
            announce(self, told)
            self.way_on.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, self._bring_up)  # once the sentence has its place

    def _order_tabs(self) -> None:
        """The way on comes last, as it is read: the body's controls were made after it."""
        inside = [
            part
            for part in self._focus_chain()
            if self.body.isAncestorOf(part) and part.focusPolicy() is not Qt.FocusPolicy.NoFocus
        ]
        if inside:
            self.setTabOrder(inside[-1], self.way_on)

    def _focus_chain(self) -> Iterator[QWidget]:
        """All widgets of the window in the order of Tab, from here on."""
        part = self.nextInFocusChain()
        while part is not None and part is not self:
            yield part
            part = part.nextInFocusChain()

    def _bring_up(self) -> None:
        self.ensureWidgetVisible(self.way_on, 0, self._theme.px(AROUND))

    def _fit(self) -> None:
        px, size = self._theme.px, size_class(self, self._theme)
        edge = px(EDGES[size])
        beyond = max(self.width() - 2 * edge - px(WIDEST), 0)
        above = px(20 if size is SizeClass.FULL else 10)
        self.column.setContentsMargins(edge, above, edge + beyond, px(32))
        self.column.setSpacing(px(16))


class _Refusal(Box):
    """A sentence on the soft ground of what has to be known."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, edges=(16, 12, 16, 12), kind="careful-line")
        self._told = Label(theme, "", colour="amber_ink", wrap=True)
        self.add(self._told)
        self.hide()

    def show_text(self, told: str) -> None:
        self._told.setText(told)
        self.setVisible(bool(told))
