"""The same again, before a step up is asked for: what holds all levels, and pain."""

from __future__ import annotations

from collections.abc import Iterable

from hipcoach.core.exercise import Exercise
from hipcoach.core.progression.case import Case
from hipcoach.core.progression.spell import Spell
from hipcoach.core.progression.up import days_done
from hipcoach.core.progression.verdict import Move, Verdict
from hipcoach.core.rule_ids import R_AMBER, R_FLARE, R_ILL, R_RED
from hipcoach.core.schedule import absence_on, is_ill
from hipcoach.core.session import AMBER, RED
from hipcoach.core.text import Message, message


def held(case: Case, exercise: Exercise, spells: Iterable[Spell]) -> Verdict | None:
    """What holds all levels: a flare-up, illness, or what weeks came to."""
    today = case.now.date()
    if case.diary.flare_on(today):
        why = message("During a flare-up the levels stay as they are.")
        return stays(case, exercise, R_FLARE, why)
    if is_ill(absence_on(case.diary, today)):
        why = message("While you are ill the levels stay as they are.")
        return stays(case, exercise, R_ILL, why)
    holding = next((spell for spell in spells if spell.holds), None)
    return stays(case, exercise, holding.rule, holding.why) if holding else None


def pain(case: Case, exercise: Exercise) -> Verdict | None:
    """R-AMBER, or R-RED where its steps were decided: the newest session was not green."""
    if not case.sessions:
        return None
    found = case.judged(case.sessions[0])
    if found.so_far not in {AMBER, RED}:
        return None
    rule = R_AMBER if found.so_far == AMBER else R_RED
    why = message("Your session: {facts}. The level stays for now.", facts=found.why)
    return stays(case, exercise, rule, why)


def stays(
    case: Case, exercise: Exercise, rule: str, why: Message, *, aim: Message | None = None
) -> Verdict:
    """The same again, with the days towards the next step that are done."""
    here = case.doable[exercise.id]
    return Verdict(
        exercise=exercise.id,
        move=Move.SAME,
        rule=rule,
        from_=here,
        to=here,
        why=why,
        days=days_done(case, exercise),
        aim=aim,
    )
