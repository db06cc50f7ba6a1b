"""Writing a checkpoint so that at every moment the folder holds the whole diary, twice.

`backups/previous.json` and `backups/previous.journal` together say the same as `diary.json`: where
that is damaged, they stand in. The journal is emptied by the caller, last; its `seq` numbers make
it harmless when that does not happen any more.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from pathlib import Path

from hipcoach.store.disk import Disk
from hipcoach.store.errors import not_saved
from hipcoach.store.files import copy, keep, put, written
from hipcoach.store.layout import DAILY, Layout

KEPT_DAYS = 14

_DAILY = re.compile(rf"{DAILY}-\d{{4}}-\d\d-\d\d\.json")


def save(disk: Disk, layout: Layout, content: bytes, day: date) -> None:
    """Make `content` the checkpoint and what it replaces the previous one. Raises NotSaved."""
    try:
        disk.make_folder(layout.backups)
        fresh = written(disk, layout.diary, content)
        try:
            _back_up(disk, layout, day)
            disk.replace(fresh, layout.diary)
        except OSError:
            with suppress(OSError):
                disk.remove(fresh)
            raise
        disk.sync_folder(layout.folder)
    except OSError as error:
        raise not_saved(error, layout.diary) from error


def _back_up(disk: Disk, layout: Layout, day: date) -> None:
    keep(disk, layout.diary, layout.previous)
    copy(disk, layout.journal, layout.previous_journal)
    if disk.identity(layout.daily(day)) is None:
        copy(disk, layout.diary, layout.daily(day))  # a second name would share its damage
    disk.sync_folder(layout.backups)
    for name in daily_names(disk, layout)[:-KEPT_DAYS]:
        disk.remove(layout.backups / name)


def daily_names(disk: Disk, layout: Layout) -> list[str]:
    """The names of the daily copies, oldest first; nothing that somebody else put there."""
    names = filter(_DAILY.fullmatch, disk.names(layout.backups))
    return [name for name in names if disk.is_file(layout.backups / name)]


def save_anew(disk: Disk, layout: Layout, content: bytes, aside: Path) -> None:
    """Make `content` the checkpoint, and the previous one too: what is there does not lead to it.

    The present file and its journal go to the backups under the name `aside`. Raises NotSaved.
    """
    try:
        disk.make_folder(layout.backups)
        fresh = written(disk, layout.diary, content)  # first, while a full disk spoils nothing
        try:
            keep(disk, layout.diary, aside)
            if disk.read(layout.journal):
                copy(disk, layout.journal, aside.with_suffix(".journal"))
            put(disk, layout.previous, content)
            put(disk, layout.previous_journal, b"")
            disk.sync_folder(layout.backups)
            disk.replace(fresh, layout.diary)
        except OSError:
            with suppress(OSError):
                disk.remove(fresh)
            raise
        disk.sync_folder(layout.folder)
    except OSError as error:
        raise not_saved(error, layout.diary) from error
