"""Flesh: ellipsoids carried by the skeleton, grouped into the parts that are drawn."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from hipcoach.figure.scene.flesh import Flesh, Placed
from hipcoach.figure.skeleton.vectors import about_x, about_y, about_z
from hipcoach.figure.values.body import Ellipsoid, Part
from tests.figure.bodies import BODY, near, stance_of

BALL = (0.05, 0.05, 0.05)
ELLIPSOIDS = {
    "belly": Ellipsoid(frame="pelvis", centre=(0.1, 0, 0), radii=BALL),
    "knee": Ellipsoid(frame="R_thigh", centre=(0, -0.25, 0), radii=(0.02, 0.04, 0.03)),
    "calf": Ellipsoid(frame="R_shank", centre=(0, -0.1, 0), radii=BALL),
    "stone": Ellipsoid(frame="world", centre=(0.5, 0.05, 0), radii=BALL),
}
PARTS = (
    Part(name="trunk", hulls=(("belly",),), colour="top", axis=("belly", "belly")),
    Part(
        name="leg",
        hulls=(("belly", "knee"), ("knee", "calf")),
        colour="skin",
        axis=("knee", "calf"),
        halo=(("calf",),),
    ),
    Part(name="stone", hulls=(("stone",),), colour="metal", axis=("stone", "stone")),
)
SWELLING = replace(BODY, swells={"belly": ("belly",), "chest": ()})


def flesh() -> Flesh:
    """A trunk, a leg and a stone."""
    return Flesh(PARTS, ELLIPSOIDS, SWELLING)


def test_ellipsoids_lie_where_their_bones_carry_them() -> None:
    placed = flesh().place(stance_of(y=1.0, R_hip__flex=90))
    assert near(placed.centres[0], (0.2, 1, 0))  # fractions of two metres
    assert near(placed.centres[1], (0.5, 1, 0.1))  # the thigh points forward
    assert near(placed.centres[3], (1, 0.1, 0))  # whatever the body does
    assert near(np.abs(placed.axes[1]), np.abs(about_z(90)) * (0.04, 0.08, 0.06))


def test_breathing_moves_the_flesh_forward_and_nothing_else() -> None:
    still, breathing = (
        flesh().place(stance_of(pitch=90, flesh__belly=metres)) for metres in (0, 0.02)
    )
    moved = breathing.centres - still.centres
    assert near(moved[0], (0, 0.02, 0))  # forward is up when lying on the back
    assert near(moved[1:], np.zeros((3, 3)))


def test_parts_know_their_hulls() -> None:
    made = flesh()
    assert made.body_groups == 4
    assert made.slices == ((0, 1), (1, 3), (3, 4))
    assert made.halo_slices == ((4, 4), (4, 5), (5, 5))
    assert made.groups.tolist() == [[0, 0], [0, 1], [1, 2], [3, 3], [2, 2]]
    assert made.members == ((0,), (0, 1, 2), (3,))
    assert made.padded.tolist() == [[0, 0, 0], [0, 1, 2], [3, 3, 3]]
    assert made.axis.tolist() == [[0, 0], [1, 2], [3, 3]]


def slanting() -> Placed:
    """One ellipsoid that lies askew, a metre over the floor."""
    turned = about_x(30) @ about_y(50) @ about_z(20)
    return Placed(np.array([[0.3, 1.0, -0.2]]), (turned * (0.3, 0.1, 0.2))[None])


def surface(placed: Placed) -> np.ndarray:
    """Many points of the only ellipsoid's surface, (N, 3)."""
    ball = np.random.default_rng(3).normal(size=(4000, 3))
    ball /= np.linalg.norm(ball, axis=1, keepdims=True)
    return placed.centres[0] + ball @ placed.axes[0].T


def test_reach_is_the_furthest_point_in_each_direction() -> None:
    directions = np.array([[1.0, 0, 0], [0, -1, 0], [0.6, 0, 0.8]])
    for reached, direction in zip(slanting().reach(directions), directions, strict=True):
        furthest = (surface(slanting()) @ direction).max()
        assert reached @ direction == pytest.approx(furthest, abs=2e-3)
        inside = np.linalg.solve(slanting().axes[0], reached - slanting().centres[0])
        assert np.linalg.norm(inside) == pytest.approx(1)  # on the surface


def test_lowest_is_the_height_over_the_floor() -> None:
    assert slanting().lowest() == pytest.approx([surface(slanting())[:, 1].min()], abs=2e-3)


def test_a_shadow_lies_on_the_floor_along_the_light() -> None:
    light = np.array([-0.5, 1.0, 0.25])
    shadow = slanting().cast(light)
    assert near(shadow.centres[0], (0.3 + 0.5, 0, -0.2 - 0.25))
    assert near(shadow.axes[0, 1], np.zeros(3))
    point = slanting().axes[0] @ np.array([0, 1.0, 0])  # half an axis up goes half an axis along
    assert near(shadow.axes[0] @ np.array([0, 1.0, 0]), point - light * point[1])
