"""Ids: UUIDs of version 7 that grow, whatever the clock does."""

from __future__ import annotations

import os
from datetime import timedelta
from uuid import RFC_4122, UUID

from hipcoach.store.ids import IdSource


def test_ids_are_uuids_of_version_7_with_their_moment(clock) -> None:
    made = UUID(IdSource(clock, os.urandom)())
    assert (made.version, made.variant) == (7, RFC_4122)
    assert made.int >> 80 == int(clock.moment.timestamp() * 1000)


def test_ids_of_one_moment_grow(clock) -> None:
    still = clock()
    new_id = IdSource(lambda: still, os.urandom)
    ids = [new_id() for _ in range(2000)]
    assert ids == sorted(set(ids))


def test_ids_grow_when_randomness_is_used_up(clock) -> None:
    still = clock()
    new_id = IdSource(lambda: still, lambda size: b"\xff" * size)
    assert new_id() < new_id() < new_id()


def test_ids_grow_when_the_clock_is_put_back(clock) -> None:
    new_id = IdSource(clock, os.urandom)
    before = new_id()
    clock.moment -= timedelta(days=1)
    assert before < new_id()
