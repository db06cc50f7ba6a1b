"""The props that a resistance shows, built into a scene."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import add

from hipcoach.core.exercise import Resistance, ResistanceKind
from hipcoach.figure.scene.furniture import chair, post, step, stool
from hipcoach.figure.scene.scene import Loop, Scene, Slab, Strap
from hipcoach.figure.scene.soft_props import (
    ankle_weight,
    cuff,
    hand_weight,
    knee_towel,
    pillow,
    towel_roll,
)
from hipcoach.figure.skeleton.skeleton import Stance
from hipcoach.figure.skeleton.vectors import vector
from hipcoach.figure.values import props as of
from hipcoach.figure.values.body import Body
from hipcoach.figure.values.props import Prop

PAD_CORNER = 0.04  # radius, metres
STRAP_END = (-0.001, -0.214, 0.0)  # the cuff's middle on a shank, fractions of stature


def build_scene(props: Sequence[Prop], start: Stance, body: Body, resistance: Resistance) -> Scene:
    """The props that this resistance shows; the pillow is fitted under the head at the start."""
    built = [
        _scene_of(prop, index, start, body)
        for index, prop in enumerate(props)
        if _is_shown(prop, resistance.kind)
    ]
    return reduce(add, built, Scene())


def _is_shown(prop: Prop, kind: ResistanceKind) -> bool:
    match prop:
        case of.BandLoop() | of.BandStrap():
            return kind is ResistanceKind.BAND
        case of.AnkleWeight():
            return kind is ResistanceKind.ANKLE_WEIGHT
        case of.HandWeight():
            return kind is ResistanceKind.HAND_WEIGHT
        case _:
            return True


def _scene_of(prop: Prop, index: int, start: Stance, body: Body) -> Scene:
    match prop:
        case of.Mat():
            return Scene(on_mat=True)
        case of.KneePad():
            return Scene(slabs=(_pad(prop),))
        case of.Step() | of.Stool() | of.Chair():
            return _furniture(prop, body.stature)
        case of.Pillow():
            return pillow(prop, start, body.stature)
        case of.TowelRoll() | of.KneeTowel():
            return _towel(prop, index)
        case _:
            return _resistance(prop, body)


def _furniture(prop: of.Step | of.Stool | of.Chair, stature: float) -> Scene:
    match prop:
        case of.Step():
            return step(prop)
        case of.Stool():
            return stool(prop, stature)
        case of.Chair():
            return chair(prop, stature)


def _towel(prop: of.TowelRoll | of.KneeTowel, index: int) -> Scene:
    match prop:
        case of.TowelRoll():
            return towel_roll(prop, f"towel{index}")
        case of.KneeTowel():
            return knee_towel(prop)


def _resistance(
    prop: of.BandLoop | of.BandStrap | of.AnkleWeight | of.HandWeight, body: Body
) -> Scene:
    match prop:
        case of.BandLoop():
            return Scene(loops=(_loop(prop, body),))
        case of.BandStrap():
            return _strap(prop, body.stature)
        case of.AnkleWeight():
            return ankle_weight(prop.part)
        case of.HandWeight():
            return hand_weight(prop)


def _pad(prop: of.KneePad) -> Slab:
    x, _, z = prop.at
    wide, deep = prop.size[0] / 2, prop.size[1] / 2
    return Slab(
        x=(x - wide, x + wide),
        z=(z - deep, z + deep),
        y=(0.0, prop.thick),
        radius=PAD_CORNER,
        colour="pad",
    )


def _loop(prop: of.BandLoop, body: Body) -> Loop:
    seat = body.loops[prop.on]
    return Loop(
        name=f"loop_{prop.on}",
        limbs=(f"L_{seat.frame}", f"R_{seat.frame}"),
        centre=vector(seat.centre) * body.stature,
        axis=seat.axis,
        radius=seat.radius * body.stature,
    )


def _strap(prop: of.BandStrap, stature: float) -> Scene:
    """The band with its cuff, and the floor post that it is tied to."""
    anchor = vector(prop.anchor)
    strap = Strap(name="strap", limb=prop.part, anchor=anchor, local=vector(STRAP_END) * stature)
    return Scene(straps=(strap,)) + cuff(prop.part) + post(anchor, prop.post, stature)
