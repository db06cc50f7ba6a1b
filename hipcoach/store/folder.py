"""A data folder with what reaches it: the disk, and the clock that dates what is set aside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from hipcoach.store.disk import Disk
from hipcoach.store.errors import not_saved
from hipcoach.store.files import free_name
from hipcoach.store.layout import Layout

Now = Callable[[], datetime]
"""The clock; its times carry their UTC offset."""


@dataclass(frozen=True, slots=True)
class Folder:
    """One diary's folder, as a writer sees it."""

    disk: Disk
    layout: Layout
    now: Now

    def aside(self, why: str, suffix: str) -> Path:
        """A free, dated name in the backups for something that is set aside now."""
        return free_name(self.disk, self.layout.aside(why, self.now(), suffix))

    def lock(self) -> Callable[[], None]:
        """Make the folder where missing, lock the diary; the way to unlock. Raises StoreError."""
        try:
            if self.disk.identity(self.layout.folder) is None:
                self.disk.make_folder(self.layout.folder)
                self.disk.sync_folder(self.layout.folder.parent)
            return self.disk.lock(self.layout.lock)
        except OSError as error:
            raise not_saved(error, self.layout.folder) from error
