"""The rail: the mark and one item a page."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QSpacerItem, QVBoxLayout

from hipcoach.ui.mark import MarkView
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

FULL, COMPACT = 104, 88
ITEM, HIGH = 80, 68
BESIDE = 4
"""Pixels at 100 % text at each side of an item's text, and at least beside an item."""

NORMAL = TextStyle(size=13, line=18, weight=500)
BOLD = TextStyle(size=13, line=18, weight=700)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A page of the rail: its name inside, its icon, its text and its key."""

    page: str
    icon: str
    text: str
    key: str


class RailItem(QAbstractButton):
    """One item: icon over text, soft and bold while its page is shown."""

    def __init__(self, theme: Theme, place: Place) -> None:
        super().__init__()
        self._theme, self._place = theme, place
        self.setText(place.text)
        self.setAccessibleName(place.text)
        self.setToolTip(place.key)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringRadius", 14)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.updateGeometry)

    # Qt's own

    def sizeHint(self) -> QSize:
        """80 by 68 at 100 % text, or as wide as its text when it is shown bold."""
        px, bold = self._theme.px, QFontMetrics(self._theme.font(BOLD))
        wide = bold.horizontalAdvance(self.text()) + 2 * px(BESIDE)
        return QSize(max(px(ITEM), wide), px(HIGH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter too."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, icon and text."""
        theme, on = self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "primary_soft" if on else "inset" if self.underMouse() else ""
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(ground))
            radius = theme.px(14)
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        ink = "on_primary_soft" if on else "ink2"
        icon = theme.icon(self._place.icon, 24, ink, heavy=on)
        painter.drawPixmap((self.width() - theme.px(24)) // 2, theme.px(11), icon)
        painter.setFont(theme.font(BOLD if on else NORMAL))
        painter.setPen(theme.colour(ink))
        line = QRectF(0, theme.px(39), self.width(), theme.px(18))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class Rail(QFrame):
    """The items of `places`, the last one at the foot; tells the `chosen` page."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, places: tuple[Place, ...]) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "rail")
        self._mark = MarkView(theme, 40)
        self._group = QButtonGroup(self)
        self._items: dict[str, RailItem] = {}
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._mark, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._gap = QSpacerItem(0, 0)
        self._column.addItem(self._gap)
        for place in places:
            if place is places[-1]:
                self._column.addStretch(1)
            self._add(place)
        self._compact = False
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_page(self, page: str) -> None:
        """Mark the item of the page that is shown."""
        if page in self._items:
            self._items[page].setChecked(True)

    def show_compact(self, *, compact: bool) -> None:
        """The narrower rail."""
        if compact != self._compact:
            self._compact = compact
            self._restyle()

    def _add(self, place: Place) -> None:
        item = RailItem(self._theme, place)
        item.clicked.connect(lambda: self.chosen.emit(place.page))
        self._group.addButton(item)
        self._items[place.page] = item
        self._column.addWidget(item, alignment=Qt.AlignmentFlag.AlignHCenter)

    def _restyle(self) -> None:
        px, compact = self._theme.px, self._compact
        widest = max(item.sizeHint().width() for item in self._items.values())
        for item in self._items.values():
            item.setFixedWidth(widest)
        self.setFixedWidth(max(px(COMPACT if compact else FULL), widest + 2 * px(BESIDE)))
        above, below = (12, 8) if compact else (20, 16)
        self._column.setContentsMargins(1, px(above), 0, px(below))  # as wide as the line beside it
        self._column.setSpacing(px(2 if compact else 4))
        self._mark.show_size(36 if compact else 40)
        self._gap.changeSize(0, px(14 if compact else 26))
        self._column.invalidate()
