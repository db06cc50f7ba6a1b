"""Ratings: durable at once, taken back whole, and the morning's answer where it belongs."""

from __future__ import annotations

import pytest

from hipcoach.core.opening import Kind
from hipcoach.core.pain import NEXT_MORNING
from hipcoach.store.errors import NotSaved


@pytest.fixture
def next_day(settled):
    """The morning after two sessions."""
    for _ in range(2):
        settled.leave(Kind.SESSION)
        settled.sessions.keep_left()
    settled.later(days=1)
    return settled


def test_a_rating_is_on_the_disk_when_it_is_returned(settled) -> None:
    rating = settled.ratings.rate(10)
    assert (rating.score, rating.at) == (10, settled.now)
    settled.crash()
    assert settled.diary.pain_ratings == (rating,)


def test_a_score_pressed_twice_is_one_rating(settled) -> None:
    first = settled.rate(4)
    settled.later(seconds=1)
    assert settled.rate(4) == first
    assert settled.rate(5).score == 5
    settled.later(seconds=2)
    settled.rate(5)
    assert [rating.score for rating in settled.diary.pain_ratings] == [4, 5, 5]


def test_a_score_told_again_after_it_was_taken_back_is_a_new_rating(settled) -> None:
    settled.ratings.undo_rating(settled.rate(4).id)
    settled.rate(4)
    assert [rating.score for rating in settled.diary.pain_ratings] == [4]


@pytest.mark.parametrize("score", [-1, 11, 3.0, True])
def test_what_is_no_score_is_refused(settled, score) -> None:
    with pytest.raises(ValueError, match="whole number from 0 to 10"):
        settled.ratings.rate(score)
    assert settled.diary.pain_ratings == ()


def test_a_rating_taken_back_comes_back_with_its_id(settled) -> None:
    rating = settled.rate(9)
    assert settled.ratings.undo_rating(rating.id) == rating
    assert settled.diary.pain_ratings == ()
    back = settled.store.pain_ratings.restore(rating)
    assert (back.id, back.score, back.at) == (rating.id, 9, rating.at)
    assert settled.diary.pain_ratings == (back,)


def test_a_rating_can_be_taken_back_once(settled) -> None:
    rating = settled.rate(3)
    settled.ratings.undo_rating(rating.id)
    with pytest.raises(KeyError):
        settled.ratings.undo_rating(rating.id)


def test_taking_back_a_low_rating_brings_the_rest_day_back(settled) -> None:
    settled.rate(9)
    settled.later(minutes=5)
    lower = settled.rate(2)
    assert settled.sessions.refusal(Kind.SESSION) is None
    settled.ratings.undo_rating(lower.id)
    assert settled.sessions.refusal(Kind.SESSION) is not None


def test_the_morning_belongs_to_all_sessions_of_the_day_before(next_day) -> None:
    rating = next_day.ratings.answer_morning(2)
    assert rating is not None
    assert rating.tags == (NEXT_MORNING,)
    assert [s.next_morning for s in next_day.diary.sessions] == [rating.id, rating.id]
    assert next_day.desk.due().morning_question == ()


def test_a_skipped_morning_is_not_asked_again_today(next_day) -> None:
    assert next_day.ratings.answer_morning(None) is None
    next_day.crash()
    assert next_day.desk.due().morning_question == ()
    assert next_day.diary.pain_ratings == ()


def test_an_answer_after_the_question_has_closed_is_a_rating_of_now(next_day) -> None:
    next_day.later(hours=5)
    rating = next_day.ratings.answer_morning(4)
    assert rating is not None
    assert rating.tags == ()
    assert [s.next_morning for s in next_day.diary.sessions] == ["", ""]
    assert next_day.ratings.answer_morning(None) is None


def test_a_morning_answer_taken_back_is_asked_again_and_heals_where_restored(next_day) -> None:
    first = next_day.ratings.answer_morning(8)
    next_day.ratings.undo_rating(first.id)
    assert len(next_day.desk.due().morning_question) == 2
    second = next_day.ratings.answer_morning(1)
    assert {s.next_morning for s in next_day.diary.sessions} == {second.id}
    next_day.ratings.undo_rating(second.id)
    next_day.store.pain_ratings.restore(second)
    assert next_day.desk.due().morning_question == ()


def test_taking_back_another_rating_leaves_the_morning_alone(next_day) -> None:
    next_day.ratings.answer_morning(None)
    next_day.ratings.undo_rating(next_day.rate(3).id)
    assert next_day.desk.due().morning_question == ()


def test_a_morning_that_the_disk_refuses_leaves_the_question_open(next_day) -> None:
    next_day.disk.left = 0
    with pytest.raises(NotSaved):
        next_day.ratings.answer_morning(2)
    next_day.crash()
    assert next_day.diary.pain_ratings == ()
    assert len(next_day.desk.due().morning_question) == 2
