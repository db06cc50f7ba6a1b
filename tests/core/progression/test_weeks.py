"""R-WORSE, R-NOCHANGE and R-WEEK: below, at and above each threshold, and what they say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from hipcoach.core.diary import Diary
from hipcoach.core.progression.case import Case
from hipcoach.core.progression.function import functions
from hipcoach.core.progression.spell import Spell, spell_decision
from hipcoach.core.progression.spells import spells
from hipcoach.core.progression.weeks import no_change, rising_mornings, worse
from hipcoach.core.run import CheckIn
from hipcoach.core.text import say

Look = Callable[..., Spell | None]

START = dict.fromkeys(range(3), 4)
"""Three days of the first week, all of them 4."""


@pytest.fixture
def check_in(at) -> Callable[..., CheckIn]:
    """`check_in(week, **items)`: the check-in on its day."""

    def made(week: int, run: str = "run", **items: float) -> CheckIn:
        return CheckIn(at=at(7 * week, 20), run=run, week=week, items=items)

    return made


@pytest.fixture
def case_of_scores(lived, rated, case_at) -> Callable[..., Case]:
    """`case_of_scores({day: score}, day)`: the evening of a day, after one rating a day."""

    def made(scores: Mapping[int, int], day: int, **tables: object) -> Case:
        return case_at(lived(pain_ratings=rated(scores), **tables), day, 21)

    return made


def last_week(day: int, *scores: int) -> dict[int, int]:
    """The start, and these scores on the days up to `day`."""
    return START | {day - back: score for back, score in enumerate(scores)}


# ---------------------------------------------------------------------------- R-WORSE


@pytest.mark.parametrize(
    ("day", "scores", "holds"),
    [
        (20, (6, 6, 6), False),  # before week 3
        (21, (6, 6, 6), True),
        (60, (6, 6, 6), True),
        (21, (6, 6), False),  # two rated days are too few
        (21, (6, 6, 5), False),  # 1.7 above
        (21, (6, 6, 6, 6, 6, 6, 5), False),  # 1.9 above
        (21, (6, 6, 6, 6, 6, 6, 6), True),
        (21, (7, 6, 6), True),
    ],
)
def test_the_average_is_two_above_the_start(case_of_scores, day, scores, holds):
    found = worse(case_of_scores(last_week(day, *scores), day))
    assert (found is not None) == holds
    assert found is None or (found.holds and found.kept and not found.declinable)


def test_a_start_of_two_days_is_none(case_of_scores):
    scores = last_week(21, 9, 9, 9)
    del scores[2]
    assert worse(case_of_scores(scores, 21)) is None


def test_it_says_both_averages_and_that_no_steps_are_offered(case_of_scores, catalogue):
    found = worse(case_of_scores(last_week(21, 7, 6, 6), 21))
    assert say(found.title) == "No steps up for now"
    assert say(found.why) == "Your average was 4.0 at the start and is 6.3 now."
    assert say(found.advice) == catalogue.texts["worse"]
    assert found.facts == {"start": 4.0, "now": 6.3}


@pytest.mark.parametrize(
    ("item", "start", "now", "day", "holds"),
    [
        ("activities", 7.0, 5.1, 21, False),
        ("activities", 7.0, 5.0, 21, True),
        ("activities", 7.0, 5.0, 20, False),
        ("activities", 5.0, 7.0, 21, False),  # better
        ("rmdq", 20, 24, 22, False),
        ("rmdq", 20, 25, 22, True),
        ("rmdq", 10, 12, 22, False),
        ("rmdq", 10, 13, 22, True),  # 30 percent
        ("rmdq", 4, 6, 22, True),
        ("rmdq", 3, 4, 22, False),  # small scores cannot show much change
        ("rmdq", 3, 8, 22, True),
        ("odi", 0, 9, 22, False),  # no percentage of nothing
        ("rmdq", 13, 8, 22, False),
        ("odi", 40, 49, 22, False),
        ("odi", 40, 50, 22, True),
        ("odi", 20, 25, 22, False),
        ("odi", 20, 26, 22, True),
        ("odi", 27, 35, 22, False),  # 29.6 percent
        ("rmdq", 13.5, 17.5, 22, False),
    ],
)
def test_function_is_worse_by_its_threshold(lived, case_at, check_in, item, start, now, day, holds):
    told = (check_in(0, **{item: start}), replace(check_in(2), items={item: now}))
    found = worse(case_at(lived(check_ins=told), day, 21))
    assert (found is not None) == holds


def test_function_says_its_numbers_and_leaves_the_average_alone(lived, case_at, check_in):
    told = (check_in(0, activities=7.5), check_in(2, activities=3), check_in(3, activities=4))
    found = worse(case_at(lived(check_ins=told), 21, 21))
    assert say(found.why) == "My activities: 7.5 at the start, 4 at your last check-in."
    assert say(found.advice) == "HipCoach stops offering steps. Please have it looked at."
    assert found.facts["measure"] == "activities"


def test_only_numbers_of_the_same_run_are_compared(lived, case_at, check_in):
    odd = replace(check_in(0), items={"activities": "seven"})
    for first in (odd, check_in(0), check_in(0, run="before", activities=9)):
        diary = lived(check_ins=(first, check_in(3, activities=2)))
        assert worse(case_at(diary, 21, 21)) is None


def test_every_measure_has_a_name(lived, case_at, check_in, catalogue):
    items = dict.fromkeys(catalogue.rules.function, 5)
    case = case_at(lived(check_ins=(check_in(0, **items), check_in(3, **items))), 21, 21)
    assert [say(found.words) for found in functions(case, case.now.date())] == [
        "My activities",
        "RMDQ total",
        "ODI total",
    ]


def _kept(case: Case, found: Spell) -> Case:
    """The case with the spell in the diary."""
    return replace(case, decided=(*case.decided, spell_decision(found, case.now)))


def test_it_is_kept_once_for_each_time_that_it_begins(case_of_scores):
    high = START | dict.fromkeys(range(18, 30), 7)
    first = case_of_scores(high, 22)
    told = _kept(first, worse(first)).decided
    assert not worse(replace(first, decided=told)).kept
    for day in (23, 29):
        later = replace(case_of_scores(high, day), decided=told)
        assert worse(later).holds
        assert not worse(later).kept
    lapsed = high | dict.fromkeys(range(30, 37), 4) | dict.fromkeys(range(37, 45), 7)
    assert worse(replace(case_of_scores(lapsed, 36), decided=told)) is None
    assert worse(replace(case_of_scores(lapsed, 44), decided=told)).kept


def test_what_has_held_for_two_weeks_is_the_same_one(case_of_scores):
    high = START | dict.fromkeys(range(18, 60), 7)
    first = case_of_scores(high, 22)
    told = _kept(first, worse(first)).decided
    assert not worse(replace(case_of_scores(high, 58), decided=told)).kept


# ---------------------------------------------------------------------------- R-NOCHANGE


@pytest.mark.parametrize(
    ("day", "scores", "holds"),
    [
        (41, (4, 4, 4), False),
        (42, (4, 4, 4), True),
        (42, (4, 4), False),  # too few days
        (42, (3, 3, 3), True),  # 25 percent better
        (42, (3, 3, 2), False),  # 2.7: 33 percent
        (42, (2, 2, 2), False),
        (42, (5, 5, 5), True),  # not better, not yet worse
        (42, (6, 6, 6), False),  # that is R-WORSE
    ],
)
def test_six_weeks_on_the_numbers_have_not_changed_much(case_of_scores, day, scores, holds):
    found = no_change(case_of_scores(last_week(day, *scores), day))
    assert (found is not None) == holds
    assert found is None or (found.kept and not found.holds)


@pytest.mark.parametrize(
    ("start", "now", "holds"), [(8, 7, True), (8, 6, False), (2, 2, True), (1, 1, False)]
)
def test_by_points_percent_and_a_start_that_is_not_too_low(case_of_scores, start, now, holds):
    """Two points at a start of 8 are 25 percent, and that is enough; 1 can hardly get better."""
    scores = dict.fromkeys(range(3), start) | dict.fromkeys(range(40, 43), now)
    assert (no_change(case_of_scores(scores, 42)) is not None) == holds


@pytest.mark.parametrize(("now", "holds"), [(6.9, True), (7.0, False)])
def test_function_that_is_better_is_a_change(case_of_scores, check_in, now, holds):
    told = (check_in(0, activities=5), check_in(6, activities=now))
    case = case_of_scores(last_week(42, 4, 4, 4), 42, check_ins=told)
    assert (no_change(case) is not None) == holds


def test_no_change_is_said_plainly_and_kept_once(case_of_scores, catalogue):
    case = case_of_scores(last_week(42, 4, 4, 3), 42)
    found = no_change(case)
    assert say(found.title) == "Not much has changed"
    assert say(found.why) == "Your average was 4.0 at the start and is 3.7 now."
    assert say(found.advice) == catalogue.texts["no-change"]
    again = no_change(_kept(case, found))
    assert again == replace(found, kept=False)


# ---------------------------------------------------------------------------- R-WEEK


@pytest.fixture
def weeks(lived, rated, case_at) -> Callable[..., Case]:
    """`weeks([(2, 2, 2), ...], day)`: the mornings of the run's weeks, from each first day on."""

    def made(of_weeks: list[tuple[int, ...]], day: int, **tables: object) -> Case:
        mornings = {
            7 * week + place: score
            for week, scores in enumerate(of_weeks)
            for place, score in enumerate(scores)
        }
        return case_at(lived(pain_ratings=rated(mornings, hour=7), **tables), day, 8)

    return made


