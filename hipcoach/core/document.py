"""What every stored document has: an id and two times, given by the store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

EARLIEST, LATEST = date(2000, 1, 1), date(2199, 12, 31)
"""The days that an entry may name: days are counted from them, before them and after them."""

YEARS = range(1900, LATEST.year + 1)
"""The years of a rating or a session: a computer without its clock's battery writes 1970."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Base of everything in the diary.

    `id` is a UUIDv7 as text and empty until the store has the document; the times are the store's,
    with their UTC offset.
    """

    id: str = ""
    created_at: datetime | None = None
    updated_at: datetime | None = None


class NotSavedError(Exception):
    """The diary could not be written.

    Its text is one sentence for the user; nothing was half-written.
    """


def require_offset(moment: datetime, name: str) -> None:
    """Raise ValueError unless `moment` carries its UTC offset.

    Days are counted in the entry's own offset.
    """
    if moment.utcoffset() is None:
        raise ValueError(f"{name} needs a UTC offset, as in 2026-11-02T18:12:00+01:00")


def require_year(moment: datetime, name: str) -> None:
    """Raise ValueError unless `moment` has its UTC offset and lies in a year that a chart shows."""
    require_offset(moment, name)
    if moment.year not in YEARS:
        raise ValueError(f"{name} must lie between the years {YEARS[0]} and {YEARS[-1]}")


def require_day(day: date, name: str) -> None:
    """Raise ValueError unless `day` is one that can be counted from."""
    if not EARLIEST <= day <= LATEST:
        raise ValueError(f"{name} must lie between {EARLIEST} and {LATEST}")
