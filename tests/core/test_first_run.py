"""The way of a new user, step by step, left and resumed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.first_run import FirstRunStep, first_run_step
from hipcoach.core.gate import standing
from hipcoach.core.pain import PainRating
from hipcoach.core.run import Run, Settings
from hipcoach.core.screening import Answer, answered, items_of
from hipcoach.core.session import Session

At = Callable[..., datetime]
Step = Callable[..., FirstRunStep]


@pytest.fixture
def step(catalogue: Catalogue, at: At) -> Step:
    """`step(diary, day)`: the step that comes next at noon of that day."""

    def told(diary: Diary, day: int = 0) -> FirstRunStep:
        now = at(day, 12)
        stands = standing(diary, catalogue.questionnaire, now, catalogue.rules.count)
        return first_run_step(diary, stands, now.date())

    return told


def test_every_step_follows_the_one_before(
    step: Step, at: At, catalogue: Catalogue, make_run: Callable[..., Run]
) -> None:
    diary = Diary()
    assert step(diary) is FirstRunStep.INTRO
    diary = replace(diary, settings=Settings(intro_read_on=at(0, 9).date()))
    assert step(diary) is FirstRunStep.SCREENING
    answers = dict.fromkeys(items_of(catalogue.questionnaire), Answer.NO)
    screening = answered(catalogue.questionnaire, answers, at(0, 9))
    diary = replace(diary, screenings=(screening,))
    assert step(diary) is FirstRunStep.PROGRAM
    diary = replace(diary, runs=(make_run(),))
    assert step(diary) is FirstRunStep.KIT
    diary = replace(diary, settings=replace(diary.settings, bands=()))
    assert step(diary) is FirstRunStep.PAIN
    diary = replace(diary, pain_ratings=(PainRating(at=at(0, 10), score=3),))
    assert step(diary) is FirstRunStep.DONE


def test_a_screening_left_in_the_middle_goes_on_without_the_intro(
    step: Step, at: At, catalogue: Catalogue
) -> None:
    first = next(iter(items_of(catalogue.questionnaire)))
    begun = answered(catalogue.questionnaire, {first: Answer.NO}, at(0, 9))
    assert step(Diary(screenings=(begun,))) is FirstRunStep.SCREENING


def test_a_warning_sign_stops_the_way_also_in_the_middle(
    step: Step, at: At, catalogue: Catalogue
) -> None:
    first = next(iter(items_of(catalogue.questionnaire)))
    sign = answered(catalogue.questionnaire, {first: Answer.UNSURE}, at(0, 9))
    assert step(Diary(screenings=(sign,))) is FirstRunStep.STOP


def test_a_rating_of_an_earlier_day_does_not_answer_pain_now(
    step: Step, at: At, make_diary: Callable[..., Diary]
) -> None:
    earlier = PainRating(at=at(0, 12) - timedelta(days=1), score=3)
    assert step(make_diary(pain_ratings=(earlier,))) is FirstRunStep.PAIN


def test_pain_now_is_asked_on_the_first_day_only(
    step: Step,
    make_diary: Callable[..., Diary],
    make_session: Callable[..., Session],
    make_run: Callable[..., Run],
    at: At,
) -> None:
    assert step(make_diary(), 1) is FirstRunStep.DONE
    assert step(make_diary(make_session(0))) is FirstRunStep.DONE
    second = make_run(started_on=at(5, 9).date())
    assert step(make_diary(runs=(make_run(), second)), 5) is FirstRunStep.DONE


def test_once_begun_neither_a_stop_nor_old_answers_lead_back(
    step: Step, at: At, catalogue: Catalogue, make_diary: Callable[..., Diary]
) -> None:
    answers = dict.fromkeys(items_of(catalogue.questionnaire), Answer.YES)
    sign = answered(catalogue.questionnaire, answers, at(1, 9))
    assert step(make_diary(screenings=(sign,)), 2) is FirstRunStep.DONE
    assert step(make_diary(), 60) is FirstRunStep.DONE
