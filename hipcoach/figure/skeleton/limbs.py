"""Arms and legs: placed by their joints' angles, or by a pin that holds the hand or ankle."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from hipcoach.figure.skeleton.bones import ELBOW, KNEE, Span, bend
from hipcoach.figure.skeleton.joints import SIDE_SIGN, Angles, joint_rotation
from hipcoach.figure.skeleton.vectors import (
    Frame,
    Matrix,
    Vec,
    about_x,
    about_y,
    about_z,
    columns,
    cross,
    unit,
    vector,
)

if TYPE_CHECKING:
    from hipcoach.figure.skeleton.pose import Pose
    from hipcoach.figure.values.body import Body
    from hipcoach.figure.values.drawn import Pin
    from hipcoach.figure.values.props import Triple

KNEE_POLE = (1.0, 0.0, 0.0)
ELBOW_POLE = (-1.0, 0.0, 0.2)
"""Where a pinned limb bends to unless its pin says: forward; back and a little outward."""

FINGERS, PALM = (1.0, 0.0, 0.0), (0.0, 0.0, -1.0)
"""How a hand holds a segment unless its pin says: fingers forward, palm inward."""


class Limb(NamedTuple):
    """An arm or a leg: its three segments.

    `miss`: metres by which a pinned hand or ankle is out of reach, None where nothing is pinned.
    """

    upper: Frame
    lower: Frame
    end: Frame
    miss: float | None


class Reader(NamedTuple):
    """One side's numbers of a pose, by their names without the side."""

    pose: Pose
    side: str

    def __call__(self, name: str) -> float:
        """One number, such as "knee.flex"."""
        return self.pose[f"{self.side}_{name}"]

    def angles(self, joint: str) -> Angles:
        """Flexion, abduction and external rotation of a joint."""
        return Angles(self(f"{joint}.flex"), self(f"{joint}.abd"), self(f"{joint}.er"))

    def place(self, name: str) -> Vec:
        """Where a pinned hand or ankle is."""
        return vector((self(f"{name}.x"), self(f"{name}.y"), self(f"{name}.z")))

    @property
    def sign(self) -> float:
        """Of the direction outward."""
        return SIDE_SIGN[self.side]

    def outward(self, triple: Triple) -> Vec:
        """A triple whose z points outward, in the axes of the body."""
        return vector((triple[0], triple[1], self.sign * triple[2]))


class _Chain(NamedTuple):
    """Two segments and the place of the hand or ankle at their end; `miss` as in Limb."""

    upper: Frame
    lower: Frame
    end: Vec
    miss: float | None


def solve_leg(read: Reader, pin: Pin | None, pelvis: Frame, body: Body) -> Limb:
    """Thigh, shank and foot."""
    hip = Frame(pelvis.rotation, pelvis.place(read.outward(body.offsets.hip) * body.stature))
    lengths = (body.lengths.thigh * body.stature, body.lengths.shank * body.stature)
    if pin is None:
        turns = joint_rotation(read.angles("hip"), read.side), about_z(-read("knee.flex"))
        leg = _hanging(hip, turns, lengths)
    else:
        pole = hip.rotation @ read.outward(pin.pole or KNEE_POLE)
        turn = read.sign * read("swivel")
        leg = _bent(Span(hip.origin, read.place("ankle"), lengths, pole, turn, KNEE))
    foot = _foot(read, pin, leg.lower)
    return Limb(leg.upper, leg.lower, Frame(foot, leg.end), leg.miss)


def solve_arm(read: Reader, pin: Pin | None, frames: Mapping[str, Frame], body: Body) -> Limb:
    """Upper arm, forearm and hand; a hand may be pinned to any of the frames."""
    shoulder = _shoulder(read, frames["thorax"], body)
    lengths = (body.lengths.upper_arm * body.stature, body.lengths.forearm * body.stature)
    if pin is None:
        turns = joint_rotation(read.angles("sho"), read.side), about_z(read("elbow.flex"))
        arm = _hanging(shoulder, turns, lengths)
    else:
        target = _hand_place(read, pin, frames, body)
        pole, turn = _elbow_pole(read, pin, shoulder), -read.sign * read("elbow.swivel")
        arm = _bent(Span(shoulder.origin, target, lengths, pole, turn, ELBOW))
    hand = _hand(read, pin, arm.lower, frames)
    return Limb(arm.upper, arm.lower, Frame(hand, arm.end), arm.miss)


