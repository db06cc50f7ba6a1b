"""The part of an entry panel that scrolls."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QWidget

from hipcoach.ui.box import Box
from hipcoach.ui.focus_watch import FocusWatch
from hipcoach.ui.scroll import Scroll
from hipcoach.ui.theme import Theme

BAR = 12
"""Pixels of the scroll bar at 100 % text."""


class PanelBody(Scroll):
    """Its bar stands in the card's edge: what is inside is as wide with it as without.

    `line` goes below it: a hairline wherever there is more to see.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setProperty("kind", "in-card")
        self.body, self.line = Box(theme), _Line(theme)
        self._side, self._ring, self._barred = 0, 0, False
        self._last: QWidget | None = None
        self.column.addWidget(self.body)
        self.column.addStretch(1)
        self.verticalScrollBar().rangeChanged.connect(self._on_bar)
        self._focus_watch = FocusWatch(self._on_focus)

    def set_edges(self, side: int, ring: int) -> None:
        """The card's edge, and the room above and below, in pixels."""
        self._side, self._ring = side, ring
        self._space()

    def controls(self) -> list[QWidget]:
        """The controls inside as they are read, also those that Tab passes for now."""
        return list(_controls(self.body.box))

    def focus_last(self) -> None:
        """Put the focus where it was inside, or on the first control."""
        tab, last = Qt.FocusPolicy.TabFocus, self._last
        inside = [part for part in self.controls() if part.isVisible()]
        first = next((part for part in inside if part.focusPolicy() & tab), None)
        back = last if last in inside else first
        if back is not None:
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.body.isAncestorOf(new):
            self._last = new

    def _on_bar(self, _low: int, high: int) -> None:
        if self._barred != (high > 0):
            self._barred = high > 0
            self.line.show_line(self._barred)
            self._space()

    def _space(self) -> None:
        bar = self._theme.px(BAR) if self._barred else 0
        self.column.setContentsMargins(self._side, self._ring, self._side - bar, self._ring)


class _Line(QWidget):
    """A hairline that comes and goes without a new layout: that would begin within another one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._is_drawn = theme, False
        self.setFixedHeight(1)

    def show_line(self, drawn: bool) -> None:
        """Draw it or not."""
        self._is_drawn = drawn
        self.update()

    # Qt's own

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line, or nothing."""
        if self._is_drawn:
            painter = QPainter(self)
            painter.fillRect(self.rect(), self._theme.colour("line"))
            painter.end()


def _controls(layout: QLayout) -> Iterator[QWidget]:
    """Whatever can have the focus, in the order of the layout."""
    items = (layout.itemAt(index) for index in range(layout.count()))
    for item in filter(None, items):
        inner, part = item.layout(), item.widget()
        if part is not None:
            inner = part.layout()
            if part.focusPolicy() is not Qt.FocusPolicy.NoFocus and part.focusProxy() is None:
                yield part
        if inner is not None:
            yield from _controls(inner)
