"""The trend: windows, gaps and words, checked against numbers that can be computed by hand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.pain import PainRating, RatingKind
from hipcoach.core.rules import TrendRule
from hipcoach.core.run import Run
from hipcoach.core.trends import (
    DayValue,
    Level,
    Trend,
    Verdict,
    daily_values,
    segments,
    thresholds,
    trailing_means,
    trend,
    trend_run,
    weekly_means,
    weekly_values,
)

START = date(2026, 11, 2)
ZONE = timezone(timedelta(hours=1))


@pytest.fixture
def rule(catalogue: Catalogue) -> TrendRule:
    return catalogue.rules.trend


def rating(day: int, score: int, hour: int = 12, kind: RatingKind = RatingKind.NOW) -> PainRating:
    """A rating so many days after the start."""
    noon = datetime(START.year, START.month, START.day, hour, tzinfo=ZONE)
    return PainRating(at=noon + timedelta(days=day), score=score, kind=kind)


def ratings(scores: Iterable[int | None], first: int = 0) -> list[PainRating]:
    """One rating a day, None for a day without one."""
    days = enumerate(scores, start=first)
    return [rating(day, score) for day, score in days if score is not None]


def on(day: int) -> date:
    return START + timedelta(days=day)


# Daily values


def test_several_ratings_of_a_day_become_one_value_with_its_range() -> None:
    (value,) = daily_values([rating(0, 3, 7), rating(0, 6, 12), rating(0, 4, 21)])
    assert (value.day, value.low, value.high, value.n) == (START, 3, 6, 3)
    assert value.mean == pytest.approx(13 / 3)


def test_only_ratings_of_now_count() -> None:
    others = [rating(0, 9, kind=kind) for kind in RatingKind if kind is not RatingKind.NOW]
    assert daily_values(others) == ()
    (value,) = daily_values([*others, rating(0, 2)])
    assert (value.mean, value.n) == (2, 1)


def test_days_come_in_order_however_they_were_entered() -> None:
    entered = [rating(4, 3), rating(0, 5), rating(2, 4)]
    assert [value.day for value in daily_values(entered)] == [on(0), on(2), on(4)]


def test_the_night_of_the_clock_change_is_one_day() -> None:
    half_past_two = datetime(2026, 10, 25, 2, 30)  # noqa: DTZ001 - comes twice that night
    summer, winter = (timezone(timedelta(hours=hours)) for hours in (2, 1))
    twice = [
        PainRating(at=half_past_two.replace(tzinfo=summer), score=4),
        PainRating(at=half_past_two.replace(tzinfo=winter), score=5),
    ]
    (value,) = daily_values(twice)
    assert (value.day, value.n, value.mean) == (date(2026, 10, 25), 2, 4.5)


def test_a_rating_stays_on_the_day_of_its_own_offset() -> None:
    before = datetime(2026, 11, 3, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
    after = datetime(2026, 11, 4, 6, 0, tzinfo=timezone(timedelta(hours=1)))
    assert after - before < timedelta(hours=1)
    values = daily_values([PainRating(at=before, score=3), PainRating(at=after, score=4)])
    assert [value.day.day for value in values] == [3, 4]


def test_the_leap_day_is_a_day() -> None:
    at = datetime(2028, 2, 28, 12, tzinfo=ZONE)
    three = [PainRating(at=at + timedelta(days=n), score=3) for n in range(3)]
    values = daily_values(three)
    assert [value.day for value in values][1:] == [date(2028, 2, 29), date(2028, 3, 1)]


# The trailing mean


def test_the_mean_begins_with_the_third_rated_day_of_a_window(rule: TrendRule) -> None:
    points = trailing_means(daily_values(ratings([6, None, 5, 4])), rule)
    assert [(point.day, point.mean, point.joined) for point in points] == [(on(3), 5.0, False)]


def test_the_window_is_seven_days(rule: TrendRule) -> None:
    days = daily_values(ratings([10, 1, 1, 1, 1, 1, 1, 1]))
    last = trailing_means(days, rule)[-1]
    assert (last.day, last.mean) == (on(7), 1.0)


def test_a_day_counts_once_however_often_it_was_rated(rule: TrendRule) -> None:
    entered = [rating(0, 2), rating(0, 2, 8), rating(0, 2, 9), rating(1, 5), rating(2, 5)]
    assert trailing_means(daily_values(entered), rule)[-1].mean == 4.0


def test_the_line_is_not_joined_over_a_missing_day(rule: TrendRule) -> None:
    points = trailing_means(daily_values(ratings([4, 4, 4, 4, None, 4, 4])), rule)
    assert [(point.day, point.joined) for point in points] == [
        (on(2), False),
        (on(3), True),
        (on(5), False),
        (on(6), True),
    ]


def test_a_line_is_cut_where_it_may_not_be_joined(rule: TrendRule) -> None:
    points = trailing_means(daily_values(ratings([4, 4, 4, 4, None, 4, 4])), rule)
    assert [[point.day for point in line] for line in segments(points)] == [
        [on(2), on(3)],
        [on(5), on(6)],
    ]


# Weeks


def test_a_week_is_the_mean_of_its_days_and_their_range() -> None:
    days = daily_values([rating(0, 2), rating(0, 4, 18), rating(6, 6), rating(7, 1)])
    first, second = weekly_values(days, START)
    assert first == DayValue(day=on(3), mean=4.5, low=2, high=6, n=3)
    assert (second.day, second.mean) == (on(10), 1)


def test_weeks_before_the_first_day_are_whole_weeks_too() -> None:
    weeks = weekly_values(daily_values([rating(-8, 2), rating(-1, 3), rating(0, 4)]), START)
    assert [week.day for week in weeks] == [on(-11), on(-4), on(3)]


def test_a_week_without_a_rating_breaks_the_weekly_line() -> None:
    weeks = weekly_values(daily_values([rating(day, 4) for day in (0, 7, 21, 28)]), START)
    assert [mean.joined for mean in weekly_means(weeks)] == [False, True, False, True]


# The run that now is compared with


@pytest.mark.parametrize(
    ("day", "expected"),
    [(-1, None), (0, "first"), (25, "first"), (30, "first"), (40, "second"), (70, "second")],
)
def test_the_run_under_way_is_compared_with_or_else_the_last_one(
    day: int, expected: str | None
) -> None:
    def run(name: str, start: int, end: int) -> Run:
        days = {"started_on": on(start), "ended_on": on(end)}
        return Run(id=name, program="hips-three-twice", program_version=1, **days)

    found = trend_run(Diary(runs=(run("first", 0, 25), run("second", 40, 60))), on(day))
    assert (found.id if found else None) == expected


# Start, now and the change


def seen(
    rule: TrendRule, start: Iterable[int | None], now: Iterable[int | None], upto: int = 41
) -> Trend:
    """The trend after six weeks with these scores in the first and in the last seven days."""
    entered = [*ratings(start), *ratings(now, upto - 6)]
    return trend(entered, START, on(upto), rule)


@pytest.mark.parametrize(
    ("start", "now", "change", "percent", "verdict"),
    [
        ([6] * 7, [4] * 7, -2.0, -33, Verdict.CLEAR),
        ([4] * 7, [3] * 7, -1.0, -25, Verdict.WITHIN),
        ([3] * 7, [2] * 7, -1.0, -33, Verdict.POSSIBLE),
        ([8] * 7, [6] * 7, -2.0, -25, Verdict.POSSIBLE),
        ([5, 6, 5, 5, 6, 5, 5], [4, 3, 3, 4, 3, 3, 4], -1.9, -36, Verdict.POSSIBLE),  # 5.3, 3.4
        ([5] * 7, [5] * 7, 0.0, 0, Verdict.WITHIN),
        ([5] * 7, [6] * 7, 1.0, 20, Verdict.WITHIN),
        ([4] * 7, [7] * 7, 3.0, 75, Verdict.HIGHER),
        ([3] * 7, [4] * 7, 1.0, 33, Verdict.HIGHER),
        ([1] * 7, [0] * 7, -1.0, None, Verdict.WITHIN),
        ([0] * 7, [0] * 7, 0.0, None, Verdict.WITHIN),
        ([0] * 7, [3] * 7, 3.0, None, Verdict.HIGHER),
    ],
)
def test_the_change_is_judged_by_points_and_percent(
    rule: TrendRule,
    start: list[int],
    now: list[int],
    change: float,
    percent: int | None,
    verdict: Verdict,
) -> None:
    found = seen(rule, start, now)
    assert (found.change, found.percent, found.verdict) == (change, percent, verdict)


def test_the_change_is_the_difference_of_the_numbers_shown(rule: TrendRule) -> None:
    found = seen(rule, [5, 5, 5, 6], [3, 3, 3, 4, 3, 4, 4])  # 5.25 and 3.43: shown 5.3 and 3.4
    assert found.change == -1.9
    assert found.percent == -36  # of 5.3, not of 5.25


def test_the_start_is_the_first_seven_days_of_the_run(rule: TrendRule) -> None:
    entered = [*ratings([9, 9], first=-2), *ratings([5, 5, 5, 5, 5, 5, 5, 9, 9, 9])]
    assert trend(entered, START, on(9), rule).start == Level(mean=5, n=7)


def test_entries_dated_before_the_start_are_shown_but_do_not_move_it(rule: TrendRule) -> None:
    entered = [*ratings([9], first=-3), *ratings([4, 4, 4])]
    found = trend(entered, START, on(2), rule)
    assert found.start == Level(mean=4, n=3)
    assert found.days[0].day == on(-3)


def test_now_is_the_last_seven_days_up_to_the_period_end(rule: TrendRule) -> None:
    entered = ratings([5] * 14 + [3] * 7 + [9] * 7)
    assert trend(entered, START, on(20), rule).now == Level(mean=3, n=7)


def test_days_after_the_end_are_left_out(rule: TrendRule) -> None:
    found = trend(ratings([5] * 20), START, on(9), rule)
    assert found.days[-1].day == found.means[-1].day == on(9)


def test_a_period_cuts_what_is_shown_and_nothing_else(rule: TrendRule) -> None:
    entered = ratings([5] * 7 + [3] * 14)
    whole = trend(entered, START, on(20), rule)
    part = trend(entered, START, on(20), rule, from_=on(7))
    assert (part.start, part.now, part.change) == (whole.start, whole.now, whole.change)
    assert part.days == whole.days[7:]
    assert part.means[0] == whole.means[5]


@pytest.mark.parametrize(("upto", "judged"), [(12, False), (13, True)])
def test_a_change_is_judged_from_day_13_on(rule: TrendRule, upto: int, judged: bool) -> None:
    found = trend(ratings([6] * 7 + [4] * 7), START, on(upto), rule)
    assert (found.verdict is not None) is judged


def test_three_rated_days_are_needed_on_both_sides(rule: TrendRule) -> None:
    two = [4, None, None, None, None, None, 4]
    assert seen(rule, two, [4] * 7).verdict is None
    assert seen(rule, [6] * 7, two).verdict is None
    assert seen(rule, [6, 6, 6], [4, 4, 4]).verdict is Verdict.CLEAR


@pytest.mark.parametrize(
    ("start", "expected"),
    [(5.3, (3.71, 3.3)), (5.25, (3.71, 3.3)), (8, (5.6, 6.0)), (1.5, (1.05, -0.5))],
)
def test_the_band_of_change_lies_between_its_two_thresholds(
    rule: TrendRule, start: float, expected: tuple[float, float]
) -> None:
    assert thresholds(start, rule) == expected
