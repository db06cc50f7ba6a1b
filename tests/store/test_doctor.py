"""The doctor looks and says; it changes nothing."""

from __future__ import annotations

import errno

import pytest

from hipcoach.core.text import say
from hipcoach.store import doctor
from hipcoach.store.disk import Disk
from hipcoach.store.errors import Unreadable


def told(folder) -> list[str]:
    return [say(line) for line in doctor.report(doctor.examine(folder))]


@pytest.fixture
def edit(folder):
    """Changes text in diary.json."""

    def edit(old: str, new: str) -> None:
        path = folder / "diary.json"
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    return edit


@pytest.fixture
def diary(open_store, rating) -> None:
    """Two ratings, one of them deleted."""
    with open_store() as store:
        store.pain_ratings.add(rating(1))
        store.pain_ratings.delete(store.pain_ratings.add(rating(2)).id)


def test_a_diary_in_order(folder, diary) -> None:
    size = (folder / "diary.json").stat().st_size
    assert told(folder) == [
        f"The diary is in {folder}.",
        f"diary.json: {size:,} bytes. Journal: 0 bytes, changes: 0.",
        "pain_ratings: 1, deleted: 1.",
        "Backup diary-2026-11-02.json: 60 bytes, documents: 0.",
        "Backup previous.json: 60 bytes, documents: 0.",
        "Nothing is wrong.",
    ]


def test_no_diary_at_all(folder) -> None:
    found = doctor.examine(folder)
    assert (found.size, found.backups, found.problems) == (0, (), ())
    assert not folder.exists()


def test_an_open_diary_with_a_journal(open_store, folder, rating) -> None:
    with open_store() as store:
        store.pain_ratings.add(rating(1))
        found = doctor.examine(folder)
    assert (found.changes, found.journal_changes, found.problems) == (1, 1, ())


def test_every_damaged_document_is_named(folder, diary, edit, open_store, rating) -> None:
    edit('"score":1', '"score":"1"')
    edit('"deleted":true', '"deleted":1')
    problems = "\n".join(map(say, doctor.examine(folder).problems))
    assert "document id-1 cannot be read: score: Expected `int`, got `str`." in problems
    assert "document id-2 cannot be read: deleted: Expected `bool`, got `int`." in problems
    assert "mend these documents in diary.json" in told(folder)[-1]


def test_an_id_that_is_there_twice_is_named(folder, diary, edit) -> None:
    edit('"id":"id-2"', '"id":"id-1"')
    assert "two documents have the id id-1" in say(doctor.examine(folder).problems[0])


def test_a_doubled_line_is_named(folder, diary, edit) -> None:
    edit('"2": {', '"1": {')
    assert 'diary.json cannot be read: the key "1" is there twice.' in told(folder)


def test_what_the_next_start_will_mend(folder, diary) -> None:
    (folder / "diary.json").write_bytes(b"")
    with (folder / "diary.json.journal").open("ab") as torn:
        torn.write(b"01234567 [")
    lines = told(folder)
    assert "diary.json cannot be read: the file is empty." in lines
    assert "The last 10 bytes of the journal are a change that was cut off." in lines
    assert "put diary.json together again" in lines[-2]
    assert "move what was cut off to the backups" in lines[-1]


def test_the_ways_back_from_what_cannot_be_mended(folder, diary) -> None:
    backups = folder / "backups"
    (folder / "diary.json").write_bytes(b"")
    (backups / "previous.json").write_bytes(b"")
    lines = told(folder)
    assert "Backup previous.json: cannot be read." in lines
    assert "does not lead up to it" in lines[-3]
    assert "--restore readable would keep everything that can be read (documents: 2)" in lines[-2]
    assert lines[-1].startswith(
        "hipcoach doctor --restore NAME would bring back one of the backups"
    )
    (backups / "diary-2026-11-02.json").unlink()
    (backups / "previous.journal").unlink()
    assert "does not lead up to it" in told(folder)[-1]


def test_a_folder_that_cannot_be_looked_into(folder) -> None:
    class Failing(Disk):
        def names(self, folder):
            raise PermissionError(errno.EACCES, "Permission denied")

    with pytest.raises(Unreadable, match="cannot be read: Permission denied"):
        doctor.examine(folder, Failing())
