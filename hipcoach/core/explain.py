"""Why the levels are what they are: where each exercise started, every day since, the level now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Exercise
from hipcoach.core.explain_days import DayTold, days_told
from hipcoach.core.explain_session import exercise_name
from hipcoach.core.format import date_text
from hipcoach.core.known import known_at
from hipcoach.core.levels import Start, starts
from hipcoach.core.progression.case import Case, case_of
from hipcoach.core.progression.spell import Spell, spell_words
from hipcoach.core.progression.spells import spells
from hipcoach.core.progression.verdict import Verdict, title_of
from hipcoach.core.progression.verdicts import verdicts
from hipcoach.core.run import Run
from hipcoach.core.step_down import exercises_asked
from hipcoach.core.text import Message, message


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """The facts and rules behind the levels of a moment.

    `head` names the program, and where each exercise started and why; `days` are those on which
    anything happened; `now` is each exercise's level with what comes next, and what holds for all.
    """

    head: tuple[Message, ...]
    days: tuple[DayTold, ...] = ()
    now: tuple[Message, ...] = ()


def explain(diary: Diary, catalogue: Catalogue, at: datetime) -> Explained:
    """What made the levels as they were at the moment `at`."""
    diary = known_at(diary, at)
    run = diary.run_on(at.date())
    if run is None or run.program not in catalogue.programs:
        return Explained(
            head=(message("No program is under way on {date}.", date=date_text(at.date())),)
        )
    return Explained(
        head=tuple(_head(diary, catalogue, run, at)),
        days=days_told(diary, catalogue, run, at),
        now=tuple(_now(case_of(diary, catalogue, run, at))),
    )


def _head(diary: Diary, catalogue: Catalogue, run: Run, at: datetime) -> Iterator[Message]:
    name, found = catalogue.program_names[run.program].long, starts(diary, run, catalogue)
    since = date_text(run.started_on)
    yield message("{program}, since {date}.", program=message(name), date=since)
    for exercise in exercises_asked(diary, catalogue, run, at.date()):
        yield _start(exercise, found[exercise.id], catalogue)


def _start(exercise: Exercise, start: Start, catalogue: Catalogue) -> Message:
    return message(
        "{exercise}: starts at {rung}, {why}.",
        exercise=exercise_name(exercise.id, catalogue),
        rung=message(start.rung.text),
        why=start.why,
    )


def _now(case: Case) -> Iterator[Message]:
    """Each exercise's level and what becomes of it, then what holds for all of them."""
    found = spells(case)
    exercises = {exercise.id: exercise for exercise in case.exercises}
    for verdict in verdicts(case, found):
        if exercise := exercises.get(verdict.exercise):
            yield from _level(case, exercise)
        yield _next(verdict, case)
    yield from map(_holds, found)


def _level(case: Case, exercise: Exercise) -> Iterator[Message]:
    """The level, and what is done in its place where its band is not owned."""
    level, done = case.levels[exercise.id], case.doable[exercise.id]
    name = exercise_name(exercise.id, case.catalogue)
    yield message("{exercise}: now at {rung}.", exercise=name, rung=_rung(exercise, level))
    if level != done:
        yield message("Without its band it is done at {rung}.", rung=_rung(exercise, done))


def _next(verdict: Verdict, case: Case) -> Message:
    told = message("{title}. Why: {why}", title=title_of(verdict, case.catalogue), why=verdict.why)
    return message("Next, {rule}: {told}", rule=verdict.rule, told=told)


def _holds(spell: Spell) -> Message:
    return message("{rule}: {told}", rule=spell.rule, told=spell_words(spell))


def _rung(exercise: Exercise, rung_id: str) -> Message:
    return message(exercise.rung(rung_id).text)
