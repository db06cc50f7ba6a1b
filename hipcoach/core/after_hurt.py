"""This hurts: what it belongs to, and where the session goes on with a changed part. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hipcoach.core.exercise import Posture
from hipcoach.core.parts import Part
from hipcoach.core.recorder import parts_left
from hipcoach.core.run import Times
from hipcoach.core.session import Session
from hipcoach.core.tempo import PhaseKind
from hipcoach.core.text import Message, message
from hipcoach.core.timeline import Phase, Point, prepare_seconds, timeline


def place_of_hurt(here: Phase, worked: Point | None) -> Point | None:
    """The place that hurts where it is not the one shown; None where it is.

    Getting into position for an exercise of which nothing was done yet, it is the one before, at
    the latest point that was `worked` on.
    """
    fresh = here.kind is PhaseKind.PREPARE and here.point.rep == 1
    return worked if worked and fresh and worked.part < here.point.part else None


def number_of(parts: Sequence[Part], exercise: str) -> int:
    """The number of the part of an exercise; -1 where the program has lost it."""
    ids = [part.ladder.id for part in parts]
    return ids.index(exercise) if exercise in ids else -1


def easier_words(easier: Part) -> Message:
    """The easier version by its name: "Easier version: no band"."""
    return message("Easier version: {rung}", rung=message(easier.rung.text))


def phases_left(
    session: Session, parts: Sequence[Part], times: Times, postures: Mapping[str, Posture]
) -> tuple[Phase, ...]:
    """The phases after the last part that was left because it hurt: no way leads back there."""
    phases = timeline(parts, times, postures)
    last = max(parts_left(session, parts), default=-1)
    return tuple(phase for phase in phases if phase.point.part > last) or phases


def way_on(
    old: Part, new: Part, here: Point, counted: int, times: Times, postures: Mapping[str, Posture]
) -> tuple[Point, float]:
    """The next repetition in the changed part, and seconds to get into position for it.

    The new part may have other sides; to change the band takes no less time than to turn over.
    """
    side = here.side if here.side in new.sides else new.sides[0]
    was, becomes = (old.exercise, here.side), (new.exercise, side)
    seconds = prepare_seconds(was, becomes, times, postures)
    if old.rung.resistance != new.rung.resistance:
        seconds = max(seconds, times.prepare_near)
    return replace(here, side=side, rep=counted + 1), seconds
