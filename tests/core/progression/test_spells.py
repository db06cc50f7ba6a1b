"""What holds for the whole program: of every pair that holds at once the graver one comes first."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest

from hipcoach.core.pain import MUSCLE_ACHE, PainRating
from hipcoach.core.progression.case import Case
from hipcoach.core.progression.spells import spells
from hipcoach.core.progression.verdicts import verdicts
from hipcoach.core.session import EASY_DAY
from tests.core.progression.lives import CLAM, At, Done, Live, decided

GRAVEST_FIRST = ("R-WORSE", "R-PRE6", "R-WEEK", "R-FLARE", "R-SORE", "R-DELOAD", "R-NOCHANGE")
HOLDING = {"R-WORSE", "R-WEEK", "R-SORE", "R-DELOAD"}
"""Those that keep the levels; the others give advice or ask."""

PAIRS = [pair for pair in combinations(GRAVEST_FIRST, 2) if set(pair) != {"R-WORSE", "R-NOCHANGE"}]
"""What is worse is not "not much changed"; all others can hold at once."""

TODAY = 43
EVENINGS = {
    "R-WORSE": {0: 1, 1: 1, 2: 1, 40: 8, 41: 8, 42: 8},
    "R-NOCHANGE": {0: 4, 1: 4, 2: 4, 40: 4, 41: 4, 42: 4},
}
MORNINGS = {
    "R-WEEK": {21: 2, 22: 2, 23: 2, 28: 2, 29: 3, 30: 3, 35: 3, 36: 3, 37: 3},
    "R-FLARE": {38: 3, 39: 3, 42: 5, 43: 5},
}


@pytest.fixture
def holding(live: Live, at: At) -> Callable[..., Case]:
    """`holding(*rules)`: the case in which these rules hold of day 43, and no other does."""

    def made(*rules: str) -> Case:
        told = [*_rated(at, rules, EVENINGS, 20), *_rated(at, rules, MORNINGS, 7)]
        if "R-SORE" in rules:
            told.append(PainRating(id="ache", at=at(42, 21), score=4, tags=(MUSCLE_ACHE,)))
        easy = range(38, 43) if "R-PRE6" in rules else ()
        steps = (22, 29, 36) if "R-DELOAD" in rules else ()
        return live(
            *(Done(day=n, before=None, worst=None, morning=None, program=EASY_DAY) for n in easy),
            now=(TODAY, 9),
            ratings=tuple(told),
            decisions=tuple(decided(at(n, 7), "R-UP", CLAM, ("none", "yellow")) for n in steps),
        )

    return made


def _rated(at: At, rules: tuple[str, ...], of: dict[str, Any], hour: int) -> list[PainRating]:
    days = {day: score for rule in rules for day, score in of.get(rule, {}).items()}
    return [PainRating(id=f"{n}-{hour}", at=at(n, hour), score=days[n]) for n in days]


@pytest.mark.parametrize("rule", GRAVEST_FIRST)
def test_each_by_itself(holding: Callable[..., Case], rule: str) -> None:
    (found,) = spells(holding(rule))
    assert (found.rule, found.holds) == (rule, rule in HOLDING)


@pytest.mark.parametrize("pair", PAIRS)
def test_of_two_that_hold_the_graver_one_comes_first(
    holding: Callable[..., Case], pair: tuple[str, str]
) -> None:
    case = holding(*pair)
    found = spells(case)
    assert tuple(spell.rule for spell in found) == pair
    held = next((rule for rule in pair if rule in HOLDING), None)
    if held:
        clam = next(told for told in verdicts(case, found) if told.exercise == CLAM)
        assert clam.rule == held
