"""The body and its muscles from their tables: the right side is authored, the left is its mirror.

What does not fit raises Invalid with "key: reason".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from hipcoach.figure.skeleton.mirror import mirror_name
from hipcoach.figure.values.body import (
    Anchor,
    Body,
    Ellipsoid,
    Lengths,
    LoopSeat,
    Muscle,
    Offsets,
    Part,
)
from hipcoach.figure.values.looks import RAMPS
from hipcoach.figure.values.names import FRAMES, SIDES
from hipcoach.figure.values.props import LoopPlace, Triple
from hipcoach.store.codec import Invalid

T = TypeVar("T")

THINNEST = 0.001
"""Of stature: an ellipsoid's least radius. The thinnest thing that the body has is four times that.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyTables:
    """body.toml."""

    stature: float
    lengths: Lengths
    offsets: Offsets
    swells: Mapping[str, tuple[str, ...]]
    loops: Mapping[LoopPlace, LoopSeat]
    ellipsoids: Mapping[str, Ellipsoid]
    parts: Mapping[str, Part]


def whole_body(tables: BodyTables) -> Body:
    """Both sides of the body."""
    parts = {name: replace(part, name=name) for name, part in tables.parts.items()}
    body = Body(
        stature=tables.stature,
        lengths=tables.lengths,
        offsets=tables.offsets,
        ellipsoids=_both_sides(tables.ellipsoids, _mirrored_ellipsoid),
        parts=tuple(_both_sides(parts, _mirrored_part).values()),
        swells=tables.swells,
        loops=tables.loops,
    )
    _refuse(_body_problems(body))
    return body


def all_muscles(tables: Mapping[str, Muscle], body: Body) -> dict[str, Muscle]:
    """The muscles of both sides."""
    muscles = _both_sides(tables, _mirrored_muscle)
    _refuse(_muscle_problems(muscles, body))
    return muscles


def _refuse(problems: Iterator[str]) -> None:
    for problem in problems:
        raise Invalid(problem)


def _both_sides(authored: Mapping[str, T], mirrored: Callable[[T], T]) -> dict[str, T]:
    """Each named thing, followed by its mirror image where its name has a side."""
    found: dict[str, T] = {}
    for name, value in authored.items():
        if mirror_name(name) in authored and mirror_name(name) != name:
            raise Invalid(f"{name}: only the right side is authored")
        found[name] = value
        found.setdefault(mirror_name(name), mirrored(value))
    return found


def _mirrored_ellipsoid(ellipsoid: Ellipsoid) -> Ellipsoid:
    frame, centre = mirror_name(ellipsoid.frame), _flipped(ellipsoid.centre)
    return replace(ellipsoid, frame=frame, centre=centre)


def _mirrored_part(part: Part) -> Part:
    front, back = part.axis
    return replace(
        part,
        name=mirror_name(part.name),
        hulls=_mirrored_hulls(part.hulls),
        axis=(mirror_name(front), mirror_name(back)),
        halo=_mirrored_hulls(part.halo),
    )


def _mirrored_hulls(hulls: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(map(mirror_name, hull)) for hull in hulls)


def _mirrored_muscle(muscle: Muscle) -> Muscle:
    return Muscle(
        fan=tuple(map(_mirrored_anchor, muscle.fan)),
        insertion=_mirrored_anchor(muscle.insertion),
        normal=_mirrored_anchor(muscle.normal),
        on=tuple(map(mirror_name, muscle.on)),
    )


def _mirrored_anchor(anchor: Anchor) -> Anchor:
    return Anchor(frame=mirror_name(anchor.frame), at=_flipped(anchor.at))


def _flipped(at: Triple) -> Triple:
    x, y, z = at
    return (x, y, -z)


def _body_problems(body: Body) -> Iterator[str]:
    for name, ellipsoid in body.ellipsoids.items():
        if ellipsoid.frame not in FRAMES:
            yield f'ellipsoids.{name}.frame: there is no frame "{ellipsoid.frame}"'
        if min(ellipsoid.radii) < THINNEST:
            yield f"ellipsoids.{name}.radii: must be at least {THINNEST:g}"
    for part in body.parts:
        if part.colour not in RAMPS:
            yield f'parts.{part.name}.colour: there is no colour "{part.colour}"'
        yield from _no_flesh(f"parts.{part.name}", _flesh_of(part), body)
    for name, moved in body.swells.items():
        yield from _no_flesh(f"swells.{name}", moved, body)
    yield from _loop_problems(body)


def _loop_problems(body: Body) -> Iterator[str]:
    for place, seat in body.loops.items():
        if not {f"{side}_{seat.frame}" for side in SIDES} <= FRAMES:
            yield f'loops.{place}.frame: there is no frame "R_{seat.frame}"'
        if seat.axis not in (0, 1, 2):
            yield f"loops.{place}.axis: must be 0, 1 or 2, not {seat.axis}"


def _flesh_of(part: Part) -> Iterator[str]:
    for hull in (*part.hulls, *part.halo, part.axis):
        yield from hull


def _no_flesh(path: str, names: Iterator[str] | tuple[str, ...], body: Body) -> Iterator[str]:
    for name in names:
        if name not in body.ellipsoids:
            yield f'{path}: there is no ellipsoid "{name}"'


def _muscle_problems(muscles: Mapping[str, Muscle], body: Body) -> Iterator[str]:
    parts = {part.name for part in body.parts}
    for name, muscle in muscles.items():
        if len(muscle.fan) < 3:
            yield f"{name}.fan: needs at least three points"
        for anchor in (*muscle.fan, muscle.insertion, muscle.normal):
            if anchor.frame not in FRAMES:
                yield f'{name}: there is no frame "{anchor.frame}"'
        for part in muscle.on:
            if part not in parts:
                yield f'{name}.on: there is no part "{part}"'
