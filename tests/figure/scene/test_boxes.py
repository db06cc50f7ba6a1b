"""Boxes: their corners and the faces that an eye sees."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from hipcoach.figure.scene.boxes import Box
from hipcoach.figure.skeleton.vectors import cross

BOX = Box(name="step", low=np.array([-1.0, 0, 2]), high=np.array([1.0, 0.5, 4]))


def test_all_corners_are_there_once() -> None:
    corners = BOX.corners()
    assert len({tuple(corner) for corner in corners.tolist()}) == 8
    assert corners.min(axis=0).tolist() == [-1, 0, 2]
    assert corners.max(axis=0).tolist() == [1, 0.5, 4]


def test_faces_lie_on_the_box_and_look_outwards() -> None:
    middle = (BOX.low + BOX.high) / 2
    for face in BOX.faces():
        assert set(map(tuple, face.corners.tolist())) <= set(map(tuple, BOX.corners().tolist()))
        assert (face.corners - middle) @ face.normal == pytest.approx(
            float(((BOX.high - BOX.low) / 2) @ np.abs(face.normal))
        )


def test_corners_follow_each_other_round_a_face() -> None:
    for face in BOX.faces():
        along = np.roll(face.corners, -1, axis=0) - face.corners
        turns = [float(cross(a, b) @ face.normal) for a, b in pairwise(along)]
        assert all(turn > 0 for turn in turns) or all(turn < 0 for turn in turns)


@pytest.mark.parametrize(
    ("eye", "seen"),
    [((5, 5, 9), {"top", "middle", "low"}), ((0, 0.2, 9), {"low"}), ((0, 9, 3), {"top"})],
)
def test_an_eye_sees_the_faces_that_look_at_it(
    eye: tuple[float, float, float], seen: set[str]
) -> None:
    shown = [face.shade for face in BOX.faces() if face.is_seen_by(np.array(eye))]
    assert set(shown) == seen
    assert len(shown) == len(seen)
