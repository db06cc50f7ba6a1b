"""What differs between two images."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from hipcoach.figure.paint.patches import CELL, draw_patches, patch_bytes, patches

WHITE, INK = QColor("#FFFFFF"), QColor("#203040")


def image(*marks: QRect, width: int = 203, height: int = 131) -> QImage:
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(WHITE)
    painter = QPainter(made)
    for mark in marks:
        painter.fillRect(mark, INK)
    painter.end()
    return made


def restored(base: QImage, other: QImage) -> QImage:
    found = base.copy()
    painter = QPainter(found)
    draw_patches(painter, patches(other, base))
    painter.end()
    return found


@pytest.mark.parametrize(
    "marks",
    [
        [],
        [QRect(0, 0, 1, 1)],
        [QRect(202, 130, 1, 1)],
        [QRect(31, 31, 2, 2)],
        [QRect(10, 10, 20, 90), QRect(150, 20, 9, 9), QRect(40, 120, 150, 11)],
        [QRect(0, 0, 203, 131)],
    ],
)
def test_the_pieces_make_one_image_into_the_other(marks: list[QRect]) -> None:
    base, other = image(QRect(60, 60, 30, 30)), image(*marks)
    assert restored(base, other) == other


def test_an_image_has_no_pieces_that_itself_has_not() -> None:
    assert patches(image(QRect(5, 5, 9, 9)), image(QRect(5, 5, 9, 9))) == ()


def test_two_small_marks_far_apart_cost_two_small_pieces() -> None:
    pieces = patches(image(QRect(1, 1, 4, 4), QRect(170, 120, 4, 4)), image())
    assert patch_bytes(pieces) <= 2 * CELL * 4 * 4
