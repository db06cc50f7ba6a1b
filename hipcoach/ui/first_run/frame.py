"""The frame of these steps: a bar above, one page in the middle that scrolls, a bar below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from hipcoach.core.text import tr
from hipcoach.ui.box import Box
from hipcoach.ui.first_run.foot import Foot
from hipcoach.ui.first_run.page import Page
from hipcoach.ui.first_run.top_bar import TopBar
from hipcoach.ui.tab_order import follow_parts
from hipcoach.ui.theme import Theme

BAR, LOW_BAR = 80, 64
FOOT, LOW_FOOT = 96, 76
HIGH_FROM = 720
"""The effective height from which the bars have their full height."""
MARGIN, ABOVE, BELOW = 24, 16, 16


Way = Callable[[], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """Where the buttons below a page lead; one that leads nowhere is not shown.

    The texts are those of the way back and the way on, where they are not the usual ones.
    """

    on: Way | None = None
    back: Way | None = None
    skip: Way | None = None
    on_text: str = ""
    back_text: str = ""


class Frame(QWidget):
    """Shows one `Page` at a time, in the middle where it fits.

    `title` stands in the bar above, "" for that of the first start.
    """

    def __init__(self, theme: Theme, title: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.page: Page | None = None
        self._ways = Ways()
        self._bar, self._foot = TopBar(theme, title), Foot(theme)
        self._scroll, self._edge = _scroll(), _edge()
        self._scroll.verticalScrollBar().valueChanged.connect(
            lambda value: self._edge.setVisible(value > 0)
        )
        self._scroll.verticalScrollBar().rangeChanged.connect(self._open_to_keys)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._edge)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._foot)
        self._foot.backed.connect(lambda: self._go(self._ways.back))
        self._foot.skipped.connect(lambda: self._go(self._ways.skip))
        self._foot.continued.connect(lambda: self._go(self._ways.on))
        theme.changed.connect(self._fit)
        self._fit()

    def show_page(self, page: Page, ways: Ways) -> None:
        """Show the page with its ways, and let go of the one before."""
        self.page, self._ways = page, ways
        self._foot.show_ways(
            back=(ways.back_text or tr("Back")) if ways.back else "",
            skip=tr("Skip") if ways.skip else "",
            way_on=(ways.on_text or tr("Continue")) if ways.on else "",
        )
        self._scroll.setWidget(self._centred(page))
        self._scroll.setAccessibleName(page.accessibleName())
        page.ready_changed.connect(self._show_ready)
        self._show_ready()
        self._fit()
        self._scroll.verticalScrollBar().setValue(0)
        follow_parts((self._scroll, self._foot))  # the page is younger than the buttons below it
        self._focus_first()

    def bring_up(self, part: QWidget) -> None:
        """Scroll until a part of the page is seen, once it is laid out."""
        QTimer.singleShot(0, part, lambda: self._scroll_to(part))

    def _scroll_to(self, part: QWidget) -> None:
        """The part's end, or its beginning where it is higher than what is seen."""
        height, margin = self._scroll.viewport().height(), self._theme.px(MARGIN)
        ground = self._scroll.widget()
        if ground is None:
            return
        top = part.mapTo(ground, part.rect().topLeft()).y()
        bar = self._scroll.verticalScrollBar()
        lowest = top + part.height() + margin - height
        bar.setValue(min(max(bar.value(), lowest), top - margin))

    def _first_control(self, page: Page) -> QWidget | None:
        """The page's first control, unless it has to be scrolled to: then it is read first."""
        seen, ground = self._scroll.viewport().size(), page.parentWidget()
        fits = ground is None or ground.heightForWidth(seen.width()) <= seen.height()
        return page.first_control() if fits else None

    def _focus_first(self) -> None:
        if self.page is not None:
            (self._first_control(self.page) or self._scroll).setFocus()

    def _centred(self, page: Page) -> QWidget:
        ground = Box(self._theme, across=True, edges=(MARGIN, ABOVE, MARGIN, BELOW), kind="page")
        across = ground.box
        middle = QVBoxLayout()
        middle.addStretch(1)
        middle.addWidget(page)
        middle.addStretch(1)
        across.addStretch(1)
        across.addLayout(middle, 1000)
        across.addStretch(1)
        return ground

    def _go(self, way: Way | None) -> None:
        if way is not None:
            way()

    def _show_ready(self) -> None:
        self._foot.way_on.setEnabled(self.page is not None and self.page.ready)

    def _open_to_keys(self, _lowest: int, highest: int) -> None:
        """A page that scrolls is a stop for Tab, so that the keys can scroll it."""
        policies = Qt.FocusPolicy
        self._scroll.setFocusPolicy(policies.StrongFocus if highest else policies.ClickFocus)

    def _fit(self) -> None:
        width, height = (side / self._theme.scale for side in (self.width(), self.height()))
        high = height >= HIGH_FROM
        self._bar.setFixedHeight(self._theme.px(BAR if high else LOW_BAR))
        self._foot.setFixedHeight(self._theme.px(FOOT if high else LOW_FOOT))
        self._bar.fit(self.width())
        if self.page is not None:
            self.page.fit(width)

    # Qt's own

    def showEvent(self, event: QShowEvent) -> None:
        """Only now the room is known, and with it what has the focus."""
        super().showEvent(event)
        self._focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit bars and page to the room there is."""
        super().resizeEvent(event)
        self._fit()


def _edge() -> QFrame:
    """The line below which a scrolled page passes; its place is kept."""
    edge = QFrame()
    edge.setProperty("kind", "line")
    policy = edge.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    edge.setSizePolicy(policy)
    edge.hide()
    return edge


def _scroll() -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setProperty("ringGap", -6)  # it fills the window: around it there is no room for a ring
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return scroll
