"""The way down without a red session: ambers in a row, the gate, ache that lasts (clinical.md C).

Each is looked at once: a decision that it led to, accepted or declined, settles it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from hipcoach.core.exercise import Exercise
from hipcoach.core.format import date_text
from hipcoach.core.levels import lower_rung
from hipcoach.core.progression.case import Case
from hipcoach.core.progression.exercise_facts import ExerciseFacts, newest_facts
from hipcoach.core.progression.facts import SessionFacts
from hipcoach.core.progression.spell import Spell
from hipcoach.core.progression.steps import followed, with_way_back
from hipcoach.core.progression.verdict import Move, Verdict
from hipcoach.core.rule_ids import R_DOWN, R_GATE, R_RED, R_SORE
from hipcoach.core.run import Facts
from hipcoach.core.session import AMBER, RED, EventKind, SessionState
from hipcoach.core.text import Message, message


def ambers(case: Case, exercise: Exercise) -> Verdict | None:
    """R-DOWN: three sessions in a row amber or worse, so one step easier for what hurt, or all."""
    row = _row_of_ambers(case)
    hurt = frozenset[str]().union(*(_hurt_in(case, facts) for facts in row))
    if not row or exercise.id not in (hurt or {e.id for e in case.exercises}):
        return None
    top = max(score for facts in row for score in (facts.peak, facts.morning) if score is not None)
    why = message(
        "{n} sessions in a row were not quite calm, with pain up to {top}.", n=len(row), top=top
    )
    facts = followed(row[0]) | {"ambers": len(row)}
    return _step_down(case, exercise, R_DOWN, with_way_back(why), facts)


def _hurt_in(case: Case, facts: SessionFacts) -> frozenset[str]:
    """The program's exercises that hurt in the session."""
    hurt = {told.exercise for told in facts.session.events if told.kind is EventKind.HURT}
    return frozenset(hurt & {exercise.id for exercise in case.exercises})


def _row_of_ambers(case: Case) -> tuple[SessionFacts, ...]:
    """The newest sessions of the program, if so many are amber and no step has answered one.

    A red one before the newest is no better than amber: where it only took a set, it does not make
    the row begin again.
    """
    wanted = case.catalogue.rules.down.ambers
    row = tuple(facts for facts in case.sessions if not facts.easy)[:wanted]
    steps = (d.at for d in case.decided if d.rule in {R_RED, R_DOWN} and d.from_ != d.to)
    since = max(steps, default=None)
    fresh = all(since is None or facts.at > since for facts in row)
    tags = [case.judged(facts).so_far for facts in row]
    bad = tags[:1] == [AMBER] and all(tag in {AMBER, RED} for tag in tags)
    return row if len(row) == wanted and fresh and bad else ()


def _step_down(
    case: Case, exercise: Exercise, rule: str, why: Message, facts: Facts
) -> Verdict | None:
    """One rung lower; None on the lowest that can be done."""
    here = case.doable[exercise.id]
    to = lower_rung(exercise, here, case.owned).id
    if to == here:
        return None
    return Verdict(
        exercise=exercise.id,
        move=Move.DOWN,
        rule=rule,
        from_=here,
        to=to,
        why=why,
        facts=facts,
    )


def gate(case: Case, exercise: Exercise) -> Verdict | None:
    """R-GATE: too few tidy repetitions of the exercise itself, so it is done the other way."""
    done = newest_facts(case, exercise)
    if exercise.gate is None or done is None or not _tried(case, done):
        return None
    found = [best for side in done.sides if (best := done.best(side)) is not None]
    if min(found, default=exercise.gate.reps) >= exercise.gate.reps:
        return None
    return Verdict(
        exercise=exercise.id,
        move=Move.DOWN,
        rule=R_GATE,
        from_=done.rung,
        to=exercise.gate.rung,
        why=_why_gate(exercise, exercise.gate.rung, min(found), exercise.gate.reps),
        facts=followed(done.session) | {"tidy": min(found), "reps": exercise.gate.reps},
    )


def _tried(case: Case, done: ExerciseFacts) -> bool:
    """Whether the exercise itself was tried on the rung of now, undisturbed, and not answered."""
    session, name = done.session, done.exercise.id
    itself = done.rung == case.doable[name] and done.exercise.rung(done.rung).exercise is None
    answered = any(d.exercise == name and d.at >= session.at for d in case.decided)
    whole = session.session.state is SessionState.FINISHED and not done.hurt and not done.skipped
    return itself and whole and not answered


def _why_gate(exercise: Exercise, rung_id: str, tidy: int, reps: int) -> Message:
    return Message(
        text="You had {n} tidy ones on one side. From {reps} on, one leg makes sense, so next time "
        "it is {to}.",
        one="You had {n} tidy one on one side. From {reps} on, one leg makes sense, so next time "
        "it is {to}.",
        n=tidy,
        facts={"reps": reps, "to": message(exercise.rung(rung_id).text)},
    )


def sore(case: Case, exercise: Exercise, spells: Iterable[Spell]) -> Verdict | None:
    """R-SORE: muscle ache that lasts longer than is usual, so one step easier, once an ache."""
    limit = case.catalogue.rules.spell.ache_hours
    lasting = (s for s in spells if s.rule == R_SORE and float(s.facts["hours"]) > limit)
    ache = next((str(spell.facts["ache"]) for spell in lasting), None)
    if ache is None or _lowered_since(case, exercise, date.fromisoformat(ache)):
        return None
    why = message(
        "Muscle ache since {date}, which is longer than usual.",
        date=date_text(date.fromisoformat(ache)),
    )
    return _step_down(case, exercise, R_SORE, with_way_back(why), {"ache": ache})


def _lowered_since(case: Case, exercise: Exercise, day: date) -> bool:
    """Whether a step down of the exercise was decided on that day or later."""
    told = (d for d in case.decided if d.exercise == exercise.id and d.at.date() >= day)
    return any(exercise.direction(d.from_, d.to) < 0 for d in told)
