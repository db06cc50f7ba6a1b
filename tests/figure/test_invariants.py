"""Every exercise, in every way it is drawn: a body that could exist, doing what clinical.md says.

The general rules are in invariants.py; what one exercise keeps to is in its own file, `[checks]`.
"""

from __future__ import annotations

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.exercise import Side
from hipcoach.figure.skeleton.skeleton import Stance
from hipcoach.figure.skeleton.vectors import length
from tests.figure import invariants
from tests.figure.runs import IDS, run, runs, variants

SWAPPED = str.maketrans("RL", "LR")

exercises = pytest.mark.parametrize("exercise", IDS)


def test_every_exercise_of_the_catalogue_has_a_figure(catalogue: Catalogue) -> None:
    assert sorted(catalogue.exercises) == IDS


@exercises
def test_the_body_could_exist(exercise: str) -> None:
    """Limbs keep their length, joints their range, planted hands and feet their place."""
    for each in runs(exercise):
        assert not [*invariants.bones(each), *invariants.rigid(each)], each.name
        assert not [*invariants.reach(each), *invariants.joints(each)], each.name


@exercises
def test_nothing_is_under_the_floor_or_inside_the_other_leg(exercise: str) -> None:
    for each in runs(exercise):
        assert not [*invariants.floor(each), *invariants.legs(each)], each.name


@exercises
def test_it_moves_smoothly_and_the_trunk_is_quiet(exercise: str) -> None:
    for each in runs(exercise):
        assert not [*invariants.smooth(each), *invariants.quiet(each)], each.name


@exercises
def test_it_keeps_to_its_own_checks(exercise: str) -> None:
    """Angles at start and end, lines, contacts, balance: each with its reason in the file."""
    for each in runs(exercise):
        assert not invariants.broken(each), each.name


@exercises
def test_its_checks_say_what_every_exercise_must(exercise: str) -> None:
    """Where it starts, where it ends, what is planted and what carries the weight."""
    for each in runs(exercise):
        assert not invariants.unchecked(each), each.name


@exercises
def test_half_the_range_is_half_of_the_same_movement(exercise: str) -> None:
    """On a flare-up day the same start is seen, and nothing else than on the way to the end."""
    for variant in variants(exercise):
        whole, half = run(exercise, variant), run(exercise, variant, reach=0.5)
        assert half.start.angles == pytest.approx(whole.start.angles)
        assert not [*invariants.bones(half), *invariants.joints(half), *invariants.floor(half)]
        if not invariants.is_still(whole):
            assert 0 < invariants.moved(half) < invariants.moved(whole)


@exercises
def test_left_is_the_exact_mirror_of_right(exercise: str) -> None:
    for variant in variants(exercise):
        right, left = (
            run(exercise, variant, side=side, frames=5) for side in (Side.RIGHT, Side.LEFT)
        )
        for one, other in zip(right.stances, left.stances, strict=True):
            assert unlike(one, other, 1e-9) == []
        assert not [*invariants.bones(left), *invariants.rigid(left)], left.name


@exercises
def test_alternating_halves_start_alike(exercise: str) -> None:
    """Left, then right: unless both start in one pose, the figure would jump in between."""
    for variant, drawn in variants(exercise).items():
        if drawn.alternates:
            one, other = (
                run(exercise, variant, frames=5),
                run(exercise, variant, other=True, frames=5),
            )
            for joint, place in one.start.joints.items():
                assert length(place - other.start.joints[joint]) < 0.012, joint
            assert unlike(one.end, other.end, 1e-9) == []


def unlike(right: Stance, left: Stance, most: float) -> list[str]:
    """The joints of a left body that are not where the mirror has those of the right one."""
    swapped = {name: name.translate(SWAPPED) if name[1] == "_" else name for name in right.joints}
    mirrored = {swapped[name]: place * (1, 1, -1) for name, place in right.joints.items()}
    return [name for name in mirrored if length(mirrored[name] - left.joints[name]) > most]