@pytest.mark.parametrize(
    ("mornings", "day", "holds"),
    [
        ([(2, 2, 2), (2, 3, 3), (3, 3, 3)], 21, True),
        ([(2, 2, 2), (2, 3, 3), (3, 3, 3)], 27, True),
        ([(2, 2, 2), (2, 3, 3), (3, 3, 3)], 20, False),  # the third week is not over
        ([(2, 2, 2), (2, 3, 3), (3, 3, 3)], 28, False),  # the fourth was not rated
        ([(2, 2, 2), (2, 2, 2), (3, 3, 3)], 21, False),
        ([(2, 2, 2), (3, 3, 3), (3, 3, 3)], 21, False),
        ([(3, 3, 3), (3, 3, 3), (2, 2, 2)], 21, False),
        ([(2, 2, 2), (2, 3, 3), (3, 3)], 21, False),  # two mornings are too few
        ([(2, 2), (2, 3, 3), (3, 3, 3)], 21, False),
        ([(9, 9, 9), (2, 2, 2), (2, 3, 3), (3, 3, 3)], 28, True),
        ([(2, 2, 2), (2, 3, 3)], 14, False),
    ],
)
def test_the_mornings_rise_two_weeks_running(weeks, mornings, day, holds):
    found = rising_mornings(weeks(mornings, day))
    assert (found is not None) == holds
    assert found is None or (found.holds and found.kept)


