"""The one process that may change a diary: lock, repairs on opening, journal and checkpoints."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import suppress
from pathlib import Path

from hipcoach.store.checkpoint import APP, Meta, dump
from hipcoach.store.errors import NotSaved, not_saved
from hipcoach.store.files import put
from hipcoach.store.folder import Folder
from hipcoach.store.layout import ASKED
from hipcoach.store.loading import load
from hipcoach.store.migrations import STEPS, Step
from hipcoach.store.repair import repaired
from hipcoach.store.saving import save, save_anew

JOURNAL_LIMIT = 1 << 20
"""Bytes of journal after which a checkpoint is due."""


class Writer:
    """A diary that is open for writing.

    `tables` are its documents, `log` its journal; `notices` say what was repaired on opening.
    """

    def __init__(self, folder: Folder, steps: tuple[Step, ...] = STEPS) -> None:
        """Lock, read and repair the diary, and create it where there is none. Raises StoreError."""
        self._folder, self._due = folder, JOURNAL_LIMIT
        self.disk, self.layout = folder.disk, folder.layout
        self._format = len(steps) + 1
        self._unlock = folder.lock()
        try:
            loaded = load(folder.disk, folder.layout, steps)
            self.tables = loaded.tables
            self.log, self.notices = repaired(folder, loaded, self._format)
        except BaseException as error:
            self._unlock()
            if isinstance(error, OSError):
                raise not_saved(error, folder.layout.folder) from error
            raise

    def _checkpoint(self) -> None:
        """Write the tables as the checkpoint and empty the journal. Raises NotSaved."""
        self.log.check_sure()
        meta = Meta(app=APP, format=self._format, seq=self.log.seq)
        save(self.disk, self.layout, dump(self.tables, meta), self._folder.now().date())
        self.log.clear()
        self._due = JOURNAL_LIMIT

    def tidy(self) -> None:
        """Write a checkpoint if there is something for it.

        Where the disk refuses, nothing is lost: the journal has everything, and it is due again
        when the journal has grown.
        """
        self._due = self.log.size + JOURNAL_LIMIT
        with suppress(NotSaved):
            if self.log.size:
                self._checkpoint()

    def tidy_if_due(self) -> None:
        """Write a checkpoint when the journal has become long."""
        if self.log.size > self._due:
            self.tidy()

    def back_up(self) -> Generator[None, None, str]:
        """Keep a copy of the diary as it is now, step by step; the name it has. Raises NotSaved.

        No rotation ever removes it, and it has no part in repairs.
        """
        self.tidy()
        yield
        meta = Meta(app=APP, format=self._format, seq=self.log.seq)
        content = dump(self.tables, meta)
        yield
        disk, backups = self.disk, self.layout.backups
        try:
            disk.make_folder(backups)
            kept = self._folder.aside(ASKED, ".json")
            put(disk, kept, content)
            disk.sync_folder(backups)
        except OSError as error:
            raise not_saved(error, backups) from error
        return kept.name

    def bring_back(self, name: str) -> Generator[float, None, str]:
        """Make a backup the diary, step by step: `doctor.restore` under the lock that is held.

        Returns the name under which the backups have what was replaced. Raises StoreError: then the
        diary is the one that it was. No change may be made meanwhile.
        """
        from hipcoach.store.inspection import inspected
        from hipcoach.store.signs import with_signs_of

        self.log.check_sure()
        found = yield from inspected(self.disk, self.layout, name)
        tables = with_signs_of(self.tables, found.tables)
        seq = max(found.meta.seq, self.log.seq)
        content = dump(tables, Meta(app=APP, format=self._format, seq=seq))
        yield 1.0
        aside = self._replace(content)
        self.tables, self.notices, self._due = tables, (), JOURNAL_LIMIT
        self.log.seq = seq
        with suppress(NotSaved):  # it refuses every change then, and says so
            self.log.clear()
        return aside.name

    def _replace(self, content: bytes) -> Path:
        """Put the content in the diary's place; where that one is kept. Raises NotSaved."""
        try:
            before = self.disk.identity(self.layout.diary)
            aside = self._folder.aside("replaced", ".json")
            try:
                save_anew(self.disk, self.layout, content, aside)
            except NotSaved:
                if self.disk.identity(self.layout.diary) == before:
                    raise
        except OSError as error:
            raise not_saved(error, self.layout.diary) from error
        return aside

    def close(self) -> None:
        """Write a checkpoint if there is something for it, and let another one write."""
        try:
            self.tidy()
        finally:
            self.log.close()
            self._unlock()
