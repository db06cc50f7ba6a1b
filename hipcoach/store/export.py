"""Exports: everything as one JSON file, or one CSV file a table, complete or not there at all.

The JSON is what an import reads: all documents as they are stored, tombstones too. The CSV is for
people and spreadsheets: documents that are not deleted, one a row, in the columns of their type;
what holds several values stands in its cell as JSON. A text that begins like a formula (= + - @,
tab, carriage return) gets a ' before it; numbers are numbers, a negative one too. The files begin
with a byte order mark, from which spreadsheets know that they are UTF-8.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from hipcoach.core.text import message
from hipcoach.store.checkpoint import APP
from hipcoach.store.codec import encode_json
from hipcoach.store.disk import Disk
from hipcoach.store.documents import Raw, is_deleted
from hipcoach.store.errors import BadTarget, not_saved
from hipcoach.store.files import put, put_folder
from hipcoach.store.journal import Tables
from hipcoach.store.migrations import FORMAT
from hipcoach.store.shape import stored_names
from hipcoach.store.tables import KINDS, TABLES

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export_json(tables: Tables, target: Path, moment: datetime, disk: Disk | None = None) -> None:
    """Write all tables to the file `target`; `moment` is now. Raises BadTarget and NotSaved."""
    disk = disk or Disk()
    if target.is_dir() or (target.exists() and target.stat().st_size):
        raise _taken(target)
    _check_parent(target)
    try:
        put(disk, target, as_json(tables, moment))
        disk.sync_folder(target.parent)
    except OSError as error:
        raise not_saved(error, target) from error


def export_csv(tables: Tables, target: Path, disk: Disk | None = None) -> None:
    """Write one file a table into the new or empty folder `target`. Raises BadTarget, NotSaved."""
    disk = disk or Disk()
    if target.exists() and not (target.is_dir() and not disk.names(target)):
        raise _taken(target)
    _check_parent(target)
    files = {f"{name}.csv": as_csv(name, tables.get(name, {}).values()) for name in _names(tables)}
    try:
        put_folder(disk, target, files)
    except OSError as error:
        raise not_saved(error, target) from error


def _taken(target: Path) -> BadTarget:
    told = message("{path} exists and is not empty. Choose another name.", path=target)
    return BadTarget(told)


def _check_parent(target: Path) -> None:
    if not target.parent.is_dir():
        raise BadTarget(message("The folder {folder} does not exist.", folder=target.parent))


def as_json(tables: Tables, moment: datetime) -> bytes:
    """The export's bytes: app, format, exported_at and tables; one document a line."""
    head = encode_json({"app": APP, "format": FORMAT, "exported_at": moment.isoformat()})[:-1]
    lists = b",\n".join(_list(name, tables.get(name, {}).values()) for name in _names(tables))
    return head + b',"tables":{\n' + lists + b"\n}}\n"


def _names(tables: Tables) -> list[str]:
    """The known tables, and after them any other that the diary has."""
    return list(dict.fromkeys((*TABLES, *tables)))


def _list(name: str, documents: Iterable[Raw]) -> bytes:
    lines = b",\n".join(map(encode_json, documents))
    return encode_json(name) + (b":[\n" + lines + b"\n]" if lines else b":[]")


def as_csv(name: str, documents: Iterable[Raw]) -> bytes:
    """The bytes of a table's file: a row of column names, then one row a document."""
    kept = [raw for raw in documents if not is_deleted(raw)]
    kind: Any = KINDS[name].type if name in KINDS else None
    columns = list(stored_names(kind)) if kind else _keys(kept)
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(columns)
    rows.writerows([_cell(raw.get(column)) for column in columns] for raw in kept)
    return text.getvalue().encode("utf-8-sig")


def _keys(documents: Iterable[Raw]) -> list[str]:
    """Every key that one of the documents has, in the order of appearance."""
    return list(dict.fromkeys(key for raw in documents for key in raw))


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, str):
        return "'" + value if value.startswith(_FORMULA) else value
    if isinstance(value, bool | list | dict):
        return encode_json(value).decode()
    return value  # a number
