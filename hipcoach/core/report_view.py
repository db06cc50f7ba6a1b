"""What the report page offers: spans of days, sections with their words, the file's name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hipcoach.core.report_wishes import Section
from hipcoach.core.text import Message, message, say

THREE_WEEKS = timedelta(days=20)
"""From the first to the last of 21 days."""


class Span(StrEnum):
    """How the period of a report is chosen."""

    SINCE_START = "since-start"
    THREE_WEEKS = "three-weeks"
    DATES = "dates"


SPAN_WORDS = {
    Span.SINCE_START: message("Since start"),
    Span.THREE_WEEKS: message("3 weeks"),
    Span.DATES: message("Dates"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenPeriod:
    """The days that are asked for; `first` and `last` matter where the span is DATES."""

    span: Span = Span.SINCE_START
    first: date
    last: date

    def problem(self, today: date) -> Message | None:
        """Why there is no report of these days, or None."""
        if self.span is not Span.DATES:
            return None
        if self.last > today:  # the clock was put back since it was chosen
            return message("The last day is in the future.")
        return message("The last day is before the first one.") if self.last < self.first else None

    def days(self, today: date) -> tuple[date | None, date]:
        """The first day, None for the start of the run or of the entries, and the last day."""
        if self.span is Span.DATES:
            return self.first, self.last
        return (today - THREE_WEEKS if self.span is Span.THREE_WEEKS else None), today


ALWAYS = message("Summary and sessions, always on page 1")
SECTION_WORDS = {
    Section.CHART: message("Pain chart"),
    Section.EXERCISES: message("Exercises and levels"),
    Section.FLARES_AND_NOTES: message("Flare-ups, medicines and notes"),
    Section.EVERY_ENTRY: message("Every session and entry (more pages)"),
}


def file_name(today: date) -> str:
    """The name to begin with when a report is saved; no user is named in it."""
    return say(message("HipCoach report {day}.pdf", day=today.isoformat()))
