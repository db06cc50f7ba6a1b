"""Every drawn mistake is one that a body can make, is seen, and breaks the rule it is named for."""

from __future__ import annotations

import pytest

from tests.figure import invariants
from tests.figure.runs import IDS, Run, mistakes, run

FRAMES = 13
SEEN = 0.015  # metres that a joint must be away from good form
LOW = 0.12  # metres: a joint that is lower lies on the floor or is half a limb above it
LIFTED = 0.03  # metres: a mistake moves the trunk, and a hand gives a little
SLIDES = 0.05  # metres that a hand, knee or foot may roll or slide on the floor

exercises = pytest.mark.parametrize("exercise", IDS)


def runs_of_mistakes(exercise: str) -> list[Run]:
    return [run(exercise, *each, frames=FRAMES) for each in mistakes(exercise)]


@exercises
def test_a_body_can_make_the_mistake(exercise: str) -> None:
    for each in runs_of_mistakes(exercise):
        assert not invariants.impossible(each), each.name


@exercises
def test_the_mistake_breaks_the_rule_that_it_is_named_for(exercise: str) -> None:
    """Good form keeps to every check (test_invariants); the mistake fails its own, at least."""
    for variant, mistake in mistakes(exercise):
        each = run(exercise, variant, mistake, frames=FRAMES)
        named, broken = set(each.drawn.mistakes[mistake].breaks), invariants.broken(each)
        assert named, each.name
        assert named <= broken.keys(), (each.name, sorted(broken))


@exercises
def test_the_mistake_is_seen_beside_good_form(exercise: str) -> None:
    for variant, mistake in mistakes(exercise):
        wrong = run(exercise, variant, mistake, frames=FRAMES)
        good = run(exercise, variant)
        assert (
            max(
                ((wrong.end.joints[name] - place) ** 2).sum() ** 0.5
                for name, place in good.end.joints.items()
            )
            > SEEN
        ), wrong.name


@exercises
def test_a_head_that_rests_rests_in_the_mistake_too(exercise: str) -> None:
    """A neck that is held up is no part of what goes wrong; nobody shall copy it."""
    for each in runs_of_mistakes(exercise):
        assert "head_rests" not in invariants.broken(each), each.name


@exercises
def test_what_carries_the_body_carries_it_in_the_mistake_too(exercise: str) -> None:
    """No foot floats and no knee slides beside good form, where neither does."""
    for variant, mistake in mistakes(exercise):
        wrong, good = run(exercise, variant, mistake, frames=FRAMES), run(exercise, variant)
        for name in limbs_that_carry(good) - meant(wrong, mistake):
            assert slid(good, name) > SLIDES or slid(wrong, name) < SLIDES, (wrong.name, name)


def limbs_that_carry(each: Run) -> set[str]:
    """Limbs between which the weight has to be; a trunk that lies may roll."""
    balance = [check for check in each.drawn.checks if check.measure == "off_balance"]
    points = {name.replace("sole", "ankle") for check in balance for name in check.of}
    return {name for name in points if not name.endswith(("_hip", "_sho", "head"))}


def meant(each: Run, mistake: str) -> set[str]:
    """What the mistake itself is about: a knee that moves does move."""
    broken = each.drawn.mistakes[mistake].breaks
    return {name for check in each.drawn.checks if check.name in broken for name in check.of}


def slid(each: Run, point: str) -> float:
    """How far a point is at the end from where it started, metres."""
    away = each.end.point(point) - each.start.point(point)
    return float((away**2).sum() ** 0.5)


@exercises
def test_a_mistake_leaves_on_the_floor_what_is_planted_there(exercise: str) -> None:
    for variant, mistake in mistakes(exercise):
        wrong = run(exercise, variant, mistake, frames=FRAMES)
        good = run(exercise, variant)
        planted = {
            name for check in good.drawn.checks if check.measure == "drift" for name in check.of
        }
        for name in planted & good.end.joints.keys():
            height = good.end.joints[name][1]
            lifted = wrong.end.joints[name][1] - height
            assert height > LOW or lifted < LIFTED, (wrong.name, name)
