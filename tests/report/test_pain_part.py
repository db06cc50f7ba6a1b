"""The pain chart's values: daily or weekly, judged only where there are enough days, gaps shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from hipcoach.core.diary import Diary
from hipcoach.core.pain import PainRating, RatingKind
from hipcoach.core.run import Run
from hipcoach.report.chart import PainChart
from hipcoach.report.page import ReportContent
from hipcoach.report.pain_part import pain_chart, pain_trend
from hipcoach.report.scope import Scope
from hipcoach.report.ticks import ticks

Seen = Callable[..., Scope]
Made = Callable[..., ReportContent]
Rating = Callable[..., PainRating]


def chart(seen: Scope) -> PainChart:
    """The chart of what is seen."""
    return pain_chart(seen, pain_trend(seen))


def test_every_rated_day_has_its_point(diary: Diary, seen_of: Seen) -> None:
    drawn = chart(seen_of(diary))
    assert len(drawn.days) == 41
    assert (drawn.first, drawn.last) == (date(2026, 11, 2), date(2026, 12, 15))


def test_start_now_and_thresholds_are_labelled(diary: Diary, seen_of: Seen) -> None:
    drawn = chart(seen_of(diary))
    assert drawn.start is not None
    assert drawn.now is not None
    assert (drawn.start.text, drawn.now.text) == ("start 5.3", "now 3.4")
    assert [label.text for label in drawn.thresholds] == ["3.7 (−30\u00a0%)", "3.3 (−2)"]


def test_the_mean_is_not_joined_over_the_days_away(diary: Diary, seen_of: Seen) -> None:
    breaks = [mean.day for mean in chart(seen_of(diary)).means if not mean.joined]
    assert breaks == [date(2026, 11, 4), date(2026, 12, 1)]


def test_flare_ups_and_days_away_are_shaded(diary: Diary, seen_of: Seen) -> None:
    shades = [(s.text, s.from_.day, s.to.day, s.flare) for s in chart(seen_of(diary)).shades]
    assert shades == [("Flare-up", 19, 24, True), ("Away", 28, 30, False)]


def test_answered_check_ins_are_marked(diary: Diary, seen_of: Seen) -> None:
    assert [tick.text for tick in chart(seen_of(diary)).check_ins] == ["Week 0", "Week 3", "Week 6"]
    fewer = [r for r in diary.pain_ratings if r.kind is RatingKind.NOW]
    assert chart(seen_of(replace(diary, pain_ratings=tuple(fewer)))).check_ins == ()


def test_too_few_days_have_no_thresholds(rating: Rating, run: Run, seen_of: Seen) -> None:
    diary = Diary(runs=(run,), pain_ratings=(rating(run.started_on, 6), rating(run.started_on, 4)))
    drawn = chart(seen_of(diary))
    assert drawn.thresholds == ()
    assert drawn.start is not None
    assert drawn.start.text == "start so far 5.0"


def test_a_low_start_has_no_thresholds(rating: Rating, run: Run, seen_of: Seen) -> None:
    ratings = tuple(rating(run.started_on + timedelta(days=day), 1) for day in range(7))
    assert chart(seen_of(Diary(runs=(run,), pain_ratings=ratings))).thresholds == ()


def test_a_short_period_has_an_axis_of_two_weeks(rating: Rating, seen_of: Seen) -> None:
    drawn = chart(seen_of(Diary(pain_ratings=(rating(date(2026, 12, 15), 4),))))
    assert (drawn.last - drawn.first).days == 13


def test_more_than_26_weeks_have_weekly_points(run: Run, rating: Rating, seen_of: Seen) -> None:
    begun = date(2026, 6, 1)
    days = [begun + timedelta(days=n) for n in range(198) if not 70 <= n < 77]
    diary = Diary(
        runs=(replace(run, started_on=begun),),
        pain_ratings=tuple(rating(day, 4 + day.day % 2) for day in days),
    )
    daily, weekly = chart(seen_of(diary, from_=date(2026, 6, 17))), chart(seen_of(diary))
    assert len(daily.days) == 175  # 26 weeks
    assert len(weekly.days) == 28
    assert weekly.days[0].low == 4
    assert weekly.days[0].high == 5
    assert weekly.days[0].n == 7
    assert [mean.day for mean in weekly.means if not mean.joined] == [
        begun + timedelta(days=3),
        begun + timedelta(days=77 + 3),
    ]


def test_the_description_says_what_the_chart_shows(diary: Diary, content_of: Made) -> None:
    pain = content_of(diary).pain
    assert pain is not None
    for said in (
        "2 Nov to 15 Dec 2026",
        "start 5.3 (n = 7), now 3.4 (n = 7), change −1.9 (−36\u00a0%): possible change",
        "Ratings on 41 days of 44.",
        "Flare-up: 19 to 24 Nov.",
        "Away: 28 to 30 Nov.",
    ):
        assert said in pain.description


def test_without_a_rating_of_kind_now_there_is_no_chart(rating: Rating, content_of: Made) -> None:
    worst = rating(date(2026, 12, 15), 7, kind=RatingKind.WORST)
    assert content_of(Diary(pain_ratings=(worst,))).pain is None


def test_ticks_are_few_enough_to_read() -> None:
    begun = date(2026, 11, 2)
    for days in (14, 44, 84, 182, 183, 400, 1200, 3650):
        found = ticks(begun, begun + timedelta(days=days - 1))
        assert 2 <= len(found) <= 7, days
    assert [tick.text for tick in ticks(begun, date(2026, 11, 22))] == ["2 Nov", "9 Nov", "16 Nov"]
    years = [tick.text for tick in ticks(begun, date(2036, 11, 1))]
    assert years == ["Jan 2028", "Jan 2030", "Jan 2032", "Jan 2034", "Jan 2036"]
