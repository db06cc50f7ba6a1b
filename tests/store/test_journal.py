"""The journal's lines: good ones are read, others known, wherever they are cut or flipped."""

from __future__ import annotations

from zlib import crc32

import pytest

from hipcoach.store import journal
from hipcoach.store.codec import encode_json
from hipcoach.store.journal import GapError, check_reach, line, read, replay

NOTES = ["", "quiet", 'J * \x00\n "quoted" Ü', "x" * 90]


def changes(number: int, note: str | None) -> list[bytes]:
    """One document, put or removed."""
    document = None if note is None else {"id": f"id-{number}", "note": note}
    return [encode_json(("pain_ratings", str(number), document))]


def made(first: int = 1) -> list[bytes]:
    """Lines that put a document each, and one that removes the first again."""
    lines = [line(first + i, changes(i + 1, note)) for i, note in enumerate(NOTES)]
    return [*lines, line(first + len(lines), changes(1, None))]


def states() -> list[dict]:
    """The tables after each number of lines."""
    found, tables = [{}], {}
    for entry in read(b"".join(made())).entries:
        journal.apply(tables, entry.changes)
        found.append({name: dict(documents) for name, documents in tables.items()})
    return found


def test_a_line_is_checksum_space_json_line_feed() -> None:
    text = line(7, [b'["runs","1",null]', b'["runs","2",{"a":1}]'])
    assert text.count(b"\n") == 1
    assert text[8:] == b' [7,[["runs","1",null],["runs","2",{"a":1}]]]\n'
    assert int(text[:8], 16) == crc32(text[9:-1])


def test_lines_are_read_as_they_were_written() -> None:
    tables: dict = {}
    found = read(b"".join(made()))
    assert replay(tables, 0, found.entries) == 5
    assert [tables["pain_ratings"][key]["note"] for key in "234"] == NOTES[1:]
    assert "1" not in tables["pain_ratings"]
    assert (found.bad_line, found.after, found.tail) == (None, (), b"")


def test_cut_at_any_byte_it_holds_the_whole_lines_before() -> None:
    lines, expected = made(), states()
    raw = b"".join(lines)
    ends = [sum(map(len, lines[:n])) for n in range(len(lines) + 1)]
    for cut in range(len(raw) + 1):
        whole = sum(end <= cut for end in ends) - 1
        found, tables = read(raw[:cut]), {}
        assert replay(tables, 0, found.entries) == whole
        assert tables == expected[whole]
        assert (found.whole, found.tail) == (ends[whole], raw[ends[whole] : cut])
        assert not found.after


def test_any_flipped_bit_is_found() -> None:
    lines, expected = made(), states()
    raw = b"".join(lines)
    for bit in range(len(raw) * 8):
        flipped = bytearray(raw)
        flipped[bit // 8] ^= 1 << bit % 8
        found, tables = read(bytes(flipped)), {}
        reached = replay(tables, 0, found.entries)
        assert reached < len(lines)
        assert tables == expected[reached]
        assert found.bad_line == reached + 1
        assert found.whole + len(found.tail) == len(raw)
        last_lines = bit // 8 >= len(b"".join(lines[:-2]))
        assert found.after or last_lines


@pytest.mark.parametrize(
    "body",
    [b"[1]", b"{}", b'[1,[["runs","1"]]]', b'["1",[]]', b'[1,[["runs",1,null]]]', b"[1,[]] ["],
)
def test_a_right_checksum_does_not_make_a_wrong_line_right(body) -> None:
    found = read(b"%08x %s\n" % (crc32(body), body))
    assert (found.entries, found.bad_line) == ((), 1)


def test_lines_that_the_tables_hold_already_are_passed_over() -> None:
    tables: dict = {"pain_ratings": {"9": {}}}
    entries = read(b"".join(made(first=3))).entries
    assert replay(tables, 5, entries) == 7
    assert set(tables["pain_ratings"]) == {"9", "4"}
    assert replay(tables, 7, entries) == 7


def test_a_journal_that_ends_before_its_checkpoint_does_not_belong_to_it() -> None:
    entries = read(b"".join(made(first=3))).entries
    for start in (0, 5, 7):
        check_reach(start, entries)
    check_reach(20, ())
    with pytest.raises(GapError, match=r"ends at change 7, but diary\.json is at 8"):
        check_reach(8, entries)


@pytest.mark.parametrize("order", [[1, 3], [2], [1, 1], [1, 2, 1], [2, 1]])
def test_a_missing_or_doubled_transaction_is_a_gap(order) -> None:
    lines = made()
    entries = read(b"".join(lines[n - 1] for n in order)).entries
    with pytest.raises(GapError, match=r"change \d is missing before change \d"):
        replay({}, 0, entries)
