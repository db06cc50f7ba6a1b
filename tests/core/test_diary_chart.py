"""The diary's chart: its days, what is shaded and marked, and what is drawn of some days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.diary_chart import (
    DiaryChart,
    Reach,
    ShadeKind,
    diary_chart,
    reach_days,
    visible,
)
from hipcoach.core.pain import PainRating, RatingKind
from hipcoach.core.run import AWAY, ILL, Absence, CheckIn, Flare, Run, Settings
from hipcoach.core.session import Session, SessionState
from hipcoach.core.text import say
from hipcoach.core.trend_view import Days

START = date(2026, 11, 2)
At = Callable[..., datetime]
MakeRun = Callable[..., Run]


def on(day: int) -> date:
    return START + timedelta(days=day)


@pytest.fixture
def ratings(at: At) -> Callable[..., tuple[PainRating, ...]]:
    """`ratings(*days, score=4)`: a rating at nine on each of the days."""

    def made(*days: int, score: int = 4, kind: RatingKind = RatingKind.NOW) -> tuple[object, ...]:
        return tuple(PainRating(at=at(day, 9), score=score, kind=kind) for day in days)

    return made


@pytest.fixture
def chart(catalogue: Catalogue, at: At, make_run: MakeRun) -> Callable[..., DiaryChart]:
    """`chart(day, **tables)`: the chart on that day of the run."""

    def made(day: int, **tables: object) -> DiaryChart:
        diary = Diary(**({"runs": (make_run(),)} | tables))
        return diary_chart(diary, catalogue, at(day, 18))

    return made


Made = Callable[..., DiaryChart]
Ratings = Callable[..., tuple[PainRating, ...]]


# Its days


def test_an_empty_diary_has_two_weeks_up_to_today(chart: Made) -> None:
    empty = chart(0, runs=())
    assert empty.days == Days(first=on(-13), last=on(0))
    assert (empty.points, empty.since, empty.start, empty.now) == ((), None, None, None)
    assert {reach_days(empty, reach).last for reach in Reach} == {on(0)}


def test_the_days_hold_everything_that_was_entered(
    chart: Made, ratings: Ratings, make_session: Callable[..., Session]
) -> None:
    assert chart(41).days == Days(first=on(0), last=on(41))
    assert chart(41, pain_ratings=ratings(-5)).days.first == on(-5)
    assert chart(41, pain_ratings=ratings(-6, kind=RatingKind.WORST)).days.first == on(-6)
    assert chart(41, sessions=(make_session(-7),)).days.first == on(-7)
    gone = make_session(-7, state=SessionState.DISCARDED)
    assert chart(41, sessions=(gone,)).days.first == on(0)
    assert chart(41, flares=(Flare(from_=on(-8), to=on(-8)),)).days.first == on(-8)
    assert chart(41, pain_ratings=ratings(43)).days.last == on(43)


def test_days_away_reach_four_weeks_ahead_at_most(chart: Made) -> None:
    assert chart(41, absences=(Absence(from_=on(40), to=on(50)),)).days.last == on(50)
    assert chart(41, absences=(Absence(from_=on(40), to=on(500)),)).days.last == on(41 + 28)


@pytest.mark.parametrize(
    ("reach", "first", "words"),
    [
        (Reach.TWO_WEEKS, 87, "2 weeks"),
        (Reach.SIX_WEEKS, 59, "6 weeks"),
        (Reach.THREE_MONTHS, 10, "3 months"),
        (Reach.ALL, 0, "All"),
    ],
)
def test_what_is_shown_at_first_ends_today(
    chart: Made, reach: Reach, first: int, words: str
) -> None:
    assert reach_days(chart(100), reach) == Days(first=on(first), last=on(100))
    assert say(reach.words) == words


# What is shaded and marked


def test_flare_ups_and_days_away_are_shaded_as_what_they_are(chart: Made) -> None:
    found = chart(
        41,
        flares=(Flare(from_=on(3), to=on(5)), Flare(from_=on(40))),
        absences=(
            Absence(from_=on(10), to=on(12), reason=AWAY),
            Absence(from_=on(20), to=on(20), reason=ILL),
            Absence(from_=on(300), to=on(310)),
        ),
    )
    told = [(s.kind, say(s.text), s.days.first, s.days.last, s.goes_on) for s in found.shades]
    assert told[:4] == [
        (ShadeKind.AWAY, "Away", on(10), on(12), False),
        (ShadeKind.ILL, "Ill", on(20), on(20), False),
        (ShadeKind.FLARE, "Flare-up", on(3), on(5), False),
        (ShadeKind.FLARE, "Flare-up", on(40), found.days.last, True),
    ]
    assert len(told) == 4


def test_check_ins_are_marked_by_their_weeks(chart: Made, at: At, ratings: Ratings) -> None:
    stored = CheckIn(at=at(1, 9), run="run", week=0, items={"average": 4})
    others = ratings(24, kind=RatingKind.AVERAGE)
    found = chart(44, check_ins=(stored,), pain_ratings=others).check_ins
    assert [(say(mark.text), mark.day, mark.done) for mark in found] == [
        ("Week 0", on(0), True),
        ("Week 3", on(21), True),  # the average of the last 24 hours three days later
        ("Week 6", on(42), False),
    ]


def test_check_ins_to_come_or_after_the_runs_end_are_not_marked(
    chart: Made, make_run: MakeRun
) -> None:
    assert [say(mark.text) for mark in chart(20).check_ins] == ["Week 0"]
    ended = make_run(ended_on=on(20))
    assert [say(mark.text) for mark in chart(60, runs=(ended,)).check_ins] == ["Week 0"]


def test_the_labels_stand_where_their_lines_are(chart: Made, ratings: Ratings) -> None:
    found = chart(41, pain_ratings=(*ratings(0, 1, 2, score=5), *ratings(39, 40, 41, score=3)))
    assert found.since == START
    assert found.start is not None
    assert found.now is not None
    assert (found.start.value, say(found.start.text)) == (5, "start 5.0")
    assert (found.now.value, say(found.now.text)) == (3, "now 3.0")
    assert [edge.value for edge in found.edges] == [3.5, 3.0]


def test_low_focus_closes_the_chart_until_the_next_look(chart: Made) -> None:
    low_focus = Settings(low_focus=True)
    closed = chart(8, settings=low_focus).closed
    assert closed is not None
    assert say(closed) == "Your next look is on Monday 16 November"
    assert chart(14, settings=low_focus).closed is None
    assert chart(8).closed is None


# What is drawn of some days


def test_only_points_of_the_days_are_drawn(chart: Made, ratings: Ratings) -> None:
    found = visible(chart(41, pain_ratings=ratings(*range(42))), Days(first=on(10), last=on(12)))
    assert [point.day for point in found.points] == [on(10), on(11), on(12)]
    assert not found.weekly


def test_the_line_reaches_one_mean_beyond_the_days_and_keeps_its_gaps(
    chart: Made, ratings: Ratings
) -> None:
    rated = ratings(*(day for day in range(42) if day != 11))
    found = visible(chart(41, pain_ratings=rated), Days(first=on(10), last=on(13)))
    assert [[mean.day for mean in line] for line in found.segments] == [
        [on(9), on(10)],
        [on(12), on(13), on(14)],
    ]


def test_more_than_26_weeks_are_drawn_as_weeks(chart: Made, ratings: Ratings) -> None:
    found = chart(200, pain_ratings=ratings(*range(201)))
    half_a_year = Days(first=on(0), last=on(26 * 7 - 1))
    assert not visible(found, half_a_year).weekly
    longer = visible(found, replace(half_a_year, last=on(26 * 7)))
    assert longer.weekly
    assert [point.day for point in longer.points] == [on(7 * week + 3) for week in range(26)]
    assert len(longer.segments) == 1


def test_days_before_everything_draw_nothing(chart: Made, ratings: Ratings) -> None:
    found = visible(chart(41, pain_ratings=ratings(10)), Days(first=on(0), last=on(9)))
    assert (found.points, found.segments) == ((), ())
