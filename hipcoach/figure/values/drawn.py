"""One exercise's figure as frozen values: how it lies, moves, is seen and is checked.

Read from resources/figure/poses by library.py. Angles are degrees with clinical signs, places are
metres in the world (x forward, y up, z to the right), all authored for the right working side.
Triples mirror with the side (z changes its sign); pairs and views have their own rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import inf

from hipcoach.core.exercise import Side
from hipcoach.core.tempo import PhaseKind
from hipcoach.figure.values.props import Pair, Prop, Triple

Pose = Mapping[str, float]
"""Numbers of a pose by name (names.POSE_NAMES); what is not there is 0."""


class Attitude(StrEnum):
    """How the body lies or stands before any angle is applied."""

    STANDING = "standing"
    SUPINE = "supine"
    SIDE_LEFT = "side_left"
    SIDE_RIGHT = "side_right"
    QUADRUPED = "quadruped"


class Hand(StrEnum):
    """What a hand does: goes on in line with the forearm, lies flat, or holds a body segment."""

    FOLLOW = "follow"
    FLAT = "flat"
    WRAP = "wrap"


class When(StrEnum):
    """Which instants of the movement a check looks at.

    CHANGE: what the measure has at the end less what it has at the start.
    """

    START = "start"
    END = "end"
    ALWAYS = "always"
    CHANGE = "change"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Where the camera stands, in degrees: azimuth 0 looks from +z, 90 from +x; elevation above."""

    azimuth: float
    elevation: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """A direction on the floor of an inset, with faint lines to compare it with."""

    start: Triple
    end: Triple
    compare: tuple[Triple, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Inset:
    """A second view in a panel of its own.

    `size` is a share of the main view's width and height; `left`: at the left edge (right when
    mirrored). `frame` are points that it must show, () for the whole figure.
    """

    title: str
    view: View
    size: Pair = (0.27, 0.36)
    left: bool = False
    frame: tuple[Triple, ...] = ()
    arrows: tuple[Arrow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CueLine:
    """A line through points of the body, drawn in a pair of pictures.

    `extend` lengthens both ends by this share of the line from the first to the last point.
    `reference` is a dashed line through the points' mean: direction times half the length, in units
    of half the distance from the first to the last point. `chord`: a dashed line between the ends.
    """

    points: tuple[str, ...]
    extend: float = 0.0
    reference: Triple | None = None
    chord: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """An ankle or hand that is held at a place; the joint in between follows.

    `pole` is the direction of the knee or elbow in the pelvis's or thorax's frame (z outward);
    `pole_at` a point of the floor that the elbow stays over. `level_foot`: the foot keeps its
    direction in the world (R_foot.pitch, .out, .roll). `frame`: the hand rides on that segment, its
    place in fractions of stature. `palm` and `fingers`: a wrapped hand's directions in that frame.
    """

    pole: Triple | None = None
    pole_at: Triple | None = None
    level_foot: bool = False
    frame: str = ""
    hand: Hand = Hand.FOLLOW
    palm: Triple | None = None
    fingers: Triple | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RootPin:
    """A point of the trunk that stays in place of the pelvis.

    `local` is in fractions of stature in the frame, `at` in the world.
    """

    frame: str
    local: Triple
    at: Triple


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """The whole pose at one share of the movement, 0 at its start and 1 at its end."""

    at: float
    pose: Pose


@dataclass(frozen=True, slots=True, kw_only=True)
class MistakePose:
    """A common mistake: what is added to the last key, and how it is seen.

    `view` None and `cue_lines` (): the exercise's own. `breaks` names the checks that must
    notice it.
    """

    delta: Pose
    view: View | None = None
    cue_lines: tuple[CueLine, ...] = ()
    breaks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What good form keeps to: a measure of some points between two limits, and why these.

    `name` is the key of its table, by which a variant changes it.
    """

    name: str
    measure: str
    of: tuple[str, ...] = ()
    when: When = When.ALWAYS
    least: float = -inf
    most: float = inf
    why: str

    def __post_init__(self) -> None:
        if (self.least, self.most) == (-inf, inf):
            raise ValueError("needs least, most or both")
        if self.least > self.most:
            raise ValueError(f"least {self.least:g} is more than most {self.most:g}")
        if not self.why.strip():
            raise ValueError("why: needs a reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One movement, ready to be posed and drawn.

    `works` is the side that never fades (RIGHT or BOTH as authored). `moves_on` is the phase that
    goes from start to end: LIFT, or LOWER where the effort brings it back. `alternates`: a
    repetition is this movement and then its mirror. `keys` are whole poses, from 0 to 1.
    `order` overrides the painter's order: pairs of parts, the first in front of the second.
    """

    attitude: Attitude
    works: Side = Side.RIGHT
    alternates: bool = False
    moves_on: PhaseKind = PhaseKind.LIFT
    breathes: bool = False
    muscles: tuple[str, ...]
    view: View
    trace: str = ""
    insets: tuple[Inset, ...] = ()
    cue_lines: tuple[CueLine, ...]
    props: tuple[Prop, ...] = ()
    order: tuple[tuple[str, str], ...] = ()
    pins: Mapping[str, Pin] = field(default_factory=dict)
    root_pin: RootPin | None = None
    keys: tuple[Key, ...]
    mistakes: Mapping[str, MistakePose] = field(default_factory=dict)
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureFile:
    """An exercise's figure: the plain movement, variants by name, and which rungs show them."""

    id: str
    plain: Drawn
    variants: Mapping[str, Drawn] = field(default_factory=dict)
    rungs: Mapping[str, str] = field(default_factory=dict)

    def drawn(self, rung: str = "") -> Drawn:
        """The movement that a rung of the ladder shows; the plain one for every other rung."""
        variant = self.rungs.get(rung)
        return self.plain if variant is None else self.variants[variant]
