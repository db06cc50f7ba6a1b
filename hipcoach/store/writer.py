"""The one process that may change a diary: lock, repairs on opening, journal and checkpoints."""

from __future__ import annotations

from contextlib import suppress

from hipcoach.store.checkpoint import APP, Meta, dump
from hipcoach.store.errors import NotSaved, not_saved
from hipcoach.store.folder import Folder
from hipcoach.store.loading import load
from hipcoach.store.migrations import STEPS, Step
from hipcoach.store.repair import repaired
from hipcoach.store.saving import save

JOURNAL_LIMIT = 1 << 20
"""Bytes of journal after which a checkpoint is due."""


class Writer:
    """A diary that is open for writing.

    `tables` are its documents, `log` its journal; `notices` say what was repaired on opening.
    """

    def __init__(self, folder: Folder, steps: tuple[Step, ...] = STEPS) -> None:
        """Lock, read and repair the diary, and create it where there is none. Raises StoreError."""
        self._folder, self._due = folder, JOURNAL_LIMIT
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
        disk, layout, now = self._folder.disk, self._folder.layout, self._folder.now
        meta = Meta(app=APP, format=self._format, seq=self.log.seq)
        save(disk, layout, dump(self.tables, meta), now().date())
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

    def close(self) -> None:
        """Write a checkpoint if there is something for it, and let another one write."""
        try:
            self.tidy()
        finally:
            self.log.close()
            self._unlock()
