"""What the user changed from the program, in words: "Clamshell: 3 sets, hold 3 s", "once a day"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from itertools import groupby

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.changes import (
    DOSE,
    HIGH,
    LOW,
    PHASES,
    REST,
    SETS,
    SIDES,
    SidesDone,
    Value,
    changed_by,
    held,
    made_by,
    sides_done,
)
from hipcoach.core.exercise import Exercise
from hipcoach.core.format import number
from hipcoach.core.program import Prescription, Program
from hipcoach.core.run import ONCE_A_DAY, Change, Run
from hipcoach.core.tempo import PhaseKind
from hipcoach.core.text import Message, message

_PHASES = {
    PhaseKind.LIFT: message("lift"),
    PhaseKind.HOLD: message("hold"),
    PhaseKind.LOWER: message("lower"),
    PhaseKind.PAUSE: message("pause"),
}
_SIDES = {
    SidesDone.BOTH_LEFT_FIRST: message("left side first"),
    SidesDone.BOTH_RIGHT_FIRST: message("right side first"),
    SidesDone.LEFT: message("left side only"),
    SidesDone.RIGHT: message("right side only"),
}

Values = Mapping[str, Value | None]
Told = tuple[frozenset[str], Message]
"""Names of what is changed, and the words for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """Something that is not as the program has it: the exercise ("": all), words, since when."""

    exercise: str = ""
    words: Message
    since: date


def change_words(
    run: Run, catalogue: Catalogue, at: datetime, called: Mapping[str, str] | None = None
) -> tuple[Message, ...]:
    """All changes that hold at that moment, one message for each exercise.

    `called`: the exercise whose name stands for a ladder's where its rung does another one.
    """
    found = changed(run, catalogue, made_by(run, at), at.date())
    return tuple(
        _together(exercise, [one.words for one in told], catalogue, called or {})
        for exercise, told in groupby(found, key=lambda one: one.exercise)
    )


def changed(
    run: Run, catalogue: Catalogue, made: Iterable[Change], day: date
) -> tuple[Changed, ...]:
    """What differs from the program in the week of `day`, of the changes `made` by then.

    What is for the whole program, then exercise by exercise in its order.
    """
    made, program = tuple(made), catalogue.programs.get(run.program)
    if program is None:
        return ()
    found = list(_once_a_day(made, program))
    for asked in program.prescriptions(run.week(day)):
        for name in asked.exercises:
            found += _of_exercise(catalogue.exercises[name], asked, held(made, name))
    return tuple(found)


def _once_a_day(made: Iterable[Change], program: Program) -> Iterator[Changed]:
    chosen = [change for change in made if change.what == ONCE_A_DAY]
    if chosen and chosen[-1].value and program.sessions_per_day > 1:
        yield Changed(words=message("once a day"), since=chosen[-1].at.date())


def _of_exercise(
    exercise: Exercise, asked: Prescription, holding: Mapping[str, Change]
) -> Iterator[Changed]:
    now, program = _values(changed_by(asked, holding), exercise), _values(asked, exercise)
    for names, words in dose_words(now, program, exercise):
        since = max(holding[what].at.date() for what in names & holding.keys())
        yield Changed(exercise=exercise.id, words=words, since=since)


def _values(asked: Prescription, exercise: Exercise) -> Values:
    """What is asked for by name; a rest of None is the settings'."""
    values: dict[str, Value | None] = {what: getattr(asked, what) for what in (SETS, LOW, HIGH)}
    seconds = {phase.kind: phase.seconds for phase in exercise.tempo} | dict(asked.tempo or {})
    values |= {kind.value: number for kind, number in seconds.items()}
    return values | {REST: asked.rest, SIDES: sides_done(asked.sides).value}


def _together(
    exercise: str, told: Iterable[Message], catalogue: Catalogue, called: Mapping[str, str]
) -> Message:
    """The exercise's name and everything about it in one message."""
    said = reduce(lambda first, then: message("{first}, {then}", first=first, then=then), told)
    if not exercise:
        return said
    name = message(catalogue.exercise_names[called.get(exercise, exercise)].short)
    return message("{exercise}: {changes}", exercise=name, changes=said)


def dose_words(now: Values, program: Values, exercise: Exercise) -> Iterator[Told]:
    """What differs from the program's own values; low and high are told together."""
    different = {what for what in DOSE & now.keys() if now[what] != program.get(what)}
    if SETS in different:
        yield frozenset({SETS}), Message(text="{n} sets", one="{n} set", n=_whole(now, SETS))
    if different & {LOW, HIGH}:
        words = _repetitions(_whole(now, LOW), _whole(now, HIGH))
        yield frozenset({LOW, HIGH}), words
    for what in PHASES:
        if what in different:
            yield frozenset({what}), _seconds(PhaseKind(what), now[what], exercise)
    if REST in different:
        yield frozenset({REST}), message("rest {seconds} s", seconds=_short(now[REST]))
    if SIDES in different:
        yield frozenset({SIDES}), _SIDES[SidesDone(str(now[SIDES]))]


def _whole(values: Values, what: str) -> int:
    value = values[what]
    assert isinstance(value, int)
    return value


def _short(seconds: Value | None) -> str:
    """The number without decimals where it has none."""
    assert isinstance(seconds, int | float)
    return number(seconds, 0 if seconds == int(seconds) else 1)


def _repetitions(low: int, high: int) -> Message:
    if low == high:
        return Message(text="{n} repetitions", one="{n} repetition", n=high)
    return message("{low}–{high} repetitions", low=low, high=high)


def _seconds(kind: PhaseKind, seconds: Value | None, exercise: Exercise) -> Message:
    """By the exercise's own word where it has another one for the phase: "Swing out 3 s"."""
    label = next((phase.label for phase in exercise.tempo if phase.kind is kind), "")
    word = _PHASES[kind]
    own = word if label.lower() in {"", word.text} else message(label)
    return message("{phase} {seconds} s", phase=own, seconds=_short(seconds))
