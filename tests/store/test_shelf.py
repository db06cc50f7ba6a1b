"""The list of the backups: names, days and sizes, without reading one."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, time

import pytest

from hipcoach.core.backup import BackupKind
from hipcoach.store import doctor
from hipcoach.store.disk import Disk
from hipcoach.store.errors import NoBackup, Unreadable
from hipcoach.store.inspection import look_into
from hipcoach.store.layout import Layout
from hipcoach.store.shelf import shelf


@pytest.fixture
def put(folder):
    """Puts a file among the backups, last changed at a moment."""

    def make(name: str, at: datetime = datetime(2026, 11, 20, 9, 30, 40, tzinfo=UTC)) -> None:
        path = folder / "backups" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x" * 12)
        os.utime(path, (at.timestamp(), at.timestamp()))

    return make


@pytest.fixture
def listed(folder):
    return lambda: shelf(Disk(), Layout(folder))


@pytest.mark.parametrize(
    ("name", "kind", "day", "clock"),
    [
        ("diary-2026-11-12.json", BackupKind.DAILY, date(2026, 11, 12), None),
        ("kept-2026-11-12T074301.json", BackupKind.ASKED, date(2026, 11, 12), time(7, 43, 1)),
        ("kept-2026-11-12T074301-2.json", BackupKind.ASKED, date(2026, 11, 12), time(7, 43, 1)),
        ("replaced-2026-11-12T181200.json", BackupKind.REPLACED, date(2026, 11, 12), time(18, 12)),
        ("format-1-2026-11-12T181200.json", BackupKind.UPDATED, date(2026, 11, 12), time(18, 12)),
        ("damaged-2026-11-12T181200.json", BackupKind.DAMAGED, date(2026, 11, 12), time(18, 12)),
    ],
)
def test_a_name_tells_kind_and_time(put, listed, name, kind, day, clock) -> None:
    put(name)
    (file,) = listed()
    assert (file.name, file.kind, file.size) == (name, kind, 12)
    assert (file.day, file.clock) == (day, clock)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("previous.json", BackupKind.PREVIOUS),
        ("mine.json", BackupKind.OTHER),
        ("diary-2026-13-40.json", BackupKind.OTHER),
        ("kept-2026-11-12T996100.json", BackupKind.OTHER),
    ],
)
def test_where_a_name_tells_nothing_the_disk_does(put, listed, name, kind) -> None:
    at = datetime(2026, 11, 20, 9, 30, 40, tzinfo=UTC)
    put(name, at)
    here = at.astimezone()
    (file,) = listed()
    assert (file.kind, file.day) == (kind, here.date())
    assert file.clock == here.time().replace(second=0)


def test_the_time_of_a_daily_copy_is_when_it_was_made_that_day(put, listed) -> None:
    at = datetime(2026, 11, 20, 9, 30, 40, tzinfo=UTC)
    put(f"diary-{at.astimezone().date().isoformat()}.json", at)
    assert listed()[0].clock == at.astimezone().time().replace(second=0)


def test_the_newest_comes_first_and_other_files_are_left_out(put, listed) -> None:
    names = ["diary-2025-11-12.json", "kept-2025-11-12T080000.json", "diary-2025-11-13.json"]
    for name in [*names, "previous.journal", ".diary.json.hipcoach-new"]:
        put(name)
    assert [file.name for file in listed()] == names[::-1]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes among files are a matter of Unix")
def test_what_is_no_file_is_left_out(put, listed, folder, clock) -> None:
    """A folder, a pipe that would be waited for, and links that lead nowhere or in a circle."""
    put("diary-2026-11-12.json")
    backups = folder / "backups"
    (backups / "folder.json").mkdir()
    os.mkfifo(backups / "pipe.json")
    (backups / "nowhere.json").symlink_to(backups / "gone")
    (backups / "circle.json").symlink_to(backups / "circle.json")
    assert [file.name for file in listed()] == ["diary-2026-11-12.json"]
    assert [file.name for file in doctor.examine(folder).backups] == ["diary-2026-11-12.json"]
    for name in ("folder.json", "pipe.json", "circle.json"):
        with pytest.raises(NoBackup):
            next(look_into(Disk(), Layout(folder), name))
        with pytest.raises(NoBackup):
            doctor.restore(folder, name, clock)


def test_no_folder_is_no_backup(listed) -> None:
    assert listed() == ()


def test_a_folder_that_cannot_be_read_is_said(folder) -> None:
    class Broken(Disk):
        def names(self, folder):
            raise PermissionError(13, "Permission denied")

    with pytest.raises(Unreadable, match=r"cannot be read: Permission denied\.$"):
        shelf(Broken(), Layout(folder))
