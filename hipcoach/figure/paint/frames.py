"""Frames of a picture, drawn once and shown often: bounded, and filled in small pieces."""

from __future__ import annotations

import math
from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from hipcoach.figure.paint.patches import Patches, draw_patches, patch_bytes, patches, whole_area
from hipcoach.figure.paint.picture import Picture, painting
from hipcoach.figure.paint.spacing import coarse_to_fine, spaced
from hipcoach.figure.skeleton.pose import at_share

MEGABYTE = 1 << 20
SAFETY = 0.95
"""Of the room: what the frames may fill by the estimate that the first three of them give."""

NEARLY = 0.01
"""A target this near to the picture's own size is rounded to it: a ratio of 1.25, say."""

STEP = 0.98
"""The least by which a second try makes the frames smaller."""

SMALLEST = 16
"""Pixels of width at which nothing is made smaller any more."""

FIRST = (0.0, 1.0, 0.5)
"""Shares that are drawn first: by them one sees what the others will cost."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A frame: its number, what of it differs from the start, and the rectangle of all that."""

    number: int
    pieces: Patches
    area: QRect


class Frames:
    """The movement of an opaque picture as images. Lift and lower share them.

    The start is kept whole; of every other frame only what differs from it. Alternating exercises
    have two `Frames`, with half of `most_bytes` each. `least` frames are kept at any size, smaller
    and smoothed if there is no other way.
    """

    def __init__(
        self, picture: Picture, *, most_bytes: int = 64 * MEGABYTE, most: int = 60, least: int = 24
    ) -> None:
        if not picture.is_opaque:
            raise ValueError("frames need a picture with a ground colour")
        self._picture = picture
        self._most_bytes = most_bytes
        self._most = most
        self._least = least
        self._base: QImage | None = None
        self._missing: list[float] | None = None  # None: not known how many there will be
        self._shares: list[float] = []
        self._kept: dict[float, _Kept] = {}
        self._bytes = 0

    @property
    def bytes(self) -> int:
        """Memory that the images take."""
        return self._bytes

    @property
    def count(self) -> int:
        """Distinct frames of a lift that there are now."""
        return len(self._shares)

    @property
    def is_full(self) -> bool:
        """Whether `fill` has nothing left to do."""
        return self._missing == []

    def fill(self) -> Iterator[None]:
        """Draw what is missing, each step under 16 ms: start and end first, then ever finer.

        It can be left and taken up again by another call.
        """
        if self._missing is None:
            yield from self._begin()
        while self._missing:
            share = self._missing[0]
            image = yield from self._picture.drawing(*at_share(share))
            yield
            pieces = patches(_sized(image, self._started().size()), self._started())
            if self._bytes + patch_bytes(pieces) > self._most_bytes:
                self._missing = []
                break
            self._keep(share, pieces)
            self._missing = self._missing[1:]
            yield
        self._picture.forget_backdrops()

    def index(self, share: float) -> int:
        """Which frame `paint` shows at this share now: a number of its own, -1 for none."""
        return self._kept[self.nearest(share)].number if self._shares else -1

    @property
    def size(self) -> QSize:
        """The size in which frames are kept; nothing before there is one."""
        return self._base.size() if self._base else QSize()

    def change(self, share: float, number: int) -> QRect:
        """What of the frame of this share may differ from the one with this `index`, if any."""
        kept = self._kept.values()
        before = next((frame.area for frame in kept if frame.number == number), QRect())
        return self._kept[self.nearest(share)].area.united(before)

    def paint(self, painter: QPainter, target: QRect, share: float) -> bool:
        """Show the nearest frame there is in `target`; False (and nothing) while there is none.

        `share`: 0 the start, 1 the end, as `pose.Moment` has it. `target` is in the painter's
        coordinates; where it has as many device pixels as the picture, every pixel is copied as
        it is.
        """
        if self._base is None:
            return False
        frame, ratio = self.nearest(share), painter.device().devicePixelRatioF()
        painter.save()
        painter.translate(target.topLeft())
        if _fits(target, ratio, self._base):
            painter.scale(1 / ratio, 1 / ratio)
            painter.drawImage(0, 0, self._base)
            draw_patches(painter, self._kept[frame].pieces)
        else:  # in one image: between scaled pieces one would see seams
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRect(QPoint(0, 0), target.size()), self._whole(frame))
        painter.restore()
        return True

    def nearest(self, share: float) -> float:
        """The share nearest to this one that there is a frame of."""
        shares = self._shares
        after = bisect_left(shares, share)
        if after == len(shares) or (after and share - shares[after - 1] <= shares[after] - share):
            return shares[after - 1]
        return shares[after]

    def _begin(self) -> Iterator[None]:
        """The first frames; they tell how many more there can be, and how large."""
        self._forget()
        drawn = []
        for share in FIRST:
            image = yield from self._picture.drawing(*at_share(share))
            yield
            self._keep_first(share, image)
            drawn.append(image)
            yield
        count, scale = self._plan()
        while scale < 1:  # again if it was not enough: the pieces' grid does not shrink
            yield from self._shrink(drawn, min(scale, STEP))
            count, scale = self._plan()
        self._missing = [share for share in coarse_to_fine(spaced(count)) if share not in FIRST]

    def _plan(self) -> tuple[int, float]:
        """How many frames there is room for, and the scale that this takes.

        It reckons with the most that one of the first frames costs beside the start.
        """
        least = self._least | 1  # an odd number has the middle among them
        room = int(self._most_bytes * SAFETY)
        start = self._started().sizeInBytes()
        cost = max(1, *(patch_bytes(frame.pieces) for frame in self._kept.values()))
        affordable = (room - start) // cost
        if affordable >= least or self._started().width() <= SMALLEST:
            return (max(least, min(self._most, affordable)) - 1) | 1, 1.0
        return least, math.sqrt(room / (start + least * cost))

    def _shrink(self, drawn: list[QImage], scale: float) -> Iterator[None]:
        """Keep these first frames smaller than they are kept now, and so all that follow."""
        size = self._started().size() * scale
        smaller = []
        for image in drawn:
            smaller.append(_sized(image, size))
            yield
        self._forget()
        for share, image in zip(FIRST, smaller, strict=True):
            self._keep_first(share, image)

    def _forget(self) -> None:
        self._base, self._bytes, self._kept, self._shares = None, 0, {}, []

    def _started(self) -> QImage:
        """The start, whole."""
        if self._base is None:
            raise ValueError("the start has not been drawn")
        return self._base

    def _whole(self, share: float) -> QImage:
        image = self._started().copy()
        with painting(image) as painter:
            draw_patches(painter, self._kept[share].pieces)
        return image

    def _keep_first(self, share: float, image: QImage) -> None:
        if self._base is None:
            self._base = image
            self._bytes = image.sizeInBytes()
        self._keep(share, patches(image, self._base))

    def _keep(self, share: float, pieces: Patches) -> None:
        self._bytes += patch_bytes(pieces)
        self._kept[share] = _Kept(len(self._kept), pieces, whole_area(pieces))
        insort(self._shares, share)


def _sized(image: QImage, size: QSize) -> QImage:
    if image.size() == size:
        return image
    return image.scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def _fits(target: QRect, ratio: float, image: QImage) -> bool:
    """Whether the target has one device pixel for each of the image, but for rounding."""
    across, down = target.width() * ratio / image.width(), target.height() * ratio / image.height()
    return abs(across - 1) < NEARLY and abs(down - 1) < NEARLY
