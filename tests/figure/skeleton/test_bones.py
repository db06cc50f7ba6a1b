"""Two bones bent so that they end on a place."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.figure.skeleton.bones import ELBOW, KNEE, Bend, Span, bend
from hipcoach.figure.skeleton.vectors import Vec, length, vector
from tests.figure.bodies import near, quick

FORWARD = (1.0, 0.0, 0.0)
ROOT = vector((0, 1, 0))


def bent(
    target: Vec, *, pole: tuple[float, ...] = FORWARD, swivel: float = 0, fold: float = KNEE
) -> Bend:
    return bend(Span(ROOT, target, (0.5, 0.4), vector(pole), swivel, fold))


targets = st.tuples(st.floats(-0.4, 0.4), st.floats(0.4, 0.8), st.floats(-0.4, 0.4)).map(vector)
within_reach = targets.filter(lambda target: 0.15 < length(target - ROOT) < 0.85)


@quick
@given(within_reach, st.floats(-60, 60), st.sampled_from([KNEE, ELBOW]))
def test_the_bones_keep_their_lengths_and_end_on_the_place(
    target: Vec, swivel: float, fold: float
) -> None:
    limb = bent(target, swivel=swivel, fold=fold)
    assert near(limb.end, target)
    assert limb.miss == pytest.approx(0, abs=1e-9)
    assert length(limb.middle - ROOT) == pytest.approx(0.5)
    assert length(limb.end - limb.middle) == pytest.approx(0.4)
    assert near(limb.upper[:, 1] * 0.5, ROOT - limb.middle)
    assert near(limb.lower[:, 1] * 0.4, limb.middle - limb.end)


@quick
@given(within_reach, st.floats(-60, 60), st.sampled_from([KNEE, ELBOW]))
def test_both_bones_turn_about_one_hinge(target: Vec, swivel: float, fold: float) -> None:
    limb = bent(target, swivel=swivel, fold=fold)
    assert near(limb.upper[:, 2], limb.lower[:, 2])
    for turned in (limb.upper, limb.lower):
        assert near(turned.T @ turned, np.eye(3))
        assert np.linalg.det(turned) == pytest.approx(1)


def test_the_middle_joint_bends_toward_the_pole_and_swivels_about_the_line() -> None:
    below = vector((0, 0.4, 0))
    assert bent(below).middle[0] > 0.2
    assert bent(below, pole=(-1, 0, 0)).middle[0] < -0.2
    assert bent(below, swivel=90).middle[2] == pytest.approx(bent(below).middle[0])


@pytest.mark.parametrize(("fold", "pole"), [(KNEE, 1.0), (ELBOW, -1.0)])
def test_a_knee_folds_backward_and_an_elbow_forward(fold: float, pole: float) -> None:
    """So the axis to the right of a limb that bends the ordinary way points right."""
    limb = bent(vector((0, 0.4, 0)), pole=(pole, 0, 0), fold=fold)
    assert near(limb.upper[:, 2], (0, 0, 1))


@pytest.mark.parametrize(("height", "missed"), [(-0.2, 0.3), (0.98, -0.08)])
def test_a_place_out_of_reach_is_missed_by_so_much(height: float, missed: float) -> None:
    limb = bent(vector((0, height, 0)))
    assert limb.miss == pytest.approx(missed, abs=2e-4)
    assert length(limb.end - vector((0, height, 0))) == pytest.approx(abs(missed), abs=2e-4)
