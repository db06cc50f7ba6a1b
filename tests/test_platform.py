"""What differs between systems: patience with files that are in use, replacing, syncing."""

from __future__ import annotations

from pathlib import Path

import pytest

from hipcoach import platform


class Door:
    """Cannot be opened the first times."""

    def __init__(self, closed: int) -> None:
        self.closed, self.tries = closed, 0

    def open(self) -> None:
        self.tries += 1
        if self.tries <= self.closed:
            raise PermissionError("in use")


def test_a_file_in_use_is_waited_for() -> None:
    waited: list[float] = []
    platform.patiently(Door(0).open, waited.append)
    assert waited == []
    platform.patiently(Door(3).open, waited.append)
    assert waited == list(platform.PAUSES[:3])


def test_a_file_that_stays_in_use_is_an_error_after_less_than_a_second() -> None:
    waited: list[float] = []
    door = Door(99)
    with pytest.raises(PermissionError):
        platform.patiently(door.open, waited.append)
    assert door.tries == len(platform.PAUSES) + 1
    assert sum(waited) < 1


def test_a_file_is_replaced_and_synced(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_text("old")
    new.write_text("new")
    with new.open("rb") as file:
        platform.sync_file(file.fileno())
    platform.replace(new, old)
    platform.sync_folder(tmp_path)
    assert (old.read_text(), new.exists()) == ("new", False)
