"""The solved body: where its joints are, and the angles that are read off it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.figure.skeleton.skeleton import Stance, solve
from hipcoach.figure.skeleton.vectors import length
from hipcoach.figure.values.drawn import Attitude, Drawn, Hand, Pin, RootPin
from hipcoach.figure.values.names import FRAMES, JOINTS, POSE_NAMES
from tests.figure.bodies import BODY, STANDING, near, quick, same_stance, stance_of

BONES = {
    ("hip", "knee"): 0.5,
    ("knee", "ankle"): 0.5,
    ("sho", "elbow"): 0.4,
    ("elbow", "wrist"): 0.3,
}
PINNED = replace(
    STANDING,
    pins={name: Pin(level_foot=True, hand=Hand.FLAT) for name in ("R_ankle", "L_ankle")}
    | {"R_hand": Pin(hand=Hand.FLAT), "L_hand": Pin(hand=Hand.FLAT)},
    root_pin=RootPin(frame="thorax", local=(0, 0, 0), at=(0, 1, 0)),
)

angles = st.floats(-80, 80)
free_poses = st.dictionaries(
    st.sampled_from(sorted(name for name in POSE_NAMES if not name.endswith((".x", ".y", ".z")))),
    angles,
)


def test_a_body_without_numbers_stands_straight() -> None:
    stance = stance_of()
    assert near(stance.joints["R_hip"], (0, 0, 0.1))
    assert near(stance.joints["L_ankle"], (0, -1, -0.1))
    assert near(stance.joints["R_toe"], (0.25, -1.08, 0.1))
    assert near(stance.frames["neck"].origin, (0, 0.6, 0))
    assert near(stance.frames["head"].origin, (0, 0.7, 0))
    assert near(stance.joints["R_wrist"], (0, -0.15, 0.2))
    assert set(stance.angles.values()) == {0.0}


def test_a_stance_has_every_frame_and_joint_that_the_data_may_name() -> None:
    stance = stance_of()
    assert set(stance.frames) == FRAMES
    assert set(stance.joints) == JOINTS


def test_a_flexed_hip_and_knee_sit_on_a_chair() -> None:
    stance = stance_of(R_hip__flex=90, R_knee__flex=90)
    assert near(stance.joints["R_knee"], (0.5, 0, 0.1))
    assert near(stance.joints["R_ankle"], (0.5, -0.5, 0.1))
    assert near(stance.joints["R_toe"], (0.75, -0.58, 0.1))


def test_a_lying_body_looks_up_with_its_head_at_the_left() -> None:
    stance = stance_of(replace(STANDING, attitude=Attitude.SUPINE), y=0.2)
    assert near(stance.frames["head"].origin, (-0.7, 0.2, 0))
    assert near(stance.joints["R_toe"], (1.08, 0.45, 0.1))


def test_pitch_lifts_the_whole_body_and_leaves_the_pelvis_untilted() -> None:
    stance = stance_of(replace(STANDING, attitude=Attitude.SUPINE), pitch=30)
    assert stance.joints["R_ankle"][1] == pytest.approx(0.5)
    assert stance.angles["pelvis.tilt"] == 0
    assert stance.angles["R_hip.flex"] == pytest.approx(0)


@quick
@given(free_poses)
def test_in_every_pose_the_bones_are_as_long_and_the_frames_upright(
    pose: dict[str, float],
) -> None:
    stance = solve(pose, STANDING, BODY)
    for (inner, outer), long in BONES.items():
        for side in "RL":
            bone = stance.joints[f"{side}_{outer}"] - stance.joints[f"{side}_{inner}"]
            assert length(bone) == pytest.approx(long)
    for frame in stance.frames.values():
        assert near(frame.rotation.T @ frame.rotation, np.eye(3))


@quick
@given(st.dictionaries(st.sampled_from(("flex", "abd", "er")), angles), st.sampled_from("RL"))
def test_the_angles_read_off_are_those_of_the_pose(hip: dict[str, float], side: str) -> None:
    pose = {f"{side}_hip.{name}": angle for name, angle in hip.items()}
    pose |= {f"{side}_knee.flex": 70, f"{side}_ankle.inv": 12, f"{side}_elbow.flex": 25}
    stance = solve(pose, STANDING, BODY)
    assert {name: stance.angles[name] for name in pose} == pytest.approx(pose, abs=1e-6)


def test_the_angles_of_a_planted_leg_are_read_off_its_segments() -> None:
    foot = replace(STANDING, pins={"R_ankle": Pin(level_foot=True)})
    stance = stance_of(foot, R_ankle__x=0.5, R_ankle__y=-0.5, R_ankle__z=0.1)
    assert stance.angles["R_hip.flex"] == pytest.approx(90)
    assert stance.angles["R_knee.flex"] == pytest.approx(90)
    assert stance.angles["R_ankle.dorsi"] == pytest.approx(0, abs=1e-6)
    assert stance.misses == {"R_ankle": pytest.approx(0)}


def test_an_arm_raised_overhead_is_elevated_by_180_degrees() -> None:
    stance = stance_of(R_sho__flex=180, L_sho__abd=90)
    assert stance.angles["R_sho.elev"] == pytest.approx(180)
    assert stance.angles["L_sho.elev"] == pytest.approx(90)


def test_a_root_pin_holds_its_point_while_the_pelvis_moves() -> None:
    pin = RootPin(frame="thorax", local=(0, 0.125, 0), at=(-0.4, 0.1, 0))
    lying = replace(STANDING, attitude=Attitude.SUPINE, root_pin=pin)
    for pitch in (0, 25):
        stance = stance_of(lying, pitch=pitch, y=5)
        assert near(stance.frames["thorax"].place(np.array([0, 0.25, 0])), pin.at)
    assert stance.joints["pelvis"][1] > 0.2
    moved = stance_of(lying, pitch=25, root__x=0.03)
    assert near(moved.joints["R_knee"] - stance.joints["R_knee"], (0.03, 0, 0))


def test_points_are_joints_segments_and_the_middle_between_them() -> None:
    stance = stance_of(R_hip__flex=90)
    assert near(stance.point("R_knee"), (0.5, 0, 0.1))
    assert near(stance.point("thorax"), (0, 0.3, 0))
    assert near(stance.point("L_knee+R_knee"), (0.25, -0.25, 0))
    assert near(stance.point("pelvis+thorax+neck"), (0, 0.3, 0))


def test_flesh_swells_by_the_pose() -> None:
    assert stance_of(flesh__belly=0.02).swells == {"belly": 0.02, "chest": 0.0}


def _moved_by(name: str, drawn: Drawn) -> bool:
    pins = {"R_ankle.x": 0.3, "L_ankle.x": 0.3, "R_ankle.y": -0.7, "L_ankle.y": -0.7}
    hands = {"R_hand.x": 0.4, "L_hand.x": 0.4, "R_hand.y": 0.5, "L_hand.y": 0.5}
    before: Stance = solve(pins | hands, drawn, BODY)
    after = solve({**pins, **hands, name: 0.123}, drawn, BODY)
    return not same_stance(before, after) or before.swells != after.swells


@pytest.mark.parametrize("name", sorted(POSE_NAMES))
def test_every_number_that_the_data_may_hold_moves_something(name: str) -> None:
    assert _moved_by(name, STANDING) or _moved_by(name, PINNED)
