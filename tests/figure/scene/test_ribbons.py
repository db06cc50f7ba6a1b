"""Elastic bands: where they run, and which side of a loop is seen."""

from __future__ import annotations

import numpy as np
import pytest

from hipcoach.figure.scene.ribbons import Ribbon, loop_ribbon, strap_ribbon
from hipcoach.figure.scene.scene import Loop, Strap
from hipcoach.figure.skeleton.vectors import Vec, vector
from tests.figure.bodies import near, stance_of

KNEES = Loop(
    name="loop", limbs=("L_thigh", "R_thigh"), centre=vector((0, -0.4, 0)), axis=1, radius=0.08
)
STANCE = stance_of(y=1.0)  # thighs hang straight down, 0.2 m apart
FRONT, BACK = vector((5, 0.6, 0)), vector((-5, 0.6, 0))


def test_a_loop_runs_round_both_limbs_at_their_radius() -> None:
    ribbon = loop_ribbon(KNEES, STANCE)
    right, left = vector((0, 0.6, 0.1)), vector((0, 0.6, -0.1))
    away = np.minimum(
        np.linalg.norm(ribbon.points - right, axis=1), np.linalg.norm(ribbon.points - left, axis=1)
    )
    assert away == pytest.approx(0.08)
    assert ribbon.points[:, 2].min() == pytest.approx(-0.18)
    assert ribbon.points[:, 2].max() == pytest.approx(0.18)
    assert np.abs(ribbon.across) == pytest.approx([0, 1, 0])  # as wide as the limb is long


def test_a_loop_spreads_with_the_legs() -> None:
    apart = loop_ribbon(KNEES, stance_of(y=1.0, R_hip__abd=20, L_hip__abd=20))
    assert np.ptp(apart.points[:, 2]) > 0.5


@pytest.mark.parametrize(("eye", "sign"), [(FRONT, 1), (BACK, -1)])
def test_the_near_half_is_the_side_toward_the_eye(eye: Vec, sign: int) -> None:
    ribbon = loop_ribbon(KNEES, STANCE)
    (near_half,), (far_half,) = ribbon.runs(eye, front=True), ribbon.runs(eye, front=False)
    assert (ribbon.points[near_half, 0] * sign).mean() > 0.04
    assert (ribbon.points[far_half, 0] * sign).mean() < -0.04
    assert near_half[-1] == far_half[0]  # together they close the loop
    assert far_half[-1] == near_half[0]
    assert len(near_half) + len(far_half) == len(ribbon.points) + 2


def test_halves_follow_the_ribbon_without_a_jump() -> None:
    ribbon = loop_ribbon(KNEES, STANCE)
    (half,) = ribbon.runs(FRONT, front=True)
    steps = np.linalg.norm(np.diff(ribbon.points[half], axis=0), axis=1)
    assert steps.max() == pytest.approx(0.2)  # the straight stretch from limb to limb


def test_a_loop_that_faces_the_eye_all_round_is_closed() -> None:
    flat = Ribbon(np.eye(3), vector((0, 1, 0)), 0.02, np.tile(vector((0, 0, 1)), (3, 1)))
    assert flat.runs(vector((0, 0, 9)), front=True) == [[0, 1, 2, 0]]
    assert flat.runs(vector((0, 0, 9)), front=False) == []


def test_a_strap_is_straight_from_its_anchor_to_the_limb() -> None:
    anchor = vector((1, 0.1, 0.5))
    strap = Strap(name="strap", limb="R_shank", anchor=anchor, local=vector((0, -0.4, 0)))
    ribbon = strap_ribbon(strap, STANCE)
    assert near(ribbon.points[0], anchor)
    assert near(ribbon.points[-1], (0, 0.1, 0.1))
    one, other = ribbon.edges()
    assert np.linalg.norm(one - other, axis=1) == pytest.approx(2 * ribbon.half_width)
    assert (one - other)[0] @ (ribbon.points[-1] - anchor) == pytest.approx(0)
    assert ribbon.runs(FRONT, front=True) == []
