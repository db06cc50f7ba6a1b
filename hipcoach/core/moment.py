"""The moment of an entry whose day or time of day is entered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

Local = Callable[[datetime], datetime]
"""Gives a time without an offset the one that holds there and then."""


def moved_to(at: datetime, day: date, clock: time, local: Local, *, stored: bool) -> datetime:
    """`at` on another day, at another time of day; itself where both are what they were.

    Another time of the same day keeps the offset of an entry that is `stored`, so that its day
    stays its day; anything else gets the offset of `local`.
    """
    if (day, clock) == (at.date(), at.time().replace(second=0, microsecond=0)):
        return at
    naive = datetime.combine(day, clock)
    stays = stored and day == at.date()
    return naive.replace(tzinfo=at.tzinfo) if stays else local(naive)
