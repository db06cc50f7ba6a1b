"""The working muscles' pictures, and how they lie on the parts of the body."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath

from hipcoach.figure.paint.muscles import Glow, MuscleGlow
from hipcoach.figure.paint.palette import Colours, Palette, resolve
from hipcoach.figure.paint.parts_painter import glowing
from hipcoach.figure.scene.camera import Camera
from hipcoach.figure.skeleton.skeleton import Stance
from hipcoach.figure.skeleton.vectors import WORLD
from hipcoach.figure.values.body import Anchor, Muscle
from hipcoach.figure.values.drawn import View
from tests.figure.runs import library

FRONT = View(azimuth=0, elevation=0)  # looks along -z
CORNERS = ((0, 0), (0.1, 0.02), (0.12, 0.1), (0.05, 0.14), (-0.02, 0.08))
NOBODY = Stance(frames={"world": WORLD}, joints={}, angles={}, misses={}, swells={})


def at(x: float, y: float, z: float = 0.0) -> Anchor:
    return Anchor(frame="world", at=(x, y, z))


def fan(toward: float = 1.0) -> Muscle:
    """A muscle that looks at the viewer of FRONT, or away."""
    return Muscle(
        fan=tuple(at(x, y) for x, y in CORNERS),
        insertion=at(0.0, -0.05),
        normal=at(0.0, 0.0, toward),
        on=("pelvis", "R_thigh"),
    )


@pytest.fixture
def palette(light: Colours) -> Palette:
    return resolve(library(), light)


def picture(muscle: Muscle, palette: Palette, effort: float, azimuth: float = 0) -> QImage:
    view = View(azimuth=azimuth, elevation=0)
    camera = Camera(view=view, scale=500.0, centre=np.array([300.0, 300.0]))
    everywhere = dict.fromkeys(muscle.on, QRect(0, 0, 1000, 1000))
    glows = MuscleGlow([muscle], 1.0, camera, palette).glows(NOBODY, effort, everywhere)
    assert set(glows) == set(muscle.on)
    (glow,) = glows["pelvis"]
    return glow.image


def strength(image: QImage) -> float:
    """The mean alpha of a picture, 0 to 255."""
    raw = np.frombuffer(image.constBits(), np.uint8)
    return float(raw.reshape(-1, 4)[:, 3].mean())


def test_a_muscle_glows_the_more_the_more_it_works(palette: Palette) -> None:
    efforts = [strength(picture(fan(), palette, effort)) for effort in (0.0, 0.5, 1.0)]
    assert 0 < efforts[0] < efforts[1] < efforts[2]


def test_a_muscle_on_the_far_side_shows_through_more_faintly(palette: Palette) -> None:
    near, far = (strength(picture(fan(toward), palette, 1.0)) for toward in (1.0, -1.0))
    assert 0 < far < 0.6 * near


def test_a_muscle_seen_edge_on_is_a_glow_without_a_sliver(palette: Palette) -> None:
    image = picture(fan(), palette, 1.0, azimuth=90)
    middle = image.width() // 2
    down = [image.pixelColor(middle, y).alpha() for y in range(image.height())]
    assert max(down) > 60
    assert max(abs(b - a) for a, b in pairwise(down)) < 12


def test_a_turning_muscle_changes_little_by_little(palette: Palette) -> None:
    turning = [strength(picture(fan(), palette, 1.0, azimuth)) for azimuth in range(0, 181, 3)]
    assert np.abs(np.diff(turning)).max() < 12


def test_the_glow_has_no_edge(palette: Palette) -> None:
    image = picture(fan(), palette, 1.0)
    last = image.width() - 1
    border = [image.pixelColor(x, y).alpha() for x in range(last) for y in (0, last)]
    assert max(border) < 12


def test_two_parts_that_meet_under_a_glow_show_no_seam() -> None:
    """The edge of the one in front lies in the middle of a pixel."""
    amber = QImage(40, 40, QImage.Format.Format_ARGB32_Premultiplied)
    amber.fill(QColor(235, 163, 43, 220))
    glows = [Glow(QPoint(0, 0), amber)]
    shown = QImage(40, 40, QImage.Format.Format_RGB32)
    painter = QPainter(shown)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for left in (0.0, 20.5):
        path = QPainterPath()
        path.addRect(QRectF(left, 0, 40 - left, 40))
        painter.setBrush(glowing(QBrush(QColor("#4A5B8C")), glows, path))
        painter.drawPath(path)
    painter.end()
    across = {shown.pixelColor(x, 20).lightness() for x in range(2, 38)}
    assert max(across) - min(across) <= 1
