"""The same again, before a step up is asked for: what holds all levels, and pain (R-AMBER)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from hipcoach.core.progression.held import held, pain
from hipcoach.core.progression.spell import Spell
from hipcoach.core.run import Absence, Flare
from hipcoach.core.session import EASY_DAY
from hipcoach.core.text import message
from tests.core.progression.lives import same

HOLDING = Spell(
    rule="R-WEEK",
    title=message("No steps up for now"),
    why=message("Your mornings rose."),
    holds=True,
)


def test_a_spell_that_holds_the_levels_says_why(lived: Any, felt: Any, case_at: Any) -> None:
    case = case_at(lived(felt(day=0)), 2)
    clam = case.exercises[0]
    told = replace(HOLDING, rule="R-NOCHANGE", holds=False), HOLDING
    assert same(held(case, clam, told)) == ("R-WEEK", "Your mornings rose.")
    assert held(case, clam, told[:1]) is None


@pytest.mark.parametrize(("last", "holds"), [(1, False), (2, True)])
def test_a_flare_up_and_illness_hold_the_levels(
    last: int, holds: bool, lived: Any, felt: Any, case_at: Any, at: Any
) -> None:
    days = {"from_": at(1, 0).date(), "to": at(last, 0).date()}
    found = []
    for tables in (
        {"flares": (Flare(**days),)},
        {"absences": (Absence(**days, reason="ill"),)},
        {"absences": (Absence(**days, reason="away"),)},
    ):
        case = case_at(lived(felt(day=0), **tables), 2)
        verdict = held(case, case.exercises[0], (HOLDING,))
        found.append(same(verdict))
    spell = ("R-WEEK", "Your mornings rose.")
    flare = ("R-FLARE", "During a flare-up the levels stay as they are.")
    ill = ("R-ILL", "While you are ill the levels stay as they are.")
    assert found == ([flare, ill, spell] if holds else [spell] * 3)


@pytest.mark.parametrize(
    ("session", "rule"),
    [
        ({"worst": 3}, "R-AMBER"),
        ({"morning": 4}, "R-AMBER"),
        ({"worst": 6}, "R-RED"),
        ({"before": 6, "worst": 6, "program": EASY_DAY}, "R-AMBER"),
    ],
)
def test_after_a_session_that_was_not_green_the_level_stays(
    session: dict[str, Any], rule: str, lived: Any, felt: Any, case_at: Any
) -> None:
    case = case_at(lived(felt(day=0), felt(**({"day": 1} | session))), 2)
    told, why = same(pain(case, case.exercises[0]))
    assert told == rule
    assert why.startswith("Your session: pain ")
    assert why.endswith(". The level stays for now.")


def test_a_green_session_and_none_hold_nothing(lived: Any, felt: Any, case_at: Any) -> None:
    for diary in (lived(), lived(felt(day=0, worst=7), felt(day=1))):
        case = case_at(diary, 2)
        assert pain(case, case.exercises[0]) is None
