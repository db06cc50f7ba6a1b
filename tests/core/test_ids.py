"""Ids say when a document was made and sort by it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from uuid import RFC_4122, UUID

from hipcoach.core.ids import RANDOM_BITS, milliseconds, uuid7

AT = datetime(2026, 11, 2, 8, 0, tzinfo=timezone(timedelta(hours=1)))
NOW = milliseconds(AT)


def test_an_id_is_a_uuid_of_version_7() -> None:
    for random in (0, 1, 2**RANDOM_BITS - 1):
        made = UUID(uuid7(NOW, random))
        assert (made.version, made.variant) == (7, RFC_4122)
        assert str(made) == uuid7(NOW, random)


def test_an_id_holds_its_moment_and_every_random_bit() -> None:
    made = UUID(uuid7(NOW, 0)).int
    assert datetime.fromtimestamp((made >> 80) / 1000, UTC) == AT
    assert len({uuid7(NOW, 1 << bit) for bit in range(RANDOM_BITS)}) == RANDOM_BITS


def test_later_ids_sort_behind_earlier_ones() -> None:
    assert uuid7(NOW, 2**RANDOM_BITS - 1) < uuid7(NOW + 1, 0)
    assert milliseconds(AT + timedelta(milliseconds=1)) == NOW + 1
