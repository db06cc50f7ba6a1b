"""The skeleton: the numbers of a pose become segments and joints in space, and clinical angles.

The body is built outward from the pelvis: spine, legs, arms. Everything is authored for the right
working side; mirror.py makes the left one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hipcoach.figure.skeleton.angles import SPINE, limb_angles, trunk_angles
from hipcoach.figure.skeleton.joints import ATTITUDES, pelvis_rotation, spine_rotation
from hipcoach.figure.skeleton.limbs import Limb, Reader, solve_arm, solve_leg
from hipcoach.figure.skeleton.pose import Pose
from hipcoach.figure.skeleton.vectors import WORLD, Frame, Matrix, Vec, about_y, about_z, vector
from hipcoach.figure.values.names import SIDES

if TYPE_CHECKING:
    from hipcoach.figure.values.body import Body
    from hipcoach.figure.values.drawn import Drawn, RootPin


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """The body at one instant.

    Attributes:
        frames: every segment of names.FRAMES ("world" too), with its origin at its inner joint.
        joints: every joint of names.JOINTS in the world, metres.
        angles: degrees with clinical signs: pelvis.tilt, .obliq and .rot; flex, side and rot of
            lumbar, thorax, neck and head; R_hip.flex, .abd and .er; R_knee.flex; R_ankle.dorsi,
            .inv and .out; R_elbow.flex; R_sho.elev (0 along the trunk, 180 overhead); L_ likewise.
        misses: metres by which a pinned R_ankle, L_ankle, R_hand or L_hand is out of reach.
        swells: metres by which flesh is moved forward, by the name in the body's data.
    """

    frames: Mapping[str, Frame]
    joints: Mapping[str, Vec]
    angles: Mapping[str, float]
    misses: Mapping[str, float]
    swells: Mapping[str, float]

    def point(self, name: str) -> Vec:
        """A joint, else the origin of a frame; "L_knee+R_knee" is the point halfway."""
        parts = name.split("+")
        if len(parts) > 1:
            middle: Vec = sum(map(self.point, parts), vector((0, 0, 0))) / len(parts)
            return middle
        return self.joints[name] if name in self.joints else self.frames[name].origin


def solve(pose: Mapping[str, float], drawn: Drawn, body: Body) -> Stance:
    """The body in this pose; a number that the pose does not have is 0."""
    numbers = Pose(pose)
    frames = {**_trunk(numbers, drawn, body), "world": WORLD}
    legs, arms = {}, {}
    for side in SIDES:
        pin = drawn.pins.get(f"{side}_ankle")
        legs[side] = solve_leg(Reader(numbers, side), pin, frames["pelvis"], body)
        frames |= _segments(side, ("thigh", "shank", "foot"), legs[side])
    for side in SIDES:
        pin = drawn.pins.get(f"{side}_hand")
        arms[side] = solve_arm(Reader(numbers, side), pin, frames, body)
        frames |= _segments(side, ("uarm", "farm", "hand"), arms[side])
    return Stance(
        frames=frames,
        joints=_joints(frames, body),
        angles=trunk_angles(numbers) | limb_angles(frames),
        misses=dict(_misses(legs, "ankle")) | dict(_misses(arms, "hand")),
        swells={name: numbers[f"flesh.{name}"] for name in body.swells},
    )


def _trunk(pose: Pose, drawn: Drawn, body: Body) -> dict[str, Frame]:
    """Pelvis and spine. With a root pin they hang together on its point instead of the pelvis."""
    frames = {"pelvis": Frame(_pelvis(pose, drawn.attitude), _triple(pose, ""))}
    frame, offsets = frames["pelvis"], body.offsets
    places = (offsets.lumbar, offsets.thorax, offsets.neck, offsets.head)
    for name, place in zip(SPINE, places, strict=True):
        turn = spine_rotation(*(pose[f"{name}.{angle}"] for angle in ("flex", "side", "rot")))
        frame = Frame(frame.rotation @ turn, frame.place(vector(place) * body.stature))
        frames[name] = frame
    if drawn.root_pin is None:
        return frames
    shift = _pinned_at(drawn.root_pin, pose) - _pinned_point(drawn.root_pin, frames, body)
    return {name: Frame(frame.rotation, frame.origin + shift) for name, frame in frames.items()}


def _pelvis(pose: Pose, attitude: str) -> Matrix:
    """The attitude is pitched and turned as a whole, so that tilt stays the pelvis's own."""
    whole = about_z(pose["pitch"]) @ about_y(pose["yaw"]) @ ATTITUDES[attitude]
    turned: Matrix = whole @ pelvis_rotation(pose["tilt"], pose["obliq"], pose["rot"])
    return turned


def _pinned_at(pin: RootPin, pose: Pose) -> Vec:
    at: Vec = vector(pin.at) + _triple(pose, "root.")
    return at


def _pinned_point(pin: RootPin, frames: Mapping[str, Frame], body: Body) -> Vec:
    return frames[pin.frame].place(vector(pin.local) * body.stature)


def _triple(pose: Pose, stem: str) -> Vec:
    return vector((pose[f"{stem}x"], pose[f"{stem}y"], pose[f"{stem}z"]))


def _segments(side: str, names: tuple[str, str, str], limb: Limb) -> dict[str, Frame]:
    segments = zip(names, (limb.upper, limb.lower, limb.end), strict=True)
    return {f"{side}_{name}": frame for name, frame in segments}


_ORIGINS = {
    "hip": "thigh",
    "knee": "shank",
    "ankle": "foot",
    "sho": "uarm",
    "elbow": "farm",
    "wrist": "hand",
}
"""A limb's joints are where its segments begin."""


def _joints(frames: Mapping[str, Frame], body: Body) -> dict[str, Vec]:
    joints = {"pelvis": frames["pelvis"].origin}
    marks = {"heel": body.offsets.heel, "ball": body.offsets.ball, "toe": body.offsets.toe}
    for side in SIDES:
        joints |= {
            f"{side}_{joint}": frames[f"{side}_{segment}"].origin
            for joint, segment in _ORIGINS.items()
        }
        foot = frames[f"{side}_foot"]
        for name, place in marks.items():
            joints[f"{side}_{name}"] = foot.place(vector(place) * body.stature)
    return joints


def _misses(limbs: Mapping[str, Limb], end: str) -> Iterator[tuple[str, float]]:
    for side, limb in limbs.items():
        if limb.miss is not None:
            yield f"{side}_{end}", limb.miss
