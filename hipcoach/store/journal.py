"""The journal's lines, one a transaction: `crc32 SP [seq, [[table, number, document], ...]] LF`.

A document that is null is removed. The checksum covers the JSON between space and line feed, and
`seq` grows by one with each line. A line is written in one piece, its line feed last: an end
without line feed is a write that was cut off, any other bad line is damage.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import dropwhile
from typing import Any
from zlib import crc32

from hipcoach.store.codec import Invalid, decode_json

Tables = dict[str, dict[str, dict[str, Any]]]
"""The diary as plain values: documents by TinyDB's number (as text), by table."""

Change = tuple[str, str, dict[str, Any] | None]
"""What becomes of one document: table, TinyDB's number, the document or None for removal."""

_SHAPE = tuple[int, list[Change]]
_CRC = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One transaction."""

    seq: int
    changes: list[Change]


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """What a journal's bytes say.

    `entries` are the good lines before the first bad one and `whole` is their length in bytes.
    `bad_line` is the first bad line, counted from 1; `after` are the good lines behind it; `tail`
    is everything from the bad line on. `damaged`: that is more than a write that was cut off.
    """

    entries: tuple[Entry, ...] = ()
    whole: int = 0
    bad_line: int | None = None
    after: tuple[Entry, ...] = ()
    tail: bytes = b""

    @property
    def damaged(self) -> bool:
        """Whether the tail has a line feed: what follows it, or it itself, may have been saved."""
        return b"\n" in self.tail


class GapError(ValueError):
    """A transaction is missing: the text says between which."""


def line(seq: int, changes: Iterable[bytes]) -> bytes:
    """The line of a transaction, whose changes are JSON already."""
    body = b"[%d,[%s]]" % (seq, b",".join(changes))
    return b"%08x %s\n" % (crc32(body), body)


def read(raw: bytes) -> Journal:
    """What the bytes of a journal say. Never raises: bad lines are part of the answer."""
    lines = raw.splitlines(keepends=True)
    entries = [_entry(text) for text in lines]
    if None not in entries:
        return Journal(entries=_present(entries), whole=len(raw))
    bad = entries.index(None)
    whole = sum(map(len, lines[:bad]))
    return Journal(
        entries=_present(entries[:bad]),
        whole=whole,
        bad_line=bad + 1,
        after=_present(entries[bad:]),
        tail=raw[whole:],
    )


def _present(entries: list[Entry | None]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry)


def _entry(text: bytes) -> Entry | None:
    """The transaction in a line, or None where the line is not exactly as `line` writes it."""
    body = text[_CRC + 1 : -1]
    if text[: _CRC + 1] != b"%08x " % crc32(body) or not text.endswith(b"\n"):
        return None
    try:
        seq, changes = decode_json(body, _SHAPE)
    except Invalid:
        return None
    return Entry(seq=seq, changes=changes)


def replay(tables: Tables, start: int, entries: Iterable[Entry]) -> int:
    """Apply to `tables`, which stand at seq `start`, the transactions that follow; the seq reached.

    Leading ones that the tables hold already are passed over (a checkpoint was written, but the
    journal not emptied any more). Raises GapError where one is missing or comes twice.
    """
    seq = start
    for entry in dropwhile(lambda entry: entry.seq <= start, entries):
        if entry.seq != seq + 1:
            raise GapError(f"change {seq + 1} is missing before change {entry.seq}")
        apply(tables, entry.changes)
        seq = entry.seq
    return seq


def check_reach(start: int, entries: Sequence[Entry]) -> None:
    """Raise GapError where all transactions end before `start`, where their checkpoint stands.

    A journal that was not emptied any more after its checkpoint ends exactly there.
    """
    if entries and entries[-1].seq < start:
        raise GapError(f"it ends at change {entries[-1].seq}, but diary.json is at {start}")


def apply(tables: Tables, changes: Iterable[Change]) -> None:
    """Make the changes to the tables."""
    for table, number, document in changes:
        documents = tables.setdefault(table, {})
        if document is None:
            documents.pop(number, None)
        else:
            documents[number] = document
