"""The Diary page: the chart above the entries, and beside or over them the panel of one entry."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hipcoach.ui.box import Box
from hipcoach.ui.card import Card
from hipcoach.ui.diary.cell_delegate import BAR, SIDE
from hipcoach.ui.diary.chart_card import ChartCard, Standing
from hipcoach.ui.diary.entries_table import EntriesTable
from hipcoach.ui.diary.head import Head
from hipcoach.ui.diary.panel_frame import PanelFrame
from hipcoach.ui.scroll import Scroll
from hipcoach.ui.theme import Theme
from hipcoach.ui.today.size_class import EDGES, SizeClass, size_class

PANEL, WIDEST_PANEL = 384, 560
"""Pixels of the panel at 100 % text beside the chart, and at most in its place."""

GAP = 24


class DiaryPage(QWidget):
    """Shows what it is given; its parts tell what was pressed. `reaches` are the chart's spans."""

    def __init__(self, theme: Theme, reaches: Sequence[str]) -> None:
        super().__init__()
        self._theme = theme
        self.panel: PanelFrame | None = None
        self.setProperty("kind", "page")
        self.head = Head(theme, reaches)
        self.chart_card = ChartCard(theme)
        self.entries = EntriesTable(theme)
        self._line = QFrame()
        self._line.setProperty("kind", "line")
        self._left = Scroll(theme)
        self._card, self._low = self._make_card(), QWidget()
        self._left.column.addWidget(self._card)
        self._left.column.addWidget(self._low, 1)
        self._column, self._row = QVBoxLayout(self), QHBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.head)
        self._column.addLayout(self._row, 1)
        self._row.addWidget(self._left, 1)
        self._right = QHBoxLayout()
        self._row.addLayout(self._right)
        self._row.setSpacing(0)
        self._left.verticalScrollBar().rangeChanged.connect(self._arrange)
        theme.changed.connect(self._arrange)
        self.show_parts()

    def show_parts(self) -> None:
        """Show what there is something to see of."""
        open_, some = self.chart_card.words.standing is Standing.OPEN, self.entries.count > 0
        beside = self.panel is None or self._is_full
        self.head.show_parts(reach=open_ and beside, buttons=self.panel is None)
        if not some and self.entries.hasFocus():
            self.head.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        self.entries.setVisible(some)
        self._between.setVisible(some)
        hugs = not some and not open_
        self._left.column.setStretchFactor(self._card, 0 if hugs else 1)
        self._low.setVisible(hugs)
        self._arrange()

    def open_panel(self, panel: PanelFrame) -> None:
        """Show a panel, in place of the one that is open."""
        if self.panel is not panel:
            if self.panel is not None:
                self._take_out(self.panel)
            self.panel = panel
            self._right.addWidget(panel)
            panel.come_after(self.entries)
            panel.show()
        self.show_parts()

    def close_panel(self) -> None:
        """Leave the chart all the room."""
        if self.panel is not None:
            self._take_out(self.panel)
            self.panel = None
            self.show_parts()

    def _take_out(self, panel: PanelFrame) -> None:
        self._right.removeWidget(panel)
        panel.hide()

    def put_chart(self, chart: QWidget) -> None:
        """The chart that was loaded; Tab comes to it as one reads."""
        self.chart_card.put_chart(chart)
        self.setTabOrder(self.chart_card.switch, chart)

    def show_top(self) -> None:
        """From the top."""
        self._left.show_top()

    def _make_card(self) -> Card:
        """The rows of the table begin a little left of their texts, as their colour does."""
        card = Card(self._theme, spacing=0)
        self._between = Box(self._theme, edges=(SIDE, 8, SIDE + BAR, 0))
        self._between.add(self._line)
        self._inside = card.column
        card.column.addWidget(self.chart_card)
        card.column.addWidget(self._between)
        card.column.addWidget(self.entries, 1)
        return card

    @property
    def _is_full(self) -> bool:
        return size_class(self, self._theme) is SizeClass.FULL

    def _arrange(self) -> None:
        """The panel beside the chart, or in its place; the head above both, or with the chart.

        What scrolls reaches to the window's edges, so that its bar stands in the margin.
        """
        px, size = self._theme.px, size_class(self, self._theme)
        full, edge = size is SizeClass.FULL, px(EDGES[size])
        top, low, gap = px(28 if full else 16), px(32 if full else 16), px(20 if full else 14)
        self._put_head(above=full, top=top, edge=edge)
        self._column.setSpacing(gap)
        bar = px(BAR) if self._left.verticalScrollBar().maximum() else 0
        beside = px(GAP) if self.panel is not None else edge
        self._left.column.setSpacing(gap)
        self._left.column.setContentsMargins(edge, 0 if full else top, beside - bar, low)
        self._inside.setContentsMargins(px(20 - SIDE), px(20), 0, px(2))
        self._left.setVisible(full or self.panel is None)
        self._right.setContentsMargins(0, 0, 0, 0)
        if self.panel is not None:
            self._right.setContentsMargins(0 if full else edge, 0 if full else top, edge, low)
            widest = px(PANEL if full else WIDEST_PANEL)
            self.panel.setMinimumWidth(widest if full else 0)
            self.panel.setMaximumWidth(widest)

    def _put_head(self, *, above: bool, top: int, edge: int) -> None:
        """Where the page is small its head scrolls with it."""
        column, focused = self._column if above else self._left.column, self.window().focusWidget()
        if column.indexOf(self.head) < 0:
            column.insertWidget(0, self.head)
            if focused is not None and self.head.isAncestorOf(focused):
                focused.setFocus(Qt.FocusReason.OtherFocusReason)
        side = edge if above else 0
        self.head.setContentsMargins(side, top if above else 0, side, 0)

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change the layout where the window became wider or narrower."""
        super().resizeEvent(event)
        self.show_parts()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the panel from wherever the focus is."""
        if event.key() == Qt.Key.Key_Escape and self.panel is not None:
            self.panel.ask_discard()
        else:
            super().keyPressEvent(event)
