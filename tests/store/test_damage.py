"""A damaged diary: never empty, never changed in silence, nothing lost; what is said and kept."""

from __future__ import annotations

import shutil

import pytest

from hipcoach.core.text import say
from hipcoach.store import doctor
from hipcoach.store.errors import TooNew, Unreadable
from hipcoach.store.journal import line


@pytest.fixture
def diary(open_store, folder, tmp_path, rating):
    """A diary as a kill leaves it, with two checkpoints and three lines of journal; its value."""
    with open_store() as store:
        for score in (1, 2):
            store.pain_ratings.add(rating(score))
            store.checkpoint()
        for score in (3, 4, 5):
            store.pain_ratings.add(rating(score))
        value = store.diary()
        shutil.copytree(folder, tmp_path / "killed")
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "killed", folder)
    return value


@pytest.fixture
def files(folder):
    """The bytes of all files but the lock, by name."""
    return lambda: {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".lock"
    }


def kept(folder, pattern: str) -> list[bytes]:
    """What the backups hold under names like that."""
    return [path.read_bytes() for path in sorted((folder / "backups").glob(pattern))]


def test_the_example_is_in_order(open_store, diary, files) -> None:
    assert files()["diary.json.journal"].count(b"\n") == 3
    with open_store(write=False) as reader:
        assert (reader.diary(), reader.notices) == (diary, ())


def test_a_checkpoint_cut_at_any_byte_is_put_together_again(
    open_store, folder, diary, files, tmp_path
) -> None:
    before = files()
    whole = before["diary.json"]
    for cut in range(len(whole) - 1):
        (folder / "diary.json").write_bytes(whole[:cut])
        with open_store(write=False) as reader:
            assert reader.diary() == diary
    for cut in range(0, len(whole) - 1, 17):
        for name, content in before.items():
            (folder / name).write_bytes(content)
        (folder / "diary.json").write_bytes(whole[:cut])
        with open_store() as store:
            assert store.diary() == diary
            assert "put together again" in say(store.notices[0])
        assert whole[:cut] in kept(folder, "damaged-*.json")
    with open_store() as store:
        assert (store.diary(), store.notices) == (diary, ())


@pytest.mark.parametrize("content", [b"", b"\0" * 400, b"{}", b"[]", b"hello", None])
def test_no_kind_of_damage_empties_the_diary(open_store, folder, diary, content) -> None:
    path, journal = folder / "diary.json", (folder / "diary.json.journal").read_bytes()
    path.unlink() if content is None else path.write_bytes(content)
    with open_store() as store:
        assert store.diary() == diary
        told = [say(notice) for notice in store.notices]
    assert len(told) == 1
    assert ("kept as damaged-" in told[0]) == (content is not None)
    assert kept(folder, "damaged-*.json") == ([] if content is None else [content])
    assert kept(folder, "damaged-*.journal") == [journal]


def test_twice_damaged_it_is_still_whole(open_store, folder, diary) -> None:
    for _ in range(2):
        (folder / "diary.json").write_bytes(b"")
        with open_store() as store:
            assert store.diary() == diary


@pytest.mark.parametrize("spoil", ["previous.json", "previous.journal"])
def test_without_the_way_to_the_end_it_is_not_opened(
    open_store, folder, diary, files, spoil
) -> None:
    (folder / "diary.json").write_bytes(b"{")
    (folder / "backups" / spoil).write_bytes(b"x\n")
    before = files()
    for write in (True, False):
        with pytest.raises(Unreadable, match=r"Input data was truncated.*hipcoach doctor") as error:
            open_store(write=write)
        assert error.value.exit_code == 5
    assert files() == before


def test_a_gap_after_the_previous_checkpoint_is_not_opened(
    open_store, folder, diary, files
) -> None:
    (folder / "diary.json").unlink()
    (folder / "backups" / "previous.journal").write_bytes(line(9, []))
    before = files()
    with pytest.raises(Unreadable, match="the file is missing"):
        open_store()
    assert files() == before


@pytest.mark.parametrize("journal", [b"", line(1, [b'["runs","1",{"id":"a"}]'])])
def test_a_missing_checkpoint_is_never_an_empty_diary(
    open_store, folder, diary, files, journal
) -> None:
    (folder / "diary.json").unlink()
    (folder / "backups" / "previous.json").unlink()
    (folder / "diary.json.journal").write_bytes(journal)
    before = files()
    with pytest.raises(Unreadable, match="the file is missing"):
        open_store()
    assert files() == before


