"""Clocks: the rate of the player's clock, and noticing sleep."""

from __future__ import annotations

import pytest

from hipcoach.core.clocks import SleepWatch, rated


class Hands:
    """Two clocks that are set by hand."""

    def __init__(self) -> None:
        self.awake = self.always = 50.0

    def watch(self) -> SleepWatch:
        return SleepWatch(lambda: self.awake, lambda: self.always)


@pytest.mark.parametrize(
    ("awake", "always", "slept"),
    [
        (0.1, 0.1, False),
        (2.0, 2.0, False),
        (2.1, 2.1, True),
        (0.1, 3600.0, True),
        (1.0, 1.9, False),
    ],
)
def test_sleep_is_a_gap_or_a_disagreement(awake: float, always: float, slept: bool) -> None:
    hands = Hands()
    watch = hands.watch()
    hands.awake += awake
    hands.always += always
    assert watch.slept() is slept
    assert watch.slept() is False


def test_a_rate_runs_the_same_clock_faster() -> None:
    hands = Hands()
    fast = rated(lambda: hands.awake, 60)
    before = fast()
    hands.awake += 2
    assert fast() - before == 120
