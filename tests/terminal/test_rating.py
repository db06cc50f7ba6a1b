"""A rating as typed: stored exactly, or refused with one sentence."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from hipcoach.core.pain import RatingKind
from hipcoach.terminal.rating import WrongRatingError, rating


def test_a_plain_rating_is_now(morning: datetime) -> None:
    found = rating("3", None, "worst", "ü <img> =cmd() #read", morning)
    assert (found.at, found.score, found.kind) == (morning, 3, RatingKind.WORST)
    assert found.note == "ü <img> =cmd() #read"


def test_a_day_is_noon_of_it_and_a_time_keeps_its_offset(morning: datetime) -> None:
    assert rating("0", "2026-11-01", "now", "", morning).at.hour == 12
    given = "2026-11-01T18:30:00+09:00"
    assert rating("10", given, "now", "", morning).at.isoformat() == given
    local = rating("10", "2026-11-01T18:30", "now", "", morning).at
    assert local.utcoffset() is not None
    assert (local.hour, local.minute) == (18, 30)


def test_a_time_in_any_iso_form_is_taken_as_it_is(morning: datetime) -> None:
    assert rating("3", "2026W44T10", "now", "", morning).at.hour == 10
    assert rating("3", "2026-W44-1", "now", "", morning).at.hour == 12


def test_a_clock_before_2000_stores_nothing(morning: datetime) -> None:
    with pytest.raises(WrongRatingError, match="before the year 2000"):
        rating("3", None, "now", "", morning.replace(year=1970))


@pytest.mark.parametrize("score", ["11", "3.5", "-1", "", "three", "٣", "1e1", "0003", " 3"])
def test_what_is_no_whole_number_from_0_to_10_is_refused(morning: datetime, score: str) -> None:
    with pytest.raises(WrongRatingError, match="whole number from 0 to 10"):
        rating(score, None, "now", "", morning)


@pytest.mark.parametrize(
    ("at", "reason"),
    [
        ("2199-01-01", "2199-01-01 is in the future"),
        ("1999-12-31", "before the year 2000"),
        ("yesterday", "not a time"),
        ("2026-11-01T10:00+00:00:30", "not a time"),
        ("2026-13-01", "not a time"),
        ("9999-12-31T23:59:59-23:59", "in the future|not a time"),
        ("0001-01-01T00:00", "before the year 2000|not a time"),
    ],
)
def test_a_moment_out_of_range_is_refused(morning: datetime, at: str, reason: str) -> None:
    with pytest.raises(WrongRatingError, match=reason):
        rating("3", at, "now", "", morning)


def test_a_day_ahead_is_the_latest(morning: datetime) -> None:
    later = (morning + timedelta(hours=24)).isoformat()
    assert rating("3", later, "now", "", morning).at == morning + timedelta(hours=24)


@pytest.mark.parametrize(
    ("note", "reason"), [("x" * 10_001, "10,000 characters"), ("half \udcff", "not text")]
)
def test_a_note_that_cannot_be_kept_is_refused(morning: datetime, note: str, reason: str) -> None:
    with pytest.raises(WrongRatingError, match=reason):
        rating("3", None, "now", note, morning)
