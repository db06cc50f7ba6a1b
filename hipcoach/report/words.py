"""Words for the page: the user's own made fit for a line, dates of periods, lists in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hipcoach.core.format import date_text, day_text
from hipcoach.core.one_line import one_line
from hipcoach.core.text import ntr, tr

NAME_LIMIT = 80
NOTE_LIMIT = 160


def clean(said: str, limit: int = NAME_LIMIT) -> str:
    """`said` on one line, without invisible characters, cut to at most `limit` characters."""
    return one_line(said, limit)


def listed(words: Sequence[str]) -> str:
    """The words as a list in a sentence: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return tr("{first} and {last}", first=", ".join(words[:-1]), last=words[-1])


def in_short(words: Sequence[str], most: int) -> str:
    """The words as a list; of more than `most` only the last ones, and how many came before."""
    if len(words) <= most:
        return listed(words)
    earlier = ntr("{n} earlier", "{n} earlier", len(words) - most)
    return listed([*words[-most:], earlier])


def days_words(n: int) -> str:
    """A number of days."""
    return ntr("{n} day", "{n} days", n)


def date_words(day: date, *, with_year: bool) -> str:
    """The date with its year or without."""
    return date_text(day) if with_year else day_text(day)


def span(first: date, last: date | None, *, with_year: bool) -> str:
    """Days from `first` to `last` as in "19 to 24 Nov"; None: "since 19 Nov"."""
    end = date_words(last, with_year=with_year) if last else ""
    if last is None:
        return tr("since {day}", day=date_words(first, with_year=with_year))
    if first == last:
        return end
    return tr("{first} to {last}", first=_opening(first, last, with_year=with_year), last=end)


def _opening(first: date, last: date, *, with_year: bool) -> str:
    """The first day of a span with as much of its date as differs from the last one's."""
    if first.year != last.year:
        return date_words(first, with_year=with_year)
    return str(first.day) if first.month == last.month else day_text(first)


def iso_span(first: date, last: date) -> str:
    """The period in ISO 8601; the end leaves out the year that it shares with the start."""
    end = last.isoformat()
    if first == last:
        return end
    return f"{first.isoformat()}/{end[5:] if first.year == last.year else end}"


def grouped(n: int) -> str:
    """A whole number with its thousands set apart by a narrow space, as in "3 076"."""
    return f"{n:,}".replace(",", "\u202f")
