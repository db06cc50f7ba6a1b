"""The files among the backups, unread: what their names and the disk tell of them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from operator import attrgetter

from hipcoach.core.backup import BackupFile, BackupKind
from hipcoach.store.disk import Disk
from hipcoach.store.errors import unreadable
from hipcoach.store.files import checkpoint_names
from hipcoach.store.layout import ASKED, DAILY, PREVIOUS, Layout

_DATED = re.compile(r"([a-z]+)(?:-\d+)?-(\d{4}-\d\d-\d\d)(?:T(\d{6}))?(?:-\d+)?\.json")
_KINDS = {
    DAILY: BackupKind.DAILY,
    ASKED: BackupKind.ASKED,
    "replaced": BackupKind.REPLACED,
    "format": BackupKind.UPDATED,
    "damaged": BackupKind.DAMAGED,
}


def shelf(disk: Disk, layout: Layout) -> tuple[BackupFile, ...]:
    """The checkpoints among the backups, the newest first. Raises Unreadable."""
    try:
        names = checkpoint_names(disk, layout.backups)
        files = [_file(disk, layout, name) for name in names]
    except OSError as error:
        raise unreadable(error, layout.backups) from error
    return tuple(sorted(files, key=attrgetter("made", "name"), reverse=True))


def _file(disk: Disk, layout: Layout, name: str) -> BackupFile:
    _, size, changed = disk.identity(layout.backups / name) or (0, 0, 0)
    written = datetime.fromtimestamp(changed / 1e9, UTC).astimezone()
    kind, day, clock = _told_by(name)
    if day is None:
        day = written.date()
    if clock is None and written.date() == day:
        clock = _minute(written)
    return BackupFile(name=name, size=size, kind=kind, day=day, clock=clock)


def _minute(at: datetime) -> time:
    return at.time().replace(second=0, microsecond=0)


def _told_by(name: str) -> tuple[BackupKind, date | None, time | None]:
    """What a name says; a name that HipCoach would not give says nothing."""
    if name == PREVIOUS:
        return BackupKind.PREVIOUS, None, None
    found = _DATED.fullmatch(name)
    if found is None or found[1] not in _KINDS:
        return BackupKind.OTHER, None, None
    try:
        day = date.fromisoformat(found[2])
        clock = time.fromisoformat(found[3]) if found[3] else None
    except ValueError:
        return BackupKind.OTHER, None, None
    return _KINDS[found[1]], day, clock
