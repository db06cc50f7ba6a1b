"""Backups: the previous checkpoint, one copy a day for a fortnight, and the way back."""

from __future__ import annotations

import shutil
from datetime import timedelta

import pytest

from hipcoach.core.diary import Diary
from hipcoach.core.text import say
from hipcoach.store import doctor
from hipcoach.store.disk import Disk
from hipcoach.store.errors import Locked, NoBackup, NotSaved, TooNew
from hipcoach.store.journal import line


@pytest.fixture
def names(folder):
    return lambda: sorted(path.name for path in (folder / "backups").iterdir())


@pytest.fixture
def scores(open_store):
    """The scores that a reader sees."""
    return lambda: [found.score for found in open_store(write=False).pain_ratings.all()]


@pytest.fixture
def fortnight(open_store, clock, rating):
    """A diary of twenty days with a rating each day."""
    for day in range(20):
        with open_store() as store:
            store.pain_ratings.add(rating(day % 11))
        clock.moment += timedelta(days=1)


def test_a_copy_a_day_is_kept_for_a_fortnight(fortnight, names) -> None:
    days = [name for name in names() if name.startswith("diary-")]
    assert days == [f"diary-2026-11-{day:02}.json" for day in range(8, 22)]


def test_what_somebody_else_put_there_is_neither_counted_nor_deleted(
    fortnight, open_store, folder, rating, clock, names
) -> None:
    others = [f"diary-zzz-{number}.json" for number in range(20)] + ["diary-notes.txt"]
    for name in others:
        (folder / "backups" / name).write_text("mine", encoding="utf-8")
    (folder / "backups" / "diary-1999-01-01.json").mkdir()
    before = len(names())
    clock.moment += timedelta(days=1)
    with open_store() as store:
        store.pain_ratings.add(rating(5))
    assert {*others, "diary-1999-01-01.json"} <= {*names()}
    assert len(names()) == before


def test_a_days_copy_is_the_diary_before_that_day(fortnight, folder, scores, clock) -> None:
    doctor.restore(folder, "diary-2026-11-10.json", clock)
    assert scores() == list(range(8))


def test_only_the_first_checkpoint_of_a_day_makes_its_copy(open_store, folder, rating) -> None:
    with open_store() as store:
        for score in (1, 2, 3):
            store.pain_ratings.add(rating(score))
            store.checkpoint()
    daily = doctor.examine(folder).backups[0]
    assert (daily.name, daily.documents) == ("diary-2026-11-02.json", 0)


def test_the_previous_checkpoint_is_kept(open_store, folder, rating) -> None:
    with open_store() as store:
        store.pain_ratings.add(rating(1))
        store.checkpoint()
        before = (folder / "diary.json").read_bytes()
        store.pain_ratings.add(rating(2))
        store.checkpoint()
        assert (folder / "backups" / "previous.json").read_bytes() == before


def test_a_backup_that_nobody_may_read_is_listed_as_unreadable(fortnight, folder) -> None:
    class Guarded(Disk):
        def read(self, path):
            if path.name == "diary-2026-11-12.json":
                raise PermissionError(13, "Permission denied")
            return super().read(path)

    found = {backup.name: backup for backup in doctor.examine(folder, Guarded()).backups}
    assert found["diary-2026-11-12.json"].documents is None
    assert found["diary-2026-11-13.json"].documents


def test_a_checkpoint_without_changes_is_not_written(open_store, folder, rating) -> None:
    with open_store() as store:
        store.pain_ratings.add(rating(1))
    before = (folder / "diary.json").stat().st_mtime_ns
    with open_store() as store:
        store.checkpoint()
    assert (folder / "diary.json").stat().st_mtime_ns == before


def test_where_files_cannot_be_linked_they_are_copied(open_store, folder, rating, scores) -> None:
    class WithoutLinks(Disk):
        def link(self, path, target) -> None:
            raise PermissionError(1, "Operation not permitted")

    with open_store(disk=WithoutLinks()) as store:
        store.pain_ratings.add(rating(1))
        store.checkpoint()
        store.pain_ratings.add(rating(2))
    assert [backup.documents for backup in doctor.examine(folder).backups] == [0, 1]
    (folder / "diary.json").write_bytes(b"")
    assert scores() == [1, 2]


