"""The chart in words: its sentence, its description, and what a point tells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.chart_sessions import sessions_on
from hipcoach.core.chart_words import day_words, description, sentence, week_words
from hipcoach.core.diary import Diary
from hipcoach.core.diary_chart import Reach, diary_chart, reach_days
from hipcoach.core.pain import (
    AFTER_SESSION,
    BEFORE_SESSION,
    NEXT_MORNING,
    NOTE_LIMIT,
    PainRating,
    RatingKind,
)
from hipcoach.core.run import Absence, Flare, Run
from hipcoach.core.session import EASY_DAY, Session, SessionState, Slot
from hipcoach.core.text import say
from hipcoach.core.trend_view import Days

START = date(2026, 11, 2)
At = Callable[..., datetime]
MakeRun = Callable[..., Run]
MakeSession = Callable[..., Session]
EVENING = Slot.EVENING


def on(day: int) -> date:
    return START + timedelta(days=day)


@pytest.fixture
def rated(at: At, make_run: MakeRun) -> Callable[..., Diary]:
    """`rated({day: score}, **tables)`: a rating at nine on each of the days."""

    def made(scores: dict[int, int], **tables: object) -> Diary:
        ratings = tuple(PainRating(at=at(day, 9), score=score) for day, score in scores.items())
        values = {"runs": (make_run(),), "pain_ratings": ratings} | tables
        return Diary(**values)

    return made


Rated = Callable[..., Diary]


@pytest.mark.parametrize(
    ("scores", "day", "told", "verdict"),
    [
        ({}, 3, "No ratings yet.", None),
        (
            {20: 4},
            40,
            "Start: no ratings, now: no ratings. Not enough days yet: 0 of 3 days.",
            None,
        ),
        (
            {0: 5, 1: 6},
            1,
            "Start so far 5.5 (n = 2), now 5.5 (n = 2). Not enough days yet: 2 of 3 days.",
            None,
        ),
        (
            {0: 5, 1: 5, 2: 5},
            5,
            "Start 5.0 (n = 3), now 5.0 (n = 3). Too early to judge a change.",
            None,
        ),
        (
            {0: 6, 1: 6, 2: 6, 18: 4, 19: 4, 20: 4},
            20,
            "Start 6.0 (n = 3), now 4.0 (n = 3). Change −2.0 (−33\u00a0%):",
            "clear change",
        ),
        (
            {0: 1, 1: 1, 2: 1, 18: 0, 19: 0, 20: 0},
            20,
            "Start 1.0 (n = 3), now 0.0 (n = 3). Change −1.0:",
            "within normal day-to-day variation",
        ),
    ],
)
def test_the_sentence_above_the_chart(
    catalogue: Catalogue,
    at: At,
    rated: Rated,
    scores: dict[int, int],
    day: int,
    told: str,
    verdict: str | None,
) -> None:
    said, bold = sentence(diary_chart(rated(scores), catalogue, at(day, 18)))
    assert (say(said), say(bold) if bold else None) == (told, verdict)


@pytest.mark.parametrize(("day", "told"), [(3, "Now 4.0 (n = 1)."), (30, "Now: no ratings.")])
def test_without_a_program_only_now_is_told(
    catalogue: Catalogue, at: At, rated: Rated, day: int, told: str
) -> None:
    said, bold = sentence(diary_chart(rated({0: 4}, runs=()), catalogue, at(day, 18)))
    assert (say(said), bold) == (told, None)


def described(diary: Diary, catalogue: Catalogue, now: datetime, reach: Reach) -> str:
    chart = diary_chart(diary, catalogue, now)
    shown = reach_days(chart, reach)
    return say(description(chart, shown, sessions_on(diary, catalogue, shown, now)))


def test_the_description_tells_what_is_shown(
    catalogue: Catalogue, at: At, rated: Rated, make_session: MakeSession
) -> None:
    scores = dict.fromkeys(range(7), 5) | {day: 3 for day in range(30, 42) if day != 36}
    sessions = (
        make_session(39),
        make_session(39, EVENING, program=EASY_DAY),
        make_session(40, state=SessionState.ENDED_EARLY),
    )
    flares = (Flare(from_=on(10), to=on(12)), Flare(from_=on(29), to=on(30)))
    diary = rated(scores, sessions=sessions, flares=flares, absences=(Absence(from_=on(41)),))
    assert described(diary, catalogue, at(41, 18), Reach.TWO_WEEKS) == (
        "Back pain, 30 Nov 2026 to 13 Dec 2026: start 5.0 (n = 7), now 3.0 (n = 6), "
        "change −2.0 (−40\u00a0%): clear change. "
        "Rated on 11 of 14 days, from 3.0 to 3.0. "
        "7-day mean 3.0 on 4 Dec 2026, 3.0 on 13 Dec 2026. The line has 1 gap. "
        "Flare-up: 1 Dec 2026 to 2 Dec 2026. Away since 13 Dec 2026. "
        "Sessions: 1 done, 1 easy, 1 cut short, 19 missed."
    )


def test_a_long_description_tells_weeks_and_the_latest_flare_ups(
    catalogue: Catalogue, at: At, rated: Rated
) -> None:
    flares = tuple(Flare(from_=on(20 * n), to=on(20 * n)) for n in range(9))
    told = described(
        rated(dict.fromkeys(range(200), 4), flares=flares), catalogue, at(199, 18), Reach.ALL
    )
    assert "29 weeks with ratings, their means from 4.0 to 4.0; each point is a week." in told
    assert "Weekly mean 4.0 on 5 Nov 2026, 4.0 on 20 May 2027." in told
    assert "3 earlier flare-ups or days away. Flare-up: 1 Jan 2027." in told
    assert told.count("Flare-up: ") == 6


def test_an_empty_view_says_so(catalogue: Catalogue, at: At) -> None:
    assert described(Diary(), catalogue, at(0, 18), Reach.SIX_WEEKS) == (
        "Back pain, 22 Sep 2026 to 2 Nov 2026: no ratings yet. No ratings in these days."
    )


def test_means_beyond_the_days_shown_are_not_described(
    catalogue: Catalogue, at: At, rated: Rated
) -> None:
    chart = diary_chart(rated({day: day % 10 for day in range(20)}), catalogue, at(20, 18))
    told = say(description(chart, Days(first=on(5), last=on(8)), ()))
    assert "7-day mean 2.5 on 7 Nov 2026, 5.0 on 10 Nov 2026." in told
    assert "gap" not in told


# A point


@pytest.fixture
def point(catalogue: Catalogue, at: At, make_run: MakeRun) -> Callable[..., list[str]]:
    """`point(day, **tables)`: what the point of that day tells, three weeks into the run."""

    def made(day: int, **tables: object) -> list[str]:
        values = {"runs": (make_run(),)} | tables
        diary = Diary(**values)
        chart = diary_chart(diary, catalogue, at(21, 18))
        return [say(line) for line in day_words(chart, diary, catalogue, on(day))]

    return made


Point = Callable[..., list[str]]


def test_a_point_tells_its_entries(point: Point, at: At, make_session: MakeSession) -> None:
    ratings = (
        *(PainRating(at=at(day, 9), score=5) for day in (15, 16)),
        PainRating(at=at(17, 6, 50), score=3, tags=(NEXT_MORNING,), note="Slept\n well"),
        PainRating(at=at(17, 8), score=4, tags=(BEFORE_SESSION,)),
        PainRating(at=at(17, 8, 20), score=4, tags=(AFTER_SESSION,)),
        PainRating(at=at(17, 21), score=6, kind=RatingKind.WORST),
        PainRating(at=at(17, 21, 5), score=2),
    )
    sessions = (make_session(17), make_session(17, Slot.EXTRA))
    assert point(17, pain_ratings=ratings, sessions=sessions) == [
        "Thursday 19 Nov 2026",
        "Mean 3.3 of 4 ratings, from 2 to 4",
        "06:50, the morning after: 3",
        "08:00, before the session: 4",
        "08:20, after the session: 4",
        "21:00, worst of 24 hours: 6",
        "21:05: 2",
        "7-day mean 4.4",
        "Sessions: morning done, evening missed, extra session done",
        "Note: Slept well",
    ]


def test_a_point_tells_of_flare_up_and_check_in_and_no_number_where_there_is_none(
    point: Point,
) -> None:
    flares = (Flare(from_=on(20), to=on(21)),)
    assert point(21, flares=flares) == ["Monday 23 Nov 2026", "Flare-up, Week 3 check-in"]


def test_one_rating_needs_no_mean(point: Point, at: At) -> None:
    told = point(21, pain_ratings=(PainRating(at=at(21, 7, 35), score=3),))
    assert told[:2] == ["Monday 23 Nov 2026", "07:35: 3"]
    assert not [line for line in told if "ean" in line]


def test_many_ratings_and_long_notes_are_cut(point: Point, at: At) -> None:
    long = PainRating(at=at(21, 7), score=3, note="n" * NOTE_LIMIT)
    told = point(21, pain_ratings=(long, *(replace(long, at=at(21, 8), note="") for _ in range(9))))
    assert "and 2 more" in told
    assert max(map(len, told)) < 180


def test_a_weekly_point_tells_its_week(catalogue: Catalogue, at: At, rated: Rated) -> None:
    chart = diary_chart(rated({0: 2, 1: 4, 8: 5}), catalogue, at(20, 18))
    assert [say(line) for line in week_words(chart, on(3))] == [
        "Week from 2 Nov 2026 to 8 Nov 2026",
        "Mean 3.0 of 2 ratings, from 2 to 4",
    ]
    assert [say(line) for line in week_words(chart, on(10))][1] == "Mean 5.0 of 1 rating"
    assert len(week_words(chart, on(17))) == 1
