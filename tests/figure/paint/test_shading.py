"""Light on the flesh: from the upper left, steady, and clear on the working leg."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QLinearGradient

from hipcoach.figure.paint.palette import Colours, resolve
from hipcoach.figure.paint.shading import FADE, IDLE_FADE, Seen, Shading
from hipcoach.figure.scene.flesh import Flesh
from hipcoach.figure.skeleton.vectors import Vec
from hipcoach.figure.values.body import Ellipsoid, Part
from tests.figure.bodies import BODY
from tests.figure.runs import library

BALL = Ellipsoid(frame="world", centre=(0, 0, 0), radii=(0.1, 0.1, 0.1))


def limbs(*names: str) -> Flesh:
    """Limbs of two balls each."""
    parts = [
        Part(
            name=name,
            hulls=((f"{name}.0", f"{name}.1"),),
            colour="top",
            axis=(f"{name}.0", f"{name}.1"),
        )
        for name in names
    ]
    balls = {f"{name}.{end}": BALL for name in names for end in (0, 1)}
    return Flesh(parts, balls, BODY)


def seen(*ends: tuple[float, float], depths: tuple[float, ...] = ()) -> Seen:
    """Balls of ten pixels at these places."""
    balls = np.tile(np.eye(2, 3) * 10.0, (len(ends), 1, 1))
    return Seen(np.array(ends, float), balls, np.array(depths or (0.0,) * len(ends)))


@pytest.fixture
def shading(light: Colours) -> Shading:
    return Shading(limbs("R_thigh"), 1, resolve(library(), light))


def brightness(shading: Shading, angle: float, length: float = 60) -> Vec:
    """Of a limb that points that way, at eight places round its middle."""
    tip = (length * math.cos(angle), length * math.sin(angle))
    brush = shading.brushes(seen((-tip[0], -tip[1]), tip))[0]
    turns = np.arange(8) * math.pi / 4
    return lightness(brush, [QPointF(8 * math.cos(t), 8 * math.sin(t)) for t in turns])


def lightness(brush: QBrush, places: Sequence[QPointF]) -> Vec:
    """What the brush paints at these places, 0 to 255."""
    gradient = brush.gradient()
    assert isinstance(gradient, QLinearGradient)
    start, way = gradient.start(), gradient.finalStop() - gradient.start()
    span = QPointF.dotProduct(way, way)
    shares = [QPointF.dotProduct(place - start, way) / span for place in places]
    stops, colours = zip(*gradient.stops(), strict=True)
    return np.interp(shares, stops, [QColor(c).lightness() for c in colours])


@pytest.mark.parametrize("angle", np.linspace(0, 2 * math.pi, 12).tolist())
def test_the_upper_left_is_brighter_than_the_lower_right(shading: Shading, angle: float) -> None:
    around = brightness(shading, angle)
    upper_left, lower_right = around[5], around[1]  # the screen's y points down
    assert upper_left > lower_right


def test_no_side_of_a_turning_limb_flickers(shading: Shading) -> None:
    turning = np.stack([brightness(shading, angle) for angle in np.radians(np.arange(360))])
    assert np.abs(np.diff(turning, axis=0)).max() < 12


def test_no_side_of_a_limb_that_comes_forward_flickers(shading: Shading) -> None:
    coming = np.stack([brightness(shading, 0.3, length) for length in range(60, -1, -1)])
    assert np.abs(np.diff(coming, axis=0)).max() < 12


@pytest.mark.parametrize("angle", np.linspace(0, 2 * math.pi, 36, endpoint=False).tolist())
def test_a_straight_leg_has_no_step_of_light_at_the_knee(light: Colours, angle: float) -> None:
    hip, knee, ankle = ((n * math.cos(angle), n * math.sin(angle)) for n in (0.0, 60.0, 120.0))
    shading = Shading(limbs("R_thigh", "R_shank"), 2, resolve(library(), light))
    thigh, shank = shading.brushes(seen(hip, knee, knee, ankle))
    at_the_knee = [QPointF(*knee)]
    assert abs(lightness(thigh, at_the_knee) - lightness(shank, at_the_knee)).max() < 35


def fading(shading: Shading, *, depths: tuple[float, ...]) -> Vec:
    ends = [(x, y) for x in range(0, 60 * len(depths), 60) for y in (0.0, 40.0)]
    return shading._fades(seen(*ends, depths=tuple(d for d in depths for _ in range(2))))


def test_what_is_far_fades_and_what_is_near_does_not(light: Colours) -> None:
    flesh = limbs("near", "far")
    near, far = fading(Shading(flesh, 2, resolve(library(), light)), depths=(0.3, -0.3))
    assert near == 0
    assert far == pytest.approx(FADE)


def test_the_working_leg_never_fades_and_the_other_one_always_does(light: Colours) -> None:
    flesh = limbs("R_thigh", "L_thigh", "L_hand")
    shading = Shading(flesh, 3, resolve(library(), light), "R")
    assert fading(shading, depths=(-0.3, 0.3, 0.3)).tolist() == [0, IDLE_FADE, 0]


def test_a_prop_far_behind_does_not_pale_the_body(light: Colours) -> None:
    flesh = limbs("near", "chair")
    near, chair = fading(Shading(flesh, 1, resolve(library(), light)), depths=(0.0, -5.0))
    assert near == 0
    assert chair == pytest.approx(FADE)
