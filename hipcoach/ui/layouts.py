"""Layouts that wrap: equal columns, and a flow of things of different widths."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class _Wrapping(QLayout):
    """The items, and the height that follows from the width. Children place them."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _places(self, width: int) -> Iterator[tuple[QLayoutItem, QRect]]:
        """Where each item stands, from 0, 0, in this width."""
        raise NotImplementedError

    # Qt's own

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item in."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item, or None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Let an item go."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Sideways."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Always."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the rows that this width needs."""
        around = self.contentsMargins()
        places = self._places(width - around.left() - around.right())
        height = max((place.bottom() + 1 for _, place in places), default=0)
        return height + around.top() + around.bottom()

    def setGeometry(self, rect: QRect) -> None:
        """Put every item in its place."""
        super().setGeometry(rect)
        inside = rect.marginsRemoved(self.contentsMargins())
        for item, place in self._places(inside.width()):
            item.setGeometry(place.translated(inside.topLeft()))

    def minimumSize(self) -> QSize:
        """The largest item's."""
        sizes = [item.minimumSize() for item in self._shown()]
        widest = max((size.width() for size in sizes), default=0)
        highest = max((size.height() for size in sizes), default=0)
        return QSize(widest, highest).grownBy(self.contentsMargins())


class Columns(_Wrapping):
    """Equal columns: one row where each gets `narrowest` pixels, else as few rows as do."""

    def __init__(self) -> None:
        super().__init__()
        self._narrowest, self._gap, self._row_gap = 1, 0, 0

    def set_measures(self, narrowest: int, gap: int, row_gap: int | None = None) -> None:
        """The least width of a column, and the gaps between columns and between rows."""
        self._narrowest, self._gap = max(narrowest, 1), gap
        self._row_gap = gap if row_gap is None else row_gap
        self.invalidate()

    def columns_in(self, width: int) -> int:
        """How many stand in a row of this width."""
        n = max(len(self._shown()), 1)
        fitting = max((width + self._gap) // (self._narrowest + self._gap), 1)
        return math.ceil(n / math.ceil(n / fitting))

    def _places(self, width: int) -> Iterator[tuple[QLayoutItem, QRect]]:
        items, columns = self._shown(), self.columns_in(width)
        step, top = (width + self._gap) / columns, 0
        edges = [round(column * step) for column in range(columns + 1)]
        for first in range(0, len(items), columns):
            row = items[first : first + columns]
            widths = [edges[n + 1] - self._gap - edges[n] for n in range(len(row))]
            height = max(map(_height, row, widths))
            for n, item in enumerate(row):
                yield item, QRect(edges[n], top, widths[n], height)
            top += height + self._row_gap

    # Qt's own

    def sizeHint(self) -> QSize:
        """One row, each as wide as the widest wants to be."""
        sizes = [item.sizeHint() for item in self._shown()]
        widest = max([self._narrowest, *(size.width() for size in sizes)])
        width = len(sizes) * (widest + self._gap) - self._gap
        highest = max((size.height() for size in sizes), default=0)
        return QSize(max(width, 0), highest).grownBy(self.contentsMargins())


class Flow(_Wrapping):
    """Things beside each other, as words stand in lines: in their middle, or aligned below."""

    def __init__(self, gap: int = 8) -> None:
        super().__init__()
        self._row_gap: int | None = None
        self.setSpacing(gap)

    def set_row_gap(self, gap: int) -> None:
        """Another gap between lines than between things."""
        self._row_gap = gap
        self.invalidate()

    def _places(self, width: int) -> Iterator[tuple[QLayoutItem, QRect]]:
        top = 0
        for line in self._lines(width):
            high = max(size.height() for _, size in line)
            left = 0
            for item, size in line:
                low = item.alignment() & Qt.AlignmentFlag.AlignBottom
                down = (high - size.height()) // (1 if low else 2)
                yield item, QRect(QPoint(left, top + down), size)
                left += size.width() + self.spacing()
            top += high + (self.spacing() if self._row_gap is None else self._row_gap)

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The items with their sizes, broken into lines."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = width
        for item in self._shown():
            wide = min(item.sizeHint().width(), max(width, 1))
            if not lines or left + wide > width:
                lines.append([])
                left = 0
            lines[-1].append((item, QSize(wide, _height(item, wide))))
            left += wide + self.spacing()
        return lines

    # Qt's own

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() + self.spacing() for size in sizes) - self.spacing()
        highest = max((size.height() for size in sizes), default=0)
        return QSize(max(width, 0), highest).grownBy(self.contentsMargins())


def _height(item: QLayoutItem, width: int) -> int:
    """The height that an item wants in this width."""
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
