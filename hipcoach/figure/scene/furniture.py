"""Furniture and posts round the figure: step, stool, chair and the floor post of a band."""

from __future__ import annotations

from functools import reduce
from operator import add

import numpy as np

from hipcoach.figure.scene.boxes import Box
from hipcoach.figure.scene.scene import Scene
from hipcoach.figure.scene.soft import hull, rod
from hipcoach.figure.skeleton.vectors import Vec, vector
from hipcoach.figure.values.props import Chair, Step, Stool

SEAT = 0.045  # thickness of a seat's board, metres
GROUND = 0.012  # legs end this little above the floor: their round ends touch it
INSET = 0.035  # a leg stands this far inside the seat's edge
SPLAY = 0.02  # and leans outward by this much
LEG = 0.017  # radius of a stool's leg

CHAIR_HALF_WIDTH, CHAIR_DEPTH, CHAIR_SEAT = 0.20, 0.40, 0.45
CHAIR_ROD = 0.016
RAILS = (0.0, 0.07, 0.14)  # below the top of the backrest
BACK_STEPS = 9  # the backrest's posts are long

POST, POST_FOOT = 0.020, 0.02
PLATE = (0.075, 0.010, 0.075)  # radii of the post's base, in fractions of stature
HOOK = (0.019, 0.013, 0.019)  # of the ring that holds the band

_UP = np.array([0.0, 1.0, 0.0])
_LEVEL = np.array([1.0, 0.0, 1.0])


def step(prop: Step) -> Scene:
    """A box to stand on; the foot's shadow falls on its top."""
    half = vector((prop.size[0] / 2, 0.0, prop.size[1] / 2))
    middle = vector(prop.at) * _LEVEL
    box = Box(
        name="step", low=middle - half, high=middle + half + _UP * prop.height, catches_shadow=True
    )
    return Scene(boxes=(box,))


def stool(prop: Stool, stature: float) -> Scene:
    """A seat on four splayed legs."""
    middle = vector(prop.at) * _LEVEL
    half = vector((prop.depth / 2, 0.0, prop.width / 2))
    top = middle + _UP * prop.height
    seat = Box(name="seat", low=top - half - _UP * SEAT, high=top + half)
    corners = {"fr": (1, 1), "fl": (1, -1), "br": (-1, 1), "bl": (-1, -1)}
    legs = [
        _leg(f"leg_{name}", middle, half, vector((x, 0, z)), prop.height, stature)
        for name, (x, z) in corners.items()
    ]
    return reduce(add, legs, Scene(boxes=(seat,)))


def _leg(name: str, middle: Vec, half: Vec, outward: Vec, height: float, stature: float) -> Scene:
    top = middle + outward * (half - INSET)
    return rod(
        name,
        "rod",
        top + _UP * (height - 0.05),
        top + outward * SPLAY + _UP * GROUND,
        LEG,
        stature,
    )


def chair(prop: Chair, stature: float) -> Scene:
    """A chair to hold on to: its backrest toward the person, its seat pointing away."""
    foot, facing = vector(prop.at) * _LEVEL, vector(prop.facing)
    beside = vector((-facing[2], 0.0, facing[0])) * CHAIR_HALF_WIDTH
    posts = (foot - beside, foot + beside)
    front = [post + facing * CHAIR_DEPTH for post in posts]
    corners = np.array([*posts, *front])
    seat = Box(
        name="chair_seat",
        low=corners.min(axis=0) + _UP * (CHAIR_SEAT - 0.04),
        high=corners.max(axis=0) + _UP * CHAIR_SEAT,
    )
    rods = [*_backrest(posts, prop.height, stature), *_front_legs(front, facing, stature)]
    return reduce(add, rods, Scene(boxes=(seat,)))


def _backrest(posts: tuple[Vec, Vec], height: float, stature: float) -> list[Scene]:
    upright = [
        rod(
            f"chair_back{index}",
            "rod",
            post + _UP * GROUND,
            post + _UP * height,
            CHAIR_ROD,
            stature,
            BACK_STEPS,
        )
        for index, post in enumerate(posts)
    ]
    rails = [
        rod(
            f"chair_rail{index}",
            "rod",
            posts[0] + _UP * (height - below),
            posts[1] + _UP * (height - below),
            LEG,
            stature,
            BACK_STEPS,
        )
        for index, below in enumerate(RAILS)
    ]
    return upright + rails


def _front_legs(front: list[Vec], facing: Vec, stature: float) -> list[Scene]:
    return [
        rod(
            f"chair_leg{index}",
            "rod",
            corner + _UP * GROUND,
            corner - facing * SPLAY + _UP * (CHAIR_SEAT - 0.05),
            CHAIR_ROD,
            stature,
        )
        for index, corner in enumerate(front)
    ]


def post(hook: Vec, height: float, stature: float) -> Scene:
    """A heavy floor post with a ring at `hook` (3,); it stands for any anchor near the floor."""
    x, y, z = (hook / stature).tolist()
    foot = hook * _LEVEL
    upright = rod(
        "post",
        "metal",
        foot + _UP * POST_FOOT,
        foot + _UP * height,
        POST,
        stature,
        BACK_STEPS,
    )
    plate = hull("post_base", "metal", "world", [((x, PLATE[1], z), PLATE)])
    return plate + upright + hull("post_hook", "weight", "world", [((x, y, z), HOOK)])
