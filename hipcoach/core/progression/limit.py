"""R-LIMIT: so many steps up at a time, the exercises first that are longest unchanged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hipcoach.core.progression.case import Case
from hipcoach.core.progression.steps import goes_up, last_step
from hipcoach.core.progression.verdict import Move, Verdict
from hipcoach.core.rule_ids import R_LIMIT
from hipcoach.core.text import Message


def limited(case: Case, found: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """The verdicts, with no more steps up than the rule has; the rest stay the same.

    Steps back count for it; those offered since the newest session began have used it up, whether
    or not they were accepted: who declines one has not asked for another.
    """
    verdicts = tuple(found)
    left = max(case.catalogue.rules.up.per_session - _offered_since(case), 0)
    ups = [verdict for verdict in verdicts if verdict.move is Move.UP]
    going = sorted(ups, key=lambda verdict: _unchanged_since(case, verdict))[:left]
    waiting = [verdict for verdict in ups if verdict not in going]
    return tuple(_later(case, one) if one in waiting else one for one in verdicts)


def _offered_since(case: Case) -> int:
    """The steps up that were decided since the newest session began."""
    if not case.sessions:
        return 0
    ladders, since = {ladder.id: ladder for ladder in case.exercises}, case.sessions[0].at
    steps = (d for d in case.decided if d.at >= since and d.exercise in ladders)
    return sum(goes_up(step, ladders[step.exercise]) for step in steps)


def _unchanged_since(case: Case, verdict: Verdict) -> float:
    """Since when the exercise's level is the same; since the run's start before all else."""
    last = last_step(case, case.catalogue.exercises[verdict.exercise])
    return last.at.timestamp() if last else 0.0


def _later(case: Case, verdict: Verdict) -> Verdict:
    why = Message(
        text="{n} steps at a time. This one is next.",
        one="{n} step at a time. This one is next.",
        n=case.catalogue.rules.up.per_session,
    )
    same = replace(verdict, move=Move.SAME, rule=R_LIMIT, to=verdict.from_, why=why)
    return replace(same, facts={}, back=False, waits=False)