def test_a_restored_backup_keeps_what_it_replaced(
    open_store, folder, rating, scores, clock
) -> None:
    with open_store() as store:
        for score in (1, 2, 3):
            store.pain_ratings.add(rating(score))
            store.checkpoint()
    replaced = doctor.restore(folder, "previous.json", clock)
    assert scores() == [1, 2]
    doctor.restore(folder, replaced, clock)
    assert scores() == [1, 2, 3]


def test_a_journal_is_kept_beside_the_checkpoint_it_belongs_to(
    open_store, folder, rating, scores, clock
) -> None:
    store = open_store()
    store.pain_ratings.add(rating(1))
    store.checkpoint()
    store.pain_ratings.add(rating(2))
    journal = (folder / "diary.json.journal").read_bytes()
    shutil.copytree(folder, folder.with_name("killed"))
    store.close()
    replaced = doctor.restore(folder.with_name("killed"), "previous.json", clock)
    backups = folder.with_name("killed") / "backups"
    assert (backups / replaced).with_suffix(".journal").read_bytes() == journal
    found = {backup.name: backup.documents for backup in doctor.examine(backups.parent).backups}
    assert found[replaced] == 2
    doctor.restore(backups.parent, replaced, clock)
    shutil.rmtree(folder)
    backups.parent.rename(folder)
    assert scores() == [1, 2]


def test_two_things_set_aside_at_one_moment_have_two_names(
    open_store, folder, rating, clock
) -> None:
    with open_store() as store:
        store.pain_ratings.add(rating(1))
    still = clock()
    first = doctor.restore(folder, "previous.json", lambda: still)
    second = doctor.restore(folder, "previous.json", lambda: still)
    assert [first, second] == [
        f"replaced-{still:%Y-%m-%dT%H%M%S}.json",
        f"replaced-{still:%Y-%m-%dT%H%M%S}-2.json",
    ]


def test_after_a_restoration_writing_goes_on(open_store, folder, rating, scores, clock) -> None:
    with open_store() as store:
        for score in (1, 2, 3):
            store.pain_ratings.add(rating(score))
    doctor.restore(folder, "previous.json", clock)
    with open_store() as store:
        store.pain_ratings.add(rating(4))
        assert scores() == [4]
    (folder / "diary.json").write_bytes(b"")
    assert scores() == [4]


@pytest.mark.parametrize("name", ["nothing.json", "../diary.json", "", "previous.journal"])
def test_a_name_that_is_no_backup_changes_nothing(open_store, folder, name, clock, names) -> None:
    open_store().close()
    before = names()
    with pytest.raises(NoBackup, match="There is no readable backup") as error:
        doctor.restore(folder, name, clock)
    assert error.value.exit_code == 2
    assert names() == before


def test_restoring_into_a_missing_folder_makes_none(folder, clock) -> None:
    with pytest.raises(NoBackup):
        doctor.restore(folder, "readable", clock)
    assert not folder.exists()


def test_an_open_diary_is_not_restored(open_store, folder, clock) -> None:
    with open_store(), pytest.raises(Locked):
        doctor.restore(folder, "previous.json", clock)


def test_a_restoration_that_was_interrupted_leaves_a_diary_that_opens(
    open_store, make_disk, rating, clock, folder, crash
) -> None:
    number, done = 0, False
    while not done:
        number += 1
        disk = make_disk()
        store = open_store(disk=disk)
        for score in (1, 2):
            store.pain_ratings.add(rating(score))
            store.checkpoint()
        store.pain_ratings.add(rating(3))
        disk.disk.stop()
        disk.plan = {disk.calls + number: "late-crash"}
        try:
            doctor.restore(folder, "previous.json", clock, disk)
            done = True
        except crash:
            disk.disk.stop()
        disk.plan.clear()
        with open_store(disk=disk) as again:
            assert [found.score for found in again.pain_ratings.all()] in ([1, 2, 3], [1])
    assert number > 20


