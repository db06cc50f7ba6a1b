"""Colours as values: looks (skin, clothes, hair), the stage with its props, bands by level.

A colour is "#RRGGBB" or "#RRGGBBAA"; a ramp has a lit, a middle and a shaded one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Ramp = tuple[str, str, str]
BAND_LEVELS = 7
_COLOUR = re.compile(r"#[0-9A-F]{6}([0-9A-F]{2})?")


def _check_colours(record: DataclassInstance) -> None:
    """Every text of the record, at any depth of its tuples, is a colour. Raises ValueError."""
    for field in fields(record):
        for text in _texts(getattr(record, field.name)):
            if not _COLOUR.fullmatch(text):
                raise ValueError(f'{field.name}: "{text}" is no colour such as "#3E9A8E"')


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from _texts(inner)


@dataclass(frozen=True, slots=True, kw_only=True)
class LookColours:
    """A look's colours in one theme."""

    skin: Ramp
    top: Ramp
    legging: Ramp
    hair: Ramp

    def __post_init__(self) -> None:
        _check_colours(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A neutral adult. `bun`: hair in a knot, else short."""

    id: str
    bun: bool
    light: LookColours
    dark: LookColours

    def colours(self, *, dark: bool) -> LookColours:
        """The theme's."""
        return self.dark if dark else self.light


@dataclass(frozen=True, slots=True, kw_only=True)
class StageColours:
    """The colours of one theme around and on the figure.

    `fog`: what far limbs fade to. `shadow`: on the floor. `halo`: a part's soft dark edge on what
    lies behind it. `rim`: strength of the light edge, 0 to 1. `line`: thin outlines of boxes.
    `casing`: the light edge of cue lines.
    `glow`: a working muscle, bright and full (amber; never red, which reads as pain).
    `mat` and `pad`: upper side, edge.
    """

    fog: str
    shadow: str
    halo: str
    rim: float
    line: str
    casing: str
    floor: str
    glow: tuple[str, str]
    fibre: str
    mat: tuple[str, str]
    pad: tuple[str, str]
    wood: Ramp
    rod: Ramp
    metal: Ramp
    pillow: Ramp
    towel: Ramp
    weight: Ramp

    def __post_init__(self) -> None:
        _check_colours(self)
        if not 0 <= self.rim <= 1:
            raise ValueError(f"rim must be 0 to 1, not {self.rim:g}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """The stage of both themes, and the bands' colours by level from 1."""

    light: StageColours
    dark: StageColours
    bands: tuple[Ramp, ...]

    def __post_init__(self) -> None:
        _check_colours(self)
        if len(self.bands) != BAND_LEVELS:
            raise ValueError(f"bands needs {BAND_LEVELS} ramps, one a level")

    def colours(self, *, dark: bool) -> StageColours:
        """The theme's."""
        return self.dark if dark else self.light

    def band(self, level: int) -> Ramp:
        """The colours of a band of this level; at level 0 there is none to be drawn."""
        return self.bands[max(level, 1) - 1]


RAMPS = frozenset(
    field.name
    for record in (LookColours, StageColours)
    for field in fields(record)
    if field.type == "Ramp"
)
"""What a part of the body can have the colour of."""
