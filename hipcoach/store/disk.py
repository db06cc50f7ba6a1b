"""The calls to the operating system that the store makes, one method each: tests fail each one."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from hipcoach import platform
from hipcoach.store.lock import FILE_MODE, acquire

FOLDER_MODE = 0o700

_APPEND = os.O_RDWR | os.O_CREAT | os.O_APPEND | platform.BINARY
_FRESH = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | platform.BINARY


class Disk:
    """The real disk. Every method raises OSError as the operating system does."""

    def read(self, path: Path) -> bytes | None:
        """The file's content, or None where there is no such file."""
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None

    def identity(self, path: Path) -> tuple[int, int, int] | None:
        """What changes when another file takes this name; None where there is no such file."""
        try:
            found = path.stat()
        except FileNotFoundError:
            return None
        return found.st_ino, found.st_size, found.st_mtime_ns

    def is_link(self, path: Path) -> bool:
        """Whether the name stands for another file, which need not exist."""
        return path.is_symlink()

    def is_file(self, path: Path) -> bool:
        """Whether it can be read to an end: no folder, no pipe, no link that leads nowhere."""
        return os.path.isfile(path)  # noqa: PTH113 - unlike Path.is_file it never raises

    def names(self, folder: Path) -> list[str]:
        """The names in the folder, sorted; none where there is no such folder."""
        try:
            return sorted(os.listdir(folder))  # noqa: PTH208 - names are wanted, not paths
        except FileNotFoundError:
            return []

    def open_to_append(self, path: Path) -> int:
        """A descriptor whose writes go to the end of the file, which is created where missing."""
        return os.open(path, _APPEND, FILE_MODE)

    def open_fresh(self, path: Path) -> int:
        """A descriptor of a new, empty file; an old one of this name is emptied."""
        return os.open(path, _FRESH, FILE_MODE)

    def write(self, descriptor: int, content: bytes | memoryview) -> int:
        """Write once; the number of bytes that were taken, which may be fewer."""
        return os.write(descriptor, content)

    def is_at(self, path: Path, descriptor: int) -> bool:
        """Whether the open file is the one of this name: nobody moved or deleted it."""
        try:
            return os.path.samestat(path.stat(), os.fstat(descriptor))
        except FileNotFoundError:
            return False

    def sync(self, descriptor: int) -> None:
        """Return when the content is on the disk itself."""
        platform.sync_file(descriptor)

    def truncate(self, descriptor: int, size: int) -> None:
        """Cut the file to `size` bytes."""
        os.ftruncate(descriptor, size)

    def close(self, descriptor: int) -> None:
        """Give the descriptor back."""
        os.close(descriptor)

    def link(self, path: Path, target: Path) -> None:
        """Give the file a second name."""
        target.hardlink_to(path)

    def replace(self, path: Path, target: Path) -> None:
        """Move the file to `target` in one step, in the place of a file that is there."""
        platform.replace(path, target)

    def remove(self, path: Path) -> None:
        """Remove the name; nothing happens where it is missing."""
        path.unlink(missing_ok=True)

    def sync_folder(self, folder: Path) -> None:
        """Return when the names in the folder are on the disk itself."""
        platform.sync_folder(folder)

    def make_folder(self, folder: Path) -> None:
        """Create the folder, and those above it, where missing."""
        folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)

    def remove_folder(self, folder: Path) -> None:
        """Remove the empty folder; nothing happens where it is missing."""
        with suppress(FileNotFoundError):
            folder.rmdir()

    def lock(self, path: Path) -> Callable[[], None]:
        """Lock the file for this process; the way to release it. Raises Locked and NotSaved."""
        return acquire(path)
