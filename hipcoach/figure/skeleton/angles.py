"""The clinical angles of a solved body.

Angles at the limbs are read off the segments, so they are true for a pinned limb too; those of the
trunk are the pose's own numbers.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from hipcoach.figure.skeleton.joints import joint_angles
from hipcoach.figure.values.names import SIDES

if TYPE_CHECKING:
    from hipcoach.figure.skeleton.pose import Pose
    from hipcoach.figure.skeleton.vectors import Frame

SPINE = ("lumbar", "thorax", "neck", "head")
"""The links of the spine from the pelvis up."""


def trunk_angles(pose: Pose) -> dict[str, float]:
    """Pelvis and spine, degrees."""
    angles = {f"pelvis.{name}": pose[name] for name in ("tilt", "obliq", "rot")}
    for link in SPINE:
        angles |= {f"{link}.{name}": pose[f"{link}.{name}"] for name in ("flex", "side", "rot")}
    return angles


def limb_angles(frames: Mapping[str, Frame]) -> dict[str, float]:
    """Both legs and arms, degrees."""
    angles: dict[str, float] = {}
    for side in SIDES:
        angles |= _leg_angles(side, frames) | _arm_angles(side, frames)
    return angles


def _leg_angles(side: str, frames: Mapping[str, Frame]) -> dict[str, float]:
    names = ("pelvis", f"{side}_thigh", f"{side}_shank", f"{side}_foot")
    pelvis, thigh, shank, foot = (frames[name].rotation for name in names)
    hip = joint_angles(pelvis.T @ thigh, side)
    ankle = joint_angles(shank.T @ foot, side)
    return {
        f"{side}_hip.flex": hip.flexion,
        f"{side}_hip.abd": hip.abduction,
        f"{side}_hip.er": hip.rotation,
        f"{side}_knee.flex": -joint_angles(thigh.T @ shank, side).flexion,
        f"{side}_ankle.dorsi": ankle.flexion,
        f"{side}_ankle.inv": -ankle.abduction,
        f"{side}_ankle.out": ankle.rotation,
    }


def _arm_angles(side: str, frames: Mapping[str, Frame]) -> dict[str, float]:
    names = ("thorax", f"{side}_uarm", f"{side}_farm")
    thorax, upper, forearm = (frames[name].rotation for name in names)
    along = max(-1.0, min(1.0, float(thorax[:, 1] @ upper[:, 1])))
    return {
        f"{side}_elbow.flex": joint_angles(upper.T @ forearm, side).flexion,
        f"{side}_sho.elev": math.degrees(math.acos(along)),
    }
