"""Why the levels are what they are: where each exercise started, every decision, the level now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Exercise
from hipcoach.core.format import date_text
from hipcoach.core.levels import Start, decisions_of, levels, starts
from hipcoach.core.run import RUNG, Change, Decision, Run
from hipcoach.core.step_down import exercises_asked
from hipcoach.core.text import Message, message


def explain(diary: Diary, catalogue: Catalogue, on: date) -> tuple[Message, ...]:
    """The facts and rules behind the levels on the day `on`, one sentence each.

    Exercise by exercise: where it started and why, what was decided and chosen, where it is now.
    Then the decisions that speak of no exercise of the program.
    """
    run = diary.run_on(on)
    if run is None or run.program not in catalogue.programs:
        return (message("No program is under way on {date}.", date=date_text(on)),)
    name = catalogue.program_names[run.program].long
    told = [
        message("{program}, since {date}.", program=message(name), date=date_text(run.started_on))
    ]
    found, now = starts(diary, run, catalogue), levels(diary, run, catalogue, on)
    exercises = exercises_asked(diary, catalogue, run, on)
    for exercise in exercises:
        told.append(_start_line(exercise, found[exercise.id], catalogue))
        told += _decided(diary, run, exercise, on)
        told.append(_now_line(exercise, now[exercise.id], catalogue))
    others = (d for d in decisions_of(diary, run, on) if d.exercise not in found)
    return (*told, *map(_decision_line, others))


def _start_line(exercise: Exercise, start: Start, catalogue: Catalogue) -> Message:
    return message(
        "{exercise}: starts at {rung}, {why}.",
        exercise=_name(exercise, catalogue),
        rung=message(start.rung.text),
        why=start.why,
    )


def _decided(diary: Diary, run: Run, exercise: Exercise, on: date) -> Iterator[Message]:
    """The exercise's decisions and the user's own changes of its rung, in their order."""
    changes = (c for c in run.changes if (c.what, c.exercise) == (RUNG, exercise.id))
    lines = [(c.at, _change_line(exercise, c)) for c in changes if c.at.date() <= on]
    decisions = (d for d in decisions_of(diary, run, on) if d.exercise == exercise.id)
    lines += [(decision.at, _decision_line(decision)) for decision in decisions]
    return (line for _, line in sorted(lines, key=lambda timed: timed[0]))


def _decision_line(decision: Decision) -> Message:
    answer = message("Accepted.") if decision.accepted else message("Declined.")
    return message(
        "{date}, {rule}: {words} {answer}",
        date=date_text(decision.at.date()),
        rule=decision.rule,
        words=decision.text,
        answer=answer,
    )


def _change_line(exercise: Exercise, change: Change) -> Message:
    return message(
        "{date}: you chose {rung}.",
        date=date_text(change.at.date()),
        rung=_rung_text(exercise, str(change.value)),
    )


def _now_line(exercise: Exercise, rung_id: str, catalogue: Catalogue) -> Message:
    return message(
        "{exercise}: now at {rung}.",
        exercise=_name(exercise, catalogue),
        rung=_rung_text(exercise, rung_id),
    )


def _name(exercise: Exercise, catalogue: Catalogue) -> Message:
    return message(catalogue.exercise_names[exercise.id].short)


def _rung_text(exercise: Exercise, rung_id: str) -> Message:
    """The rung in words; its id where the ladder has changed since."""
    known = (rung.text for rung in exercise.ladder if rung.id == rung_id)
    return message(next(known, rung_id))
