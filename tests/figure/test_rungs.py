"""What a rung of a ladder works against is what its picture shows: no band where there is none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.depicted import depicted
from hipcoach.core.exercise import Exercise, ResistanceKind, Rung
from hipcoach.core.parts import half_of
from hipcoach.figure.scene.setting import build_scene
from hipcoach.figure.skeleton.movement import Movement
from tests.figure.runs import IDS, library

NOT_DRAWN = {("dead-bug", "yellow")}  # the source does not say where this band sits
KINDS = {
    "loop": ResistanceKind.BAND,
    "strap": ResistanceKind.BAND,
    "ankle_weight": ResistanceKind.ANKLE_WEIGHT,
    "R_hand_bar": ResistanceKind.HAND_WEIGHT,
}


def own_rungs(exercise: Exercise) -> Iterator[Rung]:
    """The rungs on which the exercise itself is done, and half of the lowest one."""
    rungs = [rung for rung in exercise.ladder if rung.exercise is None]
    yield from (rung for rung in rungs if (exercise.id, rung.id) not in NOT_DRAWN)
    yield half_of(rungs[0])


@pytest.mark.parametrize("exercise", IDS)
def test_a_rung_shows_what_it_works_against(catalogue: Catalogue, exercise: str) -> None:
    done = catalogue.exercises[exercise]
    for rung in own_rungs(done):
        asked = depicted(done, rung)
        drawn, body = library().figure(asked.figure).drawn(asked.rung), library().body
        stance = Movement(drawn, body).at(0.0)
        scene = build_scene(drawn.props, stance, body, asked.resistance)
        names = {part.name for part in scene.soft}
        names |= {loop.name for loop in scene.loops} | {strap.name for strap in scene.straps}
        shown = {kind for start, kind in KINDS.items() if any(n.startswith(start) for n in names)}
        asked_for = {asked.resistance.kind} - {ResistanceKind.NONE}
        assert shown == asked_for, (exercise, rung.id)
