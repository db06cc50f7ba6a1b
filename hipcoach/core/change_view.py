"""Changing the program, told before it is done: what ends, what begins (product.md section 6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.levels import levels, starts
from hipcoach.core.run import Run
from hipcoach.core.text import Message, message


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """The change to the program `name`: sentences on what ends and what begins.

    `shared` tells where the exercises start that both programs have.
    """

    name: Message
    ends: tuple[Message, ...]
    begins: tuple[Message, ...]
    shared: tuple[Message, ...]


def change_view(
    diary: Diary, catalogue: Catalogue, now: datetime, program_id: str
) -> ChangeView | None:
    """What a change to this program now would mean; None where no program is under way."""
    current = diary.open_run(now.date())
    if current is None or current.program not in catalogue.programs:
        return None
    program = catalogue.programs[program_id]
    new = Run(program=program_id, program_version=program.version, started_on=now.date())
    return ChangeView(
        name=message(catalogue.program_names[program_id].long),
        ends=_ends(current, catalogue, now),
        begins=tuple(_begins(current)),
        shared=tuple(_shared(diary, current, new, catalogue, now)),
    )


def _ends(current: Run, catalogue: Catalogue, now: datetime) -> tuple[Message, ...]:
    name = message(catalogue.program_names[current.program].long)
    week = current.week(now.date())
    return (
        message("“{program}” ends today, in week {week}.", program=name, week=week),
        message("Its sessions and your ratings stay in the diary."),
    )


def _begins(current: Run) -> Iterator[Message]:
    yield message("Today is the new day 0. Weeks count from 1 again.")
    yield message("Your pain is compared with a new start value: the mean of the first 7 days.")
    if any(change.exercise and change.value is not None for change in current.changes):
        yield message("Doses that you changed are as the program has them.")


def _shared(
    diary: Diary, current: Run, new: Run, catalogue: Catalogue, now: datetime
) -> Iterator[Message]:
    before = levels(diary, current, catalogue, now.date())
    for name, start in starts(diary, new, catalogue).items():
        if name in before:
            lower = start.rung.id != before[name]
            text = (
                "{exercise} starts one step lower: {rung}."
                if lower
                else ("{exercise} starts as it is now: {rung}.")
            )
            exercise = message(catalogue.exercise_names[name].long)
            yield message(text, exercise=exercise, rung=message(start.rung.text))
