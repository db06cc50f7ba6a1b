"""A body with round lengths and movements of few numbers, whose places can be worked out by hand.

Two metres tall: thigh and shank 0.5 m, upper arm 0.4, forearm 0.3; hips 0.2 m apart, shoulders
0.4; from the pelvis up 0.1 m to the lumbar joint, 0.2 to the thorax, 0.3 to the neck, 0.1 to the
head.
"""

from __future__ import annotations

import numpy as np
from hypothesis import settings

from hipcoach.figure.skeleton.skeleton import Stance, solve
from hipcoach.figure.skeleton.vectors import Vec
from hipcoach.figure.values.body import Body, Lengths, Offsets
from hipcoach.figure.values.drawn import Attitude, CueLine, Drawn, Key, View

quick = settings(max_examples=60, deadline=None)
"""How long a property is tried; a busy machine is no failure."""

BODY = Body(
    stature=2.0,
    lengths=Lengths(thigh=0.25, shank=0.25, upper_arm=0.2, forearm=0.15),
    offsets=Offsets(
        lumbar=(0, 0.05, 0),
        thorax=(0, 0.1, 0),
        neck=(0, 0.15, 0),
        head=(0, 0.05, 0),
        hip=(0, 0, 0.05),
        shoulder=(0, 0.125, 0.1),
        heel=(-0.025, -0.04, 0),
        ball=(0.075, -0.04, 0),
        toe=(0.125, -0.04, 0),
    ),
    ellipsoids={},
    parts=(),
    swells={"belly": (), "chest": ()},
    loops={},
)

STANDING = Drawn(
    attitude=Attitude.STANDING,
    muscles=("glute_med_R",),
    view=View(azimuth=20, elevation=10),
    cue_lines=(CueLine(points=("L_hip", "R_hip")),),
    keys=(Key(at=0, pose={}), Key(at=1, pose={"R_hip.flex": 60.0})),
)
"""A straight body in the room's middle, its pelvis at the height 0, that flexes its right hip."""


def stance_of(drawn: Drawn = STANDING, **numbers: float) -> Stance:
    """The body in a pose; `R_hip__flex=40` is the number R_hip.flex."""
    return solve({name.replace("__", "."): value for name, value in numbers.items()}, drawn, BODY)


def near(first: object, second: object) -> bool:
    """Whether two places, directions or rotations are the same to a billionth."""
    return bool(np.allclose(np.asarray(first), np.asarray(second), rtol=0, atol=1e-9))


def same_stance(first: Stance, second: Stance) -> bool:
    """Whether two bodies have the same joints, segments and angles."""
    return near(_numbers(first), _numbers(second))


def _numbers(stance: Stance) -> Vec:
    """Everything that a stance says, in one row, by name."""
    frames = (stance.frames[name] for name in sorted(stance.frames))
    places = [np.concatenate([frame.rotation.ravel(), frame.origin]) for frame in frames]
    joints = [stance.joints[name] for name in sorted(stance.joints)]
    angles = np.array([stance.angles[name] for name in sorted(stance.angles)])
    return np.concatenate([*places, *joints, angles])
