"""What the player tells: phases begun, repetitions done, sets ended, pauses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from hipcoach.core.timeline import Phase, Point


class PlayerState(StrEnum):
    """Where the player stands."""

    READY = "ready"
    PLAYING = "playing"
    PAUSED = "paused"
    FINISHED = "finished"


class PauseReason(StrEnum):
    """Why the player paused."""

    ASKED = "asked"
    HURT = "hurt"
    SLEPT = "slept"


class Ending(StrEnum):
    """How a side-set came to its end."""

    FULL = "full"
    DONE = "done"
    SKIPPED = "skipped"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayerEvent:
    """Something told by the player; `at` is when it was due, in seconds of the player's clock."""

    at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseStarted(PlayerEvent):
    """A phase began; `again` when the user asked to hear it once more."""

    phase: Phase
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted(PlayerEvent):
    """One of the last three seconds before work begins: 3, 2, 1."""

    seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RepetitionDone(PlayerEvent):
    """A repetition was completed; `count` is what now stands on the counter."""

    phase: Phase
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SetEnded(PlayerEvent):
    """A side-set came to its end with `reps` counted repetitions."""

    point: Point
    reps: int
    ending: Ending


@dataclass(frozen=True, slots=True, kw_only=True)
class FormLost(PlayerEvent):
    """`untidy` repetitions in a row were taken back: the side-set ends with `reps` (R-STOP-EX)."""

    point: Point
    reps: int
    untidy: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused(PlayerEvent):
    """The player paused, at the position shown last."""

    reason: PauseReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished(PlayerEvent):
    """The last side-set is over, or the session was ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotKept(PlayerEvent):
    """The session could not be written; it is kept in memory and written with the next set."""

    reason: str


Emit = Callable[[PlayerEvent], None]
