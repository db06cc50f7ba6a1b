"""What comes after a side-set: the other side, the next set, the next exercise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hipcoach.core.exercise import Names, Side
from hipcoach.core.parts import Part
from hipcoach.core.text import Message, message
from hipcoach.core.timeline import Point, side_sets


def place_of(points: Sequence[Point], here: Point) -> int:
    """The index of the side-set that `here` lies in."""
    return next(i for i, point in enumerate(points) if point.same_set(here))


def next_name(parts: Sequence[Part], here: Point, names: Mapping[str, Names]) -> str:
    """The short name of the exercise after this one, "" after the last."""
    following = parts[here.part + 1 : here.part + 2]
    return names[following[0].exercise.id].short if following else ""


def next_text(parts: Sequence[Part], here: Point, names: Mapping[str, Names]) -> Message:
    """What follows the side-set: the other side, the next set or exercise, or the end."""
    points = side_sets(parts)
    following = points[place_of(points, here) + 1 :]
    if not following:
        return message("Last set")
    then = following[0]
    if then.part != here.part:
        return message(names[parts[then.part].exercise.id].short)
    if then.set != here.set:
        return message("Rest, then set {set}", set=then.set)
    return _other_side(then.side, turns=bool(parts[then.part].exercise.lies_on))


def _other_side(side: Side, *, turns: bool) -> Message:
    if turns:
        over = {
            Side.LEFT: message("Turn over, left side"),
            Side.RIGHT: message("Turn over, right side"),
        }
        return over[side]
    return {Side.LEFT: message("Left side"), Side.RIGHT: message("Right side")}[side]
