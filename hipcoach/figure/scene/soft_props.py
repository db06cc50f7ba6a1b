"""Props of cloth and weights on the body: pillow, towels, cuffs, ankle and hand weights."""

from __future__ import annotations

from dataclasses import replace

from hipcoach.figure.scene.scene import Scene
from hipcoach.figure.scene.soft import hull
from hipcoach.figure.skeleton.skeleton import Stance
from hipcoach.figure.skeleton.vectors import vector
from hipcoach.figure.values.props import HandWeight, KneeTowel, Pair, Pillow, TowelRoll, Triple

HEAD_MIDDLE = (0.004, 0.030, 0.0)  # in the head's frame, fractions of stature
HEAD_RADIUS = 0.046
PRESSED = 0.006  # metres that the head sinks into the pillow
THINNEST = 0.012  # a pillow's least half height, metres

CORNER = 0.62  # where the pillow's four corners lie, of its half size
CORNER_SIZE = 0.40
MIDDLE_SIZE = 0.80
CORNER_HEIGHT = 0.92

ROLL_END = 0.010  # half thickness of a roll's slices, fractions of stature
CUFF: tuple[float, Pair] = (0.0225, (-0.203, -0.225))  # radius; where on the shank, y
WEIGHT: tuple[float, Pair] = (0.0295, (-0.188, -0.232))
RING = 0.007  # half height of each of its two rings

GRIP = (0.024, -0.046)  # a hand weight's place before the palm, x and y of the hand's frame
BAR, BAR_HALF = 0.008, 0.030
DISC, DISC_HALF = 0.021, 0.011


def pillow(prop: Pillow, start: Stance, stature: float) -> Scene:
    """A pillow under the head, as high as the head needs, so that it never floats."""
    head = start.frames["head"].place(vector(HEAD_MIDDLE) * stature)
    top = head[1] - HEAD_RADIUS * stature if prop.top is None else prop.top
    high = max((top + PRESSED) / 2, THINNEST) / stature
    x, z = float(head[0]) / stature, float(head[2]) / stature
    wide, deep = (size / 2 / stature for size in prop.size)
    corner = (wide * CORNER_SIZE, high * CORNER_HEIGHT, deep * CORNER_SIZE)
    corners = [
        ((x + i * wide * CORNER, high * CORNER_HEIGHT, z + k * deep * CORNER), corner)
        for i in (-1, 1)
        for k in (-1, 1)
    ]
    middle = ((x, high, z), (wide * MIDDLE_SIZE, high, deep * MIDDLE_SIZE))
    return hull("pillow", "pillow", "world", [*corners, middle])


def towel_roll(prop: TowelRoll, name: str) -> Scene:
    """A rolled towel across a frame (trapped in the crease of a hip)."""
    x, y, z = prop.at
    slices = [
        ((x, y, z + along), (prop.radius, prop.radius, ROLL_END))
        for along in (-prop.half, 0.0, prop.half)
    ]
    return hull(name, "towel", prop.frame, slices, halo=True)


def knee_towel(prop: KneeTowel) -> Scene:
    """A small rolled towel between the knees, along the thigh."""
    inward = -0.052 if prop.part.startswith("R") else 0.052
    pieces: list[tuple[Triple, Triple]] = [
        ((0.004, y, inward), (0.023, 0.012, 0.020)) for y in (-0.185, -0.218, -0.250)
    ]
    return hull("knee_towel", "towel", f"{prop.part[0]}_thigh", pieces)


def cuff(part: str) -> Scene:
    """The cuff of a band above the ankle."""
    return _round_shank("cuff", "band", part, CUFF, halo=False)


def ankle_weight(part: str) -> Scene:
    """A weight round the shank above the ankle."""
    return _round_shank("ankle_weight", "weight", part, WEIGHT, halo=True)


def _round_shank(
    name: str, colour: str, part: str, shape: tuple[float, Pair], *, halo: bool
) -> Scene:
    radius, places = shape
    rings = [((-0.001, y, 0.0), (radius, RING, radius)) for y in places]
    soft = hull(name, colour, part, rings, halo=halo)
    return replace(soft, glued={name: part})


def hand_weight(prop: HandWeight) -> Scene:
    """A small dumb-bell held across the palm."""
    x, y = GRIP
    across = BAR_HALF + DISC_HALF
    bar = hull(
        f"{prop.part}_bar",
        "metal",
        prop.part,
        [((x, y, z), (BAR, BAR, BAR)) for z in (-BAR_HALF, BAR_HALF)],
    )
    discs = [
        hull(
            f"{prop.part}_disc{index}",
            "weight",
            prop.part,
            [((x, y, z + end), (DISC, DISC, 0.004)) for end in (-DISC_HALF, DISC_HALF)],
        )
        for index, z in enumerate((-across, across))
    ]
    return bar + discs[0] + discs[1]
