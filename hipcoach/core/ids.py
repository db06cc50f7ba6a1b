"""Ids of documents: UUIDs of version 7, which sort by the time they were made (RFC 9562)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

RANDOM_BITS = 74
"""rand_a (12 bits) and rand_b (62 bits) together."""

_VERSION, _VARIANT = 7 << 76, 0b10 << 62
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def milliseconds(at: datetime) -> int:
    """The moment in whole milliseconds since 1970."""
    return (at - _EPOCH) // timedelta(milliseconds=1)


def uuid7(milliseconds: int, random: int) -> str:
    """The id of 48 bits of time and 74 random ones, as in 0191e7c4-5c00-7d2e-9a31-3c5a1f0e8b42."""
    high, low = divmod(random, 1 << 62)
    text = f"{milliseconds << 80 | _VERSION | high << 64 | _VARIANT | low:032x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
