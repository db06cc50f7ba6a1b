"""The same again, for a reason beside the step up: what holds all levels, pain, a smaller count."""

from __future__ import annotations

from collections.abc import Iterable

from hipcoach.core.exercise import Exercise
from hipcoach.core.progression.case import Case
from hipcoach.core.progression.down import judged_in
from hipcoach.core.progression.exercise_facts import ExerciseFacts, exercise_facts
from hipcoach.core.progression.spells import Spell
from hipcoach.core.progression.up import days_done
from hipcoach.core.progression.verdict import (
    R_AMBER,
    R_FLARE,
    R_HOLD,
    R_ILL,
    R_RED,
    Move,
    Verdict,
)
from hipcoach.core.run import ILL
from hipcoach.core.session import AMBER, RED
from hipcoach.core.text import Message, message


def held(case: Case, exercise: Exercise, spells: Iterable[Spell]) -> Verdict | None:
    """What holds all levels: a flare-up, illness, or what weeks came to."""
    today = case.now.date()
    if any(flare.holds(today) for flare in case.diary.flares):
        why = message("During a flare-up the levels stay as they are.")
        return _same(case, exercise, R_FLARE, why)
    if any(days.holds(today) and days.reason == ILL for days in case.diary.absences):
        why = message("While you are ill the levels stay as they are.")
        return _same(case, exercise, R_ILL, why)
    holding = next((spell for spell in spells if spell.holds), None)
    return _same(case, exercise, holding.rule, holding.why) if holding else None


def pain(case: Case, exercise: Exercise) -> Verdict | None:
    """R-AMBER, or R-RED where its steps were decided: the newest session was not green."""
    if not case.sessions:
        return None
    found = judged_in(case, case.sessions[0])
    if found.so_far not in {AMBER, RED}:
        return None
    rule = R_AMBER if found.so_far == AMBER else R_RED
    why = message("Last session: {facts}. The level stays for now.", facts=found.why)
    return _same(case, exercise, rule, why)


def fall(case: Case, exercise: Exercise) -> Verdict | None:
    """R-HOLD: clearly fewer tidy repetitions than last time, with no more pain."""
    both = _last_two(case, exercise)
    if both is None:
        return None
    now, before = both
    percent = case.catalogue.rules.down.fall_percent
    if 100 * (before.tidy - now.tidy) < percent * before.tidy or not before.tidy:
        return None
    why = Message(
        text="{n} tidy ones after {before} last time, with no more pain. Short sleep or a long day "
        "can do that.",
        one="{n} tidy one after {before} last time, with no more pain. Short sleep or a long day "
        "can do that.",
        n=now.tidy,
        facts={"before": before.tidy},
    )
    return _same(case, exercise, R_HOLD, why)


def _last_two(case: Case, exercise: Exercise) -> tuple[ExerciseFacts, ExerciseFacts] | None:
    """The newest session's and the one before on its rung, if they compare."""
    own = (facts for facts in case.sessions if not facts.easy)
    found = (exercise_facts(case, facts, exercise) for facts in own)
    now = next(found, None)
    if now is None or not now.sets:
        return None
    before = next((one for one in found if one and one.sets and one.rung == now.rung), None)
    if before is None or len(before.sets) != len(now.sets):
        return None
    rises = now.session.rise, before.session.rise
    alike = rises[0] is not None and rises[1] is not None and rises[0] <= rises[1]
    return (now, before) if alike else None


def _same(case: Case, exercise: Exercise, rule: str, why: Message) -> Verdict:
    here = case.doable[exercise.id]
    return Verdict(
        exercise=exercise.id,
        move=Move.SAME,
        rule=rule,
        from_=here,
        to=here,
        why=why,
        days=days_done(case, exercise),
    )
