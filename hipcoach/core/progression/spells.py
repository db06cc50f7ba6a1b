"""What days and weeks come to: the average, the mornings, easy weeks, ache, a flare-up."""

from __future__ import annotations

from hipcoach.core.progression.bad_days import R_PRE6, easy_days, flare_question, sore
from hipcoach.core.progression.case import Case
from hipcoach.core.progression.easy_week import easy_week
from hipcoach.core.progression.spell import Spell, spell_decision
from hipcoach.core.progression.weeks import no_change, rising_mornings, worse
from hipcoach.core.text import message

__all__ = ["R_PRE6", "Spell", "spell_decision", "spells"]


def spells(case: Case) -> tuple[Spell, ...]:
    """All that holds at the moment of the case, the gravest first."""
    found = (rule(case) for rule in _RULES)
    return tuple(spell for spell in found if spell)


def _easy_days(case: Case) -> Spell | None:
    """Easy days one after the other, after which a professional is named."""
    rule = case.catalogue.rules.spell
    if not easy_days(case.diary, case.now, rule):
        return None
    return Spell(
        rule=R_PRE6,
        title=message("Easy days"),
        why=message("Your last {n} days with a session were easy days.", n=rule.easy_days),
        advice=message(case.catalogue.texts["easy-day-five"]),
    )


_RULES = (worse, _easy_days, rising_mornings, flare_question, sore, easy_week, no_change)
