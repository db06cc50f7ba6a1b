"""Some days in words."""

from __future__ import annotations

from datetime import date

from hipcoach.core.day_names import day_in_words
from hipcoach.core.text import say, tr


def span_in_words(first: date, last: date | None) -> str:
    """Both ends, as in "From Monday 7 December to Sunday 13 December"; `last` None: still open."""
    begins = say(day_in_words(first))
    if last is None:
        return tr("From {day} until you are back", day=begins)
    if first == last:
        return tr("On {day}", day=begins)
    return tr("From {first} to {last}", first=begins, last=say(day_in_words(last)))
