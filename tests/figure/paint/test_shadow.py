"""The figure's shadow on the floor."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPainter

from hipcoach.figure.paint.shadow import Shadow
from hipcoach.figure.scene.camera import Camera, Canvas
from hipcoach.figure.scene.extent import Extent
from hipcoach.figure.scene.flesh import Flesh
from hipcoach.figure.scene.order import Order
from hipcoach.figure.scene.scene import Scene
from hipcoach.figure.scene.staging import Staging
from hipcoach.figure.skeleton.skeleton import Stance
from hipcoach.figure.skeleton.vectors import WORLD, Frame
from hipcoach.figure.values.body import Ellipsoid, Part
from hipcoach.figure.values.drawn import View
from tests.figure.bodies import BODY

SIZE = 400
ABOVE = View(azimuth=0, elevation=89)
BALL = Ellipsoid(frame="world", centre=(0, 0, 0), radii=(0.05, 0.05, 0.05))
FLESH = Flesh(
    [Part(name="ball", hulls=(("ball",),), colour="skin", axis=("ball",) * 2)], {"ball": BALL}, BODY
)


def cast(height: float, x: float = 0.0, across: float = SIZE / 2) -> NDArray[np.int32]:
    """The darkness (h, w), seen from above, under a ball of 0.1 m with its lowest point there."""
    camera = Camera(view=ABOVE, scale=330.0, centre=np.array([across, SIZE / 2]))
    staging = Staging(
        scene=Scene(),
        flesh=FLESH,
        extent=Extent(points=np.zeros((1, 3)), floor=np.zeros(3)),
        camera=camera,
        order=Order(
            names=("ball",),
            back_to_front=(0,),
            loops_before={},
            loops_after={},
            votes=np.zeros((1, 1, 1)),
            scale=330.0,
        ),
    )
    place = Frame(WORLD.rotation, np.array([x, height + 0.1, 0.0]))
    stance = Stance(frames={"world": place}, joints={}, angles={}, misses={}, swells={})
    image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    shadow = Shadow(staging, QColor(0, 0, 0, 100), Canvas(width=SIZE, height=SIZE))
    shadow.draw(painter, FLESH.place(stance))
    painter.end()
    raw = np.frombuffer(image.constBits(), np.uint8)
    return raw.reshape(SIZE, SIZE, 4)[..., 3].astype(np.int32)


def test_a_shadow_lies_under_its_thing_and_to_the_right() -> None:
    dark = cast(0.5)
    rows, columns = np.nonzero(dark > 20)
    assert 200 < columns.mean() < 260
    assert 180 < rows.mean() < 240


def test_what_touches_the_floor_darkens_it_more() -> None:
    assert cast(0.0).max() > 1.5 * cast(0.2).max()


def test_a_thing_that_rises_loses_its_dark_spot_little_by_little() -> None:
    rising = np.stack([cast(height) for height in np.linspace(0, 0.06, 31)])
    assert np.abs(np.diff(rising, axis=0)).max() < 25


def test_a_shadow_has_soft_edges() -> None:
    dark = cast(0.1)
    assert np.abs(np.diff(dark, axis=1)).max() < 12


def test_a_shadow_fades_towards_the_pictures_edge_instead_of_being_cut() -> None:
    dark = cast(0.0, across=SIZE - 8.0)
    assert dark.max() > 20
    assert dark[:, -1].max() < 0.3 * dark.max()


def test_a_shadow_outside_the_picture_is_none() -> None:
    assert not cast(0.0, across=3000.0).any()
