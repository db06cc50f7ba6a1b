"""R-SORE, the question of R-FLARE, and easy days one after the other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from hipcoach.core.pain import MUSCLE_ACHE, PainRating
from hipcoach.core.progression.bad_days import ache_now, easy_days, flare_question, sore
from hipcoach.core.progression.case import Case
from hipcoach.core.progression.spell import Spell, spell_decision
from hipcoach.core.progression.spells import spells
from hipcoach.core.run import ILL, Absence, Decision, Flare
from hipcoach.core.session import EASY_DAY, SessionState
from hipcoach.core.text import say

# ---------------------------------------------------------------------------- R-SORE

FIRST = 10
"""The day on which the ache is first told, at 8 o'clock."""


@pytest.fixture
def ached(lived, case_at, at) -> Callable[..., Case]:
    """`ached(hours, now)`: ache told so many hours after the first, and the case at `now`."""

    def made(*hours: float, now: float, tags: tuple[str, ...] = (MUSCLE_ACHE,)) -> Case:
        begin = at(FIRST, 8)
        told = tuple(
            PainRating(id=f"a{n}", at=begin + timedelta(hours=n), score=2, tags=tags)
            for n in (0, *hours)
        )
        moment = begin + timedelta(hours=now)
        day = (moment.date() - at(0, 0).date()).days
        return case_at(lived(pain_ratings=told), day, moment.hour)

    return made


@pytest.mark.parametrize(
    ("hours", "now", "holds"),
    [
        ((), 0, True),
        ((), 36, True),
        ((), 37, False),
        ((36,), 72, True),
        ((36,), 73, False),
        ((), -1, False),  # told at a later time than now
    ],
)
def test_muscle_ache_keeps_the_levels_until_it_is_gone(ached, hours, now, holds):
    found = sore(ached(*hours, now=now))
    assert (found is not None) == holds
    assert found is None or (found.holds and not found.kept)


@pytest.mark.parametrize(("hours", "long"), [(71, False), (72, False), (73, True)])
def test_longer_than_72_hours_is_said_so(ached, hours, long):
    found = sore(ached(24, 48, hours, now=hours))
    usual = "Muscle ache for a day or two after new exercise is usual. Same level until it is gone."
    lasting = "Your muscles have ached for more than 3 days."
    assert say(found.why) == (lasting if long else usual)
    assert found.facts == {"ache": "2026-11-12", "hours": hours}


def test_minutes_over_72_hours_are_longer(ached, catalogue):
    found = sore(ached(24, 48, 72.1, now=73))
    assert found.facts["hours"] > catalogue.rules.spell.ache_hours
    assert say(found.why).startswith("Your muscles have ached")


def test_after_a_day_and_a_half_without_it_an_ache_is_another_one(ached, catalogue, at):
    rule = catalogue.rules.spell
    for gap, first in ((36, at(FIRST, 8)), (36.1, at(FIRST, 8) + timedelta(hours=36.1))):
        case = ached(gap, gap + 20, now=60)
        assert ache_now(case.diary, case.now, rule).first == first


def test_other_ratings_tell_of_no_ache(ached, rated):
    assert sore(ached(24, now=30, tags=("car",))) is None


# ---------------------------------------------------------------------------- R-FLARE


@pytest.fixture
def woke(lived, rated, case_at) -> Callable[..., Case]:
    """`woke({day: score}, day)`: mornings, and the case on a day."""

    def made(scores: dict[int, int], day: int, hour: int = 9, **tables: object) -> Case:
        return case_at(lived(pain_ratings=rated(scores, hour=7), **tables), day, hour)

    return made


CALM = dict.fromkeys(range(3, 10), 2)
"""A week of mornings, all of them 2; days 10 and 11 follow."""


@pytest.mark.parametrize(
    ("mornings", "day", "asks"),
    [
        ({10: 4, 11: 4}, 11, True),
        ({10: 4, 11: 4}, 12, True),  # today's is not told yet
        ({10: 4, 11: 4}, 13, False),
        ({10: 4, 11: 3}, 11, False),
        ({10: 3, 11: 4}, 11, False),
        ({10: 4}, 11, False),
        ({9: 4, 11: 4}, 11, False),  # not running
        ({10: 7, 11: 8}, 11, True),
        ({10: 4, 11: 4, 12: 2}, 12, False),
    ],
)
def test_two_mornings_running_two_above_the_usual(woke, mornings, day, asks):
    case = woke((CALM | mornings) if 9 not in mornings else mornings | CALM, day)
    found = flare_question(case)
    assert (found is not None) == asks
    assert found is None or (found.declinable and not found.kept and not found.holds)


