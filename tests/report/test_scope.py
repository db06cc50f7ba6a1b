"""The period of a report: this run by default, and nothing that cannot be reported on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from hipcoach.core.diary import Diary
from hipcoach.core.pain import PainRating
from hipcoach.core.run import Run
from hipcoach.core.session import SessionState
from hipcoach.report.errors import ReportError
from hipcoach.report.scope import ReportOptions, Scope

Seen = Callable[..., Scope]


def test_the_period_is_this_run(diary: Diary, seen_of: Seen) -> None:
    seen = seen_of(diary)
    assert (seen.first, seen.last, seen.days) == (date(2026, 11, 2), date(2026, 12, 15), 44)
    assert seen.run is diary.runs[0]


def test_a_run_that_has_ended_is_still_the_one(diary: Diary, run: Run, seen_of: Seen) -> None:
    ended = replace(diary, runs=(replace(run, ended_on=date(2026, 12, 13)),))
    assert seen_of(ended).first == run.started_on


def test_without_a_run_the_period_begins_with_the_first_entry(
    rating: Callable[..., PainRating], seen_of: Seen
) -> None:
    diary = Diary(pain_ratings=(rating(date(2026, 12, 1), 3), rating(date(2026, 12, 3), 4)))
    assert seen_of(diary).first == date(2026, 12, 1)
    assert seen_of(Diary()).days == 1


def test_only_entries_of_the_period_are_seen(diary: Diary, seen_of: Seen) -> None:
    seen = seen_of(diary, from_=date(2026, 12, 1), to=date(2026, 12, 2))
    assert {rating.at.date() for rating in seen.ratings} == {date(2026, 12, 1), date(2026, 12, 2)}
    assert {session.day for session in seen.sessions} == {date(2026, 12, 1), date(2026, 12, 2)}


def test_discarded_sessions_are_not_seen(diary: Diary, seen_of: Seen) -> None:
    gone = replace(diary.sessions[0], state=SessionState.DISCARDED)
    assert seen_of(replace(diary, sessions=(gone,))).sessions == ()


@pytest.mark.parametrize(
    ("from_", "to", "said"),
    [
        (date(2026, 12, 2), date(2026, 12, 1), "ends on 2026-12-01, before it starts"),
        (None, date(2026, 12, 16), "ends on 2026-12-16, which is in the future"),
        (date(1999, 12, 31), date(2026, 12, 1), "starts on 1999-12-31, before the year 2000"),
    ],
)
def test_impossible_periods_are_refused(
    at: Callable[..., datetime], from_: date | None, to: date, said: str
) -> None:
    with pytest.raises(ValueError, match=said) as refused:
        ReportOptions(from_=from_, to=to, made_at=at(date(2026, 12, 15)))
    assert isinstance(refused.value, ReportError)


def test_the_moment_needs_its_offset() -> None:
    with pytest.raises(ValueError, match="made_at needs a UTC offset"):
        ReportOptions(to=date(2026, 12, 1), made_at=datetime(2026, 12, 1))  # noqa: DTZ001


def test_a_period_that_goes_on_touches_every_later_one(diary: Diary, seen_of: Seen) -> None:
    seen = seen_of(diary)
    assert seen.touches(seen.last, None)
    assert seen.touches(seen.first - timedelta(days=9), seen.first)
    assert not seen.touches(seen.last + timedelta(days=1), None)
    assert not seen.touches(seen.first - timedelta(days=9), seen.first - timedelta(days=1))
