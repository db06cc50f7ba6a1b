"""The step up that an exercise has earned: R-UP and its like (clinical.md C)."""

from __future__ import annotations

from datetime import date, timedelta

from hipcoach.core.changes import asked_for
from hipcoach.core.dose_view import asked_of
from hipcoach.core.exercise import Exercise, Rung
from hipcoach.core.ladder_view import climbed
from hipcoach.core.levels import higher_rungs
from hipcoach.core.parts import part
from hipcoach.core.progression.case import Case
from hipcoach.core.progression.exercise_facts import ExerciseFacts
from hipcoach.core.progression.steps import last_step
from hipcoach.core.progression.streak import days_of, is_enough, streak
from hipcoach.core.progression.verdict import Move, Verdict
from hipcoach.core.text import Message, message

DAY = timedelta(days=1)


def step_up(case: Case, exercise: Exercise) -> Verdict | None:
    """The step up that the exercise has earned, before the limit; None where it has not.

    With `case.calm` open mornings are taken as calm: then it `waits`.
    """
    row, to = streak(case, exercise), next(iter(reachable(case, exercise)), None)
    if (
        to is None
        or not is_enough(case, row)
        or not rested(case, exercise, _takes_effect(case, row))
    ):
        return None
    waits = _waits(case, row)
    return Verdict(
        exercise=exercise.id,
        move=Move.UP,
        rule=exercise.step.rule,
        from_=case.doable[exercise.id],
        to=to.id,
        why=_why(row, waits=waits),
        facts=_facts(row) | _low(case, exercise, to),
        days=case.catalogue.rules.up.sessions,
        waits=waits,
    )


def days_done(case: Case, exercise: Exercise) -> int:
    """The days towards the next step that are done, at most as many as it takes."""
    return days_of(streak(case, exercise))


def reachable(case: Case, exercise: Exercise) -> tuple[Rung, ...]:
    """The rungs above the one that is done, nearest first, that the run may climb and can do now.

    Bands that are not owned, those more than one level above and what enters another exercise of
    the program are left out; a step back asks whether its rung is among them.
    """
    return higher_rungs(ahead(case, exercise), _here(case, exercise), case.owned)


def ahead(case: Case, exercise: Exercise) -> tuple[Rung, ...]:
    """The ladder as far as the run may climb it, whether or not the bands are owned."""
    return climbed(exercise, _here(case, exercise), _taken(case, exercise))


def _here(case: Case, exercise: Exercise) -> Rung:
    return exercise.rung(case.doable[exercise.id])


def _taken(case: Case, exercise: Exercise) -> frozenset[str]:
    """The program's other exercises: those that it names, and those that are done for them."""
    others = [other for other in case.exercises if other.id != exercise.id]
    done = (_here(case, other).exercise or other.id for other in others)
    return frozenset((*(other.id for other in others), *done))


def rested(case: Case, exercise: Exercise, on: date) -> bool:
    """Whether the exercise's latest step is long enough ago on that day (R-LIMIT)."""
    last = last_step(case, exercise)
    return last is None or (on - last.at.date()).days >= case.catalogue.rules.up.days_between


def _takes_effect(case: Case, row: tuple[ExerciseFacts, ...]) -> date:
    """The day on which a step up from these sessions comes: the calm morning that it waits for."""
    today = case.now.date()
    return max(today, row[0].session.session.day + DAY) if _waits(case, row) else today


def _waits(case: Case, row: tuple[ExerciseFacts, ...]) -> bool:
    """Whether a morning is still open."""
    return any(not case.judged(done.session).tag for done in row)


def _worst(row: tuple[ExerciseFacts, ...]) -> int:
    return max(done.session.worst or 0 for done in row)


def _hardest(row: tuple[ExerciseFacts, ...]) -> int:
    return max(done.session.effort or 0 for done in row)


def _facts(row: tuple[ExerciseFacts, ...]) -> dict[str, str | int | float]:
    return {
        "session": row[0].session.session.id,
        "reps": row[0].top,
        "in_a_row": len(row),
        "worst": _worst(row),
        "effort": _hardest(row),
    }


def _low(case: Case, exercise: Exercise, to: Rung) -> dict[str, str | int | float]:
    """The repetitions at which the next sets may end; none where the rung itself says them."""
    asked = asked_of(case.catalogue, case.run, exercise.id, case.now)
    if asked is None or to.reps is not None or exercise.top == 1:
        return {}
    own = asked_for(asked, exercise.id, case.run, case.now)
    return {"low": part(own, exercise, to, case.catalogue, case.diary.settings.times).dose.low}


def _why(row: tuple[ExerciseFacts, ...], *, waits: bool) -> Message:
    return Message(
        text="{what}, {n} sessions in a row. Worst pain {worst}, effort {effort}, {mornings}.",
        one="{what}, {n} session in a row. Worst pain {worst}, effort {effort}, {mornings}.",
        n=len(row),
        facts={
            "what": reached(row[0]),
            "worst": _worst(row),
            "effort": _hardest(row),
            "mornings": message("calm mornings so far") if waits else message("calm mornings"),
        },
    )


def reached(done: ExerciseFacts) -> Message:
    """What was done in every set, as in "15 tidy reps in every set, left and right"."""
    if done.top == 1:
        what = message("Every hold of {seconds} s done", seconds=f"{done.sets[-1].hold:g}")
    else:
        what = Message(
            text="{n} tidy reps in every set", one="{n} tidy rep in every set", n=done.top
        )
    return message("{what}, left and right", what=what) if len(done.sides) > 1 else what
