"""What the report page offers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hipcoach.core.report_view import (
    SECTION_WORDS,
    SPAN_WORDS,
    ChosenPeriod,
    Span,
    file_name,
)
from hipcoach.core.report_wishes import Section
from hipcoach.core.text import say

TODAY = date(2026, 11, 2)
FIRST, LAST = date(2026, 9, 1), date(2026, 10, 1)


@pytest.mark.parametrize(
    ("span", "days"),
    [
        (Span.SINCE_START, (None, TODAY)),
        (Span.THREE_WEEKS, (date(2026, 10, 13), TODAY)),
        (Span.DATES, (FIRST, LAST)),
    ],
)
def test_a_span_becomes_days(span: Span, days: tuple[date | None, date]) -> None:
    assert ChosenPeriod(span=span, first=FIRST, last=LAST).days(TODAY) == days


def test_three_weeks_are_21_days_with_today() -> None:
    first, last = ChosenPeriod(span=Span.THREE_WEEKS, first=FIRST, last=LAST).days(TODAY)
    assert first
    assert (last - first).days + 1 == 21


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (FIRST, FIRST, None),
        (FIRST, TODAY, None),
        (LAST, FIRST, "The last day is before the first one."),
        (FIRST, TODAY + timedelta(days=1), "The last day is in the future."),
    ],
)
def test_days_that_cannot_be_are_told(first: date, last: date, told: str | None) -> None:
    problem = ChosenPeriod(span=Span.DATES, first=first, last=last).problem(TODAY)
    assert (say(problem) if problem else None) == told
    assert ChosenPeriod(first=first, last=last).problem(TODAY) is None


def test_each_span_and_section_has_words() -> None:
    assert list(SPAN_WORDS) == list(Span)
    assert list(SECTION_WORDS) == list(Section)


def test_the_name_of_the_file_has_the_day_and_names_nobody() -> None:
    assert file_name(TODAY) == "HipCoach report 2026-11-02.pdf"
