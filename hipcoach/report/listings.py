"""What the listings on the pages after the first have in common: how far back, and their days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hipcoach.core.day_names import weekday_short
from hipcoach.core.text import say, tr
from hipcoach.report.page import Head
from hipcoach.report.scope import Scope
from hipcoach.report.words import date_words

LONGEST = 731
"""Days that a listing reaches back at most: two years are 40 pages."""


def reach(seen: Scope) -> Scope:
    """The period, or its last two years where it is longer."""
    first = max(seen.first, seen.last - timedelta(days=LONGEST - 1))
    return replace(
        seen,
        first=first,
        ratings=tuple(rating for rating in seen.ratings if rating.at.date() >= first),
        sessions=tuple(session for session in seen.sessions if session.day >= first),
    )


def day_head(seen: Scope, text: str) -> Head:
    """The head of a column of days, wide enough for the year where the days have one."""
    return Head(text=text, width=70 if seen.one_year else 96)


def day_cell(seen: Scope, day: date) -> str:
    """The date with its weekday, as in "We 2 Nov"."""
    words = date_words(day, with_year=not seen.one_year or day.year != seen.last.year)
    return tr("{weekday} {day}", weekday=say(weekday_short(day)), day=words)
