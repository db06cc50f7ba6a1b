"""Left and right changed over: names, solved bodies and what is drawn with them.

The mirror stands in the plane z = 0. The figure's flesh is the same on both sides, so a mirrored
body is a proper body again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from hipcoach.figure.skeleton.skeleton import Stance
from hipcoach.figure.skeleton.vectors import Frame, Vec

if TYPE_CHECKING:
    from hipcoach.figure.values.drawn import Arrow, CueLine, Drawn, Inset, MistakePose, View
    from hipcoach.figure.values.props import Prop, Triple

Value = TypeVar("Value")

_SIDES = {"R": "L", "L": "R"}
_FLIP = np.array([1.0, 1.0, -1.0])
_FLIP_ROTATION = np.outer(_FLIP, _FLIP)  # turns a rotation into the mirrored one, number by number
_TURNS_OVER = ("obliq", "side", "rot")  # angles of the trunk that have a left and a right


def mirror_name(name: str) -> str:
    """R_knee and L_knee, glute_med_R and glute_med_L, midpoints too; without a side it stays."""
    if "+" in name:
        return "+".join(map(mirror_name, name.split("+")))
    if name[1:2] == "_" and name[0] in _SIDES:
        return _SIDES[name[0]] + name[1:]
    if name[-2:-1] == "_" and name[-1] in _SIDES:
        return name[:-1] + _SIDES[name[-1]]
    return name


def mirror_stance(stance: Stance) -> Stance:
    """The same body in the mirror, its left and right named anew."""
    return Stance(
        frames=_renamed({name: _frame(frame) for name, frame in stance.frames.items()}),
        joints=_renamed({name: _point(place) for name, place in stance.joints.items()}),
        angles=_renamed({name: _angle(name, angle) for name, angle in stance.angles.items()}),
        misses=_renamed(stance.misses),
        swells=stance.swells,
    )


def mirror_view(view: View) -> View:
    """The view from which the mirrored body is the mirror image of the picture."""
    return replace(view, azimuth=180.0 - view.azimuth)


def mirror_drawn(drawn: Drawn) -> Drawn:
    """What is shown with the body for the other side; poses and pins stay as authored."""
    return replace(
        drawn,
        works=drawn.works.other,
        muscles=tuple(map(mirror_name, drawn.muscles)),
        view=mirror_view(drawn.view),
        trace=mirror_name(drawn.trace),
        insets=tuple(map(_inset, drawn.insets)),
        cue_lines=_cue_lines(drawn.cue_lines),
        props=tuple(map(_prop, drawn.props)),
        order=tuple((mirror_name(front), mirror_name(back)) for front, back in drawn.order),
        mistakes={name: _mistake(mistake) for name, mistake in drawn.mistakes.items()},
    )


def _renamed(named: Mapping[str, Value]) -> dict[str, Value]:
    return {mirror_name(name): value for name, value in named.items()}


def _frame(frame: Frame) -> Frame:
    return Frame(frame.rotation * _FLIP_ROTATION, _point(frame.origin))


def _point(place: Vec) -> Vec:
    mirrored: Vec = place * _FLIP
    return mirrored


def _angle(name: str, angle: float) -> float:
    """Angles of limbs are clinical and stay; the trunk bends and turns to the other side."""
    of, kind = name.split(".")
    return -angle if kind in _TURNS_OVER and mirror_name(of) == of else angle


def _triple(triple: Triple) -> Triple:
    x, y, z = triple
    return (x, y, -z)


def _inset(inset: Inset) -> Inset:
    return replace(
        inset,
        view=mirror_view(inset.view),
        left=not inset.left,
        frame=tuple(map(_triple, inset.frame)),
        arrows=tuple(map(_arrow, inset.arrows)),
    )


def _arrow(arrow: Arrow) -> Arrow:
    compare = tuple(map(_triple, arrow.compare))
    return replace(arrow, start=_triple(arrow.start), end=_triple(arrow.end), compare=compare)


def _cue_lines(lines: tuple[CueLine, ...]) -> tuple[CueLine, ...]:
    return tuple(map(_cue_line, lines))


def _cue_line(line: CueLine) -> CueLine:
    reference = line.reference and _triple(line.reference)
    return replace(line, points=tuple(map(mirror_name, line.points)), reference=reference)


def _mistake(mistake: MistakePose) -> MistakePose:
    view = mistake.view and mirror_view(mistake.view)
    return replace(mistake, view=view, cue_lines=_cue_lines(mistake.cue_lines))


def _prop(prop: Prop) -> Prop:
    """Of every kind of prop: triples are places or directions, texts name parts and frames."""
    changed: dict[str, Any] = {
        field.name: _of_prop(getattr(prop, field.name)) for field in fields(prop)
    }
    return replace(prop, **changed)


def _of_prop(value: object) -> object:
    match value:
        case str():
            return mirror_name(value)
        case (float() | int(), float() | int(), float() | int()):
            return (value[0], value[1], -value[2])
        case _:
            return value