def test_a_newer_backup_is_not_restored(open_store, folder, clock) -> None:
    open_store().close()
    path = folder / "backups" / "previous.json"
    path.write_bytes(path.read_bytes().replace(b'"format":1', b'"format":9'))
    with pytest.raises(TooNew):
        doctor.restore(folder, "previous.json", clock)


def test_a_refused_restoration_changes_nothing(
    open_store, make_disk, rating, clock, folder
) -> None:
    disk = make_disk()
    with open_store(disk=disk) as store:
        store.pain_ratings.add(rating(1))
    expected = open_store(disk=disk, write=False).diary()
    calls = 0
    while True:
        calls += 1
        disk.plan = {disk.calls + calls: "error"}
        try:
            doctor.restore(folder, "previous.json", clock, disk)
            break
        except NotSaved:
            disk.plan.clear()
            found = open_store(disk=disk, write=False).diary()
            assert found in (expected, Diary())
    assert calls > 10


def test_what_can_be_read_can_be_kept(open_store, folder, rating, scores, clock) -> None:
    with open_store() as store:
        store.pain_ratings.add(rating(1))
        store.checkpoint()
        for score in (2, 3, 4):
            store.pain_ratings.add(rating(score))
        shutil.copytree(folder, folder.with_name("killed"))
    killed = folder.with_name("killed")
    journal = killed / "diary.json.journal"
    journal.write_bytes(journal.read_bytes().replace(b'"score":3', b'"score":8'))
    advice = [say(told) for told in doctor.examine(killed).advice]
    assert "--restore readable would keep everything that can be read (documents: 3)" in advice[0]
    doctor.restore(killed, "readable", clock)
    shutil.rmtree(folder)
    killed.rename(folder)
    assert scores() == [1, 2, 4]


def test_what_can_be_read_of_the_previous_checkpoint_can_be_kept(
    open_store, folder, rating, scores, clock
) -> None:
    with open_store() as store:
        for score in (1, 2):
            store.pain_ratings.add(rating(score))
            store.checkpoint()
    (folder / "diary.json").write_bytes(b"")
    previous = folder / "backups" / "previous.journal"
    [last] = previous.read_bytes().splitlines(keepends=True)
    previous.write_bytes(line(1, []) + b"x\n" + last)
    doctor.restore(folder, "readable", clock)
    assert scores() == [1, 2]
    (folder / "diary.json").write_bytes(b"")
    assert scores() == [1, 2]


def test_a_daily_copy_with_the_changes_after_it_can_be_kept(
    open_store, folder, fortnight, rating, scores, clock
) -> None:
    with open_store() as store:
        store.pain_ratings.add(rating(7))
        shutil.copytree(folder, folder.with_name("killed"))
    shutil.rmtree(folder)
    folder.with_name("killed").rename(folder)
    everything = [*(day % 11 for day in range(20)), 7]
    assert scores() == everything
    for path in (folder / "diary.json", folder / "backups" / "previous.json"):
        path.write_bytes(b"")
    (folder / "backups" / "diary-2026-11-22.json").write_bytes(b"")
    doctor.restore(folder, "readable", clock)
    assert scores() == everything


def test_the_journal_alone_can_be_kept(open_store, folder, rating, scores, clock) -> None:
    store = open_store()
    for score in (1, 2):
        store.pain_ratings.add(rating(score))
    journal = (folder / "diary.json.journal").read_bytes()
    store.close()
    shutil.rmtree(folder)
    folder.mkdir()
    (folder / "diary.json.journal").write_bytes(journal)
    assert "(documents: 2)" in say(doctor.examine(folder).advice[0])
    doctor.restore(folder, "readable", clock)
    assert scores() == [1, 2]


def test_where_nothing_can_be_read_nothing_is_kept(open_store, folder, clock) -> None:
    open_store().close()
    for path in (folder / "diary.json", folder / "backups" / "previous.json"):
        path.write_bytes(b"")
    with pytest.raises(NoBackup):
        doctor.restore(folder, "readable", clock)
