"""The icon set: Lucide's lines, tinted and kept as pixmaps."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

STROKE, HEAVY_STROKE = "1.75", "2.25"


class Icons:
    """Pixmaps by name, size, colour and the screen's pixel ratio. `folder` holds the SVG files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[tuple[str, int, str, bool, float], QPixmap] = {}

    def pixmap(self, name: str, size: int, colour: str, *, heavy: bool = False) -> QPixmap:
        """The icon `size` pixels wide and high; FileNotFoundError for an unknown name."""
        app = QGuiApplication.instance()
        ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
        key = (name, size, colour, heavy, ratio)
        if key not in self._kept:
            self._kept[key] = self._drawn(name, size, colour, heavy=heavy, ratio=ratio)
        return self._kept[key]

    def _drawn(self, name: str, size: int, colour: str, *, heavy: bool, ratio: float) -> QPixmap:
        text = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        stroke = HEAVY_STROKE if heavy else STROKE
        text = text.replace('stroke-width="2"', f'stroke-width="{stroke}"')
        renderer = QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        return pixmap
