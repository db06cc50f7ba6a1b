"""The low-focus mode: charts are open on the day of the weekly look, and say when that is."""

from __future__ import annotations

from datetime import date

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.low_focus import closed_until, next_look
from hipcoach.core.run import Run, Settings
from hipcoach.core.text import say
from hipcoach.core.trend_view import trend_card

LOW_FOCUS = Settings(low_focus=True)
THURSDAY = Run(
    id="run", program="hips-three-twice", program_version=1, started_on=date(2026, 11, 5)
)


def told(run: Run | None, day: date, settings: Settings = LOW_FOCUS) -> str | None:
    closed = closed_until(settings, run, day)
    return say(closed) if closed else None


@pytest.mark.parametrize("day", [5, 12, 19, 26])
def test_it_is_open_on_days_1_8_and_15_of_the_run(day: int) -> None:
    assert told(THURSDAY, date(2026, 11, day)) is None


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (6, "Your next look is on Thursday 12 November"),
        (11, "Your next look is on Thursday 12 November"),
        (13, "Your next look is on Thursday 19 November"),
        (30, "Your next look is on Thursday 3 December"),
    ],
)
def test_on_other_days_it_says_when_the_next_look_is(day: int, sentence: str) -> None:
    assert told(THURSDAY, date(2026, 11, day)) == sentence


def test_without_a_run_the_look_is_on_mondays() -> None:
    assert told(None, date(2026, 11, 30)) is None
    assert told(None, date(2026, 11, 25)) == "Your next look is on Monday 30 November"
    assert told(None, date(2026, 12, 1)) == "Your next look is on Monday 7 December"


def test_on_the_day_of_a_look_the_next_one_is_a_week_away() -> None:
    assert next_look(THURSDAY, date(2026, 11, 12)) == date(2026, 11, 19)


def test_a_clock_put_back_before_the_run_still_names_a_day_of_its_week() -> None:
    assert told(THURSDAY, date(2026, 11, 2)) == "Your next look is on Thursday 5 November"
    assert told(THURSDAY, date(2026, 10, 29)) is None


def test_a_clock_put_forward_and_back_changes_nothing_that_is_kept() -> None:
    days = [date(2026, 11, 10), date(2027, 3, 1), date(2026, 11, 10)]
    first, _, again = (told(THURSDAY, day) for day in days)
    assert first == again == "Your next look is on Thursday 12 November"


def test_without_the_mode_it_is_always_open() -> None:
    days = [date(2026, 11, day) for day in range(1, 30)]
    assert {told(THURSDAY, day, Settings()) for day in days} == {None}


def test_the_trend_of_today_is_closed_by_the_diarys_own_choice(catalogue: Catalogue) -> None:
    closed_by, open_by = (
        Diary(runs=(THURSDAY,), settings=told) for told in (LOW_FOCUS, Settings())
    )
    tuesday, thursday = date(2026, 11, 10), date(2026, 11, 12)
    closed = trend_card(closed_by, catalogue, tuesday).closed
    assert closed is not None
    assert say(closed) == "Your next look is on Thursday 12 November"
    assert trend_card(closed_by, catalogue, thursday).closed is None
    assert trend_card(open_by, catalogue, tuesday).closed is None
