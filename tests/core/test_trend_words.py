"""The trend in words, and the labels of its lines."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.rules import TrendRule
from hipcoach.core.text import say
from hipcoach.core.trend_words import (
    change_edges,
    change_words,
    now_edge,
    start_edge,
    trend_sentence,
)
from hipcoach.core.trends import DayValue, Trend, trend_of

START = date(2026, 11, 2)


@pytest.fixture
def rule(catalogue: Catalogue) -> TrendRule:
    return catalogue.rules.trend


def values(scores: Iterable[int], first: int) -> list[DayValue]:
    """One value a day from so many days after the start."""
    return [
        DayValue(day=START + timedelta(days=day), mean=score, low=score, high=score, n=1)
        for day, score in enumerate(scores, first)
    ]


def seen(
    rule: TrendRule, start: Iterable[int], now: Iterable[int], started_on: date | None = START
) -> Trend:
    """The trend after six weeks with these scores in the first and in the last seven days."""
    days = [*values(start, 0), *values(now, 35)]
    return trend_of(days, started_on, START + timedelta(days=41), rule)


@pytest.mark.parametrize(
    ("start", "now", "words"),
    [
        ([], [], "no ratings yet"),
        (
            [5, 6, 5, 5, 6, 5, 5],
            [4, 3, 3, 4, 3, 3, 4],
            "start 5.3 (n = 7), now 3.4 (n = 7), change −1.9 (−36 %): possible change",
        ),
        (
            [5, 5, 5],
            [6, 6, 6],
            (
                "start 5.0 (n = 3), now 6.0 (n = 3), change +1.0 (+20 %): "
                "within normal day-to-day variation"
            ),
        ),
        (
            [4] * 7,
            [7] * 7,
            "start 4.0 (n = 7), now 7.0 (n = 7), change +3.0 (+75 %): higher than at the start",
        ),
        (
            [6] * 7,
            [3] * 7,
            "start 6.0 (n = 7), now 3.0 (n = 7), change −3.0 (−50 %): clear change",
        ),
        (
            [1] * 7,
            [0] * 7,
            "start 1.0 (n = 7), now 0.0 (n = 7), change −1.0: within normal day-to-day variation",
        ),
        (
            [6, 6],
            [4] * 7,
            "start so far 6.0 (n = 2), now 4.0 (n = 7), not enough days yet: 2 of 3 days",
        ),
        ([], [4, 4], "start: no ratings, now 4.0 (n = 2), not enough days yet: 0 of 3 days"),
        ([6] * 7, [], "start 6.0 (n = 7), now: no ratings, not enough days yet: 0 of 3 days"),
    ],
)
def test_the_sentence(rule: TrendRule, start: list[int], now: list[int], words: str) -> None:
    said = say(trend_sentence(seen(rule, start, now)))
    assert said.replace("\u00a0", " ") == words


def test_before_day_13_the_sentence_says_that_it_is_too_early(rule: TrendRule) -> None:
    found = trend_of(values([6] * 10, 0), START, START + timedelta(days=9), rule)
    assert say(trend_sentence(found)) == (
        "start 6.0 (n = 7), now 6.0 (n = 7), too early to judge a change"
    )


def test_without_a_run_there_is_only_now(rule: TrendRule) -> None:
    found = seen(rule, [6] * 7, [4] * 7, started_on=None)
    assert (found.start, found.change, start_edge(found)) == (None, None, None)
    assert say(trend_sentence(found)) == "now 4.0 (n = 7)"
    assert say(change_words(found)) == "no start to compare with"


def labels(found: Trend, rule: TrendRule) -> list[str]:
    edges = (start_edge(found), now_edge(found), *change_edges(found, rule))
    return [say(edge.text).replace("\u00a0", " ") for edge in edges if edge]


def test_start_now_and_the_band_have_their_labels(rule: TrendRule) -> None:
    found = seen(rule, [5, 6, 5, 5, 6, 5, 5], [4, 3, 3, 4, 3, 3, 4])
    assert labels(found, rule) == ["start 5.3", "now 3.4", "3.7 (−30 %)", "3.3 (−2)"]
    assert [edge.value for edge in change_edges(found, rule)] == [3.71, 3.3]


def test_a_start_of_two_days_has_no_band(rule: TrendRule) -> None:
    assert labels(seen(rule, [6, 5], []), rule) == ["start so far 5.5"]


@pytest.mark.parametrize(("start", "edges"), [(1, 0), (2, 2)])
def test_a_start_that_cannot_fall_by_two_points_has_no_band(
    rule: TrendRule, start: int, edges: int
) -> None:
    assert len(change_edges(seen(rule, [start] * 7, []), rule)) == edges
