"""TinyDB's own ways to change a table work on the journal, and cost what they change."""

from __future__ import annotations

import pytest
from tinydb import where

from hipcoach.store import journal


@pytest.fixture
def store(open_store):
    with open_store() as opened:
        yield opened


@pytest.fixture
def database(store):
    return store._database


@pytest.fixture
def table(database):
    """Three documents."""
    table = database.table("own")
    table.insert_multiple({"n": n, "deep": [n]} for n in (1, 2, 3))
    return table


@pytest.fixture
def lines(folder):
    """The changes of the journal's transactions."""
    return lambda: [
        entry.changes
        for entry in journal.read((folder / "diary.json.journal").read_bytes()).entries
    ]


def test_several_documents_are_one_transaction(table, lines) -> None:
    assert [[number for _, number, _ in changes] for changes in lines()] == [["1", "2", "3"]]


def test_an_update_writes_what_it_changed(table, lines) -> None:
    table.update({"n": 2}, where("n") >= 2)
    assert lines()[1:] == [[("own", "3", {"n": 2, "deep": [3]})]]
    table.update({"n": 2}, where("n") == 2)
    assert len(lines()) == 2
    table.upsert({"n": 9}, where("n") == 9)
    assert lines()[2:] == [[("own", "4", {"n": 9})]]


def test_removing_writes_what_it_removed(table, lines) -> None:
    assert table.remove(where("n") == 2) == [2]
    assert table.remove(doc_ids=[2, 3, 7]) == [3]
    assert lines()[1:] == [[("own", "2", None)], [("own", "3", None)]]
    table.truncate()
    assert lines()[3:] == [[("own", "1", None)]]
    assert len(table) == 0


def test_an_updater_that_raises_changes_nothing(table, lines) -> None:
    def spoil(document) -> None:
        document["deep"].append(9)
        if document["n"] == 2:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        table.update(spoil)
    assert [document["deep"] for document in table] == [[1], [2], [3]]
    assert len(lines()) == 1


def test_what_updaters_see_is_a_mapping_by_number(table, lines) -> None:
    def updater(documents) -> None:
        assert (list(documents), len(documents)) == ([1, 2, 3], 3)
        del documents[2]
        documents[5] = {"n": 5}
        assert (list(documents), 2 in documents, 5 in documents) == ([1, 3, 5], False, True)
        with pytest.raises(KeyError):
            documents[2]
        with pytest.raises(KeyError):
            del documents[2]
        assert documents[1]["n"] == 1

    table._update_table(updater)
    assert lines()[1:] == [[("own", "2", None), ("own", "5", {"n": 5})]]


def test_replacing_everything_at_once_is_not_offered(database, table) -> None:
    with pytest.raises(TypeError):
        database.drop_table("own")
    with pytest.raises(TypeError):
        database.drop_tables()
    assert len(table) == 3
    assert "own" in database.tables()


def test_numbers_are_not_counted_anew_for_every_document(store, rating) -> None:
    numbers = [store.pain_ratings._table.insert({"id": str(n)}) for n in range(3)]
    assert numbers == [1, 2, 3]
