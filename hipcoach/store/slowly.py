"""Reading a checkpoint in small steps, for a window that has other things to do meanwhile.

The file has one document a line: some lines of one table, between the file's own first and last
ones, are a small checkpoint, which is read with all its checks.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from itertools import pairwise

from hipcoach.store import checkpoint
from hipcoach.store.checkpoint import Checkpoint
from hipcoach.store.codec import Invalid, in_bulk
from hipcoach.store.journal import Tables

LINES = 200
"""Documents a step: a few milliseconds."""

Steps = Generator[float, None, Checkpoint]
"""Yields the share that is done, 0 to 1; returns what was read."""

_MORE, _END = b"},", b"}"


def loaded(raw: bytes) -> Steps:
    """What `checkpoint.load` makes of these bytes. Raises Invalid as it does.

    Bytes that are damaged, or not laid out as HipCoach writes them, are read in one step.
    """
    try:
        found = yield from _put_together(_pieces(raw.split(b"\n")), len(raw))
    except Invalid:
        found = None
    return found or checkpoint.load(raw)


def _put_together(pieces: Iterator[bytes], size: int) -> Generator[float, None, Checkpoint | None]:
    """The documents of all pieces; None where two have the same number."""
    tables: Tables = {}
    found: Checkpoint | None = None
    done = 0
    for piece in pieces:
        yield min(done / size, 1.0)
        done += len(piece)
        with in_bulk():
            found = checkpoint.load(piece)
        for name, documents in found.tables.items():
            table = tables.setdefault(name, {})
            if not table.keys().isdisjoint(documents):
                return None
            table |= documents
    return found and Checkpoint(meta=found.meta, tables=tables)


def _pieces(lines: list[bytes]) -> Iterator[bytes]:
    """Small checkpoints that make up the one of these lines. Raises Invalid for another layout."""
    ends = [number for number, line in enumerate(lines) if line in {_MORE, _END}]
    closing = [lines[number] for number in ends]
    if not ends or lines[ends[-1] + 1 :] != [b""] or closing[:-2].count(_MORE) != len(ends) - 2:
        raise Invalid("the lines are not laid out as HipCoach writes them")
    if closing[-2:] != [_END, _END] or lines[0] != b"{" or ends[0] != 3:
        raise Invalid("the lines are not laid out as HipCoach writes them")
    head = b"\n".join(lines[:3])
    yield head + b"\n}\n}\n"
    for before, end in pairwise(ends[:-1]):
        start = head + b"\n},\n" + lines[before + 1] + b"\n"
        for piece in _documents(lines[before + 2 : end]):
            yield start + piece + b"\n}\n}\n"


def _documents(lines: list[bytes]) -> Iterator[bytes]:
    """The lines of a table in pieces, each without the comma behind its last line."""
    for first in range(0, len(lines), LINES):
        part, is_last = lines[first : first + LINES], first + LINES >= len(lines)
        if part[-1].endswith(b",") is is_last:
            raise Invalid("a comma is missing, or one too many")
        yield b"\n".join(part).removesuffix(b",")