def _hanging(root: Frame, turns: tuple[Matrix, Matrix], lengths: tuple[float, float]) -> _Chain:
    """Down from a joint, each segment turned in the one before."""
    upper = Frame(root.rotation @ turns[0], root.origin)
    lower = Frame(upper.rotation @ turns[1], upper.origin - upper.rotation[:, 1] * lengths[0])
    return _Chain(upper, lower, lower.origin - lower.rotation[:, 1] * lengths[1], None)


def _bent(span: Span) -> _Chain:
    """From a joint to a place."""
    bent = bend(span)
    upper, lower = Frame(bent.upper, span.root), Frame(bent.lower, bent.middle)
    return _Chain(upper, lower, bent.end, bent.miss)


def _foot(read: Reader, pin: Pin | None, shank: Frame) -> Matrix:
    if pin is not None and pin.level_foot:
        return _level_foot(read)
    angles = Angles(read("ankle.dorsi"), -read("ankle.inv"), read("ankle.out"))
    foot: Matrix = shank.rotation @ joint_rotation(angles, read.side)
    return foot


def _level_foot(read: Reader) -> Matrix:
    """A foot that keeps to the floor whatever the shank does.

    Its toes are up and out by so much; either foot rolls toward +Z.
    """
    heading = about_y(-read.sign * read("foot.out"))
    foot: Matrix = heading @ about_z(read("foot.pitch")) @ about_x(read("foot.roll"))
    return foot


def _shoulder(read: Reader, thorax: Frame, body: Body) -> Frame:
    """The shoulder joint, moved by the shoulder blade."""
    moved = vector((read("scap.fwd"), read("scap.up"), read.sign * read("scap.out")))
    local = read.outward(body.offsets.shoulder) + moved
    return Frame(thorax.rotation, thorax.place(local * body.stature))


def _elbow_pole(read: Reader, pin: Pin, shoulder: Frame) -> Vec:
    """An elbow that bears weight stays over one point while the trunk turns above it."""
    if pin.pole_at is not None:
        return vector(pin.pole_at) - shoulder.origin
    pole: Vec = shoulder.rotation @ read.outward(pin.pole or ELBOW_POLE)
    return pole


def _hand_place(read: Reader, pin: Pin, frames: Mapping[str, Frame], body: Body) -> Vec:
    """In the world, or riding on a segment: then in fractions of stature."""
    place = read.place("hand")
    return frames[pin.frame].place(place * body.stature) if pin.frame else place


def _hand(read: Reader, pin: Pin | None, forearm: Frame, frames: Mapping[str, Frame]) -> Matrix:
    """How a hand is turned: flat on something, round a segment, or as its forearm goes."""
    bent = about_z(read("hand.flex"))
    hand: Matrix
    if pin is not None and pin.hand == "flat":
        hand = _flat_hand(read)
    elif pin is not None and pin.hand == "wrap":
        hand = _wrapped_hand(read, pin, frames[pin.frame]) @ bent
    else:
        hand = forearm.rotation @ (about_y(read.sign * read("hand.pron")) @ bent)
    return hand


def _flat_hand(read: Reader) -> Matrix:
    """Palm down, fingers along hand.dir: 0 is +X, 90 is -Z."""
    heading = math.radians(read("hand.dir"))
    back = -vector((math.cos(heading), 0, -math.sin(heading)))
    return _hand_axes(vector((0, -1, 0)), back)


def _wrapped_hand(read: Reader, pin: Pin, held: Frame) -> Matrix:
    """Fingers and palm along the pin's directions in the segment that the hand holds."""
    back = -unit(held.rotation @ read.outward(pin.fingers or FINGERS))
    palm = held.rotation @ read.outward(pin.palm or PALM)
    return _hand_axes(unit(palm - (palm @ back) * back), back)


def _hand_axes(palm: Vec, back: Vec) -> Matrix:
    """Where the palm faces, away from the fingers, and across."""
    return columns(palm, back, cross(palm, back))
