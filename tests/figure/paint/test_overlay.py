"""What is drawn round the figure."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from hipcoach.figure.paint.overlay import draw_breath, draw_trace
from hipcoach.figure.paint.palette import Colours, resolve
from hipcoach.figure.scene.camera import Camera
from hipcoach.figure.skeleton.skeleton import Stance
from hipcoach.figure.skeleton.vectors import Frame, Vec
from hipcoach.figure.values.drawn import View
from tests.figure.runs import library

WAY = np.stack([np.linspace(20, 180, 21), np.full(21, 60.0)], axis=1)


def traced(way: Vec, unit: float) -> Vec:
    """The columns where the way's ink is."""
    image = QImage(200, 120, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_trace(painter, way, QColor("black"), unit)
    painter.end()
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(120, 200, 4)
    return np.nonzero(raw[..., 0] < 250)[1].astype(float)


def test_a_way_is_dotted_from_its_start_to_a_head_at_its_end() -> None:
    columns = traced(WAY, 1.0)
    assert columns.min() < 22
    assert columns.max() > 178
    assert set(range(20, 160)) - set(columns.astype(int))  # gaps between the dots
    assert (columns > 168).sum() > 2 * ((columns > 100) & (columns < 110)).sum()


def test_a_short_way_is_not_drawn() -> None:
    assert not traced(WAY[:3], 1.0).size


@pytest.mark.parametrize("unit", [0.05, 0.2, 0.4])
def test_a_small_picture_has_no_specks(unit: float) -> None:
    assert not traced(WAY, unit).size


def dot(light: Colours, phase: float) -> tuple[float, float]:
    """Where the breath's dot is."""
    palette = resolve(library(), light)
    camera = Camera(view=View(azimuth=0, elevation=0), scale=330.0, centre=np.array([150.0, 250.0]))
    chest = Frame(np.eye(3), np.zeros(3))
    stance = Stance(frames={"thorax": chest}, joints={}, angles={}, misses={}, swells={})
    image = QImage(300, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_breath(painter, camera, palette, stance, phase)
    painter.end()
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(300, 300, 4).astype(int)
    rows, columns = np.nonzero(raw[..., 2] - raw[..., 0] > 100)
    return float(columns.mean()), float(rows.mean())


def test_a_breath_rises_and_sinks_over_the_chest(light: Colours) -> None:
    out, full, again = (dot(light, phase) for phase in (0.0, 0.5, 1.0))
    assert out[0] < full[0] < again[0]
    assert full[1] < out[1] - 20
    assert again[1] == pytest.approx(out[1], abs=2)
    assert full[1] < 150
