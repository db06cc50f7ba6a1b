"""The checkpoint file: plain TinyDB, one document a line, and nothing that was doubled or lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from tinydb import TinyDB

from hipcoach.store.checkpoint import Meta, dump, load
from hipcoach.store.codec import Invalid

META = Meta(app="hipcoach", format=1, seq=12)
TABLES = {
    "pain_ratings": {"1": {"id": "a", "note": "Ü\n"}, "2": {"id": "b"}},
    "runs": {"10": {"id": "c"}},
}
TEXT = """{
"_meta": {
"1": {"app":"hipcoach","format":1,"seq":12}
},
"pain_ratings": {
"1": {"id":"a","note":"Ü\\n"},
"2": {"id":"b"}
},
"runs": {
"10": {"id":"c"}
}
}
"""


def test_it_has_one_document_a_line_and_meta_first() -> None:
    assert dump({**TABLES, "flares": {}}, META).decode() == TEXT


def test_it_is_read_as_it_was_written() -> None:
    found = load(TEXT.encode())
    assert (found.tables, found.meta) == (TABLES, META)
    assert load(dump({}, META)).tables == {}


def test_stock_tinydb_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "diary.json"
    path.write_bytes(dump(TABLES, META))
    with TinyDB(path, encoding="utf-8") as stock:
        assert stock.table("_meta").all() == [{"app": "hipcoach", "format": 1, "seq": 12}]
        assert [(d.doc_id, d["id"]) for d in stock.table("pain_ratings")] == [(1, "a"), (2, "b")]


def test_what_stock_tinydb_writes_is_read(tmp_path: Path) -> None:
    path = tmp_path / "diary.json"
    path.write_bytes(dump(TABLES, META))
    with TinyDB(path, encoding="utf-8") as stock:
        stock.table("runs").insert({"id": "d"})
    assert load(path.read_bytes()).tables["runs"] == {"10": {"id": "c"}, "11": {"id": "d"}}


def test_what_a_newer_format_adds_to_meta_is_let_pass() -> None:
    newer = TEXT.replace('"format":1', '"format":2,"more":[]')
    assert load(newer.encode()).meta.format == 2


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (TEXT, "", "the file is empty"),
        (TEXT, " \n", "the file is empty"),
        (TEXT, "[]", "Expected `object`"),
        (TEXT, "{}", "the table _meta is missing"),
        ('"hipcoach"', '"other"', "this is not a HipCoach diary"),
        ('"format":1', '"format":0', "this is not a HipCoach diary"),
        ('"seq":12', '"seq":-1', "this is not a HipCoach diary"),
        ('"seq":12', '"seq":"12"', "seq: Expected `int`"),
        (',"seq":12', "", '"seq" is missing'),
        ('"10"', '"x"', "runs: 'x' is no document number"),
        ('"10"', f'"{"9" * 19}"', "is no document number"),
        ('"runs"', '"../runs"', "'../runs' is no name of a table"),
        ('"10"', '"010"', "runs: '010' is no document number"),
        ('"10"', '"²"', "runs: '²' is no document number"),
        ('"10"', '""', "runs: '' is no document number"),
        ('"2"', '"1"', 'the key "1" is there twice'),
        ('"runs"', '"pain_ratings"', 'the key "pain_ratings" is there twice'),
        ('{"id":"b"}', "3", "Expected `object`, got `int`"),
        ('"runs": {', '"runs": [', "Expected `object`, got `array`"),
        ('"runs": {', '"runs" {', "JSON is malformed"),
    ],
)
def test_what_is_no_whole_diary_is_refused_with_the_reason(old, new, problem) -> None:
    assert old in TEXT
    with pytest.raises(Invalid) as error:
        load(TEXT.replace(old, new).encode())
    assert problem in str(error.value)


def test_cut_at_any_byte_it_is_refused() -> None:
    raw = TEXT.encode()
    for cut in range(len(raw) - 1):
        with pytest.raises(Invalid):
            load(raw[:cut])
