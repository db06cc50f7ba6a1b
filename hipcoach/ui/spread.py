"""A row with one thing at its left and the others at its right, which breaks where it must."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLayoutItem

from hipcoach.ui.layouts import Flow

Place = tuple[QLayoutItem, QRect]


class Spread(Flow):
    """The first item takes the width that the others leave.

    Where less than `least` pixels (or the width that it wants) would be left, it has a line of its
    own and the others follow below, from the left, or with `to_right` up to the right edge. The
    things of a line have their middles on one height.
    """

    def __init__(self, gap: int = 8, least: int = 0, *, to_right: bool = False) -> None:
        super().__init__(gap)
        self._least, self._to_right = least, to_right

    def set_measures(self, gap: int, least: int = 0) -> None:
        """The gap between things, and the least width of the first one."""
        self._least = least
        self.setSpacing(gap)
        self.invalidate()

    def _places(self, width: int) -> Iterator[Place]:
        shown = self._shown()
        if not shown:
            return
        first, others = shown[0], shown[1:]
        widths = [item.sizeHint().width() for item in others]
        left = width - sum(widths) - len(widths) * self.spacing()
        wanted = min(first.sizeHint().width(), max(self._least, first.minimumSize().width()))
        if left >= wanted:
            yield from self._line(shown, [left, *widths], 0)
        else:
            yield first, QRect(0, 0, width, _height(first, width))
            yield from self._below(others, _height(first, width) + self.spacing(), width)

    def _below(self, items: list[QLayoutItem], top: int, width: int) -> Iterator[Place]:
        """Lines of as much as fits."""
        while items:
            widths: list[int] = []
            for item in items:
                wide = min(item.sizeHint().width(), width)
                if widths and sum(widths) + len(widths) * self.spacing() + wide > width:
                    break
                widths.append(wide)
            used = sum(widths) + (len(widths) - 1) * self.spacing()
            left = width - used if self._to_right else 0
            line = list(self._line(items[: len(widths)], widths, top, left))
            yield from line
            top = max(place.bottom() for _, place in line) + 1 + self.spacing()
            items = items[len(widths) :]

    def _line(
        self, items: list[QLayoutItem], widths: list[int], top: int, left: int = 0
    ) -> Iterator[Place]:
        heights = list(map(_height, items, widths))
        for item, wide, height in zip(items, widths, heights, strict=True):
            yield item, QRect(left, top + (max(heights) - height) // 2, wide, height)
            left += wide + self.spacing()


def _height(item: QLayoutItem, width: int) -> int:
    """The height that an item wants in this width."""
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
