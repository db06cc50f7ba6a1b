"""A rating against the calendar and the others of its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from hipcoach.core.diary import Diary
from hipcoach.core.pain import BEFORE_SESSION, PainRating, RatingKind
from hipcoach.core.rating_check import rating_problem
from hipcoach.core.rating_form import RatingField
from hipcoach.core.text import say

NOON = datetime(2026, 11, 2, 12, tzinfo=timezone(timedelta(hours=1)))
NOW, AVERAGE, WORST, LEAST = RatingKind.NOW, RatingKind.AVERAGE, RatingKind.WORST, RatingKind.LEAST


def rated(kind: RatingKind, score: int, **changes: object) -> PainRating:
    return PainRating(**({"at": NOON, "kind": kind, "score": score} | changes))


def found(rating: PainRating, *others: PainRating):
    stored = tuple(replace(r, id=r.id or f"r{number}") for number, r in enumerate(others))
    return rating_problem(rating, Diary(pain_ratings=stored), NOON)


@pytest.mark.parametrize(
    ("kind", "score", "others", "words"),
    [
        (AVERAGE, 2, [(LEAST, 3)], "below the least of that day, which is 3"),
        (AVERAGE, 3, [(LEAST, 3)], None),
        (AVERAGE, 6, [(WORST, 5)], "above the worst of that day, which is 5"),
        (AVERAGE, 5, [(WORST, 5)], None),
        (WORST, 4, [(AVERAGE, 5)], "below the average of that day, which is 5"),
        (WORST, 2, [(LEAST, 3)], "below the least of that day, which is 3"),
        (LEAST, 6, [(AVERAGE, 5)], "above the average of that day, which is 5"),
        (LEAST, 6, [(WORST, 5)], "above the worst of that day, which is 5"),
        (LEAST, 0, [(AVERAGE, 5), (WORST, 7), (NOW, 0)], None),
        (AVERAGE, 6, [(WORST, 5), (WORST, 7)], None),
        (AVERAGE, 3, [(LEAST, 4), (LEAST, 2)], None),
        (AVERAGE, 9, [(NOW, 2), (AVERAGE, 3)], None),
    ],
)
def test_least_average_and_worst_stay_in_order(kind, score, others, words) -> None:
    problem = found(rated(kind, score), *(rated(k, s) for k, s in others))
    if words is None:
        assert problem is None
    else:
        assert problem is not None
        assert (problem.field, problem.question) == (RatingField.SCORE, False)
        assert words in say(problem.text)


def test_pain_now_above_that_days_worst_is_asked_and_not_refused() -> None:
    problem = found(rated(NOW, 7), rated(WORST, 5), rated(WORST, 6))
    assert problem is not None
    assert problem.question
    assert say(problem.text) == "You noted 6 as that day's worst. Is 7 right?"
    assert found(rated(NOW, 6), rated(WORST, 6)) is None


def test_a_worst_below_pain_that_was_noted_is_asked() -> None:
    problem = found(rated(WORST, 4), rated(NOW, 7))
    assert problem is not None
    assert problem.question
    assert say(problem.text) == "You noted 7 on that day. Is 4 its worst?"
    assert found(rated(WORST, 7), rated(NOW, 7)) is None


def test_only_its_own_day_counts_and_not_what_it_replaces() -> None:
    yesterday = rated(WORST, 2, at=NOON - timedelta(days=1))
    assert found(rated(NOW, 7), yesterday) is None
    assert found(rated(AVERAGE, 7, id="a"), rated(WORST, 5, id="a")) is None


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (NOON + timedelta(hours=25), "2026-11-03 is in the future."),
        (NOON.replace(year=1999), "1999-11-02 is before the year 2000."),
    ],
)
def test_a_rating_is_dated_from_2000_to_a_day_ahead(at: datetime, words: str) -> None:
    problem = found(rated(NOW, 3, at=at))
    assert problem is not None
    assert (problem.field, say(problem.text)) == (RatingField.WHEN, words)


def test_a_rating_of_a_session_speaks_of_that_moment() -> None:
    problem = found(rated(WORST, 3, tags=(BEFORE_SESSION,)))
    assert problem is not None
    assert not problem.question
    assert found(rated(NOW, 3, tags=(BEFORE_SESSION,))) is None
    assert found(rated(WORST, 3, tags=("walk",))) is None
