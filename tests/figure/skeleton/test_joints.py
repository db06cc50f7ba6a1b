"""Angles at the joints: what plus means on both sides, and back from a rotation to its angles."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.figure.skeleton.joints import (
    ATTITUDES,
    Angles,
    joint_angles,
    joint_rotation,
    pelvis_rotation,
    spine_rotation,
)
from hipcoach.figure.values.drawn import Attitude
from tests.figure.bodies import near, quick

DOWN, FORWARD = np.array([0.0, -1.0, 0.0]), np.array([1.0, 0.0, 0.0])
OUTWARD = {"R": 1.0, "L": -1.0}

both_sides = pytest.mark.parametrize("side", ["R", "L"])


@both_sides
def test_plus_is_flexion_forward_abduction_and_rotation_outward(side: str) -> None:
    flexed = joint_rotation(Angles(30, 0, 0), side) @ DOWN
    abducted = joint_rotation(Angles(0, 30, 0), side) @ DOWN
    rotated = joint_rotation(Angles(0, 0, 30), side) @ FORWARD
    assert near(flexed, (0.5, -np.sqrt(0.75), 0))
    assert near(abducted, (0, -np.sqrt(0.75), OUTWARD[side] * 0.5))
    assert near(rotated, (np.sqrt(0.75), 0, OUTWARD[side] * 0.5))


@both_sides
@quick
@given(angles=st.tuples(st.floats(-170, 170), st.floats(-85, 85), st.floats(-85, 85)))
def test_the_angles_of_a_joint_are_read_back(side: str, angles: tuple[float, float, float]) -> None:
    read = joint_angles(joint_rotation(Angles(*angles), side), side)
    assert read == pytest.approx(angles, abs=1e-6)


def test_the_spine_bends_forward_to_the_right_and_turns_to_the_left() -> None:
    up, right = np.array([0.0, 1.0, 0.0]), np.array([0.0, 0.0, 1.0])
    assert (spine_rotation(20, 0, 0) @ up)[0] > 0.3
    assert (spine_rotation(0, 20, 0) @ up)[2] > 0.3
    assert (spine_rotation(0, 0, 20) @ FORWARD)[2] < -0.3
    assert (spine_rotation(0, 0, 20) @ right)[0] > 0.3


def test_the_pelvis_tips_forward_rises_on_the_right_and_turns_to_the_left() -> None:
    right = np.array([0.0, 0.0, 1.0])
    assert (pelvis_rotation(20, 0, 0) @ FORWARD)[1] < -0.3
    assert (pelvis_rotation(0, 20, 0) @ right)[1] > 0.3
    assert (pelvis_rotation(0, 0, 20) @ FORWARD)[2] < -0.3


@pytest.mark.parametrize(
    ("attitude", "faces", "head"),
    [
        (Attitude.STANDING, (1, 0, 0), (0, 1, 0)),
        (Attitude.SUPINE, (0, 1, 0), (-1, 0, 0)),
        (Attitude.SIDE_LEFT, (0, 0, 1), (1, 0, 0)),
        (Attitude.SIDE_RIGHT, (0, 0, 1), (-1, 0, 0)),
        (Attitude.QUADRUPED, (0, -1, 0), (1, 0, 0)),
    ],
)
def test_every_attitude_says_where_the_body_faces_and_its_head_is(
    attitude: Attitude, faces: tuple[float, ...], head: tuple[float, ...]
) -> None:
    body = ATTITUDES[attitude]
    assert near(body[:, 0], faces)
    assert near(body[:, 1], head)
    assert near(np.cross(body[:, 0], body[:, 1]), body[:, 2])


@pytest.mark.parametrize(
    ("attitude", "lowest"), [(Attitude.SIDE_LEFT, -1.0), (Attitude.SIDE_RIGHT, 1.0)]
)
def test_the_side_one_lies_on_is_below(attitude: Attitude, lowest: float) -> None:
    that_side = ATTITUDES[attitude] @ np.array([0, 0, lowest])
    assert near(that_side, (0, -1, 0))


def test_every_attitude_of_the_data_has_its_axes() -> None:
    assert set(ATTITUDES) == set(Attitude)
