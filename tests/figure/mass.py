"""Where the body's weight is: for the tests only, the figure is drawn without it."""

from __future__ import annotations

import numpy as np

from hipcoach.figure.skeleton.skeleton import Stance
from hipcoach.figure.skeleton.vectors import Vec
from hipcoach.figure.values.body import Body

# Share of the body's mass, and where it sits on the way from the nearer joint to the further one.
# de Leva 1996, mean of both sexes.
LIMBS = (
    ("hip", "knee", 0.1447, 0.39),
    ("knee", "ankle", 0.0457, 0.44),
    ("heel", "toe", 0.0133, 0.50),
    ("sho", "elbow", 0.0263, 0.575),
    ("elbow", "wrist", 0.0150, 0.456),
    ("wrist", "wrist", 0.00585, 0.0),
)
# Pelvis, lumbar spine, thorax and head: share, place in the frame as a share of stature.
# de Leva's thirds of the trunk, moved to our frames: our fit.
TRUNK = (
    ("pelvis", 0.1170, (-0.005, 0.030, 0.0)),
    ("lumbar", 0.1199, (0.015, 0.050, 0.0)),
    ("thorax", 0.1766, (0.010, 0.075, 0.0)),
    ("head", 0.0681, (0.010, 0.030, 0.0)),
)


def centre_of_mass(stance: Stance, body: Body) -> Vec:
    """The centre of mass of the whole body in the world, metres."""
    weights, places = zip(*_limbs(stance), *_trunk(stance, body.stature), strict=True)
    shares = np.array(weights)
    return shares @ np.array(places) / shares.sum()


def _limbs(stance: Stance) -> list[tuple[float, Vec]]:
    found = []
    for side in "RL":
        for near, far, share, along in LIMBS:
            start, end = stance.joints[f"{side}_{near}"], stance.joints[f"{side}_{far}"]
            found.append((share, start + (end - start) * along))
    return found


def _trunk(stance: Stance, stature: float) -> list[tuple[float, Vec]]:
    frames = stance.frames
    return [
        (share, frames[name].origin + frames[name].rotation @ np.array(place) * stature)
        for name, share, place in TRUNK
    ]


def outside_of(point: Vec, base: Vec) -> float:
    """How far a point is outside the outline of the base (N, 3), seen from above; inside < 0."""
    turns = np.linspace(0.0, 2.0 * np.pi, 180, endpoint=False)
    ways = np.stack([np.cos(turns), np.sin(turns)], axis=1)
    reach = (base[:, [0, 2]] @ ways.T).max(axis=0)
    return float((ways @ point[[0, 2]] - reach).max())