def test_it_says_the_mornings_and_asks(woke):
    found = flare_question(woke({7: 2, 9: 3, 10: 5, 11: 6}, 11))
    assert say(found.why) == "Your last 2 mornings were 5, then 6; your usual is 2.5."
    assert say(found.advice) == "That is 2 or more above your usual. Is this a flare-up?"
    assert say(found.title) == "A question about your mornings"
    assert found.facts == {"morning": "2026-11-13", "usual": 2.5}


def test_without_mornings_the_start_so_far_is_the_usual(lived, rated, case_at):
    for start, asks in ((3, True), (4, False)):
        told = (*rated(dict.fromkeys(range(3), start)), *rated({20: 5, 21: 5}, hour=7))
        case = case_at(lived(pain_ratings=told), 21, 9)
        assert (flare_question(case) is not None) == asks
    alone = case_at(lived(pain_ratings=rated({0: 5, 1: 5}, hour=7)), 1, 9)
    assert flare_question(alone) is None


def _no(found: Spell, case: Case) -> Decision:
    return spell_decision(found, case.now, accepted=False)


def test_no_is_asked_no_more_of_these_mornings(woke):
    high = CALM | {10: 5, 11: 5}
    case = woke(high, 11)
    no = _no(flare_question(case), case)
    assert (no.rule, no.exercise, no.accepted) == ("R-FLARE", "", False)
    for day, more in ((11, {}), (12, {}), (12, {12: 6})):
        assert flare_question(woke(high | more, day, decisions=(no,))) is None
    later = woke(high | {12: 6, 13: 6}, 13, decisions=(no,))
    assert flare_question(later) is not None


def test_the_way_back_of_a_flare_up_is_no_answer(woke, at):
    step = Decision(
        at=at(11, 8),
        rule="R-FLARE",
        exercise="clamshell-band",
        from_="red",
        to="yellow",
        text="",
        accepted=True,
    )
    assert flare_question(woke(CALM | {10: 5, 11: 5}, 11, decisions=(step,))) is not None


def test_nothing_is_asked_in_a_flare_up_of_its_mornings_or_in_an_illness(woke, at):
    high = CALM | {10: 5, 11: 5}

    def day(number: int):
        return at(number, 0).date()

    for tables in (
        {"flares": (Flare(from_=day(11)),)},
        {"flares": (Flare(from_=day(8), to=day(10)),)},
        {"absences": (Absence(from_=day(11), reason=ILL),)},
    ):
        assert flare_question(woke(high, 11, **tables)) is None
    assert flare_question(woke(high, 11, flares=(Flare(from_=day(8), to=day(9)),))) is not None


# ---------------------------------------------------------------------------- easy days


@pytest.fixture
def easy(felt) -> Callable[..., list]:
    """`easy(day, ...)`: easy days."""
    return lambda *days: [felt(day=day, before=6, program=EASY_DAY) for day in days]


def test_five_days_with_a_session_that_were_easy_days(lived, felt, easy, at, catalogue):
    rule = catalogue.rules.spell
    for sessions, holds in (
        (easy(0, 1, 2, 3), False),
        (easy(0, 1, 2, 3, 4), True),
        (easy(0, 2, 4, 5, 9), True),
        ([felt(day=0), *easy(1, 2, 3, 4, 5)], True),
        ([*easy(0, 1), felt(day=2), *easy(3, 4, 5)], False),
        ([*easy(0, 1, 2, 3, 4), felt(day=5)], False),
        ([*easy(0, 1, 2, 3), felt(day=3, slot="evening"), *easy(4)], True),
    ):
        assert easy_days(lived(*sessions), at(9, 20), rule) == holds


def test_days_of_a_flare_up_are_passed_over(lived, easy, at, catalogue):
    flare = (Flare(from_=at(3, 0).date(), to=at(4, 0).date()),)
    rule = catalogue.rules.spell
    assert not easy_days(lived(*easy(0, 1, 2, 3, 4), flares=flare), at(4, 20), rule)
    assert easy_days(lived(*easy(0, 1, 2, 3, 4, 5, 6), flares=flare), at(6, 20), rule)


def test_what_was_dropped_or_is_still_to_come_is_no_easy_day(lived, felt, easy, at, catalogue):
    rule = catalogue.rules.spell
    dropped = felt(day=4, program=EASY_DAY, state=SessionState.DISCARDED)
    assert not easy_days(lived(*easy(0, 1, 2, 3), dropped), at(4, 20), rule)
    assert not easy_days(lived(*easy(0, 1, 2, 3, 4)), at(3, 20), rule)


def test_a_professional_is_named(lived, easy, case_at, catalogue):
    found = spells(case_at(lived(*easy(0, 1, 2, 3, 4)), 4, 20))
    told = next(spell for spell in found if spell.rule == "R-PRE6")
    assert say(told.why) == "Your last 5 days with a session were easy days."
    assert say(told.advice) == catalogue.texts["easy-day-five"]
    assert not told.kept
