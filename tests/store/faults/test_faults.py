"""Every call to the disk fails, in every way: what was acknowledged is always there."""

from __future__ import annotations

import errno
import itertools
import random
from contextlib import suppress
from pathlib import Path

import pytest

from hipcoach.store.disk import Disk
from hipcoach.store.errors import NotSaved, StoreError

STEPS = [
    "open",
    "add",
    "add",
    "several",
    "change",
    "delete",
    "tidy",
    "add",
    "abandon",
    "restore",
    "change",
    "close",
    "open",
    "add",
    "delete",
    "several",
    "close",
]

ENDS = {
    "goes-on": lambda disk: None,
    "killed": lambda disk: disk.stop(),
    "power-lost": lambda disk: disk.lose_power(random.Random(1)),
}


def live(user, crash, end) -> int:
    """Go through all steps; the number of calls. After a failed opening the next step opens."""
    for step in STEPS:
        try:
            if user.store is None and step != "open":
                user.open()
            getattr(user, step)()
        except StoreError:
            assert user.store is None
        except crash:
            user.store = None
            end(user.disk.disk)
            user.disk.disk.stop()
    return user.disk.calls


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
@pytest.mark.parametrize(
    ("way", "in_a_row"),
    [
        *itertools.product(["error", "late", "short"], [1, 2, 7]),
        *itertools.product(["crash", "late-crash"], [1]),
    ],
)
def test_failed_calls_lose_nothing(way, in_a_row, end, make_disk, make_user, crash) -> None:
    number = calls = 0
    while calls >= number:
        number += 1
        user = make_user(make_disk(plan=dict.fromkeys(range(number, number + in_a_row), way)))
        calls = live(user, crash, end)
        user.disk.plan.clear()
        end(user.disk.disk)
        user.disk.disk.stop()
        user.open()
        user.add()
        assert user.saved
    assert number > 100


@pytest.mark.parametrize("seed", range(8))
def test_after_a_loss_of_power_even_a_damaged_checkpoint_loses_nothing(
    seed, make_disk, make_user, crash
) -> None:
    number = calls = 0
    while calls >= number:
        number += 1
        user = make_user(make_disk(plan={number: "late-crash"}))
        chance = random.Random(seed)
        with suppress(crash):
            for step in STEPS:
                getattr(user, step)()
        calls = user.disk.calls
        user.disk.plan.clear()
        user.disk.disk.lose_power(chance)
        user.disk.disk.spoil(Path("/diary/diary.json"), chance)
        user.open(damaged=True)


class WithoutRoom(Disk):
    """A disk that takes no new file."""

    refuses = True

    def open_fresh(self, path) -> int:
        if self.refuses:
            raise OSError(errno.ENOSPC, "no space left")
        return super().open_fresh(path)


def test_a_checkpoint_that_fails_is_tried_again_when_the_journal_has_grown(
    open_store, rating, folder
) -> None:
    open_store().close()
    disk = WithoutRoom()
    journal, limit = folder / "diary.json.journal", 1 << 20
    with open_store(disk=disk) as store:
        for _ in range(110):
            store.pain_ratings.add(rating(note="n" * 10_000))
        assert journal.stat().st_size > limit
        disk.refuses = False
        for _ in range(110):
            store.pain_ratings.add(rating(note="n" * 10_000))
        assert journal.stat().st_size < limit
        assert open_store(write=False).diary() == store.diary()


def test_a_write_that_cannot_be_undone_stops_all_writing(make_disk, open_store, rating) -> None:
    disk = make_disk()
    store = open_store(disk=disk)
    kept = store.pain_ratings.add(rating(1))
    disk.plan = dict.fromkeys(range(disk.calls + 2, disk.calls + 4), "late")
    with pytest.raises(NotSaved, match="the disk failed"):
        store.pain_ratings.add(rating(2))
    for _ in range(2):
        with pytest.raises(NotSaved, match="Close HipCoach and start it again") as error:
            store.pain_ratings.add(rating(3))
        assert error.value.exit_code == 3
    assert store.pain_ratings.all() == (kept,)
    before = {path: inode.seen for path, inode in disk.disk.files.items()}
    store.checkpoint()
    store.close()
    assert {path: inode.seen for path, inode in disk.disk.files.items()} == before
    with open_store(disk=disk) as again:
        assert [found.score for found in again.pain_ratings.all()] in ([1], [1, 2])
        again.pain_ratings.add(rating(4))


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "Not saved: the disk that holds {path} is full."),
        (errno.EDQUOT, "Not saved: the disk that holds {path} is full."),
        (errno.EROFS, "Not saved: HipCoach may not write to {path}."),
        (errno.EIO, "Not saved: the disk could not write {path} (the disk failed)."),
    ],
)
def test_what_the_disk_refused_is_said_in_one_sentence(
    make_disk, open_store, rating, folder, number, said
) -> None:
    disk = make_disk(errno=number)
    store = open_store(disk=disk)
    disk.plan = {disk.calls + 1: "error"}
    with pytest.raises(NotSaved) as error:
        store.pain_ratings.add(rating())
    assert str(error.value) == said.format(path=folder / "diary.json.journal")


def test_a_write_of_a_part_is_a_full_disk(make_disk, open_store, rating) -> None:
    disk = make_disk()
    store = open_store(disk=disk)
    disk.plan = {disk.calls + 1: "short"}
    with pytest.raises(NotSaved, match="is full"):
        store.pain_ratings.add(rating())
    store.pain_ratings.add(rating())
