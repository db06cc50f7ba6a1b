"""The step back (R-DOWN): what red, three ambers or lasting ache took is offered again."""

from __future__ import annotations

from itertools import takewhile

from hipcoach.core.exercise import Exercise, Rung
from hipcoach.core.progression.case import Case
from hipcoach.core.progression.facts import SessionFacts
from hipcoach.core.progression.interrupted import interrupted
from hipcoach.core.progression.judged import Judged
from hipcoach.core.progression.steps import last_step
from hipcoach.core.progression.up import reachable
from hipcoach.core.progression.verdict import Move, Verdict
from hipcoach.core.rule_ids import R_DOWN, R_NOAM, R_RED, R_SORE
from hipcoach.core.run import RUNG, Decision
from hipcoach.core.session import EASIER_TODAY, GREEN
from hipcoach.core.text import Message, message

_GIVEN_BACK = frozenset({R_RED, R_DOWN, R_SORE})
"""The rules whose step down is offered back; ache that lasts is an R-DOWN (clinical.md C)."""


def step_back(case: Case, exercise: Exercise) -> Verdict | None:
    """The lost step, after two green sessions in a row on two days; effort is not asked."""
    lost = _lost(case, exercise)
    row = _greens(case, exercise) if lost else ()
    needed = case.catalogue.rules.down.greens_back
    if lost is None or len(row) < needed or len({facts.session.day for facts in row}) < needed:
        return None
    to = _towards(case, exercise, lost)
    if to is None:
        return None
    waits = any(not case.judged(facts).tag for facts in row)
    worst = max(facts.worst or 0 for facts in row)
    return Verdict(
        exercise=exercise.id,
        move=Move.UP,
        rule=R_DOWN,
        from_=case.doable[exercise.id],
        to=to.id,
        why=_why(len(row), worst, waits=waits),
        facts={"session": row[0].session.id, "in_a_row": len(row), "worst": worst},
        back=True,
        days=case.catalogue.rules.up.sessions,
        waits=waits,
    )


def _lost(case: Case, exercise: Exercise) -> Decision | None:
    """The exercise's last change of level, if it is a step that a rule took and gives back."""
    last = last_step(case, exercise)
    if last is None or last.rule not in _GIVEN_BACK:
        return None
    changes = case.run.changes_of(RUNG, exercise.id)
    chosen = any(last.at < change.at <= case.now for change in changes)
    down = exercise.direction(last.from_, last.to) < 0
    return last if down and not chosen else None


def _greens(case: Case, exercise: Exercise) -> tuple[SessionFacts, ...]:
    """The newest sessions in a row that were green and had a set of it, since it was decided."""
    decided = max(d.at for d in case.decided if d.exercise == exercise.id)
    since = takewhile(lambda facts: facts.at > decided, case.sessions)
    return tuple(takewhile(lambda facts: _counts(case, exercise, facts), since))


def _counts(case: Case, exercise: Exercise, facts: SessionFacts) -> bool:
    done = any(side_set.exercise == exercise.id for side_set in facts.session.sets)
    own = not facts.easy and facts.session.program != EASIER_TODAY
    of_late = own and interrupted(case, facts) is None
    return done and of_late and _is_green(case, facts, case.judged(facts))


def _is_green(case: Case, facts: SessionFacts, found: Judged) -> bool:
    """Green, or green so far where an open morning is taken as calm."""
    return found.tag == GREEN or (case.calm and facts.open and found.rule == R_NOAM)


def _towards(case: Case, exercise: Exercise, lost: Decision) -> Rung | None:
    """The next rung that can be done, up to the one that was lost."""
    nearest = next(iter(reachable(case, exercise)), None)
    beyond = nearest and exercise.direction(lost.from_, nearest.id) > 0
    return None if beyond else nearest


def _why(sessions: int, worst: int, *, waits: bool) -> Message:
    row = message(
        "{n} calm sessions in a row, worst pain {worst}",
        n=sessions,
        worst=worst,
    )
    return message("{row}.", row=row) if waits else message("{row}, calm mornings.", row=row)
