"""From arrays of points to what QPainter draws, with brushes and pens: polygons, curves, hulls."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray, QDataStream, QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainterPath, QPen, QPolygonF

from hipcoach.figure.skeleton.vectors import Vec

POINT_BYTES = 16
MOVE_TO = (0).to_bytes(4, "big")
LINE_TO = (1).to_bytes(4, "big")
WINDING = b"\0\0\0\0\0\0\0\1"
"""The end of a path in Qt's stream: it starts at subpath 0 and is filled by the winding rule."""


def point(xy: Iterable[float]) -> QPointF:
    """A point on the screen."""
    x, y = xy
    return QPointF(float(x), float(y))


def polygon(points: Vec) -> QPolygonF:
    """A polygon from points (N, 2)."""
    return QPolygonF([QPointF(x, y) for x, y in points.tolist()])


def flat_brush(colour: QColor) -> QBrush:
    """One colour as a gradient: Qt blends it about three times faster than a plain brush."""
    gradient = QLinearGradient(0, 0, 0, 1000)
    gradient.setColorAt(0, colour)
    gradient.setColorAt(1, colour)
    return QBrush(gradient)


def round_pen(colour: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A pen whose lines end and meet round."""
    return QPen(colour, width, style, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def smooth_outline(points: Vec) -> QPainterPath:
    """The closed curve through points (N, 2), by Catmull and Rom's tangents."""
    before, after = np.roll(points, 1, 0), np.roll(points, -1, 0)
    tangents = (after - before) / 6
    leaving, arriving = points + tangents, after - np.roll(tangents, -1, 0)
    path = QPainterPath(point(points[0]))
    for out, into, end in zip(leaving, arriving, after, strict=True):
        path.cubicTo(point(out), point(into), point(end))
    return path


def convex_hull(points: Vec) -> Vec:
    """The convex hull (M, 2) of a few points (N, 2), by a monotone chain."""
    ordered = sorted(map(tuple, points.tolist()))
    return np.array(_chain(ordered) + _chain(ordered[::-1]))


def _chain(ordered: list[tuple[float, float]]) -> list[tuple[float, float]]:
    chain: list[tuple[float, float]] = []
    for at in ordered:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], at) <= 0:
            chain.pop()
        chain.append(at)
    return chain[:-1]


def _turn(one: tuple[float, float], two: tuple[float, float], three: tuple[float, float]) -> float:
    return (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0])


class Unions:
    """Makes the paths of many unions of closed outlines in one pass through numpy and one stream.

    Each union is a slice (first, end) of outlines that have `points` points each. Filling them one
    by one in Python would cost more than drawing them.
    """

    def __init__(self, slices: Sequence[tuple[int, int]], points: int) -> None:
        self._count = len(slices)
        written = bytearray()
        rows: list[int] = []
        places: list[int] = []
        for first, end in slices:
            written += ((end - first) * (points + 1)).to_bytes(4, "big")
            for outline in range(first, end):
                for corner in range(points + 1):
                    written += LINE_TO if corner else MOVE_TO
                    places.append(len(written))
                    written += b"\0" * POINT_BYTES
                    rows.append(outline * points + corner % points)
            written += (
                WINDING if end > first else b""
            )  # Qt writes and reads no end of an empty path
        self._bytes = np.frombuffer(bytes(written), np.uint8).copy()
        self._rows = np.array(rows)
        self._places: NDArray[np.intp] = (
            np.array(places)[:, None] + np.arange(POINT_BYTES)
        ).ravel()

    def paths(self, outlines: Vec) -> list[QPainterPath]:
        """The unions' paths for outlines (G, points, 2)."""
        corners = outlines.reshape(-1, 2)[self._rows].astype(">f8")
        self._bytes[self._places] = corners.view(np.uint8).ravel()
        stream = QDataStream(QByteArray(self._bytes.tobytes()))
        found = []
        for _ in range(self._count):
            path = QPainterPath()
            stream >> path
            found.append(path)
        return found
