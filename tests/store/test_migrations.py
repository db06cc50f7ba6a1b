"""Formats: every old diary is read and brought up to date, and its file is kept as it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from hipcoach.core.text import say
from hipcoach.store import doctor
from hipcoach.store.disk import Disk
from hipcoach.store.errors import TooNew
from hipcoach.store.folder import Folder
from hipcoach.store.layout import Layout
from hipcoach.store.loading import load
from hipcoach.store.migrations import FORMAT, migrate
from hipcoach.store.writer import Writer


def rename_score(tables):
    """A made-up step: `score` becomes `points`."""
    return {
        name: {number: _renamed(raw) for number, raw in documents.items()}
        for name, documents in tables.items()
    }


def _renamed(raw):
    return {"points" if key == "score" else key: value for key, value in raw.items()}


def add_colour(tables):
    """Another one: every document gets a colour."""
    return {
        name: {number: raw | {"colour": "red"} for number, raw in documents.items()}
        for name, documents in tables.items()
    }


STEPS = (rename_score, add_colour)


@pytest.fixture
def samples(root) -> dict[str, Path]:
    """The stored diary of each format."""
    return {path.name: path for path in sorted((root / "tests" / "data").glob("format-*"))}


@pytest.fixture
def old(samples, folder) -> Layout:
    """A copy of the diary of format 1, with a journal."""
    shutil.copytree(samples["format-1"], folder)
    return Layout(folder)


def test_there_is_a_diary_of_every_format(samples) -> None:
    assert list(samples) == [f"format-{number + 1}" for number in range(FORMAT)]


def test_the_diary_of_every_format_is_read(samples, open_store, folder) -> None:
    for sample in samples.values():
        shutil.copytree(sample, folder)
        with open_store() as store:
            diary = store.diary()
            assert [found.score for found in diary.pain_ratings] == [5, 6, 3, 2]
            assert [len(found.sets) for found in diary.sessions] == [2]
            for name in (
                "runs",
                "decisions",
                "check_ins",
                "flares",
                "absences",
                "screenings",
            ):
                assert len(getattr(diary, name)) == 1, name
            assert diary.settings.bands
        assert doctor.examine(folder).problems == ()
        shutil.rmtree(folder)


def test_steps_are_applied_in_their_order_from_the_format_on() -> None:
    tables = {"a": {"1": {"score": 1}}}
    assert migrate(tables, 1, STEPS) == {"a": {"1": {"points": 1, "colour": "red"}}}
    assert migrate(tables, 2, STEPS) == {"a": {"1": {"score": 1, "colour": "red"}}}
    assert migrate(tables, 3, STEPS) == tables
    with pytest.raises(TooNew, match=r"format 4, this one knows 3"):
        migrate(tables, 4, STEPS)
    assert tables == {"a": {"1": {"score": 1}}}


def test_a_reader_sees_the_new_format_and_leaves_the_old_file(old) -> None:
    before = old.diary.read_bytes()
    loaded = load(Disk(), old, STEPS)
    assert loaded.tables["pain_ratings"]["1"]["points"] == 5
    assert loaded.tables["pain_ratings"]["4"]["colour"] == "red"
    assert old.diary.read_bytes() == before
    assert not old.backups.exists()


def test_a_writer_keeps_the_old_file_and_writes_the_new_format(old, clock) -> None:
    diary, journal = old.diary.read_bytes(), old.journal.read_bytes()
    writer = Writer(Folder(Disk(), old, clock), STEPS)
    tables = writer.tables
    writer.close()
    assert b'"format":3' in old.diary.read_bytes()
    assert old.journal.read_bytes() == b""
    [kept] = old.backups.glob("format-1-*.json")
    assert kept.name in say(writer.notices[0])
    assert kept.read_bytes() == diary
    assert kept.with_suffix(".journal").read_bytes() == journal
    again = Writer(Folder(Disk(), old, clock), STEPS)
    again.close()
    assert (again.tables, again.notices) == (tables, ())


def test_a_damaged_diary_is_put_together_in_the_new_format(old, clock) -> None:
    writer = Writer(Folder(Disk(), old, clock), STEPS)
    writer.close()
    old.diary.write_bytes(b"")
    assert load(Disk(), old, STEPS).tables == writer.tables


def test_an_interrupted_migration_begins_again(samples, make_disk, crash, clock, folder) -> None:
    def copy(plan):
        disk = make_disk(plan=plan)
        disk.disk.make_folder(folder)
        for path in samples["format-1"].iterdir():
            descriptor = disk.disk.open_to_append(folder / path.name)
            disk.disk.write(descriptor, path.read_bytes())
            disk.disk.sync(descriptor)
        disk.disk.sync_folder(folder)
        return disk

    whole = copy({})
    expected = Writer(Folder(whole, Layout(folder), clock), STEPS).tables
    for number in range(1, whole.calls + 1):
        for way in ("crash", "late-crash"):
            disk = copy({number: way})
            with pytest.raises(crash):
                Writer(Folder(disk, Layout(folder), clock), STEPS)
            disk.disk.stop()
            disk.plan.clear()
            assert Writer(Folder(disk, Layout(folder), clock), STEPS).tables == expected
