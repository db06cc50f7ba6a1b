"""The Report page: the wishes at the left, the page as it will be at the right."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent

from hipcoach.core.text import tr
from hipcoach.ui.box import ACROSS, DOWN, Box
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Flow
from hipcoach.ui.report.foot import Foot
from hipcoach.ui.report.preview_card import PreviewCard
from hipcoach.ui.report.wishes_card import WishesCard
from hipcoach.ui.scroll import Scroll
from hipcoach.ui.tab_order import follow_parts
from hipcoach.ui.theme import Theme
from hipcoach.ui.today.size_class import EDGES, SizeClass, size_class

LEFT = 372
GAPS = {SizeClass.FULL: 24, SizeClass.COMPACT: 16, SizeClass.NARROW: 16}
"""Pixels at 100 % text: the left column, and the room between the cards."""


class ReportPage(Scroll):
    """Its parts tell what was chosen and pressed: `card`, `foot` and `preview`."""

    def __init__(self, theme: Theme, card: WishesCard, foot: Foot, preview: PreviewCard) -> None:
        super().__init__(theme)
        self.card, self.foot, self.preview = card, foot, preview
        self._title = Label(theme, tr("Report"), "page")
        self._head = Flow()
        self._head.addWidget(self._title)
        self._head.addWidget(
            Label(theme, tr("one page to take to your appointment"), "body", "ink2")
        )
        self._row, self._left = Box(theme, across=True), Box(theme, spacing=16)
        self._left.box.addWidget(self.card, 1)
        self._left.add(self.foot)
        self._row.add(self._left)
        self._row.box.addWidget(self.preview, 1)
        self.column.addLayout(self._head)
        self.column.addWidget(self._row, 1)
        theme.changed.connect(self._arrange)
        self._arrange()

    def start_anew(self) -> None:
        """From the top, the focus on what is read first."""
        self.show_top()
        self.card.show_top()
        self.card.period.focus_first()

    def _arrange(self) -> None:
        """Two columns of which the left one scrolls, or one that scrolls as a whole."""
        size, px = size_class(self, self._theme), self._theme.px
        narrow, full = size is SizeClass.NARROW, size is SizeClass.FULL
        edge, gap = px(EDGES[size]), px(GAPS[size])
        self.column.setContentsMargins(edge, px(28 if full else 16), edge, px(32 if full else 16))
        self.column.setSpacing(px(20 if full else 14))
        self._title.setMinimumHeight(px(44 if full else 36))
        self._head.setSpacing(px(12))
        self._row.box.setDirection(DOWN if narrow else ACROSS)
        self._row.box.setSpacing(gap)
        widest = self.maximumWidth() if narrow else px(LEFT)
        self._left.setMinimumWidth(0 if narrow else widest)
        self._left.setMaximumWidth(widest)
        self.card.arrange(scrolls=not narrow)
        self.preview.sheet.arrange(fills=not narrow)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab follow the reading order: the card's parts change their parents."""
        follow_parts((self.card, self.foot, self.preview))

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change the layout where the window became wider or narrower."""
        super().resizeEvent(event)
        self._arrange()
