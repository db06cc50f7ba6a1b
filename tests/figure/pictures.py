"""Small pictures of a figure on one sheet, and how unlike two such sheets are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from PySide6.QtGui import QImage, QPainter

from hipcoach.core.exercise import Resistance, Side
from hipcoach.figure.paint.painter import FigurePainter
from hipcoach.figure.paint.palette import Colours
from hipcoach.figure.paint.picture import Picture, Scenery
from hipcoach.figure.scene.camera import Canvas
from hipcoach.figure.skeleton.movement import Movement
from hipcoach.figure.skeleton.pose import at_share
from hipcoach.figure.skeleton.vectors import Vec
from hipcoach.figure.values.drawn import Drawn
from tests.figure.runs import library
from tests.figure.stages import resistances

CELL = (240, 180)
BLOCK = 4
"""Pixels of a block's side. What machines and versions of Qt draw differently is a fringe along
edges, small in the mean of 16 pixels; a limb that has moved fills whole blocks."""

FAR = 16.0
"""How far a block's colour may be off, of 255, before the block counts. A whole picture a quarter
of a pixel aside changes no block by more than 13 (measured over all figures)."""

ALLOWED = 1.5
"""Blocks of a cell that may count, in thousandths: 4 of 2700. Qt 6.11.3 on Python 3.11 and Qt 6.12
on Python 3.13 differ in none; the least of what has to be seen, a knee pad taken away, is 8."""


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One picture of a sheet."""

    drawn: Drawn
    share: float
    side: Side = Side.RIGHT
    mistake: str = ""
    dark: bool = False
    resistance: Resistance = Resistance()


def plain(drawn: Drawn, **changes: Any) -> list[Cell]:
    """Start and end: right and in the light unless `changes` say else, with the last resistance."""
    resistance = resistances(drawn)[-1]
    cells = [Cell(drawn=drawn, share=share, resistance=resistance) for share in (0.0, 1.0)]
    return [replace(cell, **changes) for cell in cells]


def more(drawn: Drawn) -> list[Cell]:
    """Good form on the left in the dark, and the first mistake, both as its pair sees them."""
    name, pose = next(iter(drawn.mistakes.items()))
    seen = replace(drawn, view=pose.view or drawn.view)
    _, end = plain(seen)
    return [replace(end, side=Side.LEFT, dark=True), replace(end, mistake=name)]


def sheet(cells: list[Cell]) -> QImage:
    """The cells in rows of two."""
    width, height = CELL
    image = QImage(2 * width, (len(cells) + 1) // 2 * height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for at, cell in enumerate(cells):
        painter.drawImage(at % 2 * width, at // 2 * height, _drawn(cell))
    painter.end()
    return image


def _drawn(cell: Cell) -> QImage:
    canvas = Canvas(width=CELL[0], height=CELL[1])
    movement = Movement(cell.drawn, library().body, side=cell.side, mistake=cell.mistake)

    def figure() -> FigurePainter:
        return FigurePainter(
            movement,
            library(),
            canvas,
            colours(dark=cell.dark),
            resistance=cell.resistance,
            view=movement.drawn.view,
        )

    return Picture(Scenery(canvas, figure)).image(*at_share(cell.share))


def colours(*, dark: bool) -> Colours:
    """A theme's colours on the player's stage."""
    return Colours(
        dark=dark,
        look="sage",
        ground="#161B20" if dark else "#ECEDE9",
        ink="#E8ECEF" if dark else "#18212B",
        panel="#20272D" if dark else "#FFFFFF",
        well_done="#0E635B",
        mistaken="#7A4100",
    )


def unlike(image: QImage, other: QImage) -> float:
    """How many blocks of one picture are not those of the other, in thousandths of a cell's.

    In the cell where they are least alike; pictures of different sizes are wholly unlike.
    """
    if image.size() != other.size():
        return 1000.0
    return max(float(cell.mean()) * 1000 for cell in _cells(_far(image, other)))


def difference(image: QImage, other: QImage) -> QImage:
    """The picture, faint, with the blocks in red that are not those of the other."""
    seen = image.convertToFormat(QImage.Format.Format_RGB32)
    if image.size() != other.size():
        return seen
    painter = QPainter(seen)
    painter.fillRect(seen.rect(), "#C0FFFFFF")
    for y, x in np.argwhere(_far(image, other)).tolist():
        painter.fillRect(x * BLOCK, y * BLOCK, BLOCK, BLOCK, "#D02020")
    painter.end()
    return seen


def _far(image: QImage, other: QImage) -> Vec:
    return np.abs(_blocks(image) - _blocks(other)).max(axis=2) > FAR


def _cells(far: Vec) -> Iterator[Vec]:
    width, height = (side // BLOCK for side in CELL)
    for y in range(0, far.shape[0], height):
        for x in range(0, far.shape[1], width):
            yield far[y : y + height, x : x + width]


def _blocks(image: QImage) -> Vec:
    """The mean colour of each block, (rows, columns, 3)."""
    plain_image = image.convertToFormat(QImage.Format.Format_RGB32)
    height, width = plain_image.height(), plain_image.width()
    pixels = np.frombuffer(plain_image.constBits(), np.uint8).reshape(height, width, 4)[..., :3]
    blocks = pixels.reshape(height // BLOCK, BLOCK, width // BLOCK, BLOCK, 3).astype(float)
    mean: Vec = blocks.mean(axis=(1, 3))
    return mean
