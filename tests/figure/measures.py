"""What can be measured on a solved figure, for the `[checks]` of resources/figure/poses.

Every measure is a function of one instant and of the names that the check gives, and returns one
number: degrees for angles, metres for all else. World axes: forward (X), up (Y), right (Z).
Points are joints, frames or midpoints ("L_knee+R_knee"); skin is named by its ellipsoids.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from hipcoach.figure.skeleton.skeleton import Stance
from hipcoach.figure.skeleton.vectors import Vec, cross, length, vector
from hipcoach.figure.values.body import Body
from tests.figure.mass import centre_of_mass, outside_of
from tests.figure.skin import lowest

AXES = {"forward": vector([1, 0, 0]), "up": vector([0, 1, 0]), "right": vector([0, 0, 1])}
SOLE = (("heel", 0.032), ("ball", 0.045), ("toe", 0.038))  # half widths of the sole, metres


@dataclass(frozen=True, slots=True, kw_only=True)
class Instant:
    """One solved instant and the one that its movement starts from."""

    now: Stance
    start: Stance
    body: Body

    def line(self, here: str, there: str) -> Vec:
        """From one point to another."""
        return self.now.point(there) - self.now.point(here)


Measure = Callable[..., float]


# --- angles, degrees ---------------------------------------------------------------------


def angle(at: Instant, name: str) -> float:
    """A clinical angle of the body, "R_hip.flex" or "pelvis.tilt"."""
    return at.now.angles[name]


def tilt(at: Instant, name: str) -> float:
    """How far an angle is from 0, whichever way."""
    return abs(at.now.angles[name])


def difference(at: Instant, one: str, other: str) -> float:
    """How unlike two angles are: left and right that should do the same."""
    return abs(at.now.angles[one] - at.now.angles[other])


def off_axis(at: Instant, here: str, there: str, axis: str) -> float:
    """Between a line through two points and a world axis, 0 to 90."""
    away = angle_between(at.line(here, there), AXES[axis])
    return min(away, 180.0 - away)


def slope(at: Instant, here: str, there: str) -> float:
    """How steeply the line rises from one point to the other, level = 0."""
    return rise(at.line(here, there), "up")


def lean_forward(at: Instant) -> float:
    """How far the trunk, from pelvis to neck, is from upright, + forward.

    The neck's joint lies behind the pelvis's: a neutral trunk reads -4.
    """
    return rise(at.line("pelvis", "neck"), "forward")


def lean_side(at: Instant) -> float:
    """How far the trunk is from upright, to either side."""
    return abs(rise(at.line("pelvis", "neck"), "right"))


def bend(at: Instant, one: str, middle: str, other: str) -> float:
    """How far three points are from one straight line."""
    return angle_between(at.line(one, middle), at.line(middle, other))


def apart(at: Instant, one: str, end_of_one: str, other: str, end_of_other: str) -> float:
    """Between two lines: 0 when they are parallel."""
    return angle_between(at.line(one, end_of_one), at.line(other, end_of_other))


def turned(at: Instant, here: str, there: str) -> float:
    """Between where a line points now and where it pointed at the start."""
    return angle_between(at.line(here, there), at.start.point(there) - at.start.point(here))


def floor_direction(at: Instant, point: str) -> float:
    """Which way a point has moved over the floor: 0 straight back, 90 straight to the right."""
    way = at.now.point(point) - at.start.point(point)
    return math.degrees(math.atan2(way[2], -way[0]))


# --- places, metres ----------------------------------------------------------------------


def distance(at: Instant, here: str, there: str) -> float:
    """Between two points."""
    return length(at.line(here, there))


def beyond(at: Instant, reference: str, point: str, axis: str) -> float:
    """How much further along a world axis a point is than the reference."""
    return float(at.line(reference, point) @ AXES[axis])


def beside(at: Instant, one: str, other: str, axis: str) -> float:
    """How far two points are from each other along a world axis, whichever way."""
    return abs(beyond(at, one, other, axis))


def travel(at: Instant, point: str, axis: str) -> float:
    """How far a point has moved along a world axis since the start."""
    return float((at.now.point(point) - at.start.point(point)) @ AXES[axis])


def drift(at: Instant, *points: str) -> float:
    """How far any of these points is from where it was at the start: 0 for what is planted."""
    return max(length(at.now.point(p) - at.start.point(p)) for p in points)


def skin(at: Instant, *ellipsoids: str) -> float:
    """The lowest skin of these ellipsoids above the floor; below 0 is pressed into the mat."""
    heights = lowest(at.now, at.body)
    return min(heights[name] for name in ellipsoids)


def off_toe_line(at: Instant, side: str) -> float:
    """How far the knee is beside the upright plane through ankle and second toe."""
    foot, knee = at.line(f"{side}_ankle", f"{side}_toe"), at.line(f"{side}_ankle", f"{side}_knee")
    return abs(float(foot[0] * knee[2] - foot[2] * knee[0])) / math.hypot(foot[0], foot[2])


def off_balance(at: Instant, *support: str) -> float:
    """How far the centre of mass is outside the base of support, below 0 inside, seen from above.

    "R_sole" and "L_sole" stand for a foot's whole sole, all other names for points.
    """
    base = [corner for name in support for corner in _support(at.now, name)]
    return outside_of(centre_of_mass(at.now, at.body), np.array(base))


def swell(at: Instant, name: str) -> float:
    """How far flesh is pushed forward: "belly" or "chest"."""
    return at.now.swells.get(name, 0.0)


# --- shared maths ------------------------------------------------------------------------


def angle_between(first: Vec, second: Vec) -> float:
    """Angle between two directions, 0 to 180 degrees."""
    return math.degrees(math.atan2(length(cross(first, second)), float(first @ second)))


def rise(line: Vec, axis: str) -> float:
    """The angle that a line makes with the plane across a world axis, -90 to 90 degrees."""
    return math.degrees(math.asin(float(line @ AXES[axis]) / length(line)))


def _support(stance: Stance, name: str) -> list[Vec]:
    side, part = name[:1], name[2:]
    if part != "sole":
        return [stance.point(name)]
    across = stance.frames[f"{side}_foot"].rotation[:, 2]
    places = [(stance.point(f"{side}_{place}"), half) for place, half in SOLE]
    return [point + across * half * way for point, half in places for way in (-1, 1)]


MEASURES: dict[str, Measure] = {
    measure.__name__: measure
    for measure in (
        *(angle, tilt, difference, off_axis, slope, lean_forward, lean_side, bend, apart, turned),
        *(floor_direction, distance, beyond, beside, travel, drift, skin, off_toe_line),
        *(off_balance, swell),
    )
}
