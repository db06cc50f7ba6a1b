"""Every picture that a movement is shown in: alone, in its insets, and in the pairs of mistakes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from hipcoach.core.exercise import Resistance, ResistanceKind, Side
from hipcoach.figure.scene.camera import Canvas
from hipcoach.figure.scene.staging import Staging, stage
from hipcoach.figure.skeleton.movement import Movement
from hipcoach.figure.values.drawn import Drawn
from hipcoach.figure.values.props import AnkleWeight, BandLoop, BandStrap, HandWeight
from tests.figure.runs import library

CANVAS = Canvas(width=480, height=360, left=20, right=60)
RESISTANCES = {
    BandLoop: Resistance(kind=ResistanceKind.BAND, level=2),
    BandStrap: Resistance(kind=ResistanceKind.BAND, level=2),
    AnkleWeight: Resistance(kind=ResistanceKind.ANKLE_WEIGHT, kilograms=1),
    HandWeight: Resistance(kind=ResistanceKind.HAND_WEIGHT, kilograms=1),
}


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A movement in one of its pictures. `what` names the picture in words."""

    what: str
    movement: Movement
    staging: Staging


def alone(drawn: Drawn) -> Iterator[Shown]:
    """On the player's large stage, from both sides, with each resistance."""
    for side in (Side.RIGHT, Side.LEFT):
        movement = Movement(drawn, library().body, side=side)
        for resistance in resistances(drawn):
            staging = stage(movement, CANVAS, resistance=resistance)
            yield Shown(what=_named(side, resistance), movement=movement, staging=staging)


def pairs(drawn: Drawn) -> Iterator[tuple[Shown, Shown]]:
    """Both halves of each mistake's pair: good form, and the mistake."""
    for mistake in drawn.mistakes:
        for side in (Side.RIGHT, Side.LEFT):
            good = Movement(drawn, library().body, side=side)
            wrong = Movement(drawn, library().body, side=side, mistake=mistake)
            for resistance in resistances(drawn):
                named = f"{mistake}, {_named(side, resistance)}"
                fine = stage(good, CANVAS, resistance=resistance, view=wrong.view, fit_with=[wrong])
                bad = stage(wrong, CANVAS, resistance=resistance, fit_with=[good])
                yield (
                    Shown(what=f"pair of {named}", movement=good, staging=fine),
                    Shown(what=f"mistake {named}", movement=wrong, staging=bad),
                )


def insets(drawn: Drawn) -> Iterator[Shown]:
    """In each inset."""
    for inset in drawn.insets:
        movement = Movement(drawn, library().body)
        frame = np.array(inset.frame) if inset.frame else None
        staging = stage(movement, CANVAS, view=inset.view, frame=frame)
        yield Shown(what=f"inset {inset.title}", movement=movement, staging=staging)


def resistances(drawn: Drawn) -> list[Resistance]:
    """Without resistance, and with every kind that this movement has props for."""
    kinds = {type(prop): prop for prop in drawn.props}
    return [Resistance(), *(RESISTANCES[kind] for kind in kinds if kind in RESISTANCES)]


def _named(side: Side, resistance: Resistance) -> str:
    return f"{side}, {resistance.kind}"
