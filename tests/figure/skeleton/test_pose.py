"""When the figure is in which pose."""

from __future__ import annotations

import subprocess
import sys

import pytest

from hipcoach.core.tempo import PhaseKind
from hipcoach.figure.skeleton.pose import (
    added,
    at_share,
    between,
    minimum_jerk,
    moment,
    still_moment,
)

LIFT, HOLD, LOWER, PAUSE = PhaseKind.LIFT, PhaseKind.HOLD, PhaseKind.LOWER, PhaseKind.PAUSE


def test_the_ease_starts_and_ends_without_speed_or_jerk() -> None:
    step = 1e-3
    ends = [minimum_jerk(at) for at in (0, step, 1 - step, 1)]
    assert ends == pytest.approx([0, 0, 1, 1], abs=1e-7)
    assert minimum_jerk(0.5) == pytest.approx(0.5)
    assert (minimum_jerk(-1), minimum_jerk(2)) == (0, 1)


@pytest.mark.parametrize("part", [0.0, 0.1, 0.37, 0.8])
def test_the_way_back_is_the_way_out_in_a_mirror_of_time(part: float) -> None:
    """So that lift and lower can show the same pictures."""
    assert minimum_jerk(1 - part) == pytest.approx(1 - minimum_jerk(part))
    assert moment(LOWER, part) == pytest.approx(moment(LIFT, 1 - part))


@pytest.mark.parametrize(
    ("kind", "moves_on", "begins", "ends"),
    [
        (LIFT, LIFT, 0, 1),
        (HOLD, LIFT, 1, 1),
        (LOWER, LIFT, 1, 0),
        (LOWER, LOWER, 0, 1),
        (HOLD, LOWER, 1, 1),
        (LIFT, LOWER, 1, 0),
        *[(kind, LIFT, 0, 0) for kind in PhaseKind if kind not in {LIFT, HOLD, LOWER}],
    ],
)
def test_a_phase_takes_the_figure_from_one_pose_to_the_next(
    kind: PhaseKind, moves_on: PhaseKind, begins: float, ends: float
) -> None:
    assert moment(kind, 0, moves_on).share == begins
    assert moment(kind, 1, moves_on).share == ends


@pytest.mark.parametrize(
    "phases", [(LIFT, HOLD, LOWER, PAUSE), (LIFT, LOWER, PAUSE), (LIFT, LOWER), (LIFT, HOLD, LOWER)]
)
def test_a_repetition_never_jumps_whatever_is_left_out(phases: tuple[PhaseKind, ...]) -> None:
    seams = zip(phases, (*phases[1:], phases[0]), strict=True)
    assert all(moment(before, 1) == moment(after, 0) for before, after in seams)


def test_the_muscle_works_more_the_further_the_figure_is() -> None:
    efforts = [at_share(share).effort for share in (0, 0.5, 1)]
    assert efforts == sorted(efforts)
    assert 0 < efforts[0] < efforts[1] < efforts[2] == 1


@pytest.mark.parametrize(("moves_on", "shown"), [(LIFT, [0, 1, 1, 0]), (LOWER, [1, 1, 0, 0])])
def test_a_still_is_the_pose_that_the_phase_begins_with(
    moves_on: PhaseKind, shown: list[float]
) -> None:
    shares = [still_moment(kind, moves_on).share for kind in (LIFT, HOLD, LOWER, PAUSE)]
    assert shares == shown


def test_numbers_that_a_pose_does_not_have_are_nought() -> None:
    assert between({"a": 2.0}, {"b": 4.0}, 0.25) == {"a": 1.5, "b": 1.0}
    assert added({"a": 2.0}, {"a": -0.5, "b": 3.0}) == {"a": 1.5, "b": 3.0}


def test_asking_when_needs_nothing_heavy() -> None:
    asks = "import sys, hipcoach.figure.skeleton.pose; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asks], check=False).returncode == 0
