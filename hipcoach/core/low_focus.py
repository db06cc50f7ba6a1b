"""The weekly look of the low-focus mode: charts are open on one day in seven, else closed."""

from __future__ import annotations

from datetime import date

from hipcoach.core.day_names import day_in_words
from hipcoach.core.run import Run, Settings
from hipcoach.core.schedule import DAY
from hipcoach.core.text import Message, message

WEEK = 7
A_MONDAY = date.min


def next_look(run: Run | None, after: date) -> date:
    """The first day of the next week: the run's own weeks, or without a run from Mondays on."""
    return after + (WEEK - _gone(run, after)) * DAY


def closed_until(settings: Settings, run: Run | None, today: date) -> Message | None:
    """What stands in place of a chart that is closed today; None where it is open."""
    if not settings.low_focus or not _gone(run, today):
        return None
    return message("Your next look is on {day}", day=day_in_words(next_look(run, today)))


def _gone(run: Run | None, today: date) -> int:
    """Days since the look of this week, 0 on its day."""
    return (today - (run.started_on if run else A_MONDAY)).days % WEEK
