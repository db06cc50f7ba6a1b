"""The card that lists keys in two columns, or below each other where that is too narrow."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from hipcoach.core.text import tr
from hipcoach.ui.box import Box
from hipcoach.ui.buttons import Button
from hipcoach.ui.keys.group_box import GroupBox
from hipcoach.ui.keys.table import KeyGroup
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Columns
from hipcoach.ui.scroll import Scroll
from hipcoach.ui.theme import Theme

EDGE, NARROWEST, GAP, BAR = 28, 330, 32, 16
"""Pixels at 100 % text: around everything, the least width of a column, the room between columns
and the one for the scroll bar."""


class KeysCard(QFrame):
    """Shows groups; `closed` tells of the button."""

    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._halves: list[Box] = []
        self.setProperty("kind", "keys")
        self.close_button = Button(theme, tr("Close"))
        self.close_button.clicked.connect(self.closed)
        self.body = Scroll(theme)
        self.body.setAccessibleName(tr("Keys"))
        self._columns = Columns()
        self.body.column.addLayout(self._columns)
        self._head, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._head.addWidget(Label(theme, tr("Keys"), "title", wrap=True), 1)
        self._head.addWidget(self.close_button)
        self._column.addLayout(self._head)
        self._column.addWidget(self.body, 1)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_groups(self, groups: tuple[KeyGroup, ...]) -> None:
        """These groups in place of the ones before, in two halves of about the same height."""
        for half in self._halves:
            self._columns.removeWidget(half)
            half.hide()
            half.deleteLater()
        self._halves = [self._half(part) for part in halves(groups)]
        for half in self._halves:
            self._columns.addWidget(half)
            half.show()
        self.body.show_top()

    def height_in(self, width: int) -> int:
        """The height at which nothing scrolls."""
        px = self._theme.px
        inside = width - 2 * px(EDGE)
        head = max(self._head.heightForWidth(inside), self._head.sizeHint().height())
        return head + self._columns.heightForWidth(inside) + px(3 * EDGE)

    def _half(self, groups: tuple[KeyGroup, ...]) -> Box:
        half = Box(self._theme, spacing=24)
        half.add(*(GroupBox(self._theme, group) for group in groups))
        half.box.addStretch(1)
        return half

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(EDGE), px(EDGE), px(EDGE - BAR), px(EDGE))
        self._head.setContentsMargins(0, 0, px(BAR), 0)
        self.body.column.setContentsMargins(0, 0, px(BAR), 0)
        self._column.setSpacing(px(16))
        self._columns.set_measures(px(NARROWEST), px(GAP), px(24))


def halves(groups: tuple[KeyGroup, ...]) -> tuple[tuple[KeyGroup, ...], tuple[KeyGroup, ...]]:
    """The groups in their order, split where both parts have most alike many lines."""
    highs = [len(group.lines) + 1 for group in groups]
    cut = min(range(1, len(groups)), key=lambda n: abs(sum(highs[:n]) - sum(highs[n:])))
    return groups[:cut], groups[cut:]
