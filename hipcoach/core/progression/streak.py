"""The sessions in a row that count towards a step up, and why one does not (clinical.md, R-UP)."""

from __future__ import annotations

from datetime import datetime

from hipcoach.core.exercise import Exercise
from hipcoach.core.lighter import in_force, speaks_of
from hipcoach.core.progression.case import Case
from hipcoach.core.progression.exercise_facts import ExerciseFacts, exercise_facts
from hipcoach.core.progression.interrupted import interrupted
from hipcoach.core.progression.judged import Judged, earns
from hipcoach.core.run import RUNG
from hipcoach.core.session import AMBER, GREEN, RED, SideSet
from hipcoach.core.text import Message, message


def streak(case: Case, exercise: Exercise) -> tuple[ExerciseFacts, ...]:
    """The newest sessions in a row that count towards the exercise's next step, newest first.

    No more of them than a step up takes: so many sessions, on as many days.
    """
    row: tuple[ExerciseFacts, ...] = ()
    for session in case.sessions:
        done = exercise_facts(case, session, exercise)
        if done is None or is_enough(case, row) or obstacle(case, done):
            break
        row = (*row, done)
    return row


def is_enough(case: Case, row: tuple[ExerciseFacts, ...]) -> bool:
    """Whether these sessions are as many, and on as many days, as a step up takes."""
    return days_of(row) >= case.catalogue.rules.up.sessions


def days_of(row: tuple[ExerciseFacts, ...]) -> int:
    """On how many days these sessions were."""
    return len({done.session.session.day for done in row})


def obstacle(case: Case, done: ExerciseFacts) -> Message | None:
    """The first reason why the session does not count towards a step up; None where it does."""
    return unlike(case, done) or _short(done) or _effort(case, done) or _pain(case, done)


def unlike(case: Case, done: ExerciseFacts) -> Message | None:
    """Why the session was not the program's own on this level, with all its sets, of late."""
    return (
        _changed_since(case, done)
        or interrupted(case, done.session)
        or _easy(case, done)
        or _left_out(done)
        or _other_level(case, done)
    )


def _changed_since(case: Case, done: ExerciseFacts) -> Message | None:
    """A decision about the exercise, or its rung chosen by the user, starts the count again."""
    changed = _last_change(case, done.exercise)
    if changed is None or done.session.at > changed:
        return None
    sessions = case.catalogue.rules.up.sessions
    return Message(
        text="The next step can come after {n} more sessions on this level.",
        one="The next step can come after {n} more session on this level.",
        n=sessions,
    )


def _last_change(case: Case, exercise: Exercise) -> datetime | None:
    decided = [d.at for d in case.decided if d.exercise == exercise.id]
    own = (change.at for change in case.run.changes_of(RUNG, exercise.id))
    return max((*decided, *(at for at in own if at <= case.now)), default=None)


def _easy(case: Case, done: ExerciseFacts) -> Message | None:
    """Easy days, easier today, and what decisions made lighter."""
    facts, rules = done.session, case.catalogue.rules
    if facts.easy:
        return message("The last session was an easy day. Only full sessions lead to a step up.")
    lighter = in_force(case.diary, facts.at, rules)
    if facts.easier or any(speaks_of(told, done.exercise.id) for told in lighter):
        return message("The last session was a lighter one. Only full sessions lead to a step up.")
    return None


def _left_out(done: ExerciseFacts) -> Message | None:
    if not done.sets:
        return message("It was left out of the last session.")
    if done.whole:
        return None
    return Message(
        text="{n} sets were left out. A step up takes all of them.",
        one="{n} set was left out. A step up takes all of them.",
        n=done.missing,
    )


def _other_level(case: Case, done: ExerciseFacts) -> Message | None:
    here = case.doable[done.exercise.id]
    if all(made.rung == here for made in done.sets):
        return None
    return message("Not every set was on this level. A step up takes all of them.")


def _short(done: ExerciseFacts) -> Message | None:
    if not done.short:
        return None
    if done.top == 1:
        return message("Not every hold was tidy. A step up takes all of them.")
    if done.high < done.top:
        return message(
            "A step up takes {top} tidy ones in every set. Here the sets end at {high}.",
            top=done.top,
            high=done.high,
        )
    return Message(
        text="{n} tidy ones in the shortest set. A step up takes {top} in every set.",
        one="{n} tidy one in the shortest set. A step up takes {top} in every set.",
        n=shortest(done.short).tidy_reps,
        facts={"top": done.top},
    )


def shortest(sets: tuple[SideSet, ...]) -> SideSet:
    """The set with the fewest tidy repetitions, of its like the first."""
    return min(sets, key=lambda made: made.tidy_reps)


def _effort(case: Case, done: ExerciseFacts) -> Message | None:
    effort, most = done.session.effort, case.catalogue.rules.up.effort
    if effort is None:
        return message("It is not known how hard it was. A step up goes by that too.")
    if effort <= most:
        return None
    return message("Effort {effort}. A step up takes {most} or less.", effort=effort, most=most)


def _pain(case: Case, done: ExerciseFacts) -> Message | None:
    facts, rules = done.session, case.catalogue.rules
    found = case.judged(facts)
    if earns(facts, rules) and (found.tag == GREEN or case.calm):
        return None
    if facts.before is None:
        return message("You did not give the pain before it. A step up goes by that too.")
    if facts.worst is None:
        return message("The worst pain is not known yet. A step up goes by that too.")
    return _later_pain(found, still_open=facts.open)


def _later_pain(found: Judged, *, still_open: bool) -> Message:
    if found.tag or found.so_far in {AMBER, RED}:
        return message(
            "Your session: {facts}. A step up waits until the pain does not rise.", facts=found.why
        )
    if still_open:
        return message("A step up waits for the next morning's answer.")
    return message("You did not give the morning after it. A step up goes by that too.")
