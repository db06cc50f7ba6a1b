"""Hands and feet on their places: what stays, what follows."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from hipcoach.figure.values.drawn import Drawn, Hand, Pin
from tests.figure.bodies import STANDING, near, stance_of

ON_FLOOR = {"R_ankle__x": 0.2, "R_ankle__y": -0.8, "R_ankle__z": 0.1}
IN_REACH = {"R_hand__x": 0.3, "R_hand__y": 0.3, "R_hand__z": 0.2}


def pinned(name: str, pin: Pin) -> Drawn:
    return replace(STANDING, pins={name: pin})


@pytest.mark.parametrize("lean", [0.0, 25.0])
def test_a_planted_foot_stays_level_wherever_the_body_goes(lean: float) -> None:
    stance = stance_of(pinned("R_ankle", Pin(level_foot=True)), **ON_FLOOR, tilt=lean, x=0.1)
    assert near(stance.joints["R_ankle"], (0.2, -0.8, 0.1))
    assert near(stance.joints["R_toe"], (0.45, -0.88, 0.1))


def test_a_level_foot_turns_out_and_lifts_its_toes() -> None:
    for side, outward in (("R", 1), ("L", -1)):
        pin = pinned(f"{side}_ankle", Pin(level_foot=True))
        numbers = {f"{side}_ankle__y": -0.9, f"{side}_foot__out": 30, f"{side}_foot__pitch": 20}
        stance = stance_of(pin, **numbers)
        toe = stance.joints[f"{side}_toe"] - stance.joints[f"{side}_heel"]
        assert toe[1] > 0.05
        assert outward * toe[2] > 0.05


def test_both_level_feet_roll_the_same_way_as_knees_rock() -> None:
    for side in ("R", "L"):
        pin = pinned(f"{side}_ankle", Pin(level_foot=True))
        sole = stance_of(pin, **{f"{side}_ankle__y": -0.9, f"{side}_foot__roll": 10})
        assert sole.frames[f"{side}_foot"].rotation[2, 1] == pytest.approx(np.sin(np.radians(10)))


def test_an_ankle_that_is_only_held_lets_the_foot_follow_the_shank() -> None:
    stance = stance_of(pinned("R_ankle", Pin()), **ON_FLOOR)
    assert near(stance.frames["R_foot"].rotation, stance.frames["R_shank"].rotation)


def test_the_knee_bends_to_its_pole_and_swivels_outward_on_both_sides() -> None:
    for side, outward in (("R", 1), ("L", -1)):
        leg = pinned(f"{side}_ankle", Pin())
        place = {f"{side}_ankle__y": -0.8, f"{side}_ankle__z": outward * 0.1}
        straight, turned = (
            stance_of(leg, **place),
            stance_of(leg, **place, **{f"{side}_swivel": 30}),
        )
        assert near(straight.joints[f"{side}_knee"][[1, 2]], (-0.4, outward * 0.1))
        assert outward * turned.joints[f"{side}_knee"][2] > 0.2
        out = pinned(f"{side}_ankle", Pin(pole=(0, 0, 1)))
        assert outward * stance_of(out, **place).joints[f"{side}_knee"][2] > 0.35


def test_a_pole_on_the_floor_keeps_the_elbow_over_it() -> None:
    arm = pinned("R_hand", Pin(pole_at=(0.5, -1, 0.2)))
    near_it = stance_of(arm, R_hand__y=0.2, R_hand__z=0.2)
    assert near_it.joints["R_elbow"][0] > 0.1
    assert near_it.joints["R_elbow"][2] == pytest.approx(0.2)


def test_a_flat_hand_lies_palm_down_with_its_fingers_along_a_heading() -> None:
    for heading, fingers in ((0, (1, 0, 0)), (90, (0, 0, -1))):
        arm = pinned("R_hand", Pin(hand=Hand.FLAT))
        hand = stance_of(arm, **IN_REACH, R_hand__dir=heading).frames["R_hand"].rotation
        assert near(hand[:, 0], (0, -1, 0))
        assert near(-hand[:, 1], fingers)


@pytest.mark.parametrize(("side", "outward"), [("R", 1), ("L", -1)])
def test_a_hand_on_the_hip_rides_with_the_pelvis(side: str, outward: int) -> None:
    on_hip = Pin(frame="pelvis", hand=Hand.WRAP, palm=(0, 0, -1), fingers=(1, -0.5, 0))
    arm = pinned(f"{side}_hand", on_hip)
    place = {f"{side}_hand__y": 0.05, f"{side}_hand__z": outward * 0.1}
    hand = stance_of(arm, **place, y=0.3).frames[f"{side}_hand"]
    assert near(hand.origin, (0, 0.4, outward * 0.2))
    assert near(hand.rotation[:, 0], (0, 0, -outward))
    assert near(-hand.rotation[:, 1], np.array([2, -1, 0]) / np.sqrt(5))
    turned = stance_of(arm, **place, rot=90).frames[f"{side}_hand"]
    assert near(turned.origin, (outward * 0.2, 0.1, 0))


def test_a_free_hand_follows_the_forearm_and_turns_its_palm() -> None:
    hanging = stance_of().frames["R_hand"].rotation
    assert near(hanging, np.eye(3))
    turned = stance_of(R_hand__pron=90, R_elbow__flex=90)
    forearm = turned.frames["R_farm"].rotation
    assert near(turned.frames["R_hand"].rotation[:, 1], forearm[:, 1])
    assert near(turned.frames["R_hand"].rotation[:, 0], -forearm[:, 2])


def test_the_shoulder_blade_moves_the_whole_arm() -> None:
    moved = stance_of(R_scap__fwd=0.02, R_scap__up=0.01, R_scap__out=-0.03)
    by = (0.04, 0.02, -0.06)
    for joint in ("R_sho", "R_wrist"):
        assert near(moved.joints[joint] - stance_of().joints[joint], by)


def test_a_place_out_of_reach_is_told_and_the_limb_points_at_it() -> None:
    stance = stance_of(pinned("R_ankle", Pin()), R_ankle__y=-1.2, R_ankle__z=0.1)
    assert stance.misses["R_ankle"] == pytest.approx(0.2, abs=1e-3)
    assert stance.joints["R_ankle"][1] == pytest.approx(-1, abs=1e-3)
