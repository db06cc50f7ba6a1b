"""The diary, open: one repository a table, transactions, checkpoints, exports.

What only some commands need is imported where it is used; see `tables` for why.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Self

from hipcoach.core.text import Message
from hipcoach.store import tables
from hipcoach.store.disk import Disk
from hipcoach.store.documents import D
from hipcoach.store.folder import Folder, Now
from hipcoach.store.journal import Tables
from hipcoach.store.layout import Layout
from hipcoach.store.loading import load
from hipcoach.store.repository import Repository, Single
from hipcoach.store.storage import JournalStorage
from hipcoach.store.table import Database
from hipcoach.store.tables import Kind
from hipcoach.store.writer import Writer

if TYPE_CHECKING:
    from hipcoach.core.backup import BackupFile, Inside
    from hipcoach.core.diary import Diary

Listener = Callable[[frozenset[str]], object]
NewId = Callable[[], str]


class Store:
    """An open diary. `notices` say what was found damaged on opening, for the user to read once.

    Use `Store.open`. A store that was opened for reading raises TypeError on every change.
    """

    def __init__(self, documents: Tables, writer: Writer | None, now: Now, new_id: NewId) -> None:
        self.notices: tuple[Message, ...] = writer.notices if writer else ()
        self._documents, self._writer = documents, writer
        self._now, self._new_id = now, new_id
        self._listeners: list[Listener] = [lambda _: writer.tidy_if_due()] if writer else []
        storage = JournalStorage(documents, writer.log if writer else None, self._changed)
        self._storage, self._database = storage, Database(storage=lambda: storage)
        self.pain_ratings = self._repository(tables.PAIN_RATINGS)
        self.runs = self._repository(tables.RUNS)
        self.sessions = self._repository(tables.SESSIONS)
        self.decisions = self._repository(tables.DECISIONS)
        self.check_ins = self._repository(tables.CHECK_INS)
        self.flares = self._repository(tables.FLARES)
        self.absences = self._repository(tables.ABSENCES)
        self.screenings = self._repository(tables.SCREENINGS)
        self.settings = Single(self._repository(tables.SETTINGS))

    @classmethod
    def open(
        cls, folder: Path, *, now: Now, new_id: NewId, write: bool = True, disk: Disk | None = None
    ) -> Self:
        """The diary in the folder. Raises StoreError: Locked, Unreadable, TooNew, NotSaved.

        Opening for writing creates what is missing and locks the diary until `close`. Opening for
        reading changes nothing on disk, not even a missing folder, and sees the diary as it is now.
        """
        disk, layout = disk or Disk(), Layout(folder)
        if write:
            writer = Writer(Folder(disk, layout, now))
            return cls(writer.tables, writer, now, new_id)
        loaded = load(disk, layout)
        store = cls(loaded.tables, None, now, new_id)
        store.notices = loaded.notices()
        return store

    def _repository(self, kind: Kind[D]) -> Repository[D]:
        return Repository(self._database.table(kind.table), kind, self._now, self._new_id)

    def diary(self) -> Diary:
        """All documents that are not deleted, as one value."""
        return self._diary(None)

    def _diary(self, wanted: Callable[[str], bool] | None) -> Diary:
        from hipcoach.core.diary import Diary

        return Diary(
            pain_ratings=self.pain_ratings.all(wanted),
            runs=self.runs.all(),
            sessions=self.sessions.all(wanted),
            decisions=self.decisions.all(),
            check_ins=self.check_ins.all(),
            flares=self.flares.all(),
            absences=self.absences.all(),
            screenings=self.screenings.all(),
            settings=self.settings.get(),
        )

    def recent(self, since: date) -> Diary:
        """The diary with ratings and sessions from `since` on only, and those of each first week.

        For a first look while `read_ahead` is still to come: the trend of a run needs its start.
        """
        runs = self.runs.all()
        first_days = {run.started_on + timedelta(days=n) for run in runs for n in range(7)}
        kept = {day.isoformat() for day in first_days}
        from_ = since.isoformat()

        def wanted(day: str) -> bool:
            return day >= from_ or day in kept

        return self._diary(wanted)

    def read_ahead(self) -> Iterator[None]:
        """Read the whole diary a document a step, so that `diary` is quick after it."""
        yield from self.sessions.unread()
        yield from self.pain_ratings.unread()

    @property
    def is_empty(self) -> bool:
        """Whether no table holds a document, not even a deleted one."""
        return not any(self._documents.values())

    def fill(self, diary: Diary) -> None:
        """Write a whole diary, ids and times included, into an empty store in one transaction."""
        with self.transaction():
            self.pain_ratings.fill(diary.pain_ratings)
            self.runs.fill(diary.runs)
            self.sessions.fill(diary.sessions)
            self.decisions.fill(diary.decisions)
            self.check_ins.fill(diary.check_ins)
            self.flares.fill(diary.flares)
            self.absences.fill(diary.absences)
            self.screenings.fill(diary.screenings)
            self.settings.fill(diary.settings)

    def transaction(self) -> AbstractContextManager[None]:
        """Make all changes in the block one: on disk and in memory together when it ends, or none.

        Within the block its changes are seen already. NotSaved is raised at its end.
        """
        return self._storage.transaction()

    def on_change(self, listener: Listener) -> None:
        """Call `listener` with the names of the changed tables after every change is on disk."""
        self._listeners.append(listener)

    def _changed(self, tables: frozenset[str]) -> None:
        for listener in self._listeners:
            listener(tables)

    def checkpoint(self) -> None:
        """Bring diary.json up to date, for moments without haste.

        Where the disk refuses, nothing is lost: the journal has it all, and a later try follows.
        """
        self._storage.require_idle()
        if self._writer:
            self._writer.tidy()

    @property
    def folder(self) -> Path:
        """Where it is."""
        return self._writing.layout.folder

    def backups(self) -> tuple[BackupFile, ...]:
        """The files among its backups, unread, the newest first. Raises Unreadable."""
        from hipcoach.store.shelf import shelf

        return shelf(self._writing.disk, self._writing.layout)

    def look_into(self, name: str) -> Generator[float, None, Inside]:
        """What a backup holds, in small steps. Raises StoreError where it is of no use."""
        from hipcoach.store.inspection import look_into

        return look_into(self._writing.disk, self._writing.layout, name)

    def back_up(self) -> Generator[None, None, str]:
        """Keep a copy of the diary among the backups, in steps; its name. Raises NotSaved."""
        self._storage.require_idle()
        return self._writing.back_up()

    def bring_back(self, name: str) -> Generator[float, None, tuple[Self, str]]:
        """Make a backup the diary, in small steps, under the lock that is held already.

        Returns the store that takes the place of this one, which is of no more use, and the name
        under which the backups have what was replaced. Raises StoreError: then nothing happened.
        Until the end this one refuses changes.
        """
        writer = self._writing
        with self._storage.resting():
            aside = yield from writer.bring_back(name)
        self._writer = None
        self._database.close()
        self._documents.clear()
        self._listeners.clear()
        return type(self)(writer.tables, writer, self._now, self._new_id), aside

    @property
    def _writing(self) -> Writer:
        if self._writer is None:
            raise TypeError("the diary is not open for writing")
        return self._writer

    def export_json(self, target: Path) -> None:
        """Write everything, tombstones too, to one JSON file. Raises BadTarget and NotSaved."""
        from hipcoach.store.export import export_json

        export_json(self._documents, target, self._now())

    def export_csv(self, target: Path) -> None:
        """Write a CSV file a table into a new or empty folder. Raises BadTarget and NotSaved."""
        from hipcoach.store.export import export_csv

        export_csv(self._documents, target)

    def close(self) -> None:
        """Bring diary.json up to date and let others write. A second call does nothing."""
        self._storage.require_idle()
        self._database.close()
        writer, self._writer = self._writer, None
        if writer:
            writer.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
