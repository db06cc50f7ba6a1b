"""A run is a program from its start to its end.

Here are also the periods and answers that belong to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from hipcoach.core.document import Document, require_day, require_offset
from hipcoach.core.report_wishes import ReportWishes

ONCE_A_DAY = "once_a_day"
ONE_LEG_BRIDGE = "one_leg_bridge"
RUNG = "rung"
KEPT = "kept"
"""What a change changes: half the sessions a day, whether 6 tidy bridges on one leg are possible,
the rung of an exercise (its id), whether the program goes on past its end. What an exercise's dose
may change in is in `core/changes.py`."""

AWAY = "away"
"""The reason of an absence during which a session may be started, but none is planned."""

ILL = "ill"
"""The reason of an absence during which no session is started (clinical.md, R-ILL)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change from the program, made by the user.

    What, for which exercise ("": the whole program), to what; None: as the program has it again.
    """

    at: datetime
    exercise: str = ""
    what: str
    value: str | int | float | bool | None

    def __post_init__(self) -> None:
        require_offset(self.at, "at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run(Document):
    """One run of a program. Its days are calendar days; `ended_on` None means that it goes on."""

    program: str
    program_version: int
    started_on: date
    ended_on: date | None = None
    changes: tuple[Change, ...] = ()

    def __post_init__(self) -> None:
        require_day(self.started_on, "started_on")
        require_day(self.ended_on or self.started_on, "ended_on")
        if self.ended_on is not None and self.ended_on < self.started_on:
            raise ValueError("a run cannot end before it starts")

    def week(self, day: date) -> int:
        """The run's week that holds `day`, from 1; weeks are blocks of 7 days from the start."""
        return max((day - self.started_on).days // 7, 0) + 1

    def value(
        self, what: str, exercise: str = "", on: date | None = None
    ) -> str | int | float | bool | None:
        """The latest change of this kind, or None where the program's own value holds.

        `on`: as it was on that day, from the day of the change on.
        """
        changes = self.changes_of(what, exercise)
        found = [one.value for one in changes if on is None or one.at.date() <= on]
        return found[-1] if found else None

    def changes_of(self, what: str, exercise: str) -> tuple[Change, ...]:
        """The changes of this kind, the latest last."""
        return tuple(one for one in self.changes if (one.what, one.exercise) == (what, exercise))


Facts = Mapping[str, str | int | float]
"""The numbers and words that a rule went by, each by its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Document):
    """A step that a rule proposed and the user accepted or declined.

    `from_` and `to` are rung ids.
    """

    at: datetime
    rule: str
    exercise: str
    from_: str
    to: str
    facts: Facts = field(default_factory=dict)
    text: str
    accepted: bool

    def __post_init__(self) -> None:
        require_offset(self.at, "at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Period(Document):
    """Days that are not planned.

    From `from_` to `to`, both included; `to` None means that it goes on.
    """

    from_: date
    to: date | None = None
    reason: str = ""

    def __post_init__(self) -> None:
        require_day(self.from_, "from")
        require_day(self.to or self.from_, "to")
        if self.to is not None and self.to < self.from_:
            raise ValueError("a period cannot end before it starts")

    def holds(self, day: date) -> bool:
        """Whether `day` lies in the period."""
        return self.from_ <= day and (self.to is None or day <= self.to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flare(Period):
    """A flare-up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence(Period):
    """Days away or ill."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn(Document):
    """A check-in of a run's week: answers by name (clinical.md B6, E)."""

    at: datetime
    run: str
    week: int
    items: Mapping[str, str | int | float]

    def __post_init__(self) -> None:
        require_offset(self.at, "at")


class BandKind(StrEnum):
    """A closed loop or a flat strip.

    A loop behaves like a doubled strip (clinical.md, resistance scale).
    """

    LOOP = "loop"
    STRIP = "strip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A band that the user owns."""

    colour: str
    kind: BandKind = BandKind.LOOP


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Seconds between the sets (product.md section 5); all of them settings."""

    rest: float = 30
    prepare_far: float = 20
    prepare_near: float = 12
    prepare_same: float = 6
    switch_over: float = 15
    switch: float = 8
    more: float = 15

    def __post_init__(self) -> None:
        if not all(3 <= getattr(self, name) <= 600 for name in self.__slots__):
            raise ValueError("each time between sets must be 3 to 600 seconds")


class Look(StrEnum):
    """Light or dark, or as the system has it."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class FigureLook(StrEnum):
    """Skin, hair and clothes of the exercise figure (resources/figure/looks.toml)."""

    SAGE = "sage"
    PLUM = "plum"
    OCEAN = "ocean"
    FERN = "fern"


class Motion(StrEnum):
    """Whether the figure moves: always, never, or as the system has it."""

    SYSTEM = "system"
    MOVING = "moving"
    STILLS = "stills"


NOON_TURN = time(14)
"""Before it lies the morning slot, from it on the evening one (product.md section 6)."""

TEXT_SIZES = (90, 100, 115, 130, 150, 175)
"""Sizes of the text in percent of the system's (design.md section 8)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(Document):
    """The user's choices.

    `bands` None: not asked yet. `morning_asked_on`: the day whose morning question was put.
    `sample`: the diary is made up. `text_size` is one of TEXT_SIZES. `intro_read_on`: the day on
    which the first page was read, None before. `morning_at` and `evening_at`: when the sessions of
    the two halves of the day are meant to be, None where that is open. `first_weekday` of calendars
    counts from 1 for Monday; None: as the region has it. `low_focus`: charts stay closed until the
    weekly look. `hints`: first-time hints are shown; `hints_seen` names those that were.
    `report`: what the report shows and how it names the user. `figure_look` is how the exercise
    figure looks, `motion` whether it moves.
    """

    bands: tuple[Band, ...] | None = None
    times: Times = Times()
    morning_asked_on: date | None = None
    sample: bool = False
    look: Look = Look.SYSTEM
    text_size: int = 100
    intro_read_on: date | None = None
    morning_at: time | None = None
    evening_at: time | None = None
    first_weekday: int | None = None
    low_focus: bool = False
    hints: bool = True
    hints_seen: tuple[str, ...] = ()
    report: ReportWishes = ReportWishes()
    figure_look: FigureLook = FigureLook.SAGE
    motion: Motion = Motion.SYSTEM

    def __post_init__(self) -> None:
        if self.first_weekday is not None and not 1 <= self.first_weekday <= 7:
            raise ValueError("the first weekday is 1 (Monday) to 7 (Sunday)")
        if self.morning_at is not None and self.morning_at >= NOON_TURN:
            raise ValueError("the morning session is before 14:00")
        if self.evening_at is not None and self.evening_at < NOON_TURN:
            raise ValueError("the evening session is at 14:00 or later")
        if self.text_size not in TEXT_SIZES:
            sizes = ", ".join(map(str, TEXT_SIZES))
            raise ValueError(f"the text size is one of {sizes} percent, not {self.text_size}")
