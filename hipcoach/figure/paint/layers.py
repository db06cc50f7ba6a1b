"""Transparent images to paint on before they are put together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPainter


def layer(size: QSize) -> QImage:
    """An empty, transparent image."""
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    return image


@contextmanager
def painting_at(image: QImage, corner: QPoint) -> Iterator[QPainter]:
    """A smooth painter without a pen, for whose coordinates `corner` is the image's upper left.

    It ends whatever happens: a painter must not outlive its image.
    """
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.translate(-corner)
        yield painter
    finally:
        painter.end()
