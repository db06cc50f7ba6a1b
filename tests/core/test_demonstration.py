"""An exercise shown again and again: which moment is shown when."""

from __future__ import annotations

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.demonstration import (
    breaths,
    demonstrated,
    demonstrates_other,
    demonstration_seconds,
)
from hipcoach.core.tempo import PhaseKind, Tempo

LIFT, HOLD, LOWER, PAUSE = PhaseKind.LIFT, PhaseKind.HOLD, PhaseKind.LOWER, PhaseKind.PAUSE


def tempo_of(catalogue: Catalogue, name: str) -> Tempo:
    return catalogue.exercises[name].tempo


@pytest.mark.parametrize(
    ("seconds", "moment"),
    [
        (0, (PAUSE, 0)),
        (0.5, (PAUSE, 0.5)),
        (1, (LIFT, 0)),
        (2, (LIFT, 0.5)),
        (4, (HOLD, 0.5)),
        (6.5, (LOWER, 0.5)),
        (8, (PAUSE, 0)),
        (10, (LIFT, 0.5)),
        (-1.5, (LOWER, 0.5)),
    ],
)
def test_a_repetition_is_looped_and_begins_at_its_start(
    catalogue: Catalogue, seconds: float, moment: tuple[PhaseKind, float]
) -> None:
    kind, share = demonstrated(tempo_of(catalogue, "clamshell"), seconds)
    assert (kind, pytest.approx(share)) == moment


def test_the_step_down_is_shown_as_it_is_done_and_holds_nothing(catalogue: Catalogue) -> None:
    tempo = tempo_of(catalogue, "lateral-step-down")
    shown = [demonstrated(tempo, second + 0.5)[0] for second in range(6)]
    assert shown == [PAUSE, LOWER, LOWER, LOWER, LIFT, LIFT]


def test_a_long_hold_is_not_waited_for(catalogue: Catalogue) -> None:
    assert demonstration_seconds(tempo_of(catalogue, "side-plank")) == 1 + 2 + 3 + 2


def test_there_is_a_pause_also_where_the_tempo_has_none(catalogue: Catalogue) -> None:
    tempo = tempo_of(catalogue, "hip-rotation-mobility")
    assert demonstrated(tempo, 0.2) == (PAUSE, pytest.approx(0.2))


def test_every_second_repetition_is_the_other_sides(catalogue: Catalogue) -> None:
    tempo = tempo_of(catalogue, "dead-bug")
    once = demonstration_seconds(tempo)
    shown = [demonstrates_other(tempo, once * turn + 0.1) for turn in range(-1, 4)]
    assert shown == [True, False, True, False, True]


def test_every_exercise_has_a_moment_at_any_time(catalogue: Catalogue) -> None:
    for exercise in catalogue.exercises.values():
        moments = [demonstrated(exercise.tempo, tenth / 10) for tenth in range(-50, 400)]
        assert {kind for kind, _ in moments} >= {PAUSE, LIFT}
        assert all(0 <= share < 1 for _, share in moments)


@pytest.mark.parametrize(("name", "times"), [("abdominal-brace", 2), ("clamshell", 1)])
def test_a_hold_is_breathed_through_in_whole_breaths(
    catalogue: Catalogue, name: str, times: int
) -> None:
    assert breaths(tempo_of(catalogue, name)) == times
