"""Examining a diary without changing anything: what is there, what is wrong, what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from hipcoach.core.text import Message, message
from hipcoach.store.backups import READABLE, Backup, backups, bring_back, readable
from hipcoach.store.disk import Disk
from hipcoach.store.documents import Raw, Tombstone, decoded, doubled, ids, is_deleted
from hipcoach.store.errors import StoreError, TooNew, Unreadable, unreadable
from hipcoach.store.folder import Folder, Now
from hipcoach.store.layout import Layout
from hipcoach.store.loading import JOURNAL_MISSING, Loaded, load
from hipcoach.store.tables import KINDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """How many documents a table has, and how many of them are deleted."""

    name: str
    documents: int
    deleted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What `examine` found.

    Sizes are bytes; `changes` are the transactions since the diary began, `journal_changes` those
    since diary.json was written. `problems` is empty for a diary in order; `advice` says what the
    next start will do by itself, or what the user can do.
    """

    folder: Path
    size: int = 0
    journal_size: int = 0
    changes: int = 0
    journal_changes: int = 0
    tables: tuple[Table, ...] = ()
    backups: tuple[Backup, ...] = ()
    problems: tuple[Message, ...] = ()
    advice: tuple[Message, ...] = ()


def examine(folder: Path, disk: Disk | None = None) -> Findings:
    """Look at the diary in the folder. Raises Unreadable where the folder cannot be looked into."""
    disk, layout = disk or Disk(), Layout(folder)
    try:
        return _examined(disk, layout)
    except OSError as error:
        raise unreadable(error, folder) from error


def restore(folder: Path, name: str, now: Now, disk: Disk | None = None) -> str:
    """Make a backup the diary; the name under which the backups have what it replaced.

    `name` is one that `examine` lists, or READABLE. Raises NoBackup, Locked, TooNew and NotSaved.
    """
    return bring_back(Folder(disk or Disk(), Layout(folder), now), name)


def _examined(disk: Disk, layout: Layout) -> Findings:
    found = Findings(
        folder=layout.folder,
        size=len(disk.read(layout.diary) or b""),
        journal_size=len(disk.read(layout.journal) or b""),
        backups=backups(disk, layout),
    )
    try:
        loaded = load(disk, layout)
    except StoreError as error:
        left_alone = isinstance(error, TooNew) or disk.is_link(layout.diary)
        advice = () if left_alone else tuple(_ways_back(disk, layout, found.backups))
        return replace(found, problems=(error.told,), advice=advice)
    problems = tuple(_document_problems(loaded))
    return replace(
        found,
        changes=loaded.seq,
        journal_changes=len(loaded.journal.entries),
        tables=tuple(_table(name, documents) for name, documents in loaded.tables.items()),
        problems=problems + tuple(_file_problems(loaded)),
        advice=tuple(_advice(loaded, problems)),
    )


def _table(name: str, documents: Mapping[str, Raw]) -> Table:
    deleted = sum(map(is_deleted, documents.values()))
    return Table(name=name, documents=len(documents) - deleted, deleted=deleted)


def _document_problems(loaded: Loaded) -> Iterator[Message]:
    for table, kind in KINDS.items():
        documents = loaded.tables.get(table, {})
        if len(set(ids(documents))) < len(documents):
            yield doubled(table, documents)
        for raw in documents.values():
            try:
                decoded(table, raw, Tombstone if is_deleted(raw) else kind.type)
            except Unreadable as error:
                yield error.told


def _file_problems(loaded: Loaded) -> Iterator[Message]:
    if loaded.problem:
        yield message("diary.json cannot be read: {problem}.", problem=loaded.problem)
    if loaded.journal_missing:
        yield JOURNAL_MISSING
    if loaded.journal.tail:
        yield message(
            "The last {size} bytes of the journal are a change that was cut off.",
            size=len(loaded.journal.tail),
        )


def _advice(loaded: Loaded, problems: tuple[Message, ...]) -> Iterator[Message]:
    if loaded.problem and loaded.journal_missing:
        yield message(
            "The next start of HipCoach will put diary.json together again from the previous copy "
            "and keep what is damaged in the backups."
        )
    elif loaded.problem:
        yield message(
            "The next start of HipCoach will put diary.json together again from the previous copy "
            "and the journal, with nothing lost, and keep the damaged file in the backups."
        )
    if loaded.journal.tail:
        yield message("The next start of HipCoach will move what was cut off to the backups.")
    if problems:
        yield message(
            "Close HipCoach and mend these documents in diary.json with a text editor, or bring a "
            "backup back: hipcoach doctor --restore NAME."
        )


def _ways_back(disk: Disk, layout: Layout, found: tuple[Backup, ...]) -> Iterator[Message]:
    rest = readable(disk, layout)
    if rest:
        yield message(
            "hipcoach doctor --restore {name} would keep everything that can be read (documents: "
            "{documents}). What is there now would go to the backups.",
            name=READABLE,
            documents=sum(map(len, rest.tables.values())),
        )
    if any(backup.documents is not None for backup in found):
        yield message(
            "hipcoach doctor --restore NAME would bring back one of the backups. What is there now "
            "would go to the backups."
        )


def report(found: Findings) -> Iterator[Message]:
    """The findings as lines of text."""
    yield message("The diary is in {folder}.", folder=found.folder)
    yield message(
        "diary.json: {size:,} bytes. Journal: {journal_size:,} bytes, changes: {changes}.",
        size=found.size,
        journal_size=found.journal_size,
        changes=found.journal_changes,
    )
    for table in found.tables:
        yield message(
            "{name}: {documents}, deleted: {deleted}.",
            name=table.name,
            documents=table.documents,
            deleted=table.deleted,
        )
    yield from map(_about, found.backups)
    yield from found.problems or (message("Nothing is wrong."),)
    yield from found.advice


def _about(backup: Backup) -> Message:
    if backup.documents is None:
        return message("Backup {name}: cannot be read.", name=backup.name)
    return message(
        "Backup {name}: {size:,} bytes, documents: {documents}.",
        name=backup.name,
        documents=backup.documents,
        size=backup.size,
    )
