"""R-RED: a red session makes what hurt one step easier, and a set fewer (clinical.md C).

A session is looked at once: a decision that it led to, accepted or declined, settles it.
"""

from __future__ import annotations

from hipcoach.core.exercise import Exercise
from hipcoach.core.hurt import is_red
from hipcoach.core.levels import lower_rung
from hipcoach.core.progression.case import Case, sets_asked
from hipcoach.core.progression.facts import SessionFacts
from hipcoach.core.progression.steps import followed, goes_up, with_way_back
from hipcoach.core.progression.verdict import Move, Verdict
from hipcoach.core.rule_ids import R_DOWN, R_RED
from hipcoach.core.session import RED, EventKind
from hipcoach.core.text import Message, message

_LOOKED_AT = 2
"""The newest sessions among which a red one is looked for: its morning may come after the next."""


def red(case: Case, exercise: Exercise) -> Verdict | None:
    """R-RED: the exercise hurt in a red session, so one step easier and one set fewer."""
    for facts in _reds(case):
        if exercise.id in _named(case, facts) and not _lowered(case, facts, exercise):
            return _after_red(case, facts, exercise)
    return None


def all_fewer(case: Case) -> Verdict | None:
    """R-RED without an exercise that hurt: one set fewer of each, and no level changes."""
    for facts in _reds(case):
        since = [d for d in case.decided if d.rule in {R_RED, R_DOWN} and d.at >= facts.at]
        if not (since or _named(case, facts) or _of_flare(case, facts)):
            return Verdict(
                exercise="",
                move=Move.SAME,
                rule=R_RED,
                from_="",
                to="",
                why=message(
                    "Your session: {facts}. That is more than a session should bring.",
                    facts=case.judged(facts).why,
                ),
                facts=followed(facts) | {"sets": max(sets_asked(case).values())},
                fewer=True,
            )
    return None


def _of_flare(case: Case, facts: SessionFacts) -> bool:
    """Whether it is a flare-up's easy session: that is one set as it is, and so is the next."""
    return facts.easy and case.diary.flare_on(facts.session.day) is not None


def _reds(case: Case) -> list[SessionFacts]:
    """The latest red sessions that no decision named yet, the newest first.

    The one before the newest only until the newest is known to be milder.
    """
    newest = case.sessions[:_LOOKED_AT]
    if newest and case.judged(newest[0]).tag not in {"", RED}:
        return []
    answered = {d.facts.get("session") for d in case.decided if d.rule == R_RED}
    found = (facts for facts in newest if case.judged(facts).so_far == RED)
    return [facts for facts in found if facts.session.id not in answered]


def _named(case: Case, facts: SessionFacts) -> frozenset[str]:
    """The program's exercises that the session was red for: those that hurt so much, or at all."""
    rule = case.catalogue.rules.hurt
    hurts = [told for told in facts.session.events if told.kind is EventKind.HURT]
    scored = ((told.exercise, told.score) for told in hurts if told.score is not None)
    severe = {name for name, score in scored if is_red(score, facts.before, rule)}
    named = severe or {told.exercise for told in hurts}
    return frozenset(named & {exercise.id for exercise in case.exercises})


def _lowered(case: Case, facts: SessionFacts, exercise: Exercise) -> bool:
    """Whether the exercise's way down was decided since the session began."""
    told = (d for d in case.decided if d.exercise == exercise.id and d.at >= facts.at)
    return any(d.rule in {R_RED, R_DOWN} and not goes_up(d, exercise) for d in told)


def _after_red(case: Case, facts: SessionFacts, exercise: Exercise) -> Verdict:
    here = case.doable[exercise.id]
    to = lower_rung(exercise, here, case.owned).id
    why = _why_red(case, facts, exercise)
    return Verdict(
        exercise=exercise.id,
        move=Move.DOWN,
        rule=R_RED,
        from_=here,
        to=to,
        why=why if to == here else with_way_back(why),
        facts=followed(facts) | {"sets": sets_asked(case)[exercise.id]},
        fewer=True,
    )


def _why_red(case: Case, facts: SessionFacts, exercise: Exercise) -> Message:
    told = [e.score for e in facts.session.events if e.exercise == exercise.id]
    worst = max((score for score in told if score is not None), default=None)
    if worst is not None and is_red(worst, facts.before, case.catalogue.rules.hurt):
        return message("Pain reached {score} during it.", score=worst)
    return message("It hurt in a session with {facts}.", facts=case.judged(facts).why)
