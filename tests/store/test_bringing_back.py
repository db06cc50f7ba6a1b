"""A backup becomes the open diary, under its lock: nothing is lost, whatever the disk does."""

from __future__ import annotations

import errno
import random
import shutil

import pytest

from hipcoach.core.backup import Inside
from hipcoach.store import doctor
from hipcoach.store.errors import Locked, NoBackup, NotSaved, TooNew, Unreadable
from hipcoach.store.slowly import LINES


def scores(store) -> list[int]:
    return [found.score for found in store.pain_ratings.all()]


@pytest.fixture
def rated(open_store, disk, rating, done):
    """An open diary with the ratings 1 and 2, a backup of these, and 3 in the journal only."""
    store = open_store(disk=disk)
    for score in (1, 2):
        store.pain_ratings.add(rating(score))
    store.backup = done(store.back_up())
    store.pain_ratings.add(rating(3))
    yield store
    store.close()


def test_a_backup_is_a_whole_diary_with_a_name_of_its_own(rated, done, folder, disk) -> None:
    assert rated.backup.startswith("kept-2026-11-02T")
    inside = done(rated.look_into(rated.backup))
    assert (inside.sessions, inside.ratings) == (0, 2)
    assert inside.last_day.isoformat() == "2026-11-02"


def test_looking_into_a_long_backup_tells_how_far_it_is(rated, rating, done) -> None:
    with rated.transaction():
        for _ in range(2 * LINES):
            rated.pain_ratings.add(rating(4))
    looking = rated.look_into(done(rated.back_up()))
    shares = list(looking)
    assert shares == sorted(shares)
    assert sum(0.5 < share <= 1 for share in shares) == 2


def test_a_backup_takes_no_place_in_the_rotation(open_store, clock, rating, done, folder) -> None:
    from datetime import timedelta

    for day in range(20):
        with open_store() as store:
            store.pain_ratings.add(rating(day % 11))
            done(store.back_up())
        clock.moment += timedelta(days=1)
    names = sorted(path.name for path in (folder / "backups").iterdir())
    assert [n for n in names if n.startswith("diary-")] == [
        f"diary-2026-11-{day:02}.json" for day in range(8, 22)
    ]
    assert len([n for n in names if n.startswith("kept-")]) == 20


def test_the_backup_is_the_diary_and_the_one_before_is_kept(rated, done, open_store, disk) -> None:
    store, replaced = done(rated.bring_back(rated.backup))
    assert scores(store) == [1, 2]
    assert done(store.look_into(replaced)).ratings == 3
    store, _ = done(store.bring_back(replaced))
    assert scores(store) == [1, 2, 3]
    store.close()
    assert scores(open_store(disk=disk, write=False)) == [1, 2, 3]


def test_the_diary_that_came_back_is_written_on(rated, done, rating, open_store, disk) -> None:
    store, _ = done(rated.bring_back(rated.backup))
    added = store.pain_ratings.add(rating(7))
    store.pain_ratings.delete(added.id)
    store.pain_ratings.restore(added)
    assert scores(open_store(disk=disk, write=False)) == [1, 2, 7]
    store.close()
    assert scores(open_store(disk=disk, write=False)) == [1, 2, 7]


def test_the_lock_is_never_let_go(rated, done, open_store, disk) -> None:
    steps = rated.bring_back(rated.backup)
    for _ in steps:
        with pytest.raises(Locked):
            open_store(disk=disk)
    with pytest.raises(Locked):
        open_store(disk=disk)


def test_nothing_is_changed_meanwhile_and_the_old_store_is_of_no_more_use(
    rated, done, rating
) -> None:
    steps = rated.bring_back(rated.backup)
    next(steps)
    with pytest.raises(TypeError):
        rated.pain_ratings.add(rating(9))
    store, _ = done(steps)
    with pytest.raises(TypeError):
        rated.pain_ratings.add(rating(9))
    rated.close()
    assert scores(store) == [1, 2]
    store.close()


def test_steps_that_are_left_change_nothing(rated, rating) -> None:
    steps = rated.bring_back(rated.backup)
    next(steps)
    steps.close()
    rated.pain_ratings.add(rating(4))
    assert scores(rated) == [1, 2, 3, 4]


def test_a_backup_that_vanished_changes_nothing(rated, done, rating) -> None:
    with pytest.raises(NoBackup, match=r"^The backup gone.json is no longer there\.$"):
        done(rated.bring_back("gone.json"))
    rated.pain_ratings.add(rating(4))
    assert scores(rated) == [1, 2, 3, 4]


@pytest.mark.parametrize("name", ["../diary.json", "", "previous.journal/../x"])
def test_only_what_is_among_the_backups_comes_back(rated, done, name) -> None:
    with pytest.raises(NoBackup):
        done(rated.look_into(name))


