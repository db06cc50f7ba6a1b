"""The last 24 hours at the check-ins, and the morning after a session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from hipcoach.core.diary import Diary
from hipcoach.core.pain import NEXT_MORNING, PainRating, Place, RatingKind
from hipcoach.core.run import CheckIn, Run
from hipcoach.core.session import Session
from hipcoach.report.page import ReportContent, Table

Made = Callable[..., ReportContent]
Rating = Callable[..., PainRating]


def last_day(content: ReportContent) -> Table:
    """The table of the last 24 hours."""
    assert content.last_day is not None
    return content.last_day


def mornings(content: ReportContent) -> Table:
    """The table of the mornings."""
    assert content.mornings is not None
    return content.mornings


def test_ratings_at_weeks_0_3_and_6(diary: Diary, content_of: Made) -> None:
    table = last_day(content_of(diary))
    assert table.header == ("", "wk 0", "wk 3", "wk 6")
    assert table.rows == (
        ("Average", "5", "5", "3"),
        ("Worst", "7", "7", "5"),
        ("Least", "3", "3", "1"),
    )


def test_the_check_in_itself_comes_first(
    diary: Diary, at: Callable[..., datetime], content_of: Made
) -> None:
    told = CheckIn(at=at(date(2026, 11, 23)), run="run", week=3, items={"average": 6, "worst": 9})
    table = last_day(content_of(replace(diary, check_ins=(told,))))
    assert [row[2] for row in table.rows] == ["6", "9", "3"]


def test_an_answer_that_was_not_given_is_a_dash(run: Run, rating: Rating, content_of: Made) -> None:
    worst = rating(run.started_on, 7, kind=RatingKind.WORST)
    table = last_day(content_of(Diary(runs=(run,), pain_ratings=(worst,))))
    assert table.rows == (("Average", "–"), ("Worst", "7"), ("Least", "–"))


@pytest.mark.parametrize(("days", "head"), [(3, "wk 3"), (4, "27 Nov")])
def test_a_rating_counts_for_a_check_in_up_to_3_days_away(
    run: Run, rating: Rating, content_of: Made, days: int, head: str
) -> None:
    worst = rating(date(2026, 11, 23) + timedelta(days=days), 7, kind=RatingKind.WORST)
    table = last_day(content_of(Diary(runs=(run,), pain_ratings=(worst,))))
    assert table.header == ("", head)


def test_the_latest_ratings_after_the_last_check_in_have_their_day(
    diary: Diary, rating: Rating, content_of: Made
) -> None:
    early = tuple(r for r in diary.pain_ratings if r.id not in {"r-6-average", "r-6-worst"})
    more = rating(date(2026, 12, 10), 2, kind=RatingKind.AVERAGE)
    kept = tuple(r for r in early if r.id != "r-6-least")
    table = last_day(content_of(replace(diary, pain_ratings=(*kept, more))))
    assert table.header == ("", "wk 0", "wk 3", "10 Dec")
    assert table.rows[0][-1] == "2"


def test_mornings_are_compared_with_the_mornings_before(diary: Diary, content_of: Made) -> None:
    table = mornings(content_of(diary))
    # 34 mornings follow a day with a session; 28 Nov has no entry, 19 Nov is 2 above its base.
    assert table.rows == (
        ("as usual or up to +1", "32 of 33"),
        ("+2", "1 of 33"),
        ("+3 or more", "0 of 33"),
    )
    assert table.note.startswith(
        "Base: median of the mornings of the 7 days before. 1 morning without an entry."
    )


def test_mornings_within_a_flare_up_are_counted_apart(
    diary: Diary, session: Callable[..., Session], content_of: Made
) -> None:
    days = [date(2026, 11, 19), date(2026, 11, 20)]
    done = [session(day, rungs={"clamshell-band": "yellow"}) for day in days]
    table = mornings(content_of(replace(diary, sessions=(*diary.sessions, *done))))
    # 20 and 21 Nov are within; the first morning, 19 Nov, still counts as 2 above its base.
    assert table.rows == (
        ("as usual or up to +1", "32 of 35"),
        ("+2", "1 of 35"),
        ("+3 or more", "0 of 35"),
        ("in a flare-up", "2 of 35"),
    )


def test_no_morning_is_missing_after_a_session_without_the_app(
    diary: Diary, session: Callable[..., Session], content_of: Made
) -> None:
    alone = session(date(2026, 11, 19), rungs={"clamshell-band": "yellow"})
    done = (*diary.sessions, replace(alone, without_app=True))
    assert mornings(content_of(replace(diary, sessions=done))) == mornings(content_of(diary))


@pytest.mark.parametrize(("score", "row"), [(3, 0), (4, 0), (5, 1), (6, 2), (10, 2), (0, 0)])
def test_the_first_morning_is_compared_with_day_0(
    run: Run,
    rating: Rating,
    session: Callable[..., Session],
    content_of: Made,
    score: int,
    row: int,
) -> None:
    before = tuple(
        rating(run.started_on + timedelta(days=day), 3, id=f"d{day}") for day in range(7)
    )
    morning = rating(date(2026, 11, 20), score, tags=(NEXT_MORNING,))
    done = session(date(2026, 11, 19), rungs={"clamshell-band": "yellow"}, next_morning=morning.id)
    diary = Diary(runs=(run,), pain_ratings=(*before, morning), sessions=(done,))
    counts = [int(str(words).split()[0]) for _, words in mornings(content_of(diary)).rows]
    assert counts == [int(place == row) for place in range(3)]


def test_where_it_hurts(diary: Diary, content_of: Made) -> None:
    assert mornings(content_of(diary)).note.endswith(
        "Where: low back middle and left buttock. Nothing below the knee."
    )


def test_below_the_knee_is_told(rating: Rating, content_of: Made) -> None:
    below = rating(date(2026, 12, 15), 4, places=(Place.BELOW_KNEE_LEFT, Place.THIGH_LEFT))
    table = mornings(content_of(Diary(pain_ratings=(below,))))
    assert table.heading == "Where it hurts"
    assert table.rows == ()
    assert table.note.endswith("Below the knee on 1 day.")


def test_where_nothing_was_ticked_nothing_is_said(rating: Rating, content_of: Made) -> None:
    assert content_of(Diary(pain_ratings=(rating(date(2026, 12, 15), 4),))).mornings is None
