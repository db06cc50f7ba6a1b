"""The same again: what holds all levels, pain (R-AMBER), and a smaller count (R-HOLD)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from hipcoach.core.progression.case import Case
from hipcoach.core.progression.held import fall, held, pain
from hipcoach.core.progression.spell import Spell
from hipcoach.core.progression.verdict import Move, Verdict
from hipcoach.core.run import Absence, Flare
from hipcoach.core.session import EASY_DAY
from hipcoach.core.text import message, say

CLAM, LIFT, BRIDGE = "clamshell-band", "quadruped-hip-extension", "single-leg-bridge"


def same(verdict: Verdict | None) -> tuple[str, str]:
    """The rule and the reason of a verdict that leaves the level."""
    assert verdict is not None
    assert (verdict.move, verdict.from_) == (Move.SAME, verdict.to)
    return verdict.rule, say(verdict.why)


HOLDING = Spell(
    rule="R-WEEK",
    title=message("Levels stay as they are"),
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
    assert why.startswith("Last session: pain ")
    assert why.endswith(". The level stays for now.")


def test_a_green_session_and_none_hold_nothing(lived: Any, felt: Any, case_at: Any) -> None:
    for diary in (lived(), lived(felt(day=0, worst=7), felt(day=1))):
        case = case_at(diary, 2)
        assert pain(case, case.exercises[0]) is None


def fell(case: Case, exercise: str = LIFT) -> Verdict | None:
    return fall(case, next(e for e in case.exercises if e.id == exercise))


@pytest.mark.parametrize(("last", "now", "told"), [(15, 12, True), (15, 13, False), (10, 8, True)])
def test_a_fall_of_a_fifth_of_the_repetitions_is_told_kindly(
    last: int, now: int, told: bool, lived: Any, felt: Any, case_at: Any
) -> None:
    case = case_at(lived(felt(day=0, tidy=last), felt(day=1, tidy=now)), 2)
    if not told:
        assert fell(case) is None
        return
    rule, why = same(fell(case))
    assert rule == "R-HOLD"
    assert why == (
        f"{4 * now} tidy ones after {4 * last} last time, with no more pain. Short sleep or a long "
        "day can do that."
    )


def test_a_single_tidy_one_is_one(lived: Any, felt: Any, case_at: Any) -> None:
    case = case_at(lived(felt(day=0, sets=1), felt(day=1, sets=1, tidy=1)), 2)
    assert same(fell(case, BRIDGE))[1].startswith("1 tidy one after 12 last time")


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ({"tidy": 0}, {"tidy": 0}),
        ({"rungs": {LIFT: "hold-4"}}, {"tidy": 8}),
        ({"sets": 1}, {"tidy": 8}),
        ({"left_out": (LIFT,)}, {"tidy": 8}),
        ({}, {"tidy": 8, "left_out": (LIFT,)}),
        ({"worst": 2}, {"tidy": 8, "worst": 3}),
        ({"before": None}, {"tidy": 8}),
        ({}, {"tidy": 8, "before": None}),
        ({"program": EASY_DAY}, {"tidy": 8}),
    ],
)
def test_sessions_that_do_not_compare_say_nothing(
    before: dict[str, Any], now: dict[str, Any], lived: Any, felt: Any, case_at: Any
) -> None:
    case = case_at(lived(felt(**({"day": 0} | before)), felt(**({"day": 1} | now))), 2)
    assert fell(case) is None


def test_nothing_falls_without_a_session_before(lived: Any, felt: Any, case_at: Any) -> None:
    assert fell(case_at(lived(), 2)) is None
    assert fell(case_at(lived(felt(day=0, tidy=3)), 2)) is None


def test_the_session_before_is_the_latest_on_its_rung(lived: Any, felt: Any, case_at: Any) -> None:
    between = felt(day=1, rungs={LIFT: "hold-4"}, tidy=1)
    case = case_at(lived(felt(day=0, tidy=12), between, felt(day=2, tidy=8)), 3)
    assert same(fell(case))[1].startswith("32 tidy ones after 48 last time")
