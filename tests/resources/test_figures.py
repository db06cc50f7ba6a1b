"""Figures and the catalogue fit together: every exercise, its rungs and its mistakes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.exercise import Exercise, ResistanceKind, Side, Sides
from hipcoach.core.tempo import PhaseKind
from hipcoach.figure.reading.library import Library
from hipcoach.figure.skeleton.movement import Movement
from hipcoach.figure.values.drawn import Drawn, FigureFile
from hipcoach.figure.values.props import AnkleWeight, BandLoop, BandStrap, HandWeight
from hipcoach.paths import resource

PROPS = {
    ResistanceKind.BAND: (BandLoop, BandStrap),
    ResistanceKind.ANKLE_WEIGHT: (AnkleWeight,),
    ResistanceKind.HAND_WEIGHT: (HandWeight,),
}

UNDRAWN_BANDS = {"dead-bug"}
"""The catalogue does not say how the dead bug's light band is held."""


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(resource("figure"))


@pytest.fixture(scope="module")
def pairs(catalogue: Catalogue, library: Library) -> list[tuple[Exercise, FigureFile]]:
    return [(exercise, library.figure(exercise.id)) for exercise in catalogue.exercises.values()]


def movements(figure: FigureFile) -> Iterator[Drawn]:
    yield from (figure.plain, *figure.variants.values())


def test_every_exercise_has_its_figure(catalogue: Catalogue, library: Library) -> None:
    assert set(library.ids()) == set(catalogue.exercises)


def test_variants_are_for_rungs_that_there_are(pairs) -> None:
    for exercise, figure in pairs:
        own = {rung.id for rung in exercise.ladder if rung.exercise in (None, exercise.id)}
        assert set(figure.rungs) <= own, exercise.id
        assert set(figure.rungs.values()) == set(figure.variants), exercise.id


def test_both_are_alternating_or_not(pairs) -> None:
    for exercise, figure in pairs:
        for drawn in movements(figure):
            assert drawn.alternates == (exercise.sides is Sides.ALTERNATING), exercise.id


def test_the_figure_goes_to_its_end_in_the_first_phase_of_the_tempo(pairs) -> None:
    for exercise, figure in pairs:
        first = exercise.tempo[0].kind
        assert first in (PhaseKind.LIFT, PhaseKind.LOWER)
        assert all(drawn.moves_on is first for drawn in movements(figure)), exercise.id


def test_every_resistance_is_drawn(pairs) -> None:
    for exercise, figure in pairs:
        for rung in exercise.ladder:
            kind = rung.resistance.kind
            if rung.exercise or kind not in PROPS or exercise.id in UNDRAWN_BANDS:
                continue
            props = figure.drawn(rung.id).props
            assert any(isinstance(prop, PROPS[kind]) for prop in props), (exercise.id, rung.id)


def test_every_drawn_mistake_is_one_of_the_figure_and_the_other_way_round(pairs) -> None:
    for exercise, figure in pairs:
        named = [mistake.drawn for mistake in exercise.mistakes if mistake.drawn]
        assert len(set(named)) == len(named), exercise.id
        for drawn in movements(figure):
            assert set(named) == set(drawn.mistakes), exercise.id


def test_every_exercise_shows_its_main_mistake(pairs) -> None:
    """The first that can be seen: breath and haste are not in a pose."""
    unseen = {"Holding your breath", "Rushing"}
    for exercise, _ in pairs:
        seen = [mistake for mistake in exercise.mistakes if mistake.mistake not in unseen]
        assert seen[0].drawn, exercise.id


def shown(library: Library, exercise: Exercise, side: Side) -> Movement:
    return Movement(library.figure(exercise.id).plain, library.body, side=side)


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_the_figure_lies_on_the_side_that_the_words_say(pairs, library: Library, side) -> None:
    lying = [exercise for exercise, _ in pairs if exercise.lies_on]
    assert len(lying) >= 5
    for exercise in lying:
        joints = shown(library, exercise, side).at(0).joints
        left_is_low = joints["L_hip"][1] < joints["R_hip"][1]
        below = Side.LEFT if left_is_low else Side.RIGHT
        assert f"onto your {below} side" in exercise.setup[side], exercise.id


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_the_anchor_stands_where_the_words_say(pairs, library: Library, side) -> None:
    told = [exercise for exercise, _ in pairs if "nchor on your" in exercise.setup.get(side, "")]
    assert len(told) == 3
    for exercise in told:
        props = shown(library, exercise, side).drawn.props
        (strap,) = (prop for prop in props if isinstance(prop, BandStrap))
        where = Side.RIGHT if strap.anchor[2] > 0 else Side.LEFT
        assert f"nchor on your {where}" in exercise.setup[side], exercise.id


WORDS = {
    "glute_med": ("gluteus medius", "gluteus minimus and medius"),
    "glute_max": ("gluteus maximus",),
    "hamstring": ("hamstrings",),
    "quad": ("quadriceps", "rectus femoris"),
    "hip_flexor": ("hip flexors", "iliopsoas"),
    "adductor": ("adductors",),
    "tfl": ("tensor fasciae latae", "hip rotators"),
    "rotators": ("rotators",),
    "oblique": ("obliques",),
    "abdominals": ("abdominals",),
    "back_extensors": ("back extensors",),
}
"""How the catalogue names what is drawn in gold."""


def test_gold_are_only_muscles_that_the_exercise_names(pairs) -> None:
    for exercise, figure in pairs:
        told = ", ".join(exercise.muscles)
        for drawn in movements(figure):
            for muscle in drawn.muscles:
                words = WORDS[muscle.removesuffix("_R").removesuffix("_L")]
                assert any(word in told for word in words), (exercise.id, muscle)


def test_two_up_and_one_down_is_not_shown_as_a_harder_rung(library: Library) -> None:
    """The straight free leg comes two rungs later."""
    bridge = library.figure("single-leg-bridge")
    assert bridge.drawn("up-two-down-one") == bridge.drawn("knee-bent")
    assert bridge.drawn("up-two-down-one") != bridge.drawn("knee-straight")


def test_inset_titles_are_the_only_texts(strings) -> None:
    """Words of a figure come from the catalogue; a panel's title is short enough for the panel."""
    library = Library(resource("figure"))
    for name in library.ids():
        for drawn in movements(library.figure(name)):
            assert all(0 < len(inset.title) <= 20 for inset in drawn.insets), name
