"""Reading beside a writer: nothing is changed on disk, and what is seen fits together."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

from hipcoach.core.diary import Diary
from hipcoach.core.text import say
from hipcoach.store.disk import Disk
from hipcoach.store.errors import Locked, NotSaved, Unreadable
from hipcoach.store.journal import line

CHANGING = [
    "open_to_append",
    "open_fresh",
    "write",
    "sync",
    "truncate",
    "link",
    "replace",
    "remove",
    "sync_folder",
    "make_folder",
    "remove_folder",
    "lock",
]


class ReadOnlyDisk(Disk):
    """The real disk, which lets nothing be changed."""


def _refused(*_: object) -> None:
    raise OSError(errno.EROFS, os.strerror(errno.EROFS))


for _name in CHANGING:
    setattr(ReadOnlyDisk, _name, _refused)


class BusyDisk(Disk):
    """A disk on which `meanwhile` happens after a file was read, a number of times."""

    def __init__(self, meanwhile, times: int = 1) -> None:
        self.meanwhile, self.times = meanwhile, times

    def read(self, path: Path) -> bytes | None:
        found = super().read(path)
        if self.times:
            self.times -= 1
            self.meanwhile(path)
        return found


def snapshot(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {
        str(path): (path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else b"")
        for path in (folder, *folder.rglob("*"))
    }


def test_a_missing_folder_is_an_empty_diary_and_stays_missing(open_store, folder) -> None:
    assert open_store(write=False, disk=ReadOnlyDisk()).diary() == Diary()
    assert not folder.exists()


def test_reading_changes_nothing_on_disk(open_store, folder, rating) -> None:
    with open_store() as store:
        store.pain_ratings.add(rating(1))
        store.checkpoint()
        store.pain_ratings.add(rating(2))
        journal = folder / "diary.json.journal"
        with journal.open("ab") as torn:
            torn.write(b"0123 [half")
        before = snapshot(folder)
        with open_store(write=False, disk=ReadOnlyDisk()) as reader:
            assert [found.score for found in reader.pain_ratings.all()] == [1, 2]
            assert ["cut off" in say(notice) for notice in reader.notices] == [True]
        assert snapshot(folder) == before


def test_a_damaged_checkpoint_is_read_from_the_previous_one(open_store, folder, rating) -> None:
    with open_store() as store:
        store.pain_ratings.add(rating(1))
    (folder / "diary.json").write_bytes(b"")
    before = snapshot(folder)
    with open_store(write=False, disk=ReadOnlyDisk()) as reader:
        assert [found.score for found in reader.pain_ratings.all()] == [1]
        assert "could not be read (the file is empty)" in say(reader.notices[0])
    assert snapshot(folder) == before


def test_a_checkpoint_written_while_reading_is_read_again(open_store, rating) -> None:
    with open_store() as store:
        store.pain_ratings.add(rating(1))

        def meanwhile(path: Path) -> None:
            store.checkpoint()
            store.pain_ratings.add(rating(2))

        with open_store(write=False, disk=BusyDisk(meanwhile)) as reader:
            assert [found.score for found in reader.pain_ratings.all()] == [1, 2]


def test_a_journal_that_only_looked_damaged_is_read_again(open_store, folder, rating) -> None:
    with open_store() as store:
        for score in (1, 2, 3):
            store.pain_ratings.add(rating(score))
        journal = folder / "diary.json.journal"
        whole = journal.read_bytes()
        journal.write_bytes(b"x" + whole[1:])
        mend = BusyDisk(lambda path: path == journal and journal.write_bytes(whole), times=2)
        with open_store(write=False, disk=mend) as reader:
            assert len(reader.pain_ratings.all()) == 3


def test_a_line_that_is_being_written_is_read_again(open_store, folder, rating) -> None:
    with open_store() as store:
        store.pain_ratings.add(rating())
        journal = folder / "diary.json.journal"
        whole = journal.read_bytes()
        journal.write_bytes(whole[:-20])
        finish = BusyDisk(lambda path: path == journal and journal.write_bytes(whole), times=2)
        with open_store(write=False, disk=finish) as reader:
            assert (len(reader.pain_ratings.all()), reader.notices) == (1, ())


def test_a_diary_that_changes_with_every_look_is_given_up(open_store, folder, rating) -> None:
    with open_store() as store:

        def replace_checkpoint(_: Path) -> None:
            store.pain_ratings.add(rating())
            store.checkpoint()

        with pytest.raises(Unreadable, match="changes faster"):
            open_store(write=False, disk=BusyDisk(replace_checkpoint, times=10_000))


def test_a_journal_that_is_damaged_anew_with_every_look_is_given_up(open_store, folder) -> None:
    open_store().close()
    journal, numbers = folder / "diary.json.journal", count()

    def damage(_: Path) -> None:
        journal.write_bytes(b"%d\n" % next(numbers) + line(1, []))

    with pytest.raises(Unreadable, match="changes faster"):
        open_store(write=False, disk=BusyDisk(damage, times=10_000))


def test_what_the_system_refuses_to_read_is_said(open_store, folder, rating) -> None:
    with open_store() as store:
        store.pain_ratings.add(rating())

    class Failing(Disk):
        def read(self, path: Path) -> bytes | None:
            raise OSError(errno.EIO, "Input/output error")

    with pytest.raises(Unreadable, match=r"diary\.json cannot be read: Input/output error"):
        open_store(write=False, disk=Failing())


def test_a_second_writer_is_refused_and_readers_are_not(open_store, rating) -> None:
    with open_store() as store:
        store.pain_ratings.add(rating())
        with pytest.raises(Locked, match=r"^Another HipCoach has this diary open\.$") as error:
            open_store()
        assert error.value.exit_code == 4
        assert len(open_store(write=False).pain_ratings.all()) == 1
    open_store().close()


OTHER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from hipcoach.store.errors import Locked
from hipcoach.store.store import Store
try:
    Store.open(Path(sys.argv[1]), now=lambda: datetime(2026, 11, 2, tzinfo=UTC), new_id=str)
except Locked as error:
    print(error)
    sys.exit(error.exit_code)
"""


def test_another_process_is_refused_until_the_first_one_ends(open_store, folder, root) -> None:
    def other() -> tuple[int, str]:
        command = [sys.executable, "-c", OTHER, str(folder)]
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout

    with open_store():
        assert other() == (4, "Another HipCoach has this diary open.\n")
    assert other() == (0, "")


def test_a_folder_that_cannot_be_written_is_said(open_store, folder) -> None:
    folder.mkdir()
    with pytest.raises(NotSaved, match=f"HipCoach may not write to {folder}"):
        open_store(disk=ReadOnlyDisk())
    folder.rmdir()
    folder.write_text("a file")
    with pytest.raises(NotSaved, match=f"{folder} is not a folder"):
        open_store()
