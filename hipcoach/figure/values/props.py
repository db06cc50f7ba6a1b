"""What stands and lies around the figure, as values: one type for each kind of prop.

Places are metres in the world; triples mirror with the side (z changes its sign), pairs do not.
A size is the whole extent. "part" names a body part, such as "R_shank".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Triple = tuple[float, float, float]
Pair = tuple[float, float]


class LoopPlace(StrEnum):
    """Where a loop band runs round both legs (body.toml has its place on the limb)."""

    THIGH = "thigh"
    ANKLE = "ankle"
    FOOT = "foot"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mat:
    """A mat, fitted to the body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pillow:
    """A pillow, fitted under the head of the first key.

    `size` is along x and z; `top` the height of its upper side, None: as high as the head needs.
    """

    size: Pair = (0.30, 0.40)
    top: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KneePad:
    """A pad on the floor under a knee: its centre, size along x and z, thickness."""

    at: Triple
    size: Pair
    thick: float = 0.022


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A box to stand on: the centre of its footprint (y = 0), size along x and z, height."""

    at: Triple
    size: Pair
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Stool:
    """A seat on four legs: the middle of its seat on the floor; width along z, depth along x."""

    at: Triple
    height: float = 0.42
    width: float = 0.44
    depth: float = 0.40


@dataclass(frozen=True, slots=True, kw_only=True)
class Chair:
    """A chair to hold on to: the foot of its backrest, and where its seat points (x or z)."""

    at: Triple
    facing: Triple
    height: float = 0.86


@dataclass(frozen=True, slots=True, kw_only=True)
class TowelRoll:
    """A rolled towel that rides on a frame: centre, radius, half length in fractions of stature."""

    frame: str
    at: Triple
    radius: float = 0.024
    half: float = 0.040


@dataclass(frozen=True, slots=True, kw_only=True)
class KneeTowel:
    """A rolled towel between the knees, riding on a thigh."""

    part: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BandLoop:
    """A loop band round both legs, drawn where the resistance is one."""

    on: LoopPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class BandStrap:
    """A band from a floor post to a cuff on a shank: strap, cuff, post and its hook in one.

    `anchor` is the hook (its y the hook's height), `post` the post's height. Drawn where the
    resistance is a band.
    """

    part: str
    anchor: Triple
    post: float = 0.30


@dataclass(frozen=True, slots=True, kw_only=True)
class AnkleWeight:
    """A weight round a shank, drawn where the resistance is one."""

    part: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandWeight:
    """A small dumb-bell across a palm, drawn where the resistance is one."""

    part: str


Prop = (
    Mat
    | Pillow
    | KneePad
    | Step
    | Stool
    | Chair
    | TowelRoll
    | KneeTowel
    | BandLoop
    | BandStrap
    | AnkleWeight
    | HandWeight
)

PROP_KINDS: dict[str, type[Prop]] = {
    "mat": Mat,
    "pillow": Pillow,
    "knee_pad": KneePad,
    "step": Step,
    "stool": Stool,
    "chair": Chair,
    "towel_roll": TowelRoll,
    "knee_towel": KneeTowel,
    "band_loop": BandLoop,
    "band_strap": BandStrap,
    "ankle_weight": AnkleWeight,
    "hand_weight": HandWeight,
}
"""The type by the word that `kind` has in a pose file."""
