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
from hipcoach.core.progression.exercise_facts import ExerciseFacts, exercise_facts
from hipcoach.core.progression.facts import SessionFacts
from hipcoach.core.progression.judged import Judged, judged
from hipcoach.core.progression.spells import Spell
from hipcoach.core.progression.verdict import R_DOWN, R_GATE, R_RED, R_SORE, Facts, Move, Verdict
from hipcoach.core.run import Decision
from hipcoach.core.session import AMBER, EventKind, SessionState
from hipcoach.core.text import Message, message


def judged_in(case: Case, facts: SessionFacts) -> Judged:
    """What the session came to."""
    return judged(facts, case.catalogue.rules.tag)


def ladder_place(ladder: Exercise, rung_id: str) -> int:
    """The rung's place on the ladder from 0; -1 where the ladder has it no longer."""
    return next((n for n, rung in enumerate(ladder.ladder) if rung.id == rung_id), -1)


def goes_up(decision: Decision, ladder: Exercise) -> bool:
    """Whether the decision is about a step up, as the step back is."""
    return ladder_place(ladder, decision.to) > ladder_place(ladder, decision.from_)


def hurt_in(case: Case, facts: SessionFacts) -> frozenset[str]:
    """The program's exercises that hurt in the session."""
    hurt = {told.exercise for told in facts.session.events if told.kind is EventKind.HURT}
    return frozenset(hurt & {exercise.id for exercise in case.exercises})


def with_way_back(why: Message) -> Message:
    """The reason for a step that is offered back."""
    return message("{why} After two calm sessions the step is offered back.", why=why)


def ambers(case: Case, exercise: Exercise) -> Verdict | None:
    """R-DOWN: three amber sessions in a row, so one step easier for what hurt in them, or all."""
    row = _row_of_ambers(case)
    hurt = frozenset[str]().union(*(hurt_in(case, facts) for facts in row))
    if not row or exercise.id not in (hurt or {e.id for e in case.exercises}):
        return None
    top = max(score for facts in row for score in (facts.peak, facts.morning) if score is not None)
    why = message(
        "{n} sessions in a row were not quite calm, with pain up to {top}.", n=len(row), top=top
    )
    facts = followed(row[0]) | {"ambers": len(row)}
    return _step_down(case, exercise, R_DOWN, with_way_back(why), facts)


def _row_of_ambers(case: Case) -> tuple[SessionFacts, ...]:
    """The newest sessions of the program, if all of so many are amber and none was answered."""
    wanted = case.catalogue.rules.down.ambers
    row = tuple(facts for facts in case.sessions if not facts.easy)[:wanted]
    since = max((d.at for d in case.decided if d.rule in {R_RED, R_DOWN}), default=None)
    fresh = all(since is None or facts.at > since for facts in row)
    amber = all(judged_in(case, facts).so_far == AMBER for facts in row)
    return row if len(row) == wanted and fresh and amber else ()


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
    done = exercise_facts(case, case.sessions[0], exercise) if case.sessions else None
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
        text="You had {n} tidy ones on one leg. From {reps} on the one-leg bridge makes sense, so "
        "next time it is {to}.",
        one="You had {n} tidy one on one leg. From {reps} on the one-leg bridge makes sense, so "
        "next time it is {to}.",
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
    return _step_down(case, exercise, R_SORE, why, {"ache": ache})


def _lowered_since(case: Case, exercise: Exercise, day: date) -> bool:
    """Whether a step down of the exercise was decided on that day or later."""
    told = (d for d in case.decided if d.exercise == exercise.id and d.at.date() >= day)
    return any(d.from_ != d.to and not goes_up(d, exercise) for d in told)


def followed(facts: SessionFacts) -> dict[str, str | int | float]:
    """The session that a verdict follows, and the pain that it came to."""
    peak = {} if facts.peak is None else {"peak": facts.peak}
    return {"session": facts.session.id, **peak}
