"""What becomes of each exercise: the rules in their precedence, and the limit over all of them."""

from __future__ import annotations

from hipcoach.core.exercise import Exercise
from hipcoach.core.progression.back import step_back
from hipcoach.core.progression.case import Case
from hipcoach.core.progression.down import ambers, gate, sore
from hipcoach.core.progression.held import held, pain
from hipcoach.core.progression.limit import limited
from hipcoach.core.progression.not_yet import fall, not_yet, one_side_short
from hipcoach.core.progression.red import all_fewer, red
from hipcoach.core.progression.spell import Spell
from hipcoach.core.progression.up import step_up
from hipcoach.core.progression.verdict import Verdict


def verdicts(case: Case, spells: tuple[Spell, ...]) -> tuple[Verdict, ...]:
    """One verdict per exercise in the program's order; last, one for all of them where there is.

    Per exercise the first that holds: red, three ambers, the gate, ache that lasts; a spell that
    holds the levels; the step back; the step up; else the same again, with the reason.
    """
    found = [_first_that_holds(case, spells, exercise) for exercise in case.exercises]
    fewer = all_fewer(case)
    return (*limited(case, found), *([fewer] if fewer else []))


def _first_that_holds(case: Case, spells: tuple[Spell, ...], exercise: Exercise) -> Verdict:
    return (
        red(case, exercise)
        or ambers(case, exercise)
        or gate(case, exercise)
        or sore(case, exercise, spells)
        or held(case, exercise, spells)
        or pain(case, exercise)
        or step_back(case, exercise)
        or step_up(case, exercise)
        or one_side_short(case, exercise)
        or fall(case, exercise)
        or not_yet(case, exercise)
    )
