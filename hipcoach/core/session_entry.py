"""A session that was done without the app: what can be entered, and what was."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from hipcoach.core.exercise import Side
from hipcoach.core.format import grouped
from hipcoach.core.pain import NOTE_LIMIT
from hipcoach.core.session import Session, SideSet
from hipcoach.core.text import Message, message

MOST_SETS, MOST_REPS = 10, 60
"""What a dose can hold (`Dose`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseForm:
    """An exercise as the program had it on the day.

    `exercise` is the id of the one whose ladder it is; `name` and `level` are what was done:
    "Clamshell", "red band". `sides` of each set in their order: left and right, one of them, or
    both. `in_turn`: the legs take turns within a set, and repetitions count per leg.
    """

    exercise: str
    name: Message
    level: Message
    sides: tuple[Side, ...]
    in_turn: bool
    sets: int
    low: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionForm:
    """What can be entered for a day: the exercises of the program that was under way then."""

    day: date
    program: Message
    exercises: tuple[ExerciseForm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseDone:
    """So many sets of an exercise, and the repetitions of each set on each side that was done."""

    exercise: str
    sets: int
    reps: tuple[tuple[Side, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionEntry:
    """A session done without the app, as it is entered. `id` "": it is new."""

    id: str = ""
    at: datetime
    done: tuple[ExerciseDone, ...]
    effort: int | None = None
    note: str = ""


def as_asked(form: SessionForm, at: datetime) -> SessionEntry:
    """What is prefilled: every exercise with its sets, each ended at the lower number."""
    return SessionEntry(at=at, done=tuple(map(whole, form.exercises)))


def whole(asked: ExerciseForm) -> ExerciseDone:
    """All sets of an exercise, each ended at the lower number."""
    reps = tuple((side, asked.low) for side in asked.sides)
    return ExerciseDone(exercise=asked.exercise, sets=asked.sets, reps=reps)


def entry_of(session: Session) -> SessionEntry:
    """What was entered for a session that is in the diary."""
    by_exercise: dict[str, list[SideSet]] = {}
    for made in session.sets:
        by_exercise.setdefault(made.exercise, []).append(made)
    done = (_done(exercise, sets) for exercise, sets in by_exercise.items())
    return SessionEntry(
        id=session.id,
        at=session.started_at,
        done=tuple(done),
        effort=session.effort,
        note=session.note,
    )


def _done(exercise: str, sets: list[SideSet]) -> ExerciseDone:
    reps = {made.side: made.reps for made in reversed(sets)}
    first = tuple((side, reps[side]) for side in dict.fromkeys(made.side for made in sets))
    return ExerciseDone(exercise=exercise, sets=max(made.set for made in sets), reps=first)


def entry_problem(entry: SessionEntry, form: SessionForm) -> Message | None:
    """Why what was entered cannot have been done, in one sentence; None where it can."""
    known = {asked.exercise: asked for asked in form.exercises}
    names = [done.exercise for done in entry.done]
    if len(set(names)) < len(names) or not known.keys() >= set(names):
        return message("Choose each exercise from the program of that day.")
    if not any(count for done in entry.done for _, count in done.reps):
        return message("Tick what you did, with one repetition or more.")
    if not all(_fits(done, known[done.exercise].sides) for done in entry.done):
        most = {"sets": MOST_SETS, "reps": MOST_REPS}
        return message("An exercise takes 1 to {sets} sets of at most {reps} repetitions.", **most)
    if len(entry.note) > NOTE_LIMIT:
        return message("A note holds at most {limit} characters.", limit=grouped(NOTE_LIMIT))
    return None


def _fits(done: ExerciseDone, sides: Iterable[Side]) -> bool:
    told = [side for side, _ in done.reps]
    once = len(set(told)) == len(told) and set(told) <= set(sides)
    return once and 1 <= done.sets <= MOST_SETS and all(0 <= n <= MOST_REPS for _, n in done.reps)
