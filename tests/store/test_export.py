"""Exports: everything, complete, harmless in a spreadsheet, never over something that is there."""

from __future__ import annotations

import csv
import errno
import json
from datetime import UTC, date, datetime

import pytest

from hipcoach.core.run import Decision, Flare
from hipcoach.store.disk import Disk
from hipcoach.store.errors import BadTarget, NotSaved
from hipcoach.store.export import as_csv, export_csv, export_json
from hipcoach.store.tables import TABLES

AT = datetime(2026, 11, 2, 18, 12, tzinfo=UTC)


@pytest.fixture
def store(open_store, rating):
    """A rating, a deleted one, a flare-up and a decision."""
    with open_store() as opened:
        opened.pain_ratings.add(rating(4, note="=cmd()", tags=("=a", "b")))
        opened.pain_ratings.delete(opened.pain_ratings.add(rating(5)).id)
        opened.flares.add(Flare(from_=date(2026, 11, 2)))
        given = {"rule": "R", "exercise": "e", "from_": "-a", "to": "b", "text": "two\nlines, Ü"}
        opened.decisions.add(Decision(at=AT, facts={"n": -1.5}, accepted=True, **given))
        yield opened


def rows(path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_json_holds_everything_as_it_is_stored(store, tmp_path, clock) -> None:
    store.export_json(tmp_path / "all.json")
    found = json.loads((tmp_path / "all.json").read_text("utf-8"))
    assert (found["app"], found["format"]) == ("hipcoach", 1)
    assert found["exported_at"] == clock.moment.isoformat()
    assert list(found["tables"]) == list(TABLES)
    assert [rating.get("deleted") for rating in found["tables"]["pain_ratings"]] == [None, True]
    assert found["tables"]["flares"][0]["from"] == "2026-11-02"
    assert found["tables"]["runs"] == []


def test_json_has_a_document_a_line(store, tmp_path) -> None:
    store.export_json(tmp_path / "all.json")
    lines = (tmp_path / "all.json").read_text("utf-8").splitlines()
    assert len([line for line in lines if line.startswith('{"id":')]) == 4


def test_csv_is_a_file_a_table(store, tmp_path) -> None:
    store.export_csv(tmp_path / "csv")
    assert sorted(path.stem for path in (tmp_path / "csv").iterdir()) == sorted(TABLES)
    [rating] = rows(tmp_path / "csv" / "pain_ratings.csv")
    assert (rating["id"], rating["score"], rating["note"]) == ("id-1", "4", "'=cmd()")
    assert rating["tags"] == '["=a","b"]'
    [decision] = rows(tmp_path / "csv" / "decisions.csv")
    assert (decision["from"], decision["text"]) == ("'-a", "two\nlines, Ü")
    assert (decision["facts"], decision["accepted"]) == ('{"n":-1.5}', "true")
    [flare] = rows(tmp_path / "csv" / "flares.csv")
    assert flare["to"] == ""
    assert rows(tmp_path / "csv" / "runs.csv") == []


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_text_like_a_formula_is_no_formula(start) -> None:
    raw = as_csv("other", [{"note": start + "1", "n": -1}])
    assert raw.startswith(b"\xef\xbb\xbfnote,n\r\n")
    [row] = csv.DictReader(raw.decode("utf-8-sig").splitlines(keepends=True))
    assert row == {"note": f"'{start}1", "n": "-1"}


def test_an_unknown_table_has_the_columns_of_its_documents() -> None:
    raw = as_csv("other", [{"b": 1}, {"a": None, "b": 2.5}])
    assert raw.decode("utf-8-sig") == "b,a\r\n1,\r\n2.5,\r\n"


def test_what_is_there_is_not_overwritten(store, tmp_path) -> None:
    file, folder = tmp_path / "file", tmp_path / "folder"
    file.write_text("mine")
    folder.mkdir()
    (folder / "mine").write_text("mine")
    for export, target in [
        (store.export_json, file),
        (store.export_json, folder),
        (store.export_csv, file),
        (store.export_csv, folder),
    ]:
        with pytest.raises(BadTarget, match="exists and is not empty") as error:
            export(target)
        assert error.value.exit_code == 2
    assert file.read_text() == "mine"
    assert [path.name for path in folder.iterdir()] == ["mine"]


def test_an_empty_target_is_used(store, tmp_path) -> None:
    file, folder = tmp_path / "file", tmp_path / "folder"
    file.touch()
    folder.mkdir()
    store.export_json(file)
    store.export_csv(folder)
    assert file.stat().st_size
    assert len(list(folder.iterdir())) == len(TABLES)


def test_a_missing_folder_is_named(store, tmp_path) -> None:
    for export in (store.export_json, store.export_csv):
        with pytest.raises(BadTarget, match=f"The folder {tmp_path / 'no'} does not exist"):
            export(tmp_path / "no" / "target")


class Full(Disk):
    """A disk that is full after a number of bytes."""

    def __init__(self, room: int) -> None:
        self.room = room

    def write(self, descriptor, content) -> int:
        taken = super().write(descriptor, content[: self.room])
        self.room -= taken
        return taken


@pytest.mark.parametrize("room", [0, 10, 700])
def test_nothing_half_written_stays(tmp_path, room) -> None:
    tables = {"pain_ratings": {"1": {"id": "a", "note": "n" * 2000}}}
    with pytest.raises(NotSaved, match="is full"):
        export_json(tables, tmp_path / "all.json", AT, Full(room))
    with pytest.raises(NotSaved, match="is full"):
        export_csv(tables, tmp_path / "csv", Full(room))
    assert list(tmp_path.iterdir()) == []


def test_an_export_that_cannot_even_be_cleared_away_says_what_failed(tmp_path) -> None:
    class Stuck(Full):
        def remove(self, path) -> None:
            raise OSError(errno.EIO, "Input/output error")

    with pytest.raises(NotSaved, match="is full"):
        export_csv({}, tmp_path / "csv", Stuck(40))