def test_a_lost_diary_without_backups_is_known_by_its_journal(open_store, folder) -> None:
    folder.mkdir()
    (folder / "diary.json.journal").write_bytes(line(1, []))
    with pytest.raises(Unreadable, match="the file is missing"):
        open_store()


@pytest.mark.parametrize(
    ("lost", "added"),
    [(1, b""), (10, b""), (1, b"\x0b"), (30, b"\0" * 30), (0, b"f")],
)
def test_a_torn_end_is_cut_off_kept_and_told(
    open_store, folder, diary, rating, lost, added
) -> None:
    path = folder / "diary.json.journal"
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) - lost] + added)
    before = path.read_bytes()
    expected = diary.pain_ratings[:-1] if lost else diary.pain_ratings
    with open_store(write=False) as reader:
        assert reader.diary().pain_ratings == expected
        assert [say(told) for told in reader.notices] == [
            "The last change was cut off while it was being saved, and is not in the diary."
        ]
    with open_store() as store:
        assert store.diary().pain_ratings == expected
        assert "cut off while it was being saved" in say(store.notices[0])
        [torn] = kept(folder, "torn-*.journal")
        assert path.read_bytes() + torn == before
        extra = store.pain_ratings.add(rating(9))
        assert open_store(write=False).diary().pain_ratings == (*expected, extra)
    with open_store() as store:
        assert (store.notices, store.diary().pain_ratings) == ((), (*expected, extra))


@pytest.mark.parametrize(
    ("lost", "added"), [(0, b"f\n\n0"), (0, b"\n"), (2, b"}\n"), (150, b"x\ny\n"), (150, b"x\ny")]
)
def test_an_end_with_a_line_feed_may_have_been_saved_and_is_not_cut_off(
    open_store, folder, diary, files, lost, added
) -> None:
    path = folder / "diary.json.journal"
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) - lost] + added)
    before = files()
    for write in (True, False):
        with pytest.raises(Unreadable, match=r"line \d cannot be read \(good lines after it: 0\)"):
            open_store(write=write)
    assert files() == before
    assert "--restore readable" in say(doctor.examine(folder).advice[0])


def test_damage_before_good_lines_is_not_opened(open_store, folder, diary, files) -> None:
    path = folder / "diary.json.journal"
    lines = path.read_bytes().splitlines(keepends=True)
    for number in (0, 1):
        spoiled = [*lines]
        spoiled[number] = spoiled[number].replace(b"score", b"scorn")
        path.write_bytes(b"".join(spoiled))
        before = files()
        for write in (True, False):
            with pytest.raises(Unreadable) as error:
                open_store(write=write)
            said = f"line {number + 1} cannot be read (good lines after it: {2 - number})"
            assert said in str(error.value)
        assert files() == before


def test_a_missing_line_is_not_passed_over(open_store, folder, diary, files) -> None:
    path = folder / "diary.json.journal"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(lines[0] + lines[2])
    before = files()
    with pytest.raises(Unreadable, match=r"change 4 is missing before change 5"):
        open_store()
    assert files() == before


