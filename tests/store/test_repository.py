"""Documents are added, changed, deleted, brought back, and read in the order of their times."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from tinydb import where

from hipcoach.core.diary import Diary
from hipcoach.core.pain import NOTE_LIMIT
from hipcoach.core.run import CheckIn, Flare
from hipcoach.store.codec import Invalid
from hipcoach.store.errors import Unreadable
from hipcoach.store.store import Store

AT = datetime(2026, 11, 2, 18, 12, tzinfo=UTC)


def test_an_added_document_gets_its_id_and_times(store, rating, clock) -> None:
    added = store.pain_ratings.add(rating(4, note="Ü, garden"))
    assert (added.id, added.score, added.note) == ("id-1", 4, "Ü, garden")
    assert added.created_at == added.updated_at == clock.moment
    assert store.pain_ratings.get("id-1") == added


def test_a_later_reader_sees_the_same_values(store, rating, reopened) -> None:
    added = store.pain_ratings.add(rating(4, tags=("work",), note="\x00 <img> =1+1"))
    assert reopened().pain_ratings.all() == (added,)
    store.close()
    assert reopened().pain_ratings.all() == (added,)


def test_replacing_keeps_id_and_creation(store, rating, reopened) -> None:
    added = store.pain_ratings.add(rating(4))
    changed = store.pain_ratings.replace(replace(added, score=5, created_at=None))
    assert (changed.id, changed.created_at, changed.score) == (added.id, added.created_at, 5)
    assert changed.updated_at > added.updated_at
    assert reopened().pain_ratings.all() == (changed,)


def test_the_later_change_wins_although_the_clock_was_put_back(store, rating, clock) -> None:
    added = store.pain_ratings.add(rating(4))
    clock.moment -= timedelta(days=1)
    assert store.pain_ratings.replace(added).updated_at == added.updated_at


def test_a_deleted_document_leaves_a_tombstone(store, rating, folder, disk, reopened) -> None:
    added = store.pain_ratings.add(rating(4, note="private"))
    store.pain_ratings.delete(added.id)
    assert store.pain_ratings.get(added.id) is None
    assert store.diary() == reopened().diary() == Diary()
    store.close()
    text = disk.read(folder / "diary.json").decode()
    assert '{"id":"id-1","created_at":"2026-11-02T18:00:0' in text
    assert '"deleted":true}' in text
    assert "private" not in text


def test_undo_restores_the_same_id(store, rating, reopened) -> None:
    added = store.pain_ratings.add(rating(4))
    store.pain_ratings.delete(added.id)
    restored = store.pain_ratings.restore(added)
    assert replace(restored, updated_at=None) == replace(added, updated_at=None)
    assert restored.updated_at > added.updated_at
    assert reopened().pain_ratings.all() == (restored,)


def test_a_given_id_is_kept_and_given_once(store, rating) -> None:
    assert store.pain_ratings.add(rating(id="mine")).id == "mine"
    with pytest.raises(ValueError, match="mine already"):
        store.pain_ratings.add(rating(id="mine"))
    store.pain_ratings.delete("mine")
    with pytest.raises(ValueError, match="mine already"):
        store.pain_ratings.add(rating(id="mine"))


def test_what_is_not_there_cannot_be_changed(store, rating) -> None:
    deleted = store.pain_ratings.add(rating())
    store.pain_ratings.delete(deleted.id)
    for id_ in ("never", deleted.id):
        with pytest.raises(KeyError):
            store.pain_ratings.replace(rating(id=id_))
        with pytest.raises(KeyError):
            store.pain_ratings.delete(id_)
        assert store.pain_ratings.get(id_) is None
    with pytest.raises(KeyError):
        store.pain_ratings.restore(rating(id="never"))


def test_documents_come_in_the_order_of_their_own_times(store, rating) -> None:
    for hours, note in [(2, "b"), (0, "a"), (2, "c"), (-30, "0")]:
        store.pain_ratings.add(replace(rating(note=note), at=AT + timedelta(hours=hours)))
    assert [found.note for found in store.pain_ratings.all()] == ["0", "a", "b", "c"]


def test_a_long_note_is_kept_and_a_longer_one_refused(store, rating, reopened) -> None:
    note = "ü" * NOTE_LIMIT
    assert store.pain_ratings.add(rating(note=note)).note == note
    with pytest.raises(ValueError, match="10,000"):
        rating(note=note + "x")
    assert reopened().pain_ratings.all()[0].note == note


@pytest.mark.parametrize("note", ["\ud800", "a\udcffb"])
def test_half_a_character_is_refused_and_nothing_written(store, rating, reopened, note) -> None:
    with pytest.raises(Invalid, match="half a character"):
        store.pain_ratings.add(rating(note=note))
    assert store.pain_ratings.all() == reopened().pain_ratings.all() == ()
    assert store.pain_ratings.add(rating()).score == 3


def test_what_could_not_be_read_again_is_not_written(store, rating) -> None:
    odd = timedelta(hours=1, seconds=30)
    at = datetime(2026, 11, 2, tzinfo=timezone(odd))
    with pytest.raises(Invalid, match="at: Invalid RFC3339"):
        store.pain_ratings.add(replace(rating(), at=at))
    with pytest.raises(Invalid, match="nan"):
        store.check_ins.add(CheckIn(at=AT, run="r", week=0, items={"own": float("nan")}))
    assert store.diary() == Diary()


def test_the_clock_must_tell_its_offset(folder, rating) -> None:
    now = lambda: datetime(2026, 11, 2)  # noqa: DTZ001, E731 - a wrong clock
    with (
        Store.open(folder, now=now, new_id=lambda: "id") as store,
        pytest.raises(ValueError, match="needs a UTC offset"),
    ):
        store.pain_ratings.add(rating())


def test_nobody_shares_a_value_with_the_store(store) -> None:
    items = {"own": 2}
    added = store.check_ins.add(CheckIn(at=AT, run="r", week=0, items=items))
    items["own"] = 9
    assert store.check_ins.get(added.id).items == {"own": 2}


def test_a_damaged_document_is_named_and_the_others_are_read(open_store, folder, rating) -> None:
    with open_store() as store:
        good, bad = store.pain_ratings.add(rating(4)), store.pain_ratings.add(rating(7))
    path = folder / "diary.json"
    path.write_text(path.read_text("utf-8").replace('"score":7', '"score":"7"'), "utf-8")
    with open_store() as store:
        assert store.pain_ratings.get(good.id) == good
        with pytest.raises(Unreadable) as error:
            store.pain_ratings.get(bad.id)
        with pytest.raises(Unreadable):
            store.diary()
        store.pain_ratings.add(rating(5))
    for part in ("pain_ratings", bad.id, "score: Expected `int`, got `str`"):
        assert part in str(error.value)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('"id":"id-1",', "", "id, created_at or updated_at is missing"),
        ('"score":3', '"scored":3', "scored: there is no such key"),
        ('"id-2"', '"id-1"', "two documents have the id id-1"),
    ],
)
def test_a_document_edited_by_hand_is_refused_by_name(
    open_store, folder, rating, old, new, problem
) -> None:
    with open_store() as store:
        store.pain_ratings.add(rating())
        store.pain_ratings.add(rating(5))
    path = folder / "diary.json"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    store = open_store(write=False)
    for _ in "12":
        with pytest.raises(Unreadable, match=problem):
            store.pain_ratings.all()


def test_tinydbs_answers_are_neither_stale_nor_shared(store, rating) -> None:
    table, four = store.pain_ratings._table, where("score") == 4
    store.pain_ratings.add(rating(4))
    table.search(four)[0]["score"] = 9
    assert table.search(four)[0]["score"] == 4
    with suppress(ZeroDivisionError), store.transaction():
        store.pain_ratings.replace(rating(5, id="id-1"))
        assert table.search(four) == []
        raise ZeroDivisionError
    assert len(table.search(four)) == 1


def test_ids_found_after_a_reopening_are_the_same(open_store, rating) -> None:
    with open_store() as store:
        ids = [store.pain_ratings.add(rating(n)).id for n in range(3)]
    with open_store() as store:
        store.pain_ratings.delete(ids[1])
        assert store.pain_ratings.add(rating(5)).id == "id-4"
        assert [found.score for found in store.pain_ratings.all()] == [0, 2, 5]


def test_reading_again_decodes_nothing_again(store, rating) -> None:
    store.pain_ratings.add(rating(1))
    first, again = store.pain_ratings.all(), store.pain_ratings.all()
    assert first[0] is again[0]


def test_reading_all_again_sorts_nothing_again(store, rating) -> None:
    store.pain_ratings.add(rating(1))
    found = store.pain_ratings.all()
    store.flares.add(Flare(from_=AT.date()))
    assert store.pain_ratings.all() is found


def test_every_change_shows_in_what_is_read_after_it(store, rating) -> None:
    ids = [
        store.pain_ratings.add(replace(rating(n), at=AT + timedelta(hours=n))).id for n in (1, 2)
    ]

    def scores() -> list[int]:
        return [found.score for found in store.pain_ratings.all()]

    assert scores() == [1, 2]
    moved = store.pain_ratings.replace(
        replace(store.pain_ratings.all()[0], at=AT + timedelta(days=1))
    )
    assert scores() == [2, 1]
    store.pain_ratings.delete(ids[0])
    assert scores() == [2]
    store.pain_ratings.restore(moved)
    assert scores() == [2, 1]


def test_what_was_read_within_a_block_that_raised_is_forgotten(store, rating) -> None:
    kept = store.pain_ratings.add(rating(1))
    with suppress(ZeroDivisionError), store.transaction():
        store.pain_ratings.replace(replace(kept, score=9))
        assert [found.score for found in store.pain_ratings.all()] == [9]
        raise ZeroDivisionError
    assert store.pain_ratings.all() == (kept,)
    with suppress(ZeroDivisionError), store.transaction():
        store.pain_ratings.delete(kept.id)
        new = store.pain_ratings.add(rating(2))
        assert store.pain_ratings.all() == (new,)
        raise ZeroDivisionError
    assert store.pain_ratings.all() == (kept,)


def test_reading_a_part_leaves_the_whole_as_it_is(store, rating) -> None:
    old, new = (store.pain_ratings.add(replace(rating(), at=at)) for at in (AT - timedelta(9), AT))
    assert store.pain_ratings.all(lambda day: day >= f"{AT.date()}") == (new,)
    assert store.pain_ratings.all() == (old, new)
    assert store.pain_ratings.all(lambda day: day < f"{AT.date()}") == (old,)
