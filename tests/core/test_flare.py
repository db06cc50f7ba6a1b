"""A flare-up: its days, the usual morning, when the way back is near, and what its end changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.flare import (
    calm_mornings,
    flare_day,
    flare_decisions,
    is_long,
    usual_morning,
)
from hipcoach.core.gate import Asked, standing
from hipcoach.core.levels import levels
from hipcoach.core.mornings import morning_scores
from hipcoach.core.pain import NEXT_MORNING, PainRating, RatingKind
from hipcoach.core.run import RUNG, Change, Flare, Run
from hipcoach.core.screening import Answer, answered, items_of

At = Callable[..., datetime]
Make = Callable[..., Diary]
BEGUN = 10
"""The day of the run on which the flare-up begins."""


@pytest.fixture
def flare(at: At) -> Flare:
    return Flare(id="flare", from_=at(BEGUN, 9).date())


@pytest.fixture
def mornings(at: At, make_diary: Make, flare: Flare) -> Callable[..., Diary]:
    """`mornings({day: score})`: a diary with these mornings."""

    def made(scores: Mapping[int, int], *more: PainRating) -> Diary:
        ratings = [PainRating(at=at(day, 7), score=score) for day, score in scores.items()]
        told = sorted((*ratings, *more), key=lambda rating: rating.at)
        return make_diary(pain_ratings=tuple(told), flares=(flare,))

    return made


def test_days_count_from_one_and_the_eighth_is_long(
    catalogue: Catalogue, at: At, flare: Flare
) -> None:
    rule = catalogue.rules.flare
    assert [flare_day(flare, at(BEGUN + n, 9).date()) for n in (0, 6, 7)] == [1, 7, 8]
    assert [is_long(flare, at(BEGUN + n, 9).date(), rule) for n in (0, 6, 7)] == [
        False,
        False,
        True,
    ]


def test_a_morning_is_its_answer_or_the_first_rating_of_pain_now(at: At, make_diary: Make) -> None:
    ratings = (
        PainRating(at=at(0, 3, 59), score=1),
        PainRating(at=at(0, 4), score=2),
        PainRating(at=at(0, 11), score=9),
        PainRating(at=at(1, 6), score=3),
        PainRating(at=at(1, 8), score=4, tags=(NEXT_MORNING,)),
        PainRating(at=at(2, 12), score=5),
        PainRating(at=at(3, 7), score=6, kind=RatingKind.WORST),
    )
    found = morning_scores(make_diary(pain_ratings=ratings), at(0, 0).date(), at(9, 0).date())
    assert found == {at(0, 0).date(): 2, at(1, 0).date(): 4}


def test_the_usual_is_the_median_of_the_week_before(
    catalogue: Catalogue, at: At, mornings: Callable[..., Diary], flare: Flare, make_run
) -> None:
    rules = catalogue.rules
    given = (flare, make_run(), rules.flare, rules.trend)
    week = {BEGUN - 8: 9, BEGUN - 7: 2, BEGUN - 4: 3, BEGUN - 1: 5, BEGUN: 8}
    assert usual_morning(mornings(week), *given) == 3
    evenings = (PainRating(at=at(0, 20), score=4), PainRating(at=at(1, 20), score=5))
    assert usual_morning(mornings({}, *evenings), *given) == 4.5  # the run's start value
    assert usual_morning(mornings({BEGUN: 8}), *given) is None
    assert usual_morning(mornings({}), flare, None, rules.flare, rules.trend) is None


@pytest.mark.parametrize(
    ("scores", "today", "near"),
    [
        ({1: 4, 2: 4}, 2, True),
        ({1: 4, 2: 5}, 2, False),
        ({1: 5, 2: 4}, 2, False),
        ({1: 4, 2: 4}, 3, True),  # this morning is not rated yet
        ({1: 4, 2: 4, 3: 5}, 3, False),
        ({1: 4, 3: 4}, 3, False),  # not running
        ({0: 3, 1: 3}, 1, False),  # the first morning is none of its own
        ({2: 4}, 2, False),
        ({1: 4, 2: 4}, 5, False),
    ],
)
def test_two_mornings_running_are_near_the_usual(
    catalogue: Catalogue,
    at: At,
    mornings: Callable[..., Diary],
    flare: Flare,
    scores: dict[int, int],
    today: int,
    *,
    near: bool,
) -> None:
    before = {BEGUN - n: 3 for n in range(1, 4)}
    diary = mornings(before | {BEGUN + day: score for day, score in scores.items()})
    found = calm_mornings(diary, catalogue, flare, None, at(BEGUN + today, 9).date())
    assert (found is not None) is near


def test_without_a_usual_morning_no_morning_is_near_it(
    catalogue: Catalogue, at: At, mornings: Callable[..., Diary], flare: Flare
) -> None:
    diary = mornings({BEGUN + 1: 0, BEGUN + 2: 0})
    assert calm_mornings(diary, catalogue, flare, None, at(BEGUN + 2, 9).date()) is None


def test_its_end_is_one_usable_step_down_for_each_exercise(
    catalogue: Catalogue, at: At, make_diary: Make, make_run: Callable[..., Run], flare: Flare
) -> None:
    rungs = {"clamshell-band": "green", "single-leg-bridge": "knee-bent"}
    changes = tuple(
        Change(at=at(0, 6), exercise=name, what=RUNG, value=rung) for name, rung in rungs.items()
    )
    run = make_run(changes=changes)
    diary = make_diary(runs=(run,))
    ended = Flare(from_=flare.from_, to=at(BEGUN + 3, 9).date())
    made = flare_decisions(diary, catalogue, run, ended, at(BEGUN + 4, 9))
    assert [(d.exercise, d.from_, d.to, d.rule, d.accepted) for d in made] == [
        ("clamshell-band", "green", "red", "R-FLARE", True),  # the heel lift is at its lowest
        ("single-leg-bridge", "knee-bent", "up-two-down-one", "R-FLARE", True),
    ]
    assert made[0].text == "One step easier: red band. Why: A flare-up of 4 days."
    after = make_diary(runs=(run,), decisions=made)
    now = levels(after, run, catalogue, at(BEGUN + 4, 9).date())
    assert now["clamshell-band"] == "red"
    assert levels(after, run, catalogue, at(BEGUN + 3, 9).date())["clamshell-band"] == "green"


@pytest.mark.parametrize(
    ("to", "screened", "asked"),
    [
        (13, 12, Asked.SHORT),
        (13, 13, Asked.SHORT),  # on its last day is not after it
        (13, 14, None),
        (None, 12, None),  # it goes on
        (14, 12, None),  # dated to today, as no end is
    ],
)
def test_after_a_flare_up_the_short_screening_is_asked(
    catalogue: Catalogue,
    at: At,
    make_diary: Make,
    to: int | None,
    screened: int,
    asked: Asked | None,
) -> None:
    questionnaire = catalogue.questionnaire
    short = dict.fromkeys(items_of(questionnaire, short=True), Answer.NO)
    last = at(to, 9).date() if to is not None else None
    diary = make_diary(flares=(Flare(from_=at(BEGUN, 9).date(), to=last),))
    again = answered(questionnaire, short, at(screened, 8))
    found = standing(
        make_diary(flares=diary.flares, screenings=(*diary.screenings, again)),
        questionnaire,
        at(14, 9),
        catalogue.rules.count,
    )
    assert found.asked is asked
