"""What is decided, chosen or begun at one and the same moment, or on a limit's own day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.pain import PainRating
from hipcoach.core.progression.back import step_back
from hipcoach.core.progression.bad_days import easy_days
from hipcoach.core.progression.case import Case
from hipcoach.core.progression.down import ambers, gate, sore
from hipcoach.core.progression.function import functions
from hipcoach.core.progression.interrupted import interrupted
from hipcoach.core.progression.limit import limited
from hipcoach.core.progression.not_yet import not_yet
from hipcoach.core.progression.red import all_fewer, red
from hipcoach.core.progression.spell import Spell, spell_decision
from hipcoach.core.progression.up import step_up
from hipcoach.core.progression.verdict import Move
from hipcoach.core.progression.weeks import rising_mornings, worse
from hipcoach.core.run import RUNG, Change, CheckIn, Flare
from hipcoach.core.session import EASY_DAY
from hipcoach.core.text import message
from tests.core.progression.lives import (
    BRIDGE,
    CLAM,
    HEEL,
    LEFT,
    RIGHT,
    TWO,
    At,
    Done,
    Live,
    decided,
    still,
    up,
)

_ANY = message("")
LOST = ("yellow", "none")


def of_clam(case: Case, rule: Callable[..., Any]) -> Any:
    return rule(case, case.catalogue.exercises[CLAM])


def ups(case: Case) -> list[str]:
    found = [step_up(case, e) or not_yet(case, e) for e in case.exercises]
    return [told.exercise for told in limited(case, found) if told.move is Move.UP]


# Sessions begin at eight


@pytest.mark.parametrize(("hour", "given"), [(7, True), (8, False)])
def test_a_session_counts_towards_the_step_back_from_after_the_step_down(
    live: Live, at: At, hour: int, given: bool
) -> None:
    down = decided(at(2, hour), "R-RED", CLAM, LOST)
    case = live(Done(day=2, rungs={CLAM: "none"}), Done(day=3), decisions=(down,))
    assert (of_clam(case, step_back) is not None) == given


@pytest.mark.parametrize(
    ("chosen", "given"),
    [((1, 11), True), ((1, 12), True), ((1, 13), False), ((4, 7), False), ((4, 8), True)],
)
def test_a_level_chosen_after_the_step_down_and_up_to_now_stays(
    live: Live, at: At, chosen: tuple[int, int], given: bool
) -> None:
    down = decided(at(1, 12), "R-RED", CLAM, LOST)
    own = Change(at=at(*chosen), exercise=CLAM, what=RUNG, value="none")
    done = Done(day=2, rungs={CLAM: "none"}), Done(day=3, rungs={CLAM: "none"})
    case = live(*done, now=(4, 7), decisions=(down,), changes=(own,))
    assert (of_clam(case, step_back) is not None) == given


@pytest.mark.parametrize(("hour", "days"), [(7, 2), (8, 1)])
def test_the_row_begins_after_the_moment_of_the_latest_decision(
    live: Live, at: At, hour: int, days: int
) -> None:
    declined = decided(at(0, hour), "R-UP", CLAM, ("yellow", "red"), accepted=False)
    case = live(*TWO, decisions=(declined,))
    assert (up(case) is not None) == (days == 2)
    assert days == 2 or "on 1 day so far" in still(case)


@pytest.mark.parametrize(("hour", "earned"), [(7, False), (8, True)])
def test_a_level_chosen_right_now_begins_the_row_again(
    live: Live, at: At, hour: int, earned: bool
) -> None:
    own = Change(at=at(2, hour), exercise=CLAM, what=RUNG, value="yellow")
    assert (up(live(*TWO, now=(2, 7), changes=(own,))) is not None) == earned


@pytest.mark.parametrize(("hour", "left"), [(7, 2), (8, 1)])
def test_a_step_counts_for_the_limit_from_the_newest_sessions_moment_on(
    live: Live, at: At, hour: int, left: int
) -> None:
    step = decided(at(1, hour), "R-UP", CLAM, ("none", "yellow"))
    assert len(ups(live(*TWO, decisions=(step,)))) == left


def test_a_set_fewer_is_no_step_and_takes_no_place(live: Live, at: At) -> None:
    fewer = decided(at(2, 6), "R-RED", CLAM, ("yellow", "yellow"))
    assert ups(live(*TWO, now=(2, 7), decisions=(fewer,))) == [HEEL, BRIDGE]


@pytest.mark.parametrize(("hour", "lowers"), [(7, True), (8, False)])
def test_ambers_are_counted_after_the_moment_of_the_latest_step(
    live: Live, at: At, hour: int, lowers: bool
) -> None:
    step = decided(at(0, hour), "R-DOWN", CLAM, ("red", "yellow"))
    case = live(*(Done(day=day, worst=3) for day in range(3)), decisions=(step,))
    assert (of_clam(case, ambers) is not None) == lowers


@pytest.mark.parametrize(("hour", "answered"), [(7, False), (8, True), (9, True)])
def test_a_session_is_answered_by_what_was_decided_from_its_beginning_on(
    live: Live, at: At, hour: int, answered: bool
) -> None:
    down = decided(at(1, hour), "R-DOWN", CLAM, ("red", "yellow"))
    hurt = Done(day=1, before=2, worst=6, hurt={CLAM: 6})
    assert (of_clam(live(hurt, decisions=(down,)), red) is None) == answered
    unnamed = live(replace(hurt, hurt={}), decisions=(down,))
    assert (all_fewer(unnamed) is None) == answered
    chosen = Change(at=at(0, 1), exercise=BRIDGE, what=RUNG, value="up-two-down-one")
    few = Done(day=1, tidy=few_on_one_leg())
    told = decided(at(1, hour), "R-DOWN", BRIDGE, ("knee-bent", "up-two-down-one"), accepted=False)
    case = live(few, decisions=(told,), changes=(chosen,))
    assert (gate(case, case.catalogue.exercises[BRIDGE]) is None) == answered


def few_on_one_leg() -> dict[Any, int]:
    return {(BRIDGE, side, n): 5 for side in (LEFT, RIGHT) for n in (1, 2)}


@pytest.mark.parametrize(("day", "lowers"), [(0, True), (1, False), (2, False)])
def test_an_ache_lowers_what_no_step_lowered_from_its_first_day_on(
    live: Live, at: At, day: int, lowers: bool
) -> None:
    down = decided(at(day, 20), "R-RED", CLAM, ("red", "yellow"))
    case = live(Done(day=0), now=(5, 9), decisions=(down,))
    facts = {"ache": at(1, 0).date().isoformat(), "hours": 80}
    lasting = Spell(rule="R-SORE", title=_ANY, why=_ANY, facts=facts, holds=True)
    found = sore(case, case.catalogue.exercises[CLAM], (lasting,))
    assert (found is not None) == lowers


def test_an_easy_day_that_begins_now_is_one(live: Live, at: At, catalogue: Catalogue) -> None:
    easy = [Done(day=day, before=6, worst=6, program=EASY_DAY) for day in range(5)]
    diary, rule = live(*easy).diary, catalogue.rules.spell
    assert easy_days(diary, at(4, 8), rule)
    assert not easy_days(diary, at(4, 7), rule)


@pytest.mark.parametrize(("day", "comes_between"), [(1, True), (2, True), (3, False)])
def test_a_flare_up_comes_between_from_its_first_day_on(
    live: Live, at: At, day: int, comes_between: bool
) -> None:
    flare = Flare(from_=at(day, 0).date())
    case = live(*TWO, now=(2, 9), tables={"flares": (flare,)})
    assert (interrupted(case, case.sessions[0]) is not None) == comes_between


# Weeks and their first days


def rated(at: At, scores: Mapping[int, int], hour: int) -> dict[str, Any]:
    told = [PainRating(id=f"r{n}", at=at(n, hour), score=score) for n, score in scores.items()]
    return {"ratings": tuple(sorted(told, key=lambda rating: rating.at))}


def test_one_check_in_is_no_change(live: Live, at: At) -> None:
    first = CheckIn(at=at(0, 20), run="run", week=0, items={"activities": 5})
    case = live(now=(21, 9), tables={"check_ins": (first,)})
    assert list(functions(case, case.now.date())) == []


def test_mornings_before_the_run_are_no_week_of_it(live: Live, at: At) -> None:
    mornings = {-7: 2, -6: 2, -5: 2, 0: 2, 1: 3, 2: 3, 7: 3, 8: 3, 9: 3}
    assert rising_mornings(live(now=(14, 9), **rated(at, mornings, 7))) is None


def test_rising_mornings_are_kept_once_from_the_weeks_first_day_on(live: Live, at: At) -> None:
    mornings = {0: 2, 1: 2, 2: 2, 7: 2, 8: 3, 9: 3, 14: 3, 15: 3, 16: 3}
    first = live(now=(21, 9), **rated(at, mornings, 7))
    found = rising_mornings(first)
    assert found is not None
    assert found.kept
    kept = (spell_decision(found, first.now),)
    again = rising_mornings(live(now=(22, 9), decisions=kept, **rated(at, mornings, 7)))
    assert again is not None
    assert not again.kept


def test_a_worsening_has_not_ended_on_the_day_it_was_told(live: Live, at: At) -> None:
    """On day 20 the third week is not over: looked at again, it would not hold on that day."""
    scores = {0: 4, 1: 4, 2: 4} | dict.fromkeys(range(18, 24), 7)
    first = live(now=(22, 21), **rated(at, scores, 20))
    found = worse(first)
    assert found is not None
    told = spell_decision(found, at(20, 21))
    later = worse(live(now=(23, 21), decisions=(told,), **rated(at, scores, 20)))
    assert later is not None
    assert not later.kept
