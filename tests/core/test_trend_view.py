"""The small trend: four weeks of back pain, and its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.pain import PainRating
from hipcoach.core.run import Absence, Flare, Run
from hipcoach.core.text import say
from hipcoach.core.trend_view import Band, Days, TrendCard, trend_card

At = Callable[..., datetime]


@pytest.fixture
def card(catalogue: Catalogue, at: At, make_run: Callable[..., Run]) -> Callable[..., TrendCard]:
    """`card(today, scores by day, flares)`: the card on that day of the run."""

    def made(
        today: int, scores: Iterable[tuple[int, int]], *flares: Flare, with_run: bool = True
    ) -> TrendCard:
        ratings = tuple(PainRating(at=at(day, 9), score=score) for day, score in scores)
        runs = (make_run(),) if with_run else ()
        diary = Diary(runs=runs, pain_ratings=ratings, flares=flares)
        return trend_card(diary, catalogue, at(today, 12).date())

    return made


def test_four_weeks_are_shown_against_the_start(card: Callable[..., TrendCard]) -> None:
    early = [(day, 5) for day in range(6)] + [(6, 7)]
    late = [(day, 3) for day in (20, 21, 22, 25, 26, 27, 39, 40, 41)]
    view = card(41, [*early, *late])
    assert view.days == Days(first=date(2026, 11, 16), last=date(2026, 12, 13))
    assert [point.day.day for point in view.points] == [22, 23, 24, 27, 28, 29, 11, 12, 13]
    assert [[mean.day.day for mean in segment] for segment in view.segments] == [
        [24],
        [27, 28, 29],
        [13],
    ]
    assert view.start == pytest.approx(37 / 7)
    assert view.band is not None
    assert (view.band.low, view.band.high) == pytest.approx((3.3, 3.71))
    assert f"{view.value} {say(view.sentence)}" == "3.0 last 7 days, start 5.3"
    assert view.hint is None
    assert say(view.words) == (
        "Back pain, 4 weeks: start 5.3 (n = 7), now 3.0 (n = 3), "
        "change −2.3 (−43\u00a0%): clear change"
    )


def test_the_means_need_the_week_before_the_first_shown_day(
    card: Callable[..., TrendCard],
) -> None:
    view = card(41, [(8, 8), (9, 8), (14, 2)])
    assert view.segments[0][0].mean == pytest.approx(6.0)
    assert [point.day.day for point in view.points] == [16]


def test_what_lies_between_the_start_and_the_shown_weeks_changes_nothing(
    card: Callable[..., TrendCard],
) -> None:
    ends = [(0, 6), (1, 5), (2, 4), (58, 3), (59, 3), (60, 3)]
    assert card(60, [*ends, (10, 9), (20, 9)]) == card(60, ends)


def test_flare_ups_lie_within_the_shown_days_and_are_said(
    card: Callable[..., TrendCard], at: At
) -> None:
    def days(first: int, last: int | None) -> Flare:
        return Flare(from_=at(first, 9).date(), to=None if last is None else at(last, 9).date())

    view = card(41, [], days(2, 5), days(12, 16), days(20, 22), days(40, None))
    assert view.flares == (
        Days(first=date(2026, 11, 16), last=date(2026, 11, 18)),
        Days(first=date(2026, 11, 22), last=date(2026, 11, 24)),
        Days(first=date(2026, 12, 12), last=date(2026, 12, 13)),
    )
    assert ", flare-up 22 Nov to 24 Nov, flare-up 12 Dec to 13 Dec" in say(view.words)


def test_days_away_lie_within_the_shown_days_and_are_said(
    catalogue: Catalogue, make_run: Callable[..., Run], at: At
) -> None:
    away = (
        Absence(from_=at(12, 9).date(), to=at(15, 9).date()),
        Absence(from_=at(40, 9).date()),
        Absence(from_=at(50, 9).date()),
    )
    today = at(41, 9).date()
    view = trend_card(Diary(runs=(make_run(),), absences=away), catalogue, today)
    assert view.absences == (
        Days(first=date(2026, 11, 16), last=date(2026, 11, 17)),
        Days(first=date(2026, 12, 12), last=today),
    )
    assert ", away or ill 16 Nov to 17 Nov, away or ill 12 Dec to 13 Dec" in say(view.words)


@pytest.mark.parametrize(
    ("scores", "sentence", "hint"),
    [
        ([], "Not enough days yet: 0 of 3.", "3 more days and a line appears here"),
        ([(0, 4), (1, 4)], "Not enough days yet: 2 of 3.", "1 more day and a line appears here"),
    ],
)
def test_too_few_days_say_how_many_are_needed(
    card: Callable[..., TrendCard], scores: list[tuple[int, int]], sentence: str, hint: str
) -> None:
    view = card(2, scores)
    assert (view.value, say(view.sentence)) == ("", sentence)
    assert view.hint is not None
    assert say(view.hint) == hint
    assert view.band is None


def test_a_gap_now_leaves_the_earlier_line_without_a_hint(card: Callable[..., TrendCard]) -> None:
    view = card(20, [(1, 4), (2, 4), (3, 4), (20, 2)])
    assert view.segments
    assert (view.value, say(view.sentence)) == ("", "Not enough days yet: 1 of 3.")
    assert view.hint is None


def test_a_start_of_too_few_days_is_a_start_so_far(card: Callable[..., TrendCard]) -> None:
    view = card(9, [(5, 4), (7, 3), (8, 3), (9, 3)])
    assert say(view.sentence) == "last 7 days, start so far 4.0"
    assert (view.start, view.band) == (4.0, None)


def test_a_start_too_low_to_fall_by_two_points_has_no_band(card: Callable[..., TrendCard]) -> None:
    assert card(2, [(0, 2), (1, 2), (2, 2)]).band == Band(low=0.0, high=pytest.approx(1.4))
    assert card(2, [(0, 1), (1, 1), (2, 1)]).band is None
    assert card(2, [(0, 0), (1, 0), (2, 0)]).band is None


def test_a_run_that_has_ended_is_still_compared_with(
    catalogue: Catalogue, make_run: Callable[..., Run], at: At
) -> None:
    ratings = tuple(PainRating(at=at(day, 9), score=5) for day in (0, 1, 2, 18, 19, 20))
    ended = make_run(ended_on=at(15, 9).date())
    view = trend_card(Diary(runs=(ended,), pain_ratings=ratings), catalogue, at(20, 9).date())
    assert f"{view.value} {say(view.sentence)}" == "5.0 last 7 days, start 5.0"
    assert "change 0.0 (0\u00a0%)" in say(view.words)


def test_without_a_run_there_is_nothing_to_compare_with(card: Callable[..., TrendCard]) -> None:
    view = card(2, [(0, 4), (1, 4), (2, 4)], with_run=False)
    assert (view.start, view.band) == (None, None)
    assert f"{view.value} {say(view.sentence)}" == "4.0 last 7 days"
    assert say(view.words) == "Back pain, 4 weeks: now 4.0 (n = 3)"
