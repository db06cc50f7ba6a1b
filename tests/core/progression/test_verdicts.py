"""The precedence of the rules: for every pair that can hold at once the stronger one is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from itertools import combinations
from typing import Any

import pytest

from hipcoach.core.exercise import Side
from hipcoach.core.pain import PainRating
from hipcoach.core.progression.back import step_back
from hipcoach.core.progression.case import Case
from hipcoach.core.progression.down import ambers, gate, sore
from hipcoach.core.progression.held import held, pain
from hipcoach.core.progression.not_yet import fall, not_yet, one_side_short
from hipcoach.core.progression.red import red
from hipcoach.core.progression.spells import spells
from hipcoach.core.progression.up import step_up
from hipcoach.core.progression.verdict import Move, Verdict
from hipcoach.core.progression.verdicts import verdicts
from hipcoach.core.run import Change, Decision
from hipcoach.core.text import say

CLAM, LIFT, BRIDGE = "clamshell-band", "quadruped-hip-extension", "single-leg-bridge"
ONE_LEG = "up-two-down-one"

RULES = (
    "red",
    "ambers",
    "gate",
    "sore",
    "held",
    "amber",
    "back",
    "up",
    "side",
    "fall",
    "plain",
)
"""What may become of the bridge, the strongest first."""

SAID = {
    "red": (Move.DOWN, "R-RED"),
    "ambers": (Move.DOWN, "R-DOWN"),
    "gate": (Move.DOWN, "R-GATE"),
    "sore": (Move.DOWN, "R-SORE"),
    "held": (Move.SAME, "R-DELOAD"),
    "amber": (Move.SAME, "R-AMBER"),
    "back": (Move.UP, "R-DOWN"),
    "up": (Move.UP, "R-UP"),
    "side": (Move.SAME, "R-SIDE"),
    "fall": (Move.SAME, "R-HOLD"),
    "plain": (Move.SAME, "R-UP"),
}

IMPOSSIBLE = {
    *(("red", rule) for rule in ("ambers", "gate", "amber", "back", "up")),
    *(("ambers", rule) for rule in ("back", "up")),
    *(("amber", rule) for rule in ("back", "up")),
    ("gate", "up"),
    ("up", "side"),
    ("sore", "held"),
}
"""Pairs of which one shuts the other out: a session has one colour, a set one count, and where the
bridge hurt, neither its count nor calm is asked; an ache holds the levels by itself."""


def tidy(left: int, right: int) -> dict[tuple[str, Side], tuple[int, int]]:
    """The tidy repetitions of the bridge's sets on each side."""
    return {(BRIDGE, Side.LEFT): (left, left), (BRIDGE, Side.RIGHT): (right, right)}


COUNTS = {
    (): (tidy(12, 12), tidy(12, 12)),
    ("gate",): (tidy(5, 5), tidy(4, 12)),
    ("up",): (tidy(15, 15), tidy(15, 15)),
    ("side",): (tidy(12, 12), tidy(11, 15)),
    ("fall",): (tidy(12, 12), tidy(9, 9)),
    ("gate", "side"): (tidy(12, 12), tidy(4, 15)),
    ("gate", "fall"): (tidy(12, 12), tidy(4, 6)),
    ("side", "fall"): (tidy(15, 15), tidy(8, 15)),
    ("up", "fall"): (tidy(20, 20), tidy(15, 15)),
}
"""The repetitions of the two sessions before, and of the last one, by what holds of them."""

LAST = {
    "amber": {"morning": 4},
    "ambers": {"worst": 3},
    "red": {"morning": 6, "hurt": {BRIDGE: 1}},
}
BEFORE = {"ambers": {"worst": 3}}
"""How these sessions were felt otherwise."""


@pytest.fixture
def bridge(lived: Any, felt: Any, case_at: Any, make_run: Any, at: Any) -> Callable[..., Case]:
    """`bridge(*rules)`: the case in which these rules hold of the bridge, and nothing else does.

    Three sessions on three days; the bridge goes on one leg, the other exercises stay calm.
    """
    chosen = Change(at=at(0, 1), exercise=BRIDGE, what="rung", value=ONE_LEG)
    tables = {
        "back": {"runs": (make_run(),), "decisions": lost(at)},
        "held": {"decisions": (easy_week(at),)},
        "sore": {"pain_ratings": lasting_ache(at(7, 6))},
    }

    def made(*rules: str) -> Case:
        before, last = COUNTS[tuple(r for r in rules if r in {"gate", "up", "side", "fall"})]
        same = {"rungs": {BRIDGE: ONE_LEG}, "tidy": before} | of(BEFORE, rules)
        newest = same | {"tidy": last} | of(LAST, rules)
        days = (felt(day=4, **same), felt(day=5, **same), felt(day=6, **newest))
        told = [tables[rule] for rule in rules if rule in tables]
        table = {"runs": (make_run(changes=(chosen,)),)} | joined(told)
        return case_at(lived(*days, **table), 7, 9)

    return made


def of(scenes: dict[str, dict[str, Any]], rules: tuple[str, ...]) -> dict[str, Any]:
    """What the scenes of these rules ask for together."""
    return {name: value for rule in rules for name, value in scenes.get(rule, {}).items()}


