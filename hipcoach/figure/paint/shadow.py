"""The figure's shadow on the floor: everything sheared along the light, drawn small and blurred."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from hipcoach.figure.paint.layers import layer, painting_at
from hipcoach.figure.paint.paths import Unions, convex_hull, polygon
from hipcoach.figure.paint.shading import see
from hipcoach.figure.scene.camera import Canvas
from hipcoach.figure.scene.flesh import Placed
from hipcoach.figure.scene.outline import directions, outlines
from hipcoach.figure.scene.staging import Staging
from hipcoach.figure.skeleton.vectors import Vec

LIGHT = np.array([-0.16, 1.0, 0.05])  # towards the light, which stands almost overhead
GRAIN = 8.0  # pixels per pixel of the small picture, at 330 pixels per metre
CORNERS = 16  # of an outline: enough for a few small pixels that get blurred
SPREAD = 3  # small pixels by which the blur widens it
NEAR = 0.045  # metres over the floor: nearer things darken it once more, wholly at half of it
CONTACT = 0.9  # of the shadow's own strength
BORDER = 3  # small pixels in which it fades to the picture's edge, which would cut it off


class Shadow:
    """The shadow of one scene in a picture of this size."""

    def __init__(self, staging: Staging, colour: QColor, canvas: Canvas) -> None:
        flesh = staging.flesh
        self._camera = staging.camera
        self._groups = flesh.groups[: flesh.body_groups]
        self._grain = max(1.0, GRAIN * staging.unit)
        self._picture = _small(canvas, self._grain)
        self._towards = directions(CORNERS)
        self._unions = Unions([(0, flesh.body_groups)], CORNERS)
        self._boxes = [_box_shadow(box.corners()) for box in staging.scene.boxes]
        self._colour = colour
        self._contact = QColor(colour)
        self._contact.setAlphaF(colour.alphaF() * CONTACT)

    def draw(self, painter: QPainter, placed: Placed) -> None:
        """The shadow of this instant."""
        seen = see(placed.cast(LIGHT), self._camera)
        hulls = outlines(seen.centres, seen.axes, self._groups, self._towards) / self._grain
        boxes = [self._camera.project(corners) / self._grain for corners in self._boxes]
        area = _area([hulls.reshape(-1, 2), *boxes]) & self._picture
        if area.isEmpty():
            return
        path = self._unions.paths(hulls)[0]
        for corners in boxes:
            path.addPolygon(polygon(convex_hull(corners)))
        heights = placed.lowest()[self._groups].min(axis=1)
        contact = self._unions.paths(_shrunk(hulls, np.clip(2 - 2 * heights / NEAR, 0, 1)))[0]
        self._show(painter, self._filled(area, path, contact), area)

    def _filled(self, area: QRect, shadow: QPainterPath, contact: QPainterPath) -> QImage:
        image = layer(area.size())
        with painting_at(image, area.topLeft()) as painter:
            for path, colour in ((shadow, self._colour), (contact, self._contact)):
                painter.setBrush(colour)
                painter.drawPath(path)
        _blur(image, self._fading(area))
        return image

    def _fading(self, area: QRect) -> NDArray[np.uint16]:
        """How much of each row and column is left near the picture's edge, of 256 (h, w, 1)."""
        picture = self._picture
        down = _nearing(area.top(), area.height(), picture.bottom())
        across = _nearing(area.left(), area.width(), picture.right())
        return np.round(down[:, None, None] * across[:, None] * 256).astype(np.uint16)

    def _show(self, painter: QPainter, image: QImage, area: QRect) -> None:
        grain = self._grain
        target = QRectF(
            area.x() * grain, area.y() * grain, area.width() * grain, area.height() * grain
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, image, QRectF(image.rect()))


def _box_shadow(corners: Vec) -> Vec:
    """The corners (8, 3) on the floor."""
    fallen: Vec = corners - LIGHT * corners[:, 1:2]
    return fallen


def _area(points: list[Vec]) -> QRect:
    """What the shadow and its blur cover, in small pixels."""
    every = np.concatenate(points)
    left, top = np.floor(every.min(axis=0)).astype(int) - SPREAD
    right, bottom = np.ceil(every.max(axis=0)).astype(int) + SPREAD
    return QRect(int(left), int(top), int(right - left), int(bottom - top))


def _small(canvas: Canvas, grain: float) -> QRect:
    """The picture in small pixels."""
    return QRect(0, 0, math.ceil(canvas.width / grain), math.ceil(canvas.height / grain))


def _nearing(first: int, count: int, last: int) -> Vec:
    """For so many small pixels from the first: 0 to 1 by the distance to the picture's edges."""
    places = np.arange(first, first + count)
    shares: Vec = np.clip((np.minimum(places, last - places) + 0.5) / BORDER, 0.0, 1.0)
    return shares


def _shrunk(hulls: Vec, shares: Vec) -> Vec:
    """Each outline (G, K, 2) shrunk to its share (G,): a dark spot dwindles, it does not vanish."""
    middles = hulls.mean(axis=1, keepdims=True)
    shrunk: Vec = middles + (hulls - middles) * shares[:, None, None]
    return shrunk


def _blur(image: QImage, shares: NDArray[np.uint16]) -> None:
    """Two passes of 1-2-1 each way; then only these shares of 256 (h, w, 1) are left of it."""
    raw = np.frombuffer(image.bits(), np.uint8)
    pixels = raw.reshape(image.height(), image.bytesPerLine() // 4, 4)
    wide = pixels.astype(np.uint16)
    for _ in range(2):
        wide[:, 1:-1] = (wide[:, :-2] + 2 * wide[:, 1:-1] + wide[:, 2:]) >> 2
        wide[1:-1] = (wide[:-2] + 2 * wide[1:-1] + wide[2:]) >> 2
    pixels[...] = (wide * shares) >> 8
