"""R-DOWN, R-GATE and R-SORE: the way down without a red session."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.exercise import Side
from hipcoach.core.progression.case import Case
from hipcoach.core.progression.down import ambers, gate, sore
from hipcoach.core.progression.spell import Spell
from hipcoach.core.progression.verdict import Move, Verdict, decision_of
from hipcoach.core.run import Change, Decision
from hipcoach.core.session import EASIER_TODAY, EASY_DAY, SessionState, Slot
from hipcoach.core.text import message, say

CLAM, LIFT, BRIDGE = "clamshell-band", "quadruped-hip-extension", "single-leg-bridge"
AMBER = {"worst": 3}


def lowered(case: Case) -> dict[str, Verdict]:
    """What three ambers in a row lower, by exercise."""
    found = [ambers(case, exercise) for exercise in case.exercises]
    return {verdict.exercise: verdict for verdict in found if verdict}


def step(at: Any, exercise: str, from_: str, to: str) -> Decision:
    """What a red session led to."""
    return Decision(
        at=at,
        rule="R-RED",
        exercise=exercise,
        from_=from_,
        to=to,
        facts={"sessions": 1},
        text="",
        accepted=True,
    )


def on_rungs(make_run: Any, at: Any, **rungs: str) -> dict[str, Any]:
    """The run with its exercises on these rungs from the first day on, as a table."""
    names = {"lift": LIFT, "bridge": BRIDGE, "clam": CLAM}
    changes = [
        Change(at=at(0, 1), exercise=names[name], what="rung", value=rung)
        for name, rung in rungs.items()
    ]
    return {"runs": (make_run(changes=tuple(changes)),)}


@pytest.mark.parametrize(("sessions", "down"), [(2, set()), (3, {CLAM}), (4, {CLAM})])
def test_three_ambers_in_a_row_lower_what_has_a_lower_step(
    sessions: int, down: set[str], lived: Any, felt: Any, case_at: Any
) -> None:
    diary = lived(*(felt(day=day, **AMBER) for day in range(sessions)))
    assert set(lowered(case_at(diary, 5))) == down


def test_three_ambers_say_how_strong_the_pain_was(
    lived: Any, felt: Any, case_at: Any, make_run: Any, at: Any
) -> None:
    sessions = felt(day=0, **AMBER), felt(day=1, worst=3), felt(day=2, morning=4)
    told = lowered(case_at(lived(*sessions, **on_rungs(make_run, at, lift="hold-4")), 3))
    assert set(told) == {CLAM, LIFT}
    verdict = told[LIFT]
    assert (verdict.move, verdict.rule, verdict.fewer) == (Move.DOWN, "R-DOWN", False)
    assert (verdict.from_, verdict.to) == ("hold-4", "none")
    assert say(verdict.why) == (
        "3 sessions in a row were not quite calm, with pain up to 4. After two calm sessions the "
        "step is offered back."
    )


def test_of_three_ambers_only_what_hurt_in_any_of_them_goes_down(
    lived: Any, felt: Any, case_at: Any, make_run: Any, at: Any
) -> None:
    sessions = felt(day=0, hurt={LIFT: 3}, **AMBER), felt(day=1, **AMBER), felt(day=2, **AMBER)
    told = lowered(case_at(lived(*sessions, **on_rungs(make_run, at, lift="hold-4")), 3))
    assert set(told) == {LIFT}


def test_a_calm_session_between_ends_the_row(lived: Any, felt: Any, case_at: Any) -> None:
    sessions = [felt(day=day, **AMBER) for day in (0, 1, 3)]
    diary = lived(*sessions[:2], felt(day=2), sessions[2])
    assert lowered(case_at(diary, 5)) == {}


def test_a_red_session_that_only_took_a_set_is_no_better_than_an_amber_one(
    lived: Any, felt: Any, case_at: Any, at: Any
) -> None:
    """Else who feels worse would keep the level longer."""
    red, amber = felt(day=1, worst=7), felt(day=2, **AMBER)
    fewer = step(at(1, 9), "", "", "")
    diary = lived(felt(day=0, **AMBER), red, amber, decisions=(fewer,))
    told = lowered(case_at(diary, 4))
    assert set(told) == {CLAM}
    assert say(told[CLAM].why).startswith(
        "3 sessions in a row were not quite calm, with pain up to 7."
    )


def test_a_red_session_itself_lowers_only_what_hurt_in_it(
    lived: Any, felt: Any, case_at: Any, at: Any
) -> None:
    ambers = felt(day=0, **AMBER), felt(day=1, **AMBER)
    assert lowered(case_at(lived(*ambers, felt(day=2, worst=7)), 4)) == {}
    stepped = step(at(2, 9), CLAM, "yellow", "none")
    diary = lived(*ambers, felt(day=2, worst=7), felt(day=3, **AMBER), decisions=(stepped,))
    assert lowered(case_at(diary, 5)) == {}


def test_easy_days_are_passed_over_and_easier_sessions_are_not(
    lived: Any, felt: Any, case_at: Any
) -> None:
    easy = felt(day=1, before=6, worst=6, program=EASY_DAY)
    easier = felt(day=2, program=EASIER_TODAY, **AMBER)
    diary = lived(felt(day=0, **AMBER), easy, easier, felt(day=3, **AMBER))
    assert set(lowered(case_at(diary, 5))) == {CLAM}
    assert lowered(case_at(lived(felt(day=0, **AMBER), easy, easier), 5)) == {}


@pytest.mark.parametrize("accepted", [True, False])
def test_a_decided_row_is_over_and_a_new_one_begins(
    accepted: bool, lived: Any, felt: Any, case_at: Any, catalogue: Catalogue
) -> None:
    days = [felt(day=day, **AMBER) for day in range(6)]
    case = case_at(lived(*days[:3]), 2, 12)
    kept = tuple(
        decision_of(verdict, catalogue, case.now, accepted=accepted)
        for verdict in lowered(case).values()
    )
    assert lowered(case_at(lived(*days[:5], decisions=kept), 5)) == {}
    again = lowered(case_at(lived(*days, decisions=kept), 6))
    assert set(again) == (set() if accepted else {CLAM})


def gated(case: Case) -> Verdict | None:
    return gate(case, next(e for e in case.exercises if e.id == BRIDGE))


ONE_LEG = {BRIDGE: "up-two-down-one"}


@pytest.mark.parametrize(
    ("left", "right", "best"),
    [
        ((6, 2), (12, 12), None),
        ((5, 4), (12, 12), 5),
        ((12, 12), (1, 0), 1),
        ((6, 6), (6, 6), None),
    ],
)
def test_fewer_than_6_tidy_ones_on_one_leg_lead_back_to_two(
    left: tuple[int, int],
    right: tuple[int, int],
    best: int | None,
    lived: Any,
    felt: Any,
    case_at: Any,
    make_run: Any,
    at: Any,
) -> None:
    tidy = {(BRIDGE, Side.LEFT): left, (BRIDGE, Side.RIGHT): right}
    runs = on_rungs(make_run, at, bridge="up-two-down-one")
    told = gated(case_at(lived(felt(day=0, tidy=tidy, rungs=ONE_LEG), **runs), 0, 9))
    if best is None:
        assert told is None
        return
    assert told is not None
    assert (told.move, told.rule, told.to) == (Move.DOWN, "R-GATE", "two-legs")
    ones = "one" if best == 1 else "ones"
    assert say(told.why) == (
        f"You had {best} tidy {ones} on one side. From 6 on, one leg makes sense, so next "
        "time it is two legs."
    )
    assert told.facts["tidy"] == best


@pytest.mark.parametrize(
    "disturbed",
    [
        {"hurt": {BRIDGE: 2}},
        {"skipped": (BRIDGE,)},
        {"state": SessionState.ENDED_EARLY},
        {"left_out": (BRIDGE,)},
        {"rungs": {BRIDGE: "knee-bent"}},
    ],
)
def test_a_disturbed_bridge_tells_nothing_about_the_gate(
    disturbed: dict[str, Any], lived: Any, felt: Any, case_at: Any, make_run: Any, at: Any
) -> None:
    values = {"tidy": 4, "rungs": ONE_LEG} | disturbed
    runs = on_rungs(make_run, at, bridge="up-two-down-one")
    assert gated(case_at(lived(felt(day=0, **values), **runs), 0, 9)) is None
    calm = lived(felt(day=0, tidy=4, rungs=ONE_LEG), **runs)
    assert gated(case_at(calm, 0, 9)) is not None


def test_the_gate_asks_of_the_exercise_itself_and_once(
    lived: Any, felt: Any, case_at: Any, make_run: Any, at: Any, catalogue: Catalogue
) -> None:
    assert gated(case_at(lived(), 0, 9)) is None
    assert gated(case_at(lived(felt(day=0, tidy=4)), 0, 9)) is None
    runs = on_rungs(make_run, at, bridge="up-two-down-one")
    diary = lived(felt(day=0, tidy=4, rungs=ONE_LEG), **runs)
    case = case_at(diary, 0, 9)
    told = gated(case)
    assert told is not None
    kept = decision_of(told, catalogue, case.now, accepted=False)
    assert gated(case_at(replace(diary, decisions=(kept,)), 0, 10)) is None


def ache(hours: float) -> Spell:
    """Muscle ache from the second day on, as a spell tells it."""
    return Spell(
        rule="R-SORE",
        title=message("No steps up for now"),
        why=message("Muscle ache is usual."),
        facts={"ache": "2026-11-03", "hours": hours},
        holds=True,
    )


def eased(case: Case, *spells: Spell) -> dict[str, Verdict]:
    found = [sore(case, exercise, spells) for exercise in case.exercises]
    return {verdict.exercise: verdict for verdict in found if verdict}


@pytest.mark.parametrize(("hours", "down"), [(71, set()), (72, set()), (73, {CLAM, LIFT})])
def test_ache_beyond_72_hours_lowers_every_exercise(
    hours: float, down: set[str], lived: Any, felt: Any, case_at: Any, make_run: Any, at: Any
) -> None:
    diary = lived(felt(day=0), **on_rungs(make_run, at, lift="hold-4"))
    told = eased(case_at(diary, 4, 9), ache(hours))
    assert set(told) == down
    if down:
        assert (told[LIFT].move, told[LIFT].rule, told[LIFT].to) == (Move.DOWN, "R-SORE", "none")
        assert say(told[LIFT].why) == (
            "Muscle ache since 3 Nov 2026, which is longer than usual. After two calm sessions the "
            "step is offered back."
        )
        assert told[LIFT].facts == {"ache": "2026-11-03"}


def test_one_ache_lowers_an_exercise_once(
    lived: Any, felt: Any, case_at: Any, at: Any, catalogue: Catalogue
) -> None:
    case = case_at(lived(felt(day=0)), 4, 9)
    told = eased(case, ache(80))[CLAM]
    for accepted in (True, False):
        kept = decision_of(told, catalogue, case.now, accepted=accepted)
        assert eased(case_at(lived(felt(day=0), decisions=(kept,)), 5), ache(90)) == {}
    red = decided_on(at(3, 9), "yellow", "none")
    assert eased(case_at(lived(felt(day=0), decisions=(red,)), 4, 9), ache(80)) == {}
    up = decided_on(at(3, 9), "none", "yellow")
    assert set(eased(case_at(lived(felt(day=0), decisions=(up,)), 4, 9), ache(80))) == {CLAM}


def decided_on(at: Any, from_: str, to: str) -> Decision:
    return Decision(at=at, rule="R-RED", exercise=CLAM, from_=from_, to=to, text="", accepted=True)


def test_without_ache_nothing_goes_down(lived: Any, felt: Any, case_at: Any) -> None:
    other = replace(ache(80), rule="R-WEEK")
    assert eased(case_at(lived(felt(day=0)), 4, 9), other) == {}


def test_a_rung_that_the_ladder_lost_is_below_all(
    lived: Any, felt: Any, case_at: Any, at: Any
) -> None:
    """A decision about a rung of an earlier version counts as the way up from it."""
    old = decided_on(at(3, 9), "orange", "yellow")
    case = case_at(lived(felt(day=0, slot=Slot.EVENING), decisions=(old,)), 4, 9)
    assert set(eased(case, ache(80))) == {CLAM}
