"""Stills on disk: found again in another start, and never a reason to fail."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from hipcoach.core.depicted import Depicted
from hipcoach.core.exercise import Side
from hipcoach.ui.still_cache import StillCache
from hipcoach.ui.still_shelf import StillShelf
from hipcoach.ui.still_wish import Tones, Wish, fingerprint

TONES = Tones(
    dark=False,
    look="sage",
    ground="",
    ink="#18212b",
    well_done="#0e625c",
    mistaken="#6f4000",
    panel="#ffffff",
)
WISH = Wish(asked=Depicted(figure="clamshell"), width=20, height=10, share=1.0, tones=TONES)


@pytest.fixture
def image() -> QImage:
    """A small picture, half of it transparent."""
    made = QImage(20, 10, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    for x in range(10):
        made.setPixel(x, 5, 0xFF3E9A8E)
    return made


def test_a_still_is_found_again_pixel_by_pixel(tmp_path: Path, image: QImage) -> None:
    StillCache(tmp_path / "cache").keep("clamshell", image)
    found = StillCache(tmp_path / "cache").find("clamshell")
    assert found is not None
    assert found.convertToFormat(image.format()) == image
    assert [file.name for file in (tmp_path / "cache").iterdir()] == ["clamshell.png"]


DAMAGED = {
    "cut off": lambda kept: kept[:-1],
    "empty": lambda kept: b"",
    "another picture's bytes": lambda kept: kept[:60] + bytes([kept[60] ^ 1]) + kept[61:],
    "no picture": lambda kept: b"no picture at all, but a text",
}


@pytest.mark.parametrize("what", DAMAGED)
def test_a_damaged_or_foreign_file_is_passed_over_and_replaced(
    tmp_path: Path, image: QImage, what: str
) -> None:
    cache = StillCache(tmp_path)
    cache.keep("clamshell", image)
    file = tmp_path / "clamshell.png"
    file.write_bytes(DAMAGED[what](file.read_bytes()))
    assert cache.find("clamshell") is None
    cache.keep("clamshell", image)
    assert cache.find("clamshell") is not None


def test_a_picture_under_another_name_is_foreign(tmp_path: Path, image: QImage) -> None:
    cache = StillCache(tmp_path)
    cache.keep("clamshell", image)
    (tmp_path / "clamshell.png").rename(tmp_path / "bridge.png")
    assert cache.find("bridge") is None


def test_a_folder_that_cannot_be_is_just_not_used(
    tmp_path: Path, image: QImage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "hipcoach.figures")
    (tmp_path / "cache").write_text("a file stands here", encoding="utf-8")
    cache = StillCache(tmp_path / "cache")
    for _ in range(3):
        cache.keep("clamshell", image)
    cache.prune()
    assert cache.find("clamshell") is None
    assert [it.message for it in caplog.records] == ["stills are not kept: FileExistsError"]


def test_the_oldest_go_first_and_what_was_left_half_written(tmp_path: Path, image: QImage) -> None:
    cache = StillCache(tmp_path)
    names = [f"still-{number}" for number in range(4)]
    for age, name in enumerate(reversed(names)):
        cache.keep(name, image)
        os.utime(tmp_path / f"{name}.png", (1000 - age, 1000 - age))
    one = (tmp_path / "still-0.png").stat().st_size
    (tmp_path / "still-9.77.new").write_bytes(b"half")
    (tmp_path / "notes.txt").write_text("not ours", encoding="utf-8")

    cache.prune(2 * one)

    left = sorted(file.name for file in tmp_path.iterdir())
    assert left == ["notes.txt", "still-2.png", "still-3.png"]


def test_what_cannot_go_keeps_nothing_else(tmp_path: Path, image: QImage) -> None:
    cache = StillCache(tmp_path)
    cache.keep("still", image)
    for number in range(3):
        (tmp_path / f"folder-{number}.png").mkdir()
        (tmp_path / f"folder-{number}.new").mkdir()
        (tmp_path / f"gone-{number}.png").symlink_to(tmp_path / "nowhere")
    cache.prune(0)
    assert not (tmp_path / "still.png").exists()


OTHERS = {
    "figure": replace(WISH, asked=Depicted(figure="dead-bug")),
    "rung": replace(WISH, asked=Depicted(figure="clamshell", rung="green")),
    "side": replace(WISH, asked=Depicted(figure="clamshell", side=Side.LEFT)),
    "size": replace(WISH, width=21),
    "share": replace(WISH, share=0.0),
    "look": replace(WISH, tones=replace(TONES, look="plum")),
    "theme": replace(WISH, tones=replace(TONES, dark=True)),
    "colour": replace(WISH, tones=replace(TONES, ink="#000000")),
}


@pytest.mark.parametrize("what", OTHERS)
def test_whatever_changes_the_picture_changes_its_name(what: str) -> None:
    assert OTHERS[what].name("data") != WISH.name("data")


def test_other_data_give_other_names(tmp_path: Path) -> None:
    poses = tmp_path / "poses"
    poses.mkdir()
    file = poses / "clamshell.toml"
    file.write_text("a = 1\n", encoding="utf-8")
    before = fingerprint(tmp_path)
    assert fingerprint(tmp_path) == before
    file.write_text("a = 2\n", encoding="utf-8")
    changed = fingerprint(tmp_path)
    file.rename(poses / "bridge.toml")
    assert len({before, changed, fingerprint(tmp_path)}) == 3


def test_data_that_cannot_be_read_have_a_name_too(tmp_path: Path) -> None:
    (tmp_path / "body.toml").mkdir()
    (tmp_path / "looks.toml").symlink_to(tmp_path / "nowhere")
    assert fingerprint(tmp_path)
    assert fingerprint(tmp_path / "none")


def test_the_shelf_lets_go_of_what_was_asked_for_longest_ago(image: QImage) -> None:
    shelf = StillShelf(2 * image.sizeInBytes())
    wishes = [replace(WISH, width=20 + more) for more in range(3)]
    shelf.put(wishes[0], image)
    shelf.put(wishes[1], image)
    assert shelf.find(wishes[0]) is not None
    shelf.put(wishes[2], image)
    assert [shelf.find(wish) is not None for wish in wishes] == [True, False, True]
