"""The names that the figure's data may use: frames, joints, points and the numbers of a pose.

R_ and L_ are the body's right and left; everything is authored for the right working side.
"""

from __future__ import annotations

from itertools import product

SIDES = ("R", "L")

TRUNK_FRAMES = ("pelvis", "lumbar", "thorax", "neck", "head")
LIMB_FRAMES = ("thigh", "shank", "foot", "uarm", "farm", "hand")
LIMB_JOINTS = (
    *("hip", "knee", "ankle", "heel", "ball", "toe"),
    *("sho", "elbow", "wrist"),
)


def _both(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(f"{side}_{name}" for side, name in product(SIDES, names))


FRAMES = frozenset(TRUNK_FRAMES) | _both(LIMB_FRAMES) | {"world"}
"""Segments with a rotation and an origin; "world" is the floor's own frame."""

JOINTS = _both(LIMB_JOINTS) | {"pelvis"}
POINTS = JOINTS | FRAMES - {"world"}
"""What has a place: joints, and the origins of frames."""

PINNABLE = _both(("ankle", "hand"))

_AXES = ("x", "y", "z")
_ANGLES = {
    "": ("x", "y", "z", "pitch", "yaw", "tilt", "obliq", "rot"),
    "root.": _AXES,
    "lumbar.": ("flex", "side", "rot"),
    "thorax.": ("flex", "side", "rot"),
    "neck.": ("flex", "side", "rot"),
    "head.": ("flex", "side", "rot"),
    "flesh.": ("belly", "chest"),
}
_LIMB_ANGLES = {
    "hip.": ("flex", "abd", "er"),
    "knee.": ("flex",),
    "ankle.": (*_AXES, "dorsi", "inv", "out"),
    "foot.": ("pitch", "out", "roll"),
    "scap.": ("fwd", "up", "out"),
    "sho.": ("flex", "abd", "er"),
    "elbow.": ("flex", "swivel"),
    "hand.": (*_AXES, "dir", "flex", "pron"),
}

POSE_NAMES = (
    frozenset(f"{stem}{name}" for stem, names in _ANGLES.items() for name in names)
    | frozenset(
        f"{side}_{stem}{name}"
        for side, (stem, names) in product(SIDES, _LIMB_ANGLES.items())
        for name in names
    )
    | _both(("swivel",))
)
"""Every number that a pose may hold: degrees, except places (x, y, z), `scap` and `flesh`.

`x`, `y`, `z` place the pelvis (metres); `root.*` shift a figure's root pin. `R_ankle.x` is a pinned
ankle's place, `R_hand.x` a pinned hand's (metres, or fractions of stature in the pin's frame).
"""


def is_point(name: str) -> bool:
    """Whether this names a place: "R_knee", "thorax", or a midpoint as in "L_knee+R_knee"."""
    return all(part in POINTS for part in name.split("+"))
