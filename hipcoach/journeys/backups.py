"""The backups of the diary: which there are, making one, looking into one, bringing one back."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

from hipcoach.core.backup import BackupFile, Inside
from hipcoach.journeys.desk import Desk
from hipcoach.store.errors import StoreError as BackupError
from hipcoach.store.store import Store

__all__ = ["BackupError", "Backups"]


class Backups:
    """What takes long is done in small steps, for the caller to make when there is time."""

    def __init__(self, desk: Desk) -> None:
        self._store = desk.store

    @property
    def folder(self) -> Path:
        """Where the diary and its backups are."""
        return self._store.folder

    def listed(self) -> tuple[BackupFile, ...]:
        """All of them, unread, the newest first. Raises BackupError where the disk refuses."""
        return self._store.backups()

    def look_into(self, name: str) -> Generator[float, None, Inside]:
        """Read one; yields the share that is done. Raises BackupError where it is of no use."""
        return self._store.look_into(name)

    def make(self) -> Generator[None, None, str]:
        """Back up now; the new one's name once it is safe. Raises BackupError: there is none."""
        return self._store.back_up()

    def bring_back(self, name: str) -> Generator[float, None, tuple[Store, str]]:
        """Let a backup be the diary; the store that is open then, and what the old one is kept as.

        Raises BackupError: then all is as it was. Nothing else may be changed meanwhile.
        """
        return self._store.bring_back(name)
