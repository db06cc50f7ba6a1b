"""Vectors, rotations and frames."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.figure.skeleton.vectors import (
    Frame,
    Matrix,
    about,
    about_x,
    about_y,
    about_z,
    columns,
    cross,
    length,
    unit,
    vector,
)
from tests.figure.bodies import near, quick
from tests.figure.measures import angle_between

FORWARD, UP, RIGHT = np.eye(3)

coordinates = st.tuples(*[st.floats(-2, 2)] * 3).map(vector)
directions = coordinates.filter(lambda way: length(way) > 0.1).map(unit)
degrees = st.floats(-180, 180)


@pytest.mark.parametrize(
    ("turn", "turned", "becomes"),
    [
        (about_x(90), UP, RIGHT),
        (about_y(90), RIGHT, FORWARD),
        (about_z(90), FORWARD, UP),
        (about(UP, 90), RIGHT, FORWARD),
        (columns(UP, RIGHT, FORWARD), FORWARD, UP),
    ],
)
def test_a_turn_follows_the_right_hand(turn: Matrix, turned: Matrix, becomes: Matrix) -> None:
    assert near(turn @ turned, becomes)


@quick
@given(directions, degrees)
def test_a_turn_about_an_axis_keeps_the_axis_and_every_length(axis: Matrix, angle: float) -> None:
    turn = about(axis, angle)
    assert near(turn @ axis, axis)
    assert near(turn @ turn.T, np.eye(3))
    assert np.linalg.det(turn) == pytest.approx(1)


@quick
@given(coordinates, coordinates)
def test_the_quick_cross_product_and_length_are_those_of_numpy(a: Matrix, b: Matrix) -> None:
    assert near(cross(a, b), np.cross(a, b))
    assert length(a) == pytest.approx(float(np.linalg.norm(a)))


@quick
@given(directions, degrees)
def test_the_angle_between_a_direction_and_itself_turned(way: Matrix, angle: float) -> None:
    across = unit(cross(way, UP if abs(way[1]) < 0.9 else FORWARD))
    assert angle_between(way, about(across, angle) @ way) == pytest.approx(abs(angle), abs=1e-6)


def test_a_frame_places_points_in_the_world() -> None:
    frame = Frame(about_z(90), vector((1, 2, 3)))
    assert near(frame.place(vector((0.5, 0, 0))), (1, 2.5, 3))


def test_a_unit_vector_keeps_its_direction() -> None:
    assert near(unit(vector((0, 3, 4))), (0, 0.6, 0.8))
    assert math.isclose(length(unit(vector((1, 1, 1)))), 1)
