"""Whole files: written so that a name always holds either the old content or all of the new."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from contextlib import suppress
from itertools import chain, count
from pathlib import Path

from hipcoach.store.disk import Disk

_FRESH = ".hipcoach-new"


def put(disk: Disk, path: Path, content: bytes) -> None:
    """Make `content` the file's content in one step; the name is durable after `sync_folder`."""
    disk.replace(written(disk, path, content), path)


def written(disk: Disk, path: Path, content: bytes) -> Path:
    """`content`, safe on the disk, under a name beside `path` from which it can be moved there."""
    fresh = _fresh_name(path)
    try:
        _write(disk, fresh, content)
    except BaseException:
        with suppress(OSError):
            disk.remove(fresh)
        raise
    return fresh


def _fresh_name(path: Path) -> Path:
    """A name that no user gives to a file of their own."""
    return path.with_name(f".{path.name}{_FRESH}")


def _write(disk: Disk, path: Path, content: bytes) -> None:
    descriptor = disk.open_fresh(path)
    try:
        rest = memoryview(content)
        while rest:
            taken = disk.write(descriptor, rest)
            if not taken:
                raise OSError(errno.ENOSPC, "nothing more was written")
            rest = rest[taken:]
        disk.sync(descriptor)
    finally:
        disk.close(descriptor)


def keep(disk: Disk, path: Path, target: Path) -> None:
    """Let `target` hold what the file holds now: a second name for it, or else a copy.

    For files that are only ever replaced, never changed in place. Nothing happens without a file.
    """
    if disk.identity(path) is None:
        return
    fresh = _fresh_name(target)
    disk.remove(fresh)
    try:
        disk.link(path, fresh)
    except OSError:  # a file system without hard links
        copy(disk, path, target)
    else:
        disk.replace(fresh, target)
        disk.remove(fresh)  # still there where both were names of one file already


def copy(disk: Disk, path: Path, target: Path) -> None:
    """Let `target` hold a copy of the file; a missing one counts as empty."""
    put(disk, target, disk.read(path) or b"")


def put_folder(disk: Disk, folder: Path, files: Mapping[str, bytes]) -> None:
    """Make `folder`, which is missing or empty, hold these files, in one step."""
    fresh = _fresh_name(folder)
    disk.make_folder(fresh)
    try:
        for name, content in files.items():
            put(disk, fresh / name, content)
        disk.sync_folder(fresh)
        disk.remove_folder(folder)
        disk.replace(fresh, folder)
    except BaseException:
        with suppress(OSError):
            _clear(disk, fresh)
        raise
    disk.sync_folder(folder.parent)


def _clear(disk: Disk, folder: Path) -> None:
    for name in disk.names(folder):
        disk.remove(folder / name)
    disk.remove_folder(folder)


def kept_names(disk: Disk, folder: Path) -> list[str]:
    """The names in the folder, sorted, without what an interrupted `written` left there."""
    return [name for name in disk.names(folder) if not name.endswith(_FRESH)]


def checkpoint_names(disk: Disk, folder: Path) -> list[str]:
    """The names in the folder, sorted, of files that could be checkpoints. Raises OSError."""
    names = (name for name in disk.names(folder) if name.endswith(".json"))
    return [name for name in names if disk.is_file(folder / name)]


def free_name(disk: Disk, path: Path) -> Path:
    """The path, or the next one with a number behind it that its folder does not have yet."""
    taken = set(disk.names(path.parent))
    numbered = (path.with_stem(f"{path.stem}-{n}") for n in count(2))
    return next(name for name in chain([path], numbered) if name.name not in taken)
