"""Ids of documents: UUIDs of version 7, which sort by the time they were made (RFC 9562)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

RANDOM_BITS = 74

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LOW_BITS = 62


def uuid7(at: datetime, bits: int) -> str:
    """The id of something made at the moment `at`, with 74 random bits."""
    milliseconds = (at - _EPOCH) // timedelta(milliseconds=1)
    high, low = divmod(bits, 1 << _LOW_BITS)
    return str(UUID(int=milliseconds << 80 | 7 << 76 | high << 64 | 2 << _LOW_BITS | low))
