"""What days and weeks come to: the average, the mornings, easy weeks, ache, a flare-up."""

from __future__ import annotations

from hipcoach.core.progression.bad_days import flare_question, many_easy_days, sore
from hipcoach.core.progression.case import Case
from hipcoach.core.progression.easy_week import easy_week
from hipcoach.core.progression.spell import Spell
from hipcoach.core.progression.weeks import no_change, rising_mornings, worse


def spells(case: Case) -> tuple[Spell, ...]:
    """All that holds at the moment of the case, the gravest first."""
    found = (rule(case) for rule in _RULES)
    return tuple(spell for spell in found if spell)


_RULES = (worse, many_easy_days, rising_mornings, flare_question, sore, easy_week, no_change)
