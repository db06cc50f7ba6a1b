"""Pages longer than the window: they scroll, and bring what has the focus into view."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from hipcoach.ui.focus_watch import FocusWatch
from hipcoach.ui.theme import Theme

AROUND = 24
"""Pixels kept in view above and below the focused widget."""


class Scroll(QScrollArea):
    """A page that scrolls vertically; the content goes into `column`.

    The Tab key stops at the page itself only where nothing inside could take the focus.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewport(QWidget())  # for one of Qt's own Python has to load all kinds of widgets
        self.viewport().setObjectName("qt_scrollarea_viewport")  # as Qt's own is called
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("ringGap", -6)
        self._page = QWidget()
        self._page.setProperty("kind", "page")
        self.column = QVBoxLayout(self._page)
        self.setWidget(self._page)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self._watch = FocusWatch(self._on_focus_changed)

    def show_top(self) -> None:
        """Back to the beginning."""
        self.verticalScrollBar().setValue(0)

    def _on_range_changed(self, _low: int, high: int) -> None:
        stops = high > 0 and not self._is_inside_reachable()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if stops else Qt.FocusPolicy.NoFocus)

    def _is_inside_reachable(self) -> bool:
        tab = Qt.FocusPolicy.TabFocus
        return any(child.focusPolicy() & tab for child in self._page.findChildren(QWidget))

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Bring it into view, but never move the page under a pressed mouse button."""
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if new is not None and not pressed and self._page.isAncestorOf(new):
            self._bring_into_view(new)

    def _bring_into_view(self, part: QWidget) -> None:
        """All of it; of a field that is higher than the page the line that is written in."""
        around = self._theme.px(AROUND)
        middle = part.mapTo(self._page, part.rect().center())
        half = part.height() // 2 + around
        if 2 * half <= self.viewport().height():
            self.ensureVisible(middle.x(), middle.y(), 0, half)
        else:
            self.ensureWidgetVisible(part, 0, around)