def test_any_flipped_bit_of_the_journal_is_noticed(open_store, folder, diary) -> None:
    path = folder / "diary.json.journal"
    whole = path.read_bytes()
    scores = [found.score for found in diary.pain_ratings]
    for bit in [*range(0, len(whole) * 8, 11), *range(len(whole) * 8 - 16, len(whole) * 8)]:
        flipped = bytearray(whole)
        flipped[bit // 8] ^= 1 << bit % 8
        path.write_bytes(flipped)
        try:
            with open_store(write=False) as reader:
                found = [rating.score for rating in reader.diary().pain_ratings]
        except Unreadable:
            continue
        assert bit // 8 == len(whole) - 1
        assert found == scores[:-1]
        assert doctor.examine(folder).problems


def test_a_journal_wholly_behind_its_checkpoint_is_not_passed_over(
    open_store, folder, diary, files
) -> None:
    path = folder / "diary.json"
    path.write_bytes(path.read_bytes().replace(b'"seq":2', b'"seq":500'))
    before = files()
    with pytest.raises(Unreadable, match=r"it ends at change 5, but diary\.json is at 500"):
        open_store()
    assert files() == before


def test_without_the_changes_since_the_previous_checkpoint_it_is_not_opened(
    open_store, folder, diary, files
) -> None:
    (folder / "diary.json").write_bytes(b"")
    (folder / "backups" / "previous.journal").unlink()
    before = files()
    with pytest.raises(Unreadable, match="the previous copy does not lead up to it"):
        open_store()
    assert files() == before


def test_where_the_journal_itself_goes_on_from_the_previous_checkpoint_nothing_is_lost(
    open_store, folder, diary
) -> None:
    backups = folder / "backups"
    (backups / "previous.json").write_bytes((folder / "diary.json").read_bytes())
    (backups / "previous.journal").unlink()
    (folder / "diary.json").unlink()
    with open_store() as store:
        assert store.diary() == diary
        assert "nothing is lost" in say(store.notices[0])


@pytest.mark.parametrize("content", [b"", None])
def test_a_missing_journal_is_said_and_nothing_is_promised(
    open_store, folder, diary, content
) -> None:
    path = folder / "diary.json"
    path.unlink() if content is None else path.write_bytes(content)
    (folder / "diary.json.journal").unlink()
    found = doctor.examine(folder)
    missing = "The journal is missing; changes since diary.json was written may be lost."
    assert missing in map(say, found.problems)
    told = [say(advice) for advice in found.advice]
    for write in (False, True):
        with open_store(write=write) as store:
            assert store.diary().pain_ratings == diary.pain_ratings[:2]
            assert say(store.notices[0]) == missing
            told += [say(notice) for notice in store.notices[1:]]
    assert len(told) == 3
    assert all("previous copy" in text and "nothing" not in text for text in told)


def test_a_missing_journal_of_a_good_checkpoint_is_said(open_store, folder, diary) -> None:
    (folder / "diary.json.journal").unlink()
    told = ["The journal is missing; changes since diary.json was written may be lost."]
    assert [say(problem) for problem in doctor.examine(folder).problems] == told
    with open_store() as store:
        assert [say(notice) for notice in store.notices] == told
    assert doctor.examine(folder).problems == ()


@pytest.mark.parametrize("dangling", [False, True])
def test_a_link_in_the_place_of_the_diary_is_refused(
    open_store, folder, diary, files, tmp_path, clock, dangling
) -> None:
    target = tmp_path / "elsewhere.json"
    (folder / "diary.json").rename(target)
    (folder / "diary.json").symlink_to(target)
    if dangling:
        target.unlink()
    before = files()
    for way in (
        open_store,
        lambda: open_store(write=False),
        lambda: doctor.restore(folder, "previous.json", clock),
    ):
        with pytest.raises(Unreadable, match=r"diary\.json is a link to another file"):
            way()
    assert doctor.examine(folder).advice == ()
    assert files() == before
    assert (folder / "diary.json").is_symlink()


def test_a_newer_diary_is_left_alone(open_store, folder, diary, files) -> None:
    path = folder / "diary.json"
    path.write_bytes(path.read_bytes().replace(b'"format":1', b'"format":2'))
    (folder / "diary.json.journal").write_bytes(b"another format\nof journal\n" + line(1, []))
    before = files()
    for write in (True, False):
        with pytest.raises(TooNew, match=r"newer HipCoach.*Nothing was changed") as error:
            open_store(write=write)
        assert error.value.exit_code == 5
    assert files() == before
    assert doctor.examine(folder).problems == (error.value.told,)
    assert doctor.examine(folder).advice == ()


def test_a_checkpoint_that_was_put_back_by_hand_is_not_mixed_up(
    open_store, folder, diary, files
) -> None:
    (folder / "diary.json").write_bytes((folder / "backups" / "diary-2026-11-02.json").read_bytes())
    before = files()
    with pytest.raises(Unreadable, match="is missing before change 3"):
        open_store()
    assert files() == before


def test_an_interrupted_first_start_leaves_no_damage(open_store, make_disk, crash, rating) -> None:
    number, disk = 0, make_disk()
    while disk.calls >= number:
        number += 1
        disk = make_disk(plan={number: "crash"})
        try:
            open_store(disk=disk)
        except crash:
            disk.disk.stop()
            disk.plan.clear()
            with open_store(disk=disk) as store:
                assert store.notices == ()
                store.pain_ratings.add(rating())
            disk.calls = number
    assert number > 15
