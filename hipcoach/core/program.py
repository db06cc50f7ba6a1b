"""A program: which exercises in which dose.

How often, for how many weeks, and what may be said about it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hipcoach.core.exercise import Side
from hipcoach.core.tempo import PhaseKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Prescription:
    """One exercise as a program asks for it.

    `exercises` names the exercise; a second one stands in where the first one's kit is not owned
    (clinical.md I, "either / or"). `low` and `high`: a set may end at low and ends at high.
    `tempo` gives seconds by kind of phase where the program differs from the exercise; `start` is
    the rung on which a new run begins (id of the ladder of exercises[0]; see `clean_start`).
    `clean_start` is the rung instead, where the run says that 6 tidy ones on one leg are possible.
    `sides`, in their order, where they are done one after the other; empty: left, then right.
    """

    exercises: tuple[str, ...]
    sets: int
    low: int
    high: int
    rest: float | None = None
    tempo: Mapping[PhaseKind, float] | None = None
    start: str | None = None
    clean_start: str | None = None
    sides: tuple[Side, ...] = ()
    tag: str

    def __post_init__(self) -> None:
        if Side.BOTH in self.sides or len(set(self.sides)) < len(self.sides):
            raise ValueError("sides are left, right, or both of them in their order")
        if not 1 <= len(self.exercises) <= 2:
            raise ValueError("exercises names one exercise, or two of which the second stands in")
        if not 1 <= self.sets <= 10 or not 1 <= self.low <= self.high <= 60:
            raise ValueError("sets must be 1 to 10, repetitions 1 to 60 with low up to high")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Weeks that share their prescriptions; weeks count from 1, the last block goes on."""

    from_week: int
    prescriptions: tuple[Prescription, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A box of the program card: its sentences, each with its provenance tag."""

    lines: tuple[CardLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLine:
    """One sentence of a box and where it comes from; `sources` are ids of sources.toml."""

    text: str
    tag: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """One of the five programs, as resources/programs/ID.toml gives it (clinical.md section B).

    `days_per_week` below 7 means that any days count. `check_ins` and `short_check_ins` are weeks
    counted from 0 at the run's start. `weeks_tag` and `often_tag` say where the number of weeks and
    how often come from.
    """

    id: str
    section: str
    version: int
    weeks: int
    days_per_week: int
    sessions_per_day: int
    check_ins: tuple[int, ...]
    short_check_ins: tuple[int, ...] = ()
    weeks_tag: str = "D"
    often_tag: str = "D"
    blocks: tuple[Block, ...]
    gives: Card
    saw: Card
    cannot: Card

    def __post_init__(self) -> None:
        if not 1 <= self.days_per_week <= 7 or not 1 <= self.sessions_per_day <= 2:
            raise ValueError("days_per_week must be 1 to 7, sessions_per_day 1 or 2")
        weeks = [block.from_week for block in self.blocks]
        if not weeks or weeks[0] != 1 or weeks != sorted(set(weeks)):
            raise ValueError("blocks must start at week 1 and follow one another")

    def prescriptions(self, week: int) -> tuple[Prescription, ...]:
        """What is asked for in the run's week (from 1; the last block goes on after the end)."""
        return [block for block in self.blocks if block.from_week <= week][-1].prescriptions
