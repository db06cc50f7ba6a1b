"""Today: what the page says at a moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.pain import PainRating, RatingKind
from hipcoach.core.run import Settings
from hipcoach.core.sample import sample_diary
from hipcoach.core.session import Session, SessionState, Slot
from hipcoach.core.text import say
from hipcoach.core.today_view import today_view


@pytest.mark.parametrize(
    ("hour", "greeting"),
    [(6, "Good morning"), (12, "Good afternoon"), (17, "Good afternoon"), (18, "Good evening")],
)
def test_the_greeting_goes_with_the_hour(
    catalogue: Catalogue,
    at: Callable[..., datetime],
    make_diary: Callable[..., Diary],
    hour: int,
    greeting: str,
) -> None:
    assert say(today_view(make_diary(), catalogue, at(0, hour)).greeting) == greeting


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (0, "Monday 2 November, week 1 of 6"),
        (38, "Thursday 10 December, week 6 of 6"),
        (42, "Monday 14 December, week 7"),
    ],
)
def test_the_date_names_the_week_until_the_weeks_are_over(
    catalogue: Catalogue,
    at: Callable[..., datetime],
    make_diary: Callable[..., Diary],
    day: int,
    words: str,
) -> None:
    assert say(today_view(make_diary(), catalogue, at(day, 9)).date) == words


def test_without_a_program_there_is_the_day_and_the_pain(
    catalogue: Catalogue, at: Callable[..., datetime], make_diary: Callable[..., Diary]
) -> None:
    view = today_view(make_diary(runs=()), catalogue, at(0, 9))
    assert say(view.date) == "Monday 2 November"
    assert view.week is None
    assert view.check_in is None
    assert say(view.pain.question) == "How strong is your back pain right now?"


def test_pain_now_is_the_rating_of_the_last_two_hours(
    catalogue: Catalogue, at: Callable[..., datetime], make_diary: Callable[..., Diary]
) -> None:
    ratings = (
        PainRating(id="old", at=at(0, 15), score=7),
        PainRating(id="now", at=at(0, 18, 12), score=3),
        PainRating(id="worst", at=at(0, 18, 20), score=8, kind=RatingKind.WORST),
    )
    diary = make_diary(pain_ratings=ratings)
    pain = today_view(diary, catalogue, at(0, 18, 30)).pain
    assert (pain.score, pain.rating) == (3, "now")
    assert pain.saved is not None
    assert say(pain.saved) == "Saved at 18:12"
    later = today_view(diary, catalogue, at(0, 21)).pain
    assert (later.score, later.rating, later.saved) == (None, "", None)


def test_the_morning_question_is_asked_after_a_day_with_a_session(
    catalogue: Catalogue,
    at: Callable[..., datetime],
    make_diary: Callable[..., Diary],
    make_session: Callable[..., Session],
) -> None:
    diary = make_diary(make_session(0))
    asked = today_view(diary, catalogue, at(1, 8)).morning
    assert asked is not None
    assert say(asked) == "How strong is your back pain this morning?"
    assert today_view(diary, catalogue, at(1, 13)).morning is None


@pytest.mark.parametrize(
    ("slot", "question"),
    [
        (Slot.MORNING, "How was the session this morning?"),
        (Slot.EVENING, "How was the session this evening?"),
        (Slot.EXTRA, "How was the extra session?"),
    ],
)
def test_a_review_that_was_put_off_waits_behind_a_session_that_was_left(
    catalogue: Catalogue,
    at: Callable[..., datetime],
    make_diary: Callable[..., Diary],
    make_session: Callable[..., Session],
    slot: Slot,
    question: str,
) -> None:
    done = make_session(0, slot)
    waits = today_view(make_diary(done), catalogue, at(0, 20)).review
    assert waits is not None
    assert say(waits) == question
    left = make_session(0, Slot.EVENING, id="left", state=SessionState.RUNNING)
    assert today_view(make_diary(done, left), catalogue, at(0, 20)).review is None
    assert today_view(make_diary(), catalogue, at(0, 20)).review is None


def test_a_made_up_diary_is_marked(
    catalogue: Catalogue, at: Callable[..., datetime], make_diary: Callable[..., Diary]
) -> None:
    sample = today_view(make_diary(settings=Settings(sample=True)), catalogue, at(0, 9)).sample
    assert sample is not None
    assert "made up" in say(sample)
    assert today_view(make_diary(), catalogue, at(0, 9)).sample is None


def test_the_sample_has_every_card(catalogue: Catalogue) -> None:
    zone = timezone(timedelta(hours=1))
    diary = sample_diary(weeks=5, seed=1, until=date(2026, 12, 9), catalogue=catalogue, offset=zone)
    view = today_view(diary, catalogue, datetime(2026, 12, 10, 9, tzinfo=zone))
    assert view.hero.can_start
    assert view.morning is not None
    assert view.week is not None
    assert len(view.week.days) == 7
    assert view.check_in is not None
    assert view.trend.segments
    assert view == today_view(replace(diary), catalogue, datetime(2026, 12, 10, 9, tzinfo=zone))
