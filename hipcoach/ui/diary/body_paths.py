"""The body as it is drawn, seen from behind: its outline and its nine areas (design 05).

The outlines are written as in SVG, in units of a box of 122 x 314 that begins at 14, 2. Left is the
user's left, which from behind is the left of the picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from hipcoach.core.pain import Place

BOX = QRectF(26, 7, 98, 281)
"""What the body takes of it, with its outline."""

_BODY = (
    "M75 8c10 0 16 7 16 17 0 7-3 13-7 16v7c2 4 8 6 15 8 10 3 14 9 15 19l5 38 4 36c1 6-7 8-9 2"
    "l-9-36-3-18-1 14c0 10 2 18 5 26 4 11 5 24 4 38l-4 44-3 32 1 30c0 8-14 8-15 0l-4-34-4-42-6-36"
    "-6 36-4 42-4 34c-1 8-15 8-15 0l1-30-3-32-4-44c-1-14 0-27 4-38 3-8 5-16 5-26l-1-14-3 18-9 36"
    "c-2 6-10 4-9-2l4-36 5-38c1-10 5-16 15-19 7-2 13-4 15-8v-7c-4-3-7-9-7-16 0-10 6-17 16-17z"
)
_AREAS = {
    Place.LOW_BACK_LEFT: "M46 116h17v26H43c1-6 3-17 3-26z",
    Place.LOW_BACK_MIDDLE: "M63 116h24v26H63z",
    Place.LOW_BACK_RIGHT: "M87 116h17c0 9 2 20 3 26H87z",
    Place.BUTTOCK_LEFT: "M42 144h32v30H39c0-12 1-22 3-30z",
    Place.BUTTOCK_RIGHT: "M76 144h32c2 8 3 18 3 30H76z",
    Place.THIGH_LEFT: "M39 177h33l-5 42H42z",
    Place.THIGH_RIGHT: "M78 177h33l-3 42H83z",
    Place.BELOW_KNEE_LEFT: "M43 224h23l-5 62H46z",
    Place.BELOW_KNEE_RIGHT: "M84 224h23l-3 62H89z",
}

_PARTS = re.compile(r"([MlhvHcz])([^A-Za-z]*)")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def body_path() -> QPainterPath:
    """The outline of the body."""
    return _path(_BODY)


def area_paths() -> dict[Place, QPainterPath]:
    """The areas, as far as they lie on the body."""
    body = body_path()
    return {place: _path(text).intersected(body) for place, text in _AREAS.items()}


def _path(text: str) -> QPainterPath:
    """The path of an outline: M and H name a place, c, l, h and v the way from the last one."""
    path = QPainterPath()
    for letter, rest in _PARTS.findall(text):
        numbers = [float(number) for number in _NUMBER.findall(rest)]
        if letter == "M":
            path.moveTo(*numbers)
        elif letter == "z":
            path.closeSubpath()
        elif letter == "c":
            for first in range(0, len(numbers), 6):
                here = path.currentPosition()
                path.cubicTo(*(here + way for way in _ways(numbers[first : first + 6])))
        else:
            for way in _straight(letter, numbers, path.currentPosition().x()):
                path.lineTo(path.currentPosition() + way)
    return path


def _straight(letter: str, numbers: list[float], x: float) -> Iterator[QPointF]:
    """The ways of straight lines, one after the other."""
    if letter == "l":
        yield from _ways(numbers)
    elif letter == "v":
        yield QPointF(0, numbers[0])
    else:
        yield QPointF(numbers[0] - (x if letter == "H" else 0), 0)


def _ways(numbers: list[float]) -> Iterator[QPointF]:
    return map(QPointF, numbers[::2], numbers[1::2])
