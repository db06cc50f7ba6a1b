"""Clocks built from handed-in ones: a player's clock with a rate, a watch that notices sleep."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

DISAGREEMENT = 1.0
LONGEST_GAP = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Clocks:
    """What a guided session is timed by.

    `seconds` is the player's clock, `now` the wall clock; `slept` says whether the computer was
    asleep since it was last asked. `rate` is the player's seconds per real second.
    """

    seconds: Callable[[], float]
    now: Callable[[], datetime]
    slept: Callable[[], bool]
    rate: float = 1.0


class SleepWatch:
    """Notices that the computer slept, by two real clocks of which one stands still meanwhile.

    `awake` is monotonic and may stop during sleep, `always` goes on. More than 1 s between them, or
    more than 2 s since the last question, count as sleep (engineering.md section 4).
    """

    def __init__(self, awake: Callable[[], float], always: Callable[[], float]) -> None:
        self._awake, self._always = awake, always
        self._last = (awake(), always())

    def slept(self) -> bool:
        """Whether the computer slept since the last call."""
        last, self._last = self._last, (self._awake(), self._always())
        awake, always = (now - before for now, before in zip(self._last, last, strict=True))
        return abs(always - awake) > DISAGREEMENT or awake > LONGEST_GAP


def rated(clock: Callable[[], float], rate: float) -> Callable[[], float]:
    """The same clock running `rate` times as fast."""
    return lambda: clock() * rate
