"""Pictures as numbers: how much of two differs, how much of one has a colour."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

Pixels = NDArray[np.uint8]


def pixels(image: QImage) -> Pixels:
    """Height, width, and blue, green, red and alpha."""
    whole = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    return np.frombuffer(whole.constBits(), np.uint8).reshape(image.height(), -1, 4).copy()


def differing(one: QImage, other: QImage) -> float:
    """Share of the pixels that an eye could tell apart."""
    far = np.abs(pixels(one).astype(int) - pixels(other).astype(int)).max(axis=2) > 24
    return float(far.mean())


def shows(image: QImage, colour: str, tolerance: int = 6) -> int:
    """Pixels of this colour, nearly."""
    wanted = QColor(colour)
    found = pixels(image)[..., :3].astype(int) - (wanted.blue(), wanted.green(), wanted.red())
    return int((np.abs(found).max(axis=2) <= tolerance).sum())