def joined(told: Iterable[dict[str, tuple[Any, ...]]]) -> dict[str, tuple[Any, ...]]:
    """All documents of these tables."""
    found: dict[str, tuple[Any, ...]] = {}
    for table in told:
        found |= {name: (*found.get(name, ()), *documents) for name, documents in table.items()}
    return found


def easy_week(at: Any) -> Decision:
    """An easy week that has begun, which holds all levels."""
    until = {"until": at(13, 0).date().isoformat()}
    return Decision(
        at=at(7, 0),
        rule="R-DELOAD",
        exercise="",
        from_="",
        to="",
        facts=until,
        text="",
        accepted=True,
    )


def lasting_ache(now: datetime) -> tuple[PainRating, ...]:
    """Muscle ache over four days up to now."""
    days = (now - timedelta(days=4 - n) for n in range(5))
    return tuple(PainRating(at=day, score=1, tags=("muscle-ache",)) for day in days)


def lost(at: Any) -> tuple[Decision, ...]:
    """The bridge went up two steps, and down one of them after a red session."""
    return (
        decided(at(0, 1), "two-legs", "knee-bent", "R-UP"),
        decided(at(1, 1), "knee-bent", ONE_LEG, "R-RED"),
    )


def decided(at: Any, from_: str, to: str, rule: str) -> Decision:
    return Decision(at=at, rule=rule, exercise=BRIDGE, from_=from_, to=to, text="", accepted=True)


def by_itself(rule: str, case: Case) -> Verdict | None:
    """What the rule alone makes of the bridge."""
    ladder, found = case.exercises[-1], spells(case)
    alone = {
        "red": lambda: red(case, ladder),
        "ambers": lambda: ambers(case, ladder),
        "gate": lambda: gate(case, ladder),
        "sore": lambda: sore(case, ladder, found),
        "held": lambda: held(case, ladder, found),
        "amber": lambda: pain(case, ladder),
        "back": lambda: step_back(case, ladder),
        "up": lambda: step_up(case, ladder),
        "side": lambda: one_side_short(case, ladder),
        "fall": lambda: fall(case, ladder),
        "plain": lambda: not_yet(case, ladder),
    }
    return alone[rule]()


def of_bridge(case: Case) -> tuple[Move, str]:
    told = next(one for one in verdicts(case, spells(case)) if one.exercise == BRIDGE)
    return told.move, told.rule


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_by_itself(rule: str, bridge: Any) -> None:
    assert of_bridge(bridge(rule)) == SAID[rule]


@pytest.mark.parametrize(
    ("stronger", "weaker"),
    [pair for pair in combinations(RULES, 2) if pair not in IMPOSSIBLE],
)
def test_of_two_that_hold_the_stronger_one_is_said(stronger: str, weaker: str, bridge: Any) -> None:
    case = bridge(stronger, weaker)
    for rule in (stronger, weaker):
        alone = by_itself(rule, case)
        assert alone is not None
        assert (alone.move, alone.rule) == SAID[rule]
    assert of_bridge(case) == SAID[stronger]


def test_there_is_one_verdict_for_each_exercise_in_the_order_of_the_program(bridge: Any) -> None:
    assert [told.exercise for told in verdicts(bridge("plain"), ())] == [CLAM, LIFT, BRIDGE]


def test_a_red_session_in_which_nothing_hurt_is_told_last_and_for_all(
    lived: Any, felt: Any, case_at: Any
) -> None:
    case = case_at(lived(felt(day=0, before=4, worst=7)), 0, 9)
    *each, every = verdicts(case, ())
    assert [told.exercise for told in each] == [CLAM, LIFT, BRIDGE]
    assert {(told.move, told.rule, told.fewer) for told in each} == {(Move.SAME, "R-RED", False)}
    assert (every.exercise, every.rule, every.fewer) == ("", "R-RED", True)


def test_only_what_hurt_goes_down_and_the_rest_stays_with_the_reason(
    lived: Any, felt: Any, case_at: Any
) -> None:
    case = case_at(lived(felt(day=0, worst=7, hurt={CLAM: 7})), 0, 9)
    clam, lift, bridge = verdicts(case, ())
    assert (clam.move, lift.move, bridge.move) == (Move.DOWN, Move.SAME, Move.SAME)
    assert say(lift.why).startswith("Your session: pain 2 before, 7 at its worst")


def test_two_steps_at_a_time_and_a_step_back_is_one_of_them(
    lived: Any, felt: Any, case_at: Any, at: Any
) -> None:
    """The clamshell gets its step back, the heel lift has waited longest, the bridge waits."""
    lost = Decision(
        at=at(2, 1),
        rule="R-RED",
        exercise=CLAM,
        from_="yellow",
        to="none",
        text="",
        accepted=True,
    )
    before = decided(at(3, 1), "two-legs", ONE_LEG, "R-UP")
    rungs = {CLAM: "none", BRIDGE: ONE_LEG}
    days = [felt(day=day, tidy=15, rungs=rungs) for day in (9, 10)]
    case = case_at(lived(*days, decisions=(lost, before)), 11)
    told = verdicts(case, ())
    assert [(one.move, one.rule) for one in told] == [
        (Move.UP, "R-DOWN"),
        (Move.UP, "R-UP"),
        (Move.SAME, "R-LIMIT"),
    ]
