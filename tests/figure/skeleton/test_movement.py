"""A movement from its start to its end: side, common mistake, part of the range, breath."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hipcoach.core.exercise import Side
from hipcoach.figure.skeleton.mirror import mirror_stance
from hipcoach.figure.skeleton.movement import Movement
from hipcoach.figure.values.drawn import CueLine, Key, MistakePose, View
from tests.figure.bodies import BODY, STANDING, same_stance

WRONG = MistakePose(
    delta={"R_hip.flex": -10.0, "obliq": 8.0},
    view=View(azimuth=90, elevation=5),
    cue_lines=(CueLine(points=("R_hip", "R_knee")),),
)
LIFT = replace(
    STANDING,
    mistakes={"hip_drops": WRONG, "leans": MistakePose(delta={"lumbar.side": 9.0})},
)
BOWED = replace(
    LIFT,
    keys=(
        Key(at=0, pose={"x": 0.0}),
        Key(at=0.5, pose={"x": 0.3, "R_knee.flex": 20.0}),
        Key(at=1, pose={"x": 0.4, "R_knee.flex": 20.0}),
    ),
)


@pytest.mark.parametrize(("share", "flexion"), [(0, 0), (0.25, 15), (1, 60), (-1, 0), (2, 60)])
def test_the_pose_goes_from_the_first_key_to_the_last(share: float, flexion: float) -> None:
    movement = Movement(LIFT, BODY)
    assert movement.pose(share)["R_hip.flex"] == pytest.approx(flexion)
    assert movement.at(share).angles["R_hip.flex"] == pytest.approx(flexion)


@pytest.mark.parametrize(
    ("share", "along", "knee"), [(0, 0, 0), (0.25, 0.15, 10), (0.5, 0.3, 20), (0.75, 0.35, 20)]
)
def test_a_key_on_the_way_is_passed_through(share: float, along: float, knee: float) -> None:
    pose = Movement(BOWED, BODY).pose(share)
    assert (pose["x"], pose["R_knee.flex"]) == pytest.approx((along, knee))


def test_half_the_reach_ends_halfway() -> None:
    half = Movement(LIFT, BODY, reach=0.5)
    assert half.pose(0)["R_hip.flex"] == 0
    assert half.pose(1)["R_hip.flex"] == pytest.approx(30)
    assert Movement(BOWED, BODY, reach=0.5).pose(1)["x"] == pytest.approx(0.3)


def test_a_mistake_grows_toward_the_end_from_the_same_start() -> None:
    wrong = Movement(LIFT, BODY, mistake="hip_drops")
    assert wrong.pose(0) == {"R_hip.flex": 0, "obliq": 0}
    assert wrong.pose(0.5) == pytest.approx({"R_hip.flex": 25, "obliq": 4})
    assert wrong.pose(1) == pytest.approx({"R_hip.flex": 50, "obliq": 8})
    assert Movement(BOWED, BODY, mistake="leans").pose(0.5)["lumbar.side"] == 0


def test_a_mistake_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        Movement(LIFT, BODY, mistake="hip_drosp")


def test_a_mistake_is_seen_from_its_own_place_if_it_has_one() -> None:
    assert Movement(LIFT, BODY).view == LIFT.view
    assert Movement(LIFT, BODY, mistake="hip_drops").view == WRONG.view
    assert Movement(LIFT, BODY, mistake="leans").view == LIFT.view


def test_good_form_can_show_the_lines_of_a_mistake() -> None:
    good = Movement(LIFT, BODY)
    assert good.cue_lines() == LIFT.cue_lines
    assert good.cue_lines("hip_drops") == WRONG.cue_lines
    assert good.cue_lines("leans") == LIFT.cue_lines
    assert Movement(LIFT, BODY, mistake="hip_drops").cue_lines() == WRONG.cue_lines


@pytest.mark.parametrize("mistake", ["", "hip_drops"])
def test_the_left_side_is_the_right_one_in_a_mirror(mistake: str) -> None:
    right = Movement(LIFT, BODY, mistake=mistake)
    left = Movement(LIFT, BODY, side=Side.LEFT, mistake=mistake)
    assert same_stance(left.at(0.7), mirror_stance(right.at(0.7)))
    assert left.at(1).angles["L_hip.flex"] > 40
    assert left.view.azimuth == 180 - right.view.azimuth
    assert left.drawn.muscles == ("glute_med_L",)
    assert left.pose(1) == right.pose(1)


@pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])
def test_the_other_half_of_an_alternating_repetition_is_the_mirrored_body(side: Side) -> None:
    movement = Movement(replace(LIFT, alternates=True), BODY, side=side)
    assert movement.alternates
    assert same_stance(movement.at(1, other=True), mirror_stance(movement.at(1)))


def test_breath_lifts_the_chest_only_where_breathing_is_shown() -> None:
    breathing = Movement(replace(LIFT, breathes=True), BODY)
    assert breathing.at(0, breath=1).swells["chest"] > 0.003
    assert breathing.at(0, breath=0).swells["chest"] == 0
    assert Movement(LIFT, BODY).at(0, breath=1).swells["chest"] == 0