@pytest.mark.parametrize(
    ("spoilt", "error"),
    [
        (lambda raw: raw[:-20], Unreadable),
        (lambda raw: b"", Unreadable),
        (lambda raw: raw.replace(b'"score":2', b'"score":99'), Unreadable),
        (lambda raw: raw.replace(b'"id":"id-2"', b'"id":"id-1"'), Unreadable),
        (lambda raw: raw.replace(b'"format":1', b'"format":9'), TooNew),
    ],
)
def test_a_backup_that_cannot_be_read_changes_nothing(
    open_store, folder, rating, done, spoilt, error
) -> None:
    with open_store() as store:
        for score in (1, 2):
            store.pain_ratings.add(rating(score))
        path = folder / "backups" / done(store.back_up())
        path.write_bytes(spoilt(path.read_bytes()))
        before = sorted(file.name for file in store.backups())
        for steps in (store.look_into(path.name), store.bring_back(path.name)):
            with pytest.raises(error) as raised:
                done(steps)
            assert "\n" not in str(raised.value)
        assert sorted(file.name for file in store.backups()) == before
        store.pain_ratings.add(rating(4))
        assert scores(store) == [1, 2, 4]


def test_what_was_set_aside_with_its_journal_is_seen_with_it(
    open_store, folder, rating, done, clock
) -> None:
    store = open_store()
    store.pain_ratings.add(rating(1))
    store.checkpoint()
    store.pain_ratings.add(rating(2))
    shutil.copytree(folder, folder.with_name("killed"))
    store.close()
    shutil.rmtree(folder)
    folder.with_name("killed").rename(folder)
    replaced = doctor.restore(folder, "previous.json", clock)
    assert (folder / "backups" / replaced).with_suffix(".journal").exists()
    with open_store() as again:
        assert done(again.look_into(replaced)).ratings == 2
        assert done(again.look_into("previous.json")) == Inside(sessions=0, ratings=0)


def test_a_diary_that_was_opened_for_reading_has_no_backups_to_bring_back(open_store) -> None:
    open_store().close()
    with pytest.raises(TypeError):
        open_store(write=False).backups()


@pytest.mark.parametrize("says", [errno.ENOSPC, errno.EIO])
def test_where_the_disk_refuses_the_old_diary_stays_open(
    open_store, make_disk, rating, done, says
) -> None:
    number, finished, said = 0, False, []
    while not finished:
        number += 1
        disk = make_disk(errno=says)
        store = open_store(disk=disk)
        store.pain_ratings.add(rating(1))
        name = done(store.back_up())
        store.pain_ratings.add(rating(2))
        disk.plan = {disk.calls + number: "error"}
        expected = [1, 2]
        try:
            store, _ = done(store.bring_back(name))
            finished, expected = disk.calls < min(disk.plan), [1]
        except (NotSaved, Unreadable) as error:
            said.append(str(error))
        disk.plan.clear()
        assert scores(store) == expected
        try:
            store.pain_ratings.add(rating(5))
            expected = [*expected, 5]
        except NotSaved as error:
            said.append(str(error))
        store.close()
        assert scores(open_store(disk=disk, write=False)) == expected
    assert len(said) > 20
    assert all("\n" not in told and told.endswith(".") for told in said)
    assert len([told for told in said if "start it again" in told]) <= 2


@pytest.mark.parametrize("way", ["crash", "late-crash"])
@pytest.mark.parametrize("seed", range(3))
def test_after_a_power_cut_either_diary_is_whole(
    open_store, make_disk, rating, done, crash, way, seed
) -> None:
    number, finished = 0, False
    while not finished:
        number += 1
        disk = make_disk()
        store = open_store(disk=disk)
        store.pain_ratings.add(rating(1))
        name = done(store.back_up())
        store.pain_ratings.add(rating(2))
        disk.plan = {disk.calls + number: way}
        try:
            done(store.bring_back(name))
            finished = True
        except crash:
            pass
        disk.plan.clear()
        disk.disk.lose_power(random.Random(seed))
        with open_store(disk=disk) as again:
            found = scores(again)
            assert found in ([1, 2], [1])
            kept = [done(again.look_into(file.name)).ratings for file in again.backups()]
            assert found == [1, 2] or 2 in kept
            assert not again.notices
    assert number > 20


def test_a_backup_that_the_disk_refuses_is_said_and_leaves_nothing(
    open_store, make_disk, rating, done
) -> None:
    number, said = 0, []
    while True:
        number += 1
        disk = make_disk(errno=errno.ENOSPC)
        store = open_store(disk=disk)
        store.pain_ratings.add(rating(1))
        store.checkpoint()
        disk.plan = {disk.calls + number: "error"}
        try:
            done(store.back_up())
            break
        except NotSaved as error:
            said.append(str(error))
        disk.plan.clear()
        assert all(done(store.look_into(file.name)).ratings <= 1 for file in store.backups())
        store.close()
    assert len(said) > 3
    assert all("is full" in told for told in said)
