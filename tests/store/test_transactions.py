"""Changes that belong together: one line of the journal, or nothing."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest

from hipcoach.core.run import Flare
from hipcoach.store import journal
from hipcoach.store.errors import NotSaved


@pytest.fixture
def store(open_store):
    with open_store() as opened:
        yield opened


@pytest.fixture
def entries(folder):
    """The journal's transactions: changed tables and removed or put, each."""
    return lambda: [
        [(table, document is not None) for table, _, document in entry.changes]
        for entry in journal.read((folder / "diary.json.journal").read_bytes()).entries
    ]


def flare(day: int) -> Flare:
    return Flare(from_=date(2026, 11, day))


def test_several_tables_become_one_line(store, rating, entries) -> None:
    with store.transaction():
        added = store.pain_ratings.add(rating())
        store.flares.add(flare(1))
        assert store.pain_ratings.replace(rating(5, id=added.id)).score == 5
        assert [found.score for found in store.pain_ratings.all()] == [5]
        assert entries() == []
    assert entries() == [[("pain_ratings", True), ("flares", True), ("pain_ratings", True)]]


def test_a_block_that_raises_changes_nothing(store, rating, entries, open_store) -> None:
    kept = store.pain_ratings.add(rating(1))
    before = store.diary()
    with suppress(ZeroDivisionError), store.transaction():
        store.pain_ratings.delete(kept.id)
        new = store.pain_ratings.add(rating(2))
        store.flares.add(flare(1))
        raise ZeroDivisionError
    assert store.diary() == before == open_store(write=False).diary()
    assert store.pain_ratings.get(new.id) is None
    assert len(entries()) == 1
    assert store.pain_ratings.add(rating(2, id=new.id)).id == new.id


def test_an_inner_block_that_raises_is_undone_alone(store, rating) -> None:
    with store.transaction():
        store.pain_ratings.add(rating(1))
        with suppress(ZeroDivisionError), store.transaction():
            store.pain_ratings.add(rating(2))
            raise ZeroDivisionError
        with store.transaction():
            store.pain_ratings.add(rating(3))
    assert [found.score for found in store.pain_ratings.all()] == [1, 3]


def test_an_outer_block_that_raises_undoes_the_inner_one(store, rating) -> None:
    with suppress(ZeroDivisionError), store.transaction():
        with store.transaction():
            store.pain_ratings.add(rating(1))
        raise ZeroDivisionError
    assert store.pain_ratings.all() == ()


def test_half_a_transaction_never_reaches_the_checkpoint(store, rating) -> None:
    with store.transaction():
        store.pain_ratings.add(rating(1))
        with pytest.raises(RuntimeError, match="transaction is open"):
            store.checkpoint()
        with pytest.raises(RuntimeError, match="transaction is open"):
            store.close()
    assert len(store.pain_ratings.all()) == 1


def test_a_refused_write_undoes_the_block(open_store, make_disk, rating) -> None:
    disk = make_disk()
    store = open_store(disk=disk)
    kept = store.pain_ratings.add(rating(1))
    disk.plan = {disk.calls + 1: "error"}
    with pytest.raises(NotSaved), store.transaction():  # noqa: PT012 - raised at its end
        store.pain_ratings.delete(kept.id)
        store.flares.add(flare(1))
    assert store.pain_ratings.all() == (kept,)
    assert store.flares.all() == ()
    store.flares.add(flare(2))
    assert open_store(disk=disk, write=False).diary() == store.diary()


def test_an_interruption_right_after_the_write_keeps_disk_and_memory_one(
    open_store, make_disk, rating, monkeypatch
) -> None:
    disk = make_disk()
    store = open_store(disk=disk)
    log = store._writer.log
    append = log.append

    def interrupted(changes) -> None:
        append(changes)
        raise KeyboardInterrupt

    monkeypatch.setattr(log, "append", interrupted)
    with pytest.raises(KeyboardInterrupt):
        store.pain_ratings.add(rating(1))
    monkeypatch.setattr(log, "append", append)
    store.pain_ratings.add(rating(2))
    assert [found.score for found in store.pain_ratings.all()] == [1, 2]
    assert open_store(disk=disk, write=False).diary() == store.diary()
