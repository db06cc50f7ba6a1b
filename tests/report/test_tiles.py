"""The key numbers: sessions, pain and flare-ups, with what is needed to read them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from hipcoach.core.diary import Diary
from hipcoach.core.pain import PainRating
from hipcoach.core.run import Flare, Run
from hipcoach.report.page import ReportContent, Tile

Made = Callable[..., ReportContent]
Rating = Callable[..., PainRating]


def tiles(content: ReportContent) -> dict[str, Tile]:
    """The tiles by the first two words of their labels."""
    return {" ".join(tile.label.split(",")[0].split()[:2]): tile for tile in content.tiles}


def test_sessions_done_of_planned(diary: Diary, content_of: Made) -> None:
    tile = tiles(content_of(diary))["Sessions done"]
    assert tile.label == "Sessions done, the last on 15 Dec"
    # 34 days of two and today's one; four Sunday evenings were left out.
    assert tile.value == "65 of 69, 94\u00a0%"
    assert tile.detail == "1 cut short, no gap"


def test_the_longest_gap_is_told(diary: Diary, content_of: Made) -> None:
    kept = tuple(s for s in diary.sessions if not date(2026, 12, 1) <= s.day <= date(2026, 12, 4))
    tile = tiles(content_of(replace(diary, sessions=kept)))["Sessions done"]
    assert tile.detail == "1 cut short, longest gap 4 days"


def test_few_sessions_have_no_percentage(diary: Diary, content_of: Made) -> None:
    content = content_of(diary, from_=date(2026, 12, 14))
    assert tiles(content)["Sessions done"].value == "3 of 3, 100\u00a0%"
    content = content_of(diary, from_=date(2026, 12, 15))
    assert tiles(content)["Sessions done"].value == "1 of 1"


def test_pain_at_the_start_and_now(diary: Diary, content_of: Made) -> None:
    tile = tiles(content_of(diary))["Back pain"]
    assert tile.label == "Back pain, 7-day mean, n = 7 and 7 days"
    assert tile.value == "5.3 → 3.4"
    assert tile.detail == "change −1.9 (−36\u00a0%): possible change"


def test_one_rating_is_no_trend(rating: Rating, content_of: Made) -> None:
    tile = tiles(content_of(Diary(pain_ratings=(rating(date(2026, 12, 15), 4),))))["Back pain"]
    assert (tile.label, tile.value) == ("Back pain, mean of 1 day", "4.0")
    assert tile.detail == "no start to compare with"


def test_a_start_without_a_now_says_so(run: Run, rating: Rating, content_of: Made) -> None:
    ratings = tuple(rating(run.started_on + timedelta(days=day), 5) for day in range(4))
    tile = tiles(content_of(Diary(runs=(run,), pain_ratings=ratings)))["Back pain"]
    assert (tile.label, tile.value) == ("Back pain, 7-day mean, n = 4 and 0 days", "5.0 → –")


@pytest.mark.parametrize(
    ("flares", "value", "detail"),
    [
        ((), "0", "none entered"),
        (((19, 24),), "1, 6 days", "19 to 24 Nov"),
        (((10, 11), (19, None)), "2, 29 days", "latest 19 Nov to 15 Dec"),
    ],
)
def test_flare_ups(
    diary: Diary,
    content_of: Made,
    flares: tuple[tuple[int, int | None], ...],
    value: str,
    detail: str,
) -> None:
    given = tuple(
        Flare(from_=date(2026, 11, a), to=date(2026, 11, b) if b else None) for a, b in flares
    )
    tile = tiles(content_of(replace(diary, flares=given)))["Flare-ups"]
    assert (tile.value, tile.detail) == (value, detail)


def test_an_empty_diary_has_no_tiles(content_of: Made) -> None:
    assert content_of(Diary()).tiles == ()
