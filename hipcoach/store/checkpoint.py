"""The checkpoint `diary.json`: TinyDB's plain layout, one document a line, `_meta` first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hipcoach.store.codec import Invalid, convert, decode_json, doubled_key, encode_json
from hipcoach.store.journal import Tables

APP = "hipcoach"
META = "_meta"
MOST_DIGITS = 18
"""Digits of a document's number; TinyDB counts from 1."""

_NAME = re.compile("[a-z_]{1,40}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """The one document of `_meta`: whose file, which format, and the last transaction in it."""

    app: str
    format: int
    seq: int

    def __post_init__(self) -> None:
        if self.app != APP or self.format < 1 or self.seq < 0:
            raise ValueError("this is not a HipCoach diary")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """A checkpoint's content."""

    meta: Meta
    tables: Tables


def dump(tables: Mapping[str, Mapping[str, Any]], meta: Meta) -> bytes:
    """The file's bytes. Tables without a document are left out."""
    number_one = {"app": meta.app, "format": meta.format, "seq": meta.seq}
    filled = {META: {"1": number_one}} | {name: table for name, table in tables.items() if table}
    return b"{\n%s\n}\n" % b",\n".join(_table(name, table) for name, table in filled.items())


def _table(name: str, documents: Mapping[str, Any]) -> bytes:
    lines = (b"%s: %s" % (encode_json(key), encode_json(d)) for key, d in documents.items())
    return b"%s: {\n%s\n}" % (encode_json(name), b",\n".join(lines))


def load(raw: bytes) -> Checkpoint:
    """The content of the file's bytes. Raises Invalid where they are no whole checkpoint.

    A newer format is not refused here: `meta.format` tells it.
    """
    if not raw.strip():
        raise Invalid("the file is empty")
    tables: Tables = decode_json(raw, Tables)
    meta = _meta(tables.pop(META, {}))
    for name, documents in tables.items():
        _check_numbers(name, documents)
    if raw.count(b"\n") != _lines(tables) and (key := doubled_key(raw)):
        raise Invalid(f'the key "{key}" is there twice')
    return Checkpoint(meta=meta, tables=tables)


def _meta(table: Mapping[str, Any]) -> Meta:
    """The document of `_meta`; keys that a newer format may have added are let pass."""
    if "1" not in table:
        raise Invalid(f"the table {META} is missing")
    known = {key: value for key, value in table["1"].items() if key in Meta.__slots__}
    return convert(known, Meta)


def _check_numbers(name: str, documents: Mapping[str, Any]) -> None:
    """TinyDB numbers documents; two spellings of one number would be two documents.

    The table's name becomes a file's name in an export, so it is a plain word.
    """
    if not _NAME.fullmatch(name):
        raise Invalid(f"{name[:40]!r} is no name of a table")
    for key in documents:
        if not (key.isascii() and key.isdigit() and key[0] != "0" and len(key) <= MOST_DIGITS):
            raise Invalid(f"{name}: {key[:40]!r} is no document number")


def _lines(tables: Tables) -> int:
    """The line breaks of these tables as `dump` writes them; more of them tell of a doubled key."""
    return 2 + 3 + sum(2 + len(documents) for documents in tables.values())
