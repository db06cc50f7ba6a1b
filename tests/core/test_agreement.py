"""The trend is the same wherever it stands: chart, Today, table, report, `hipcoach today`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.chart_words import description, sentence
from hipcoach.core.day_rows import DayRow, day_rows
from hipcoach.core.diary import Diary
from hipcoach.core.diary_chart import DiaryChart, diary_chart
from hipcoach.core.format import number
from hipcoach.core.run import Run
from hipcoach.core.text import say
from hipcoach.core.trend_view import Days, TrendCard, trend_card
from hipcoach.report.chart import PainChart
from hipcoach.report.content import report_content
from hipcoach.report.page import ReportContent
from hipcoach.report.pain_part import pain_chart, pain_trend
from hipcoach.report.scope import ReportOptions, scope
from hipcoach.terminal.today import today_lines
from tests.core.agreement_cases import CASES, Case, daily, moment, run


@dataclass(frozen=True, kw_only=True)
class Surfaces:
    """One diary at one moment, wherever its trend stands."""

    chart: DiaryChart
    rows: tuple[DayRow, ...]
    card: TrendCard
    report: ReportContent
    drawn: PainChart
    text: list[str]


Shown = Callable[[Case], Surfaces]


@pytest.fixture
def shown(catalogue: Catalogue) -> Shown:
    """`shown(case)`: all places that show its trend."""

    def made(case: Case) -> Surfaces:
        ratings = tuple(sorted(case.ratings, key=lambda rating: rating.at))
        diary = Diary(runs=case.runs, pain_ratings=ratings)
        now = moment(case.day, 22, start=case.start)
        chart = diary_chart(diary, catalogue, now)
        options = ReportOptions(to=now.date(), made_at=now)
        seen = scope(diary, catalogue, options)
        return Surfaces(
            chart=chart,
            rows=day_rows(chart, diary, catalogue, chart.days),
            card=trend_card(diary, catalogue, now.date()),
            report=report_content(diary, catalogue, options),
            drawn=pain_chart(seen, pain_trend(seen)),
            text=today_lines(diary, catalogue, now),
        )

    return made


def plain(said: str) -> str:
    return said.replace("\u00a0", " ")


@pytest.fixture(params=CASES, ids=lambda case: case.name)
def case(request: pytest.FixtureRequest) -> Case:
    found: Case = request.param
    return found


def test_every_sentence_says_the_same(case: Case, shown: Shown) -> None:
    everywhere = shown(case)
    told, verdict = sentence(everywhere.chart)
    above = f"{say(told)} {say(verdict)}" if verdict else say(told)
    assert plain(above).replace(". ", ", ").rstrip(".").lower() == case.said
    assert plain(say(everywhere.card.words)) == f"Back pain, 4 weeks: {case.said}"
    assert plain(everywhere.text[-1]) == f"Back pain: {case.said}"
    chart = everywhere.chart
    assert f": {case.said}." in plain(say(description(chart, chart.days, ())))
    pain = everywhere.report.pain
    assert (pain is None) is (not case.ratings)
    if pain:
        assert f": {case.said}." in plain(pain.description)


def test_the_band_has_the_same_edges(case: Case, shown: Shown) -> None:
    everywhere = shown(case)
    assert tuple(plain(say(edge.text)) for edge in everywhere.chart.edges) == case.edges
    assert tuple(plain(label.text) for label in everywhere.drawn.thresholds) == case.edges
    band = everywhere.card.band
    heights = {number(band.low), number(band.high)} if band else set()
    assert heights == {edge.split()[0] for edge in case.edges}


def test_the_reports_tile_has_the_same_numbers(case: Case, shown: Shown) -> None:
    tiles = {tile.label: tile for tile in shown(case).report.tiles}
    found = [tile for label, tile in tiles.items() if label.startswith("Back pain, 7-day mean")]
    assert [tile.value for tile in found] == ([case.tile] if case.tile else [])
    for tile in found:
        assert case.said.endswith(plain(tile.detail))


def test_the_table_gives_start_and_now_by_hand(case: Case, shown: Shown) -> None:
    everywhere = shown(case)
    today, since = everywhere.chart.today, everywhere.chart.since
    now = _mean(everywhere.rows, today - timedelta(days=6))
    assert f"now {now}" in case.said if now else "now: no" in case.said or not case.ratings
    start = _mean(everywhere.rows, since) if since else ""
    assert not start or case.said.startswith((f"start {start}", f"start so far {start}"))


def _mean(rows: Iterable[DayRow], first: date) -> str:
    """The mean of the seven days from `first` on, out of the table."""
    week = [row.mean for row in rows if 0 <= (row.day - first).days < 7 and row.mean is not None]
    return f"{number(sum(week) / len(week))} (n = {len(week)})" if week else ""


def test_the_last_mean_of_the_line_is_now(case: Case, shown: Shown) -> None:
    everywhere = shown(case)
    today, chart = everywhere.chart.today, everywhere.chart
    of_today = [mean for mean in chart.means if mean.day == today]
    rows = [row.trailing for row in everywhere.rows if row.day == today]
    assert [mean for mean in rows if mean is not None] == [mean.mean for mean in of_today]
    for mean in of_today:
        assert f"now {number(mean.mean)} " in case.said
        assert everywhere.card.value == number(mean.mean)


def test_points_and_line_are_the_same_on_today_and_in_the_report(case: Case, shown: Shown) -> None:
    everywhere = shown(case)
    chart, card, drawn = everywhere.chart, everywhere.card, everywhere.drawn
    line = tuple(mean for segment in card.segments for mean in segment)
    for days, points, means in (
        (card.days, card.points, line),
        (Days(first=drawn.first, last=chart.today), drawn.days, drawn.means),
    ):
        assert points == tuple(p for p in chart.points if days.first <= p.day <= days.last)
        assert means == tuple(m for m in chart.means if days.first <= m.day <= days.last)


def test_a_report_to_an_earlier_day_says_what_was_said_then(
    case: Case, catalogue: Catalogue
) -> None:
    day = case.start + timedelta(days=case.day)
    later = [*daily([10] * 20, case.day + 1, case.start), *case.ratings]
    later_run = run(day + timedelta(days=9), name="later")
    diary = Diary(
        runs=(*(r for r in case.runs if r.ended_on), *_ended(case, day), later_run),
        pain_ratings=tuple(sorted(later, key=lambda rating: rating.at)),
    )
    options = ReportOptions(to=day, made_at=moment(case.day + 20, start=case.start))
    found = report_content(diary, catalogue, options)
    assert not found.pain or f": {case.said}." in plain(found.pain.description)
    assert bool(found.pain) is bool(case.ratings)
    told = [t.value for t in found.tiles if t.label.startswith("Back pain, 7-day mean")]
    assert told == ([case.tile] if case.tile else [])


def _ended(case: Case, day: date) -> Iterable[Run]:
    """The run under way on the day, ended by the next one a while after it."""
    return (replace(r, ended_on=day + timedelta(days=9)) for r in case.runs if not r.ended_on)


def test_the_weeks_of_a_long_run_are_the_reports(shown: Shown) -> None:
    scores = [day * 7 % 11 for day in range(300)]
    long = Case(name="long", ratings=daily(scores, first=-10), said="", day=289)
    everywhere = shown(long)
    weeks = [week for week in everywhere.chart.weekly if week.day >= long.start]
    assert len(weeks) == 42
    assert list(everywhere.drawn.days) == weeks
    assert everywhere.drawn.means[1:] == everywhere.chart.weekly_means[-41:]
