"""Backups: what there is, and bringing one back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from hipcoach.core.text import message
from hipcoach.store import checkpoint, journal
from hipcoach.store.checkpoint import APP, Checkpoint, Meta, dump
from hipcoach.store.codec import Invalid
from hipcoach.store.disk import Disk
from hipcoach.store.errors import NoBackup, not_saved
from hipcoach.store.files import checkpoint_names
from hipcoach.store.folder import Folder
from hipcoach.store.journal import Entry
from hipcoach.store.layout import Layout
from hipcoach.store.loading import check_no_link
from hipcoach.store.log import Log
from hipcoach.store.migrations import FORMAT, migrate
from hipcoach.store.saving import daily_names, save_anew

READABLE = "readable"
"""The name for what can still be read of the present diary and journal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A file that `restore` can bring back. `documents` counts them; None: it cannot be read."""

    name: str
    size: int
    documents: int | None


def backups(disk: Disk, layout: Layout) -> tuple[Backup, ...]:
    """The checkpoints among the backups, by name. Raises OSError."""
    names = checkpoint_names(disk, layout.backups)
    return tuple(_backup(disk, layout, name) for name in names)


def _backup(disk: Disk, layout: Layout, name: str) -> Backup:
    """One that the system does not let anybody read is listed as one that cannot be read."""
    try:
        raw, found = disk.read(layout.backups / name) or b"", _kept(disk, layout, name)
    except OSError:
        raw, found = b"", None
    count = None if found is None else sum(map(len, found.tables.values()))
    return Backup(name=name, size=len(raw), documents=count)


def _loaded(raw: bytes | None) -> Checkpoint | None:
    try:
        return checkpoint.load(raw or b"")
    except Invalid:
        return None


def bring_back(folder: Folder, name: str) -> str:
    """Make a backup the diary, as `doctor.restore` describes."""
    try:
        if name not in _offered(folder.disk, folder.layout):
            raise _no_backup(name)
        check_no_link(folder.disk, folder.layout)
        unlock = folder.lock()
        try:
            return _replaced(folder, _chosen(folder.disk, folder.layout, name))
        finally:
            unlock()
    except OSError as error:
        raise not_saved(error, folder.layout.folder) from error


def _offered(disk: Disk, layout: Layout) -> list[str]:
    return checkpoint_names(disk, layout.backups) + [READABLE] * bool(disk.names(layout.folder))


def _chosen(disk: Disk, layout: Layout, name: str) -> Checkpoint:
    chosen = readable(disk, layout) if name == READABLE else _kept(disk, layout, name)
    if chosen is None:
        raise _no_backup(name)
    return chosen


def _kept(disk: Disk, layout: Layout, name: str) -> Checkpoint | None:
    found = _loaded(disk.read(layout.backups / name))
    return found and with_its_journal(disk, layout, name, found)


def with_its_journal(disk: Disk, layout: Layout, name: str, found: Checkpoint) -> Checkpoint:
    """A backup with the journal that was set aside with it; `previous.json` as it stands.

    Raises OSError.
    """
    path = layout.backups / name
    if path == layout.previous:
        return found
    return _followed(found, _entries(disk, path.with_suffix(".journal")))


def _no_backup(name: str) -> NoBackup:
    told = message("There is no readable backup {name}; hipcoach doctor lists them.", name=name)
    return NoBackup(told)


def _replaced(folder: Folder, chosen: Checkpoint) -> str:
    from hipcoach.store.signs import with_signs_of

    disk, layout = folder.disk, folder.layout
    tables = migrate(chosen.tables, chosen.meta.format)
    if present := readable(disk, layout):
        tables = with_signs_of(present.tables, tables)
    seq = max(chosen.meta.seq, _newest_seq(disk, layout))  # the journal ends there, if at all
    aside = folder.aside("replaced", ".json")
    save_anew(disk, layout, dump(tables, Meta(app=APP, format=FORMAT, seq=seq)), aside)
    Log(disk, layout.journal, seq=seq, size=0, cut=True).close()
    return aside.name


def _newest_seq(disk: Disk, layout: Layout) -> int:
    """The highest number that any transaction of this diary is known to have had."""
    found = [_loaded(disk.read(path)) for path in (layout.diary, layout.previous)]
    entries = [*_entries(disk, layout.journal), *_entries(disk, layout.previous_journal)]
    seqs = [base.meta.seq for base in found if base] + [entry.seq for entry in entries]
    return max(seqs, default=0)


def _entries(disk: Disk, path: Path) -> tuple[Entry, ...]:
    """All transactions of a journal that can be read, those behind damage too."""
    lines = journal.read(disk.read(path) or b"")
    return lines.entries + lines.after


def readable(disk: Disk, layout: Layout) -> Checkpoint | None:
    """The newest readable checkpoint with every readable transaction after it, or None.

    Where no checkpoint can be read, the transactions alone.
    """
    entries = _entries(disk, layout.journal)
    if found := _loaded(disk.read(layout.diary)):
        return _followed(found, entries)
    entries = (*_entries(disk, layout.previous_journal), *entries)
    if found := _loaded(disk.read(layout.previous)) or _newest_daily(disk, layout):
        return _followed(found, entries)
    nothing = Checkpoint(meta=Meta(app=APP, format=FORMAT, seq=0), tables={})
    return _followed(nothing, entries) if entries else None


def _newest_daily(disk: Disk, layout: Layout) -> Checkpoint | None:
    names = reversed(daily_names(disk, layout))
    return next(filter(None, (_loaded(disk.read(layout.backups / name)) for name in names)), None)


def _followed(found: Checkpoint, entries: Sequence[Entry]) -> Checkpoint:
    """The checkpoint with the transactions that follow it, gaps or not."""
    for entry in entries:
        if entry.seq > found.meta.seq:
            journal.apply(found.tables, entry.changes)
            found = replace(found, meta=replace(found.meta, seq=entry.seq))
    return found