def test_a_rise_that_one_decimal_does_not_show_is_none(weeks):
    level, higher = (2, 2, 2, 2, 3, 3, 3), (2, 3, 2, 3, 2, 2, 3)
    assert rising_mornings(weeks([(2, 2, 2), level, higher], 21)) is None


def test_it_says_the_means_and_names_a_physiotherapist(weeks):
    found = rising_mornings(weeks([(2, 2, 2), (2, 3, 3), (3, 3, 3)], 21))
    assert say(found.title) == "No steps up for now"
    assert say(found.why) == (
        "Your mornings rose 2 weeks running, on average: 2.0, then 2.7, then 3.0."
    )
    assert say(found.advice) == "Please talk to a physiotherapist about it."
    assert found.facts == {"week": 4, "first": 2.0, "last": 3.0}


def test_it_is_kept_once_in_a_week_of_the_run(weeks):
    mornings = [(2, 2, 2), (2, 3, 3), (3, 3, 3), (4, 4, 4)]
    case = weeks(mornings, 23)
    told = _kept(case, rising_mornings(case)).decided
    for day, kept in ((23, False), (27, False), (28, True)):
        found = rising_mornings(replace(weeks(mornings, day), decided=told))
        assert found.holds
        assert found.kept == kept


def test_all_that_holds_comes_gravest_first(weeks, rated):
    mornings = [(2, 2, 2), (3, 3, 3), (7, 7, 7)]
    later = rated({21: 7, 22: 7})
    case = weeks(mornings, 22)
    diary = replace(case.diary, pain_ratings=(*case.diary.pain_ratings, *later))
    found = spells(replace(case, diary=diary))
    assert [spell.rule for spell in found] == ["R-WORSE", "R-WEEK"]


def test_of_an_empty_diary_nothing_holds(lived, case_at):
    for day in (0, 25, 90):
        assert spells(case_at(lived(), day)) == ()
    assert isinstance(lived(), Diary)
