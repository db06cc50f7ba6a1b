"""Cards in two columns of equal width, each card as high as it needs to be."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLayoutItem

from hipcoach.ui.layouts import Columns

Place = tuple[QLayoutItem, QRect]


class Shelves(Columns):
    """The first `left` items are down the left column, the others down the right one.

    Where there is no room for two, they are below each other; where the cards of one column are
    all hidden, those of the other are at the left.
    """

    def __init__(self, left: int) -> None:
        super().__init__()
        self._left = left

    def columns_in(self, width: int) -> int:
        """How many columns stand in this width."""
        return 2 if width >= 2 * self._narrowest + self._gap else 1

    def _places(self, width: int) -> Iterator[Place]:
        columns = self.columns_in(width)
        wide = (width - (columns - 1) * self._gap) // columns
        sides = (self._items[: self._left], self._items[self._left :])
        shown = [[item for item in side if not item.isEmpty()] for side in sides]
        if columns == 1 or not all(shown):
            shown = [[*shown[0], *shown[1]]]
        for items, left in zip(shown, (0, width - wide), strict=False):
            top = 0
            for item in items:
                height = _height(item, wide)
                yield item, QRect(left, top, wide, height)
                top += height + self._row_gap


def _height(item: QLayoutItem, width: int) -> int:
    """The height that an item wants in this width."""
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
