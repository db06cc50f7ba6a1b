"""Days off as the panel asks for them: what is stored of the answers, and what is refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hipcoach.core.pain import NOTE_LIMIT
from hipcoach.core.period_form import (
    PeriodForm,
    PeriodKind,
    PeriodPart,
    latest_day,
    new_period,
    period_form,
    period_problems,
    period_title,
    span_words,
)
from hipcoach.core.run import AWAY, ILL, Absence, Flare
from hipcoach.core.text import say

TODAY = date(2026, 12, 15)
DAY = timedelta(days=1)


def form(kind=PeriodKind.FLARE, **values) -> PeriodForm:
    """A form of yesterday, with other values where they are given."""
    return PeriodForm(**{"kind": kind, "first": TODAY - DAY, "last": TODAY - DAY, **values})


@pytest.mark.parametrize(
    ("stored", "kind", "note"),
    [
        (Flare(from_=TODAY, reason="long car drive"), PeriodKind.FLARE, "long car drive"),
        (Flare(from_=TODAY), PeriodKind.FLARE, ""),
        (Absence(from_=TODAY, reason=AWAY), PeriodKind.AWAY, ""),
        (Absence(from_=TODAY, reason="visiting family"), PeriodKind.AWAY, "visiting family"),
        (Absence(from_=TODAY), PeriodKind.AWAY, ""),
        (Absence(from_=TODAY, reason=ILL), PeriodKind.ILL, ""),
    ],
)
def test_a_stored_period_is_shown_as_what_it_was_and_with_its_note(stored, kind, note):
    shown = period_form(stored)
    assert (shown.kind, shown.note, shown.first, shown.last) == (kind, note, TODAY, None)


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        (form(note="a long car drive,\n two stops"), "a long car drive,\n two stops"),
        (form(PeriodKind.AWAY, note=" \n"), AWAY),
        (form(), ""),
        (form(PeriodKind.AWAY), AWAY),
        (form(PeriodKind.AWAY, note="visiting family"), "visiting family"),
        (form(PeriodKind.ILL, note="typed before the kind was changed"), ILL),
    ],
)
def test_what_is_stored_says_whether_it_was_an_illness(answers, reason):
    assert answers.reason == reason


def test_days_that_can_be_entered_are_over_unless_they_are_days_away():
    assert latest_day(PeriodKind.FLARE, TODAY) == latest_day(PeriodKind.ILL, TODAY) == TODAY - DAY
    assert latest_day(PeriodKind.AWAY, TODAY) > TODAY
    assert new_period(TODAY) == form()
    assert not period_problems(new_period(TODAY))


@pytest.mark.parametrize(
    ("answers", "part", "told"),
    [
        (
            form(last=TODAY - 2 * DAY),
            PeriodPart.LAST,
            "The last day is before the first one.",
        ),
        (
            form(first=date(1999, 12, 31)),
            PeriodPart.FIRST,
            "1999-12-31 is before the year 2000.",
        ),
        (
            form(note="x" * (NOTE_LIMIT + 1)),
            PeriodPart.NOTE,
            "A note holds at most 10\u00a0000 characters.",
        ),
        (
            form(PeriodKind.AWAY, note="ill"),
            PeriodPart.NOTE,
            "For the days of an illness choose “Ill” above.",
        ),
    ],
)
def test_what_is_wrong_is_said_of_the_part_that_is_meant(answers, part, told):
    assert {key: say(problem) for key, problem in period_problems(answers).items()} == {part: told}


def test_days_that_go_on_and_a_note_at_the_limit_are_fine():
    assert not period_problems(form(last=None, note="x" * NOTE_LIMIT))


def test_the_title_says_what_the_days_were_once_they_are_stored():
    titles = {say(period_title(form(kind, id="1"))) for kind in PeriodKind}
    assert titles == {"Flare-up", "Days away", "Days of an illness"}
    assert say(period_title(form())) == "Flare-up or days away"


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (None, "Since Tuesday 15 December"),
        (TODAY, "On Tuesday 15 December"),
        (TODAY + 6 * DAY, "From Tuesday 15 December to Monday 21 December, 7 days"),
    ],
)
def test_the_days_are_said_in_words(last, words):
    assert say(span_words(TODAY, last)) == words
