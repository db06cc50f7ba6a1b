"""Looking into a backup in small steps: whether it can be read to the end, and what it holds.

Each generator yields the share that is done, 0 to 1, and returns what it found.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from datetime import date
from typing import Any

from hipcoach.core.backup import Inside
from hipcoach.core.text import message
from hipcoach.store.backups import with_its_journal
from hipcoach.store.checkpoint import Checkpoint
from hipcoach.store.codec import Invalid
from hipcoach.store.disk import Disk
from hipcoach.store.documents import Raw, Tombstone, decoded, doubled, ids, is_deleted
from hipcoach.store.errors import NoBackup, Unreadable, unreadable
from hipcoach.store.files import checkpoint_names
from hipcoach.store.journal import Tables
from hipcoach.store.layout import Layout
from hipcoach.store.migrations import migrate
from hipcoach.store.slowly import LINES, Steps, loaded
from hipcoach.store.tables import KINDS, PAIN_RATINGS, SESSIONS, Kind


def look_into(disk: Disk, layout: Layout, name: str) -> Generator[float, None, Inside]:
    """What a backup holds. Raises as `inspected`."""
    found = yield from inspected(disk, layout, name)
    ratings, sessions = (_days(found.tables, kind) for kind in (PAIN_RATINGS, SESSIONS))
    last_day = max(ratings + sessions, default=None)
    return Inside(sessions=len(sessions), ratings=len(ratings), last_day=last_day)


def inspected(disk: Disk, layout: Layout, name: str) -> Steps:
    """A backup in the present format, each of its documents known to be readable.

    Raises NoBackup where there is none of the name, Unreadable and TooNew where it is of no use.
    """
    try:
        found = yield from _read(disk, layout, name)
        tables = migrate(found.tables, found.meta.format)
        yield from _checked(tables)
    except Invalid as error:
        told = message("The backup {name} cannot be read ({problem}).", name=name, problem=error)
        raise Unreadable(told) from error
    except OSError as error:
        raise unreadable(error, layout.backups / name) from error
    return Checkpoint(meta=found.meta, tables=tables)


def _read(disk: Disk, layout: Layout, name: str) -> Steps:
    """The file with the journal that was set aside with it."""
    known = name in checkpoint_names(disk, layout.backups)
    raw = disk.read(layout.backups / name) if known else None
    if raw is None:
        raise NoBackup(message("The backup {name} is no longer there.", name=name))
    found = yield from _halved(loaded(raw))
    return with_its_journal(disk, layout, name, found)


def _halved(steps: Steps) -> Steps:
    """Steps that are the first half of more."""
    while True:
        try:
            done = next(steps)
        except StopIteration as stopped:
            found: Checkpoint = stopped.value
            return found
        yield done / 2


def _checked(tables: Tables) -> Generator[float, None, None]:
    """Read each document as what its table holds. Raises Unreadable."""
    total, done = sum(map(len, tables.values())), 0
    for table, kind in KINDS.items():
        documents = tables.get(table, {})
        if len(set(ids(documents))) < len(documents):
            raise Unreadable(doubled(table, documents))
        for raw in documents.values():
            decoded(table, raw, Tombstone if is_deleted(raw) else kind.type)
            done += 1
            if done % LINES == 0:
                yield 0.5 + done / total / 2


def _days(tables: Tables, kind: Kind[Any]) -> list[date]:
    """The day of each document of a table that is not deleted."""
    documents: Mapping[str, Raw] = tables.get(kind.table, {})
    present = (raw for raw in documents.values() if not is_deleted(raw))
    return [date.fromisoformat(raw[kind.time][:10]) for raw in present]
