"""The colours of one picture: what the ui asks for, and what the painters take from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtGui import QColor

from hipcoach.figure.values import looks

if TYPE_CHECKING:
    from hipcoach.figure.reading.library import Library

Rgb: TypeAlias = tuple[float, float, float]
"""Red, green and blue, 0 to 255 each."""
Pair: TypeAlias = tuple[QColor, QColor]
"""A plate's upper side and its edge."""

CLOTHES = ("skin", "top", "legging", "hair")
MATERIALS = ("wood", "rod", "metal", "pillow", "towel", "weight")


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """What the ui asks for: the theme's kind, a look's name and colours of the theme "#RRGGBB".

    `ground` lies behind the figure, "" for none. `ink` draws its path and the insets' titles,
    `panel` lies behind an inset, `well_done` and `mistaken` draw the cue lines of a pair.
    """

    dark: bool
    look: str
    ground: str
    ink: str
    panel: str
    well_done: str
    mistaken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ramp:
    """One material from its lit side over its own colour to its shaded side."""

    lit: Rgb
    middle: Rgb
    shade: Rgb


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Every colour that the painters of one picture need.

    `ramps`: by the names in CLOTHES and MATERIALS, and "band". `fog`, `rim`, `halo` and so on are
    explained at looks.StageColours. `without`: parts of the body that this look does not have.
    """

    ground: QColor | None
    ink: QColor
    panel: QColor
    well_done: QColor
    mistaken: QColor
    ramps: Mapping[str, Ramp]
    without: tuple[str, ...]
    fog: Rgb
    rim: float
    shadow: QColor
    halo: QColor
    casing: QColor
    floor: QColor
    glow: tuple[Rgb, Rgb]
    fibre: Rgb
    mat: Pair
    pad: Pair


def resolve(library: Library, colours: Colours, level: int = 0) -> Palette:
    """The palette of a look in a theme, with the band of a resistance's level (0: the usual one).

    A look that there is not (any more) becomes the first one.
    """
    look = library.looks.get(colours.look) or next(iter(library.looks.values()))
    stage = library.stage.colours(dark=colours.dark)
    return Palette(
        ground=QColor(colours.ground) if colours.ground else None,
        ink=QColor(colours.ink),
        panel=QColor(colours.panel),
        well_done=QColor(colours.well_done),
        mistaken=QColor(colours.mistaken),
        ramps=_ramps(look.colours(dark=colours.dark), stage, library.stage.band(level)),
        without=() if look.bun else ("bun",),
        fog=rgb(stage.fog),
        rim=stage.rim,
        shadow=_colour(stage.shadow),
        halo=_colour(stage.halo),
        casing=_colour(stage.casing),
        floor=_colour(stage.floor),
        glow=(rgb(stage.glow[0]), rgb(stage.glow[1])),
        fibre=rgb(stage.fibre),
        mat=_pair(stage.mat),
        pad=_pair(stage.pad),
    )


def rgb(code: str) -> Rgb:
    """The three numbers of "#RRGGBB" (and of "#RRGGBBAA")."""
    return (int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16))


def mixed(one: Rgb, other: Rgb, share: float) -> Rgb:
    """The colour at this share of the way from the one to the other."""
    return (
        one[0] + (other[0] - one[0]) * share,
        one[1] + (other[1] - one[1]) * share,
        one[2] + (other[2] - one[2]) * share,
    )


def qcolour(colour: Rgb, alpha: float = 255) -> QColor:
    """The colour for a brush or a pen; `alpha` 0 to 255."""
    return QColor(int(colour[0]), int(colour[1]), int(colour[2]), int(alpha))


def _ramps(
    clothes: looks.LookColours, stage: looks.StageColours, band: looks.Ramp
) -> dict[str, Ramp]:
    written = {name: getattr(clothes, name) for name in CLOTHES}
    written |= {name: getattr(stage, name) for name in MATERIALS} | {"band": band}
    return {
        name: Ramp(lit=rgb(lit), middle=rgb(middle), shade=rgb(shade))
        for name, (lit, middle, shade) in written.items()
    }


def _colour(code: str) -> QColor:
    """The colour of "#RRGGBB" or "#RRGGBBAA" (Qt's own order is another one)."""
    return qcolour(rgb(code), int(code[7:9] or "FF", 16))


def _pair(codes: tuple[str, str]) -> Pair:
    return _colour(codes[0]), _colour(codes[1])
