"""Stills in memory: the ones shown last, up to a bound."""

from __future__ import annotations

from PySide6.QtGui import QImage

from hipcoach.ui.still_wish import Wish

MOST_BYTES = 24 * 1024 * 1024
"""What the pages of a large screen show in both themes; a still of Today has about 160 kB."""


class StillShelf:
    """Of too many, those that were asked for longest ago go."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most, self._bytes = most, 0
        self._stills: dict[Wish, QImage] = {}

    def find(self, wish: Wish) -> QImage | None:
        """The still, if it is here."""
        image = self._stills.pop(wish, None)
        if image is not None:
            self._stills[wish] = image
        return image

    def put(self, wish: Wish, image: QImage) -> None:
        """Keep a still that was not here."""
        self._stills[wish] = image
        self._bytes += image.sizeInBytes()
        while self._bytes > self._most and len(self._stills) > 1:
            self._bytes -= self._stills.pop(next(iter(self._stills))).sizeInBytes()
