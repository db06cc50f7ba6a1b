"""What of one image differs from another, as small images: how frames are kept in little memory."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter

CELL = 16
"""Pixels: the grid on which two images are compared."""

WASTE = 1.12
"""How much more memory fewer pieces may take: each costs time whenever it is shown."""


@dataclass(frozen=True, slots=True)
class Patch:
    """A piece of an image and where it lies."""

    x: int
    y: int
    image: QImage


Patches = tuple[Patch, ...]


def patches(image: QImage, base: QImage) -> Patches:
    """The pieces of `image` that `base` has not. Both opaque, of one size and format."""
    return tuple(
        Patch(area.x(), area.y(), image.copy(area))
        for area in _areas(_pixels(image) != _pixels(base))
    )


def draw_patches(painter: QPainter, pieces: Patches) -> None:
    """Draw the pieces over the image that they differ from."""
    for piece in pieces:
        painter.drawImage(piece.x, piece.y, piece.image)


def patch_bytes(pieces: Patches) -> int:
    """Memory that the pieces take."""
    return sum(piece.image.sizeInBytes() for piece in pieces)


def whole_area(pieces: Patches) -> QRect:
    """The rectangle around them all."""
    area = QRect()
    for piece in pieces:
        area = area.united(QRect(QPoint(piece.x, piece.y), piece.image.size()))
    return area


def _pixels(image: QImage) -> NDArray[np.uint32]:
    """The pixels (height, width) of a 32-bit image, without a copy."""
    rows = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)
    return rows[:, : image.width()]


def _areas(differs: NDArray[np.bool_]) -> list[QRect]:
    """Rectangles that hold every pixel that differs: runs of cells, trimmed above and below.

    One above the other they are joined where that takes in little that does not differ.
    """
    height, width = differs.shape
    across = np.logical_or.reduceat(differs, np.arange(0, width, CELL), axis=1)
    areas: list[QRect] = []
    for run in _row_areas(across, height, width):
        near = (n for n, area in enumerate(areas) if _is_cheaper(area, run))
        found = next(near, None)
        areas.append(run if found is None else run.united(areas.pop(found)))
    return areas


def _is_cheaper(area: QRect, run: QRect) -> bool:
    """Whether both, one right above the other, are better kept as one."""
    if area.bottom() + CELL < run.top():
        return False
    return _pixels_in(area.united(run)) <= WASTE * (_pixels_in(area) + _pixels_in(run))


def _pixels_in(area: QRect) -> int:
    return area.width() * area.height()


def _row_areas(across: NDArray[np.bool_], height: int, width: int) -> list[QRect]:
    """The runs of every row of cells."""
    return [
        QRect(left, top, min(right, width) - left, bottom - top)
        for row in range(0, height, CELL)
        for first, end in _runs(across[row : row + CELL].any(axis=0))
        for top, bottom in [_trimmed(across[row : row + CELL, first:end], row)]
        for left, right in [(first * CELL, end * CELL)]
    ]


def _runs(cells: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """First and end of each run of cells that differ."""
    edges = np.diff(np.concatenate([[False], cells, [False]]).astype(np.int8))
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


def _trimmed(rows: NDArray[np.bool_], top: int) -> tuple[int, int]:
    """The rows that differ at all: the first, and the one after the last."""
    found = np.flatnonzero(rows.any(axis=1))
    return top + int(found[0]), top + int(found[-1]) + 1
