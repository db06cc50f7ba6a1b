"""The values of the pain chart, and where a day and a value lie on it, in page pixels."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from hipcoach.core.trends import DayValue, MeanPoint

WIDTH, HEIGHT = 488.0, 290.0
LEFT, RIGHT, TOP, BOTTOM = 21.0, 403.0, 27.0, 270.0
TOP_SCORE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A word at a value (0 to 10) of the pain axis."""

    value: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A word at a day of the time axis."""

    day: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shade:
    """Shaded days, both ends included: a flare-up, or days away."""

    from_: date
    to: date
    text: str
    flare: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PainChart:
    """The chart's values from `first` to `last`.

    `since` is the day that `start` and the `thresholds`, the edges of the band of change, count
    from.
    """

    first: date
    last: date
    days: tuple[DayValue, ...] = ()
    means: tuple[MeanPoint, ...] = ()
    since: date | None = None
    start: Label | None = None
    now: Label | None = None
    thresholds: tuple[Label, ...] = ()
    shades: tuple[Shade, ...] = ()
    check_ins: tuple[Tick, ...] = ()
    ticks: tuple[Tick, ...] = ()

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("a chart cannot end before it starts")

    @property
    def pitch(self) -> float:
        """Width of one day."""
        return (RIGHT - LEFT) / ((self.last - self.first).days + 1)

    def x(self, day: date) -> float:
        """The middle of a day; days outside the chart lie on its edge."""
        middle = LEFT + ((day - self.first).days + 0.5) * self.pitch
        return min(max(middle, LEFT), RIGHT)

    @property
    def radius(self) -> float:
        """Radius of a day's circle: smaller where the days are dense."""
        gaps = [later.day - earlier.day for earlier, later in pairwise(self.days)]
        closest = min(gaps).days * self.pitch if gaps else RIGHT
        return min(closest * 0.42, 3.3)


def y(value: float) -> float:
    """The height of a pain value on the 0 to 10 axis."""
    return BOTTOM - value * (BOTTOM - TOP) / TOP_SCORE
