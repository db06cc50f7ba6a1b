"""Fixtures of the store's tests: clock, ids, a disk in memory that loses power, disks that fail."""

from __future__ import annotations

import errno
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from functools import partial
from itertools import count, takewhile
from pathlib import Path

import pytest

from hipcoach.core.pain import PainRating
from hipcoach.core.text import message
from hipcoach.store.disk import Disk
from hipcoach.store.errors import Locked
from hipcoach.store.store import Store


@dataclass
class Clock:
    """Every look at it is a second later."""

    moment: datetime = datetime(2026, 11, 2, 18, tzinfo=timezone(timedelta(hours=1)))

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


@dataclass(eq=False)
class Inode:
    """A file's content as programs see it, and as it would be after a loss of power."""

    seen: bytes = b""
    safe: bytes = b""


Names = dict[Path, Inode | None]


@dataclass
class MemoryDisk:
    """A disk in memory that forgets, at `lose_power`, whatever nobody waited for.

    Content that was not synced is lost wholly or in part, or is zeros; names that changed since
    their folder was synced are lost from some moment on.
    """

    files: dict[Path, Inode] = field(default_factory=dict)
    safe_files: dict[Path, Inode] = field(default_factory=dict)
    folders: set[Path] = field(default_factory=set)
    unsafe: list[Names] = field(default_factory=list)
    opened: dict[int, Inode] = field(default_factory=dict)
    locked: set[Path] = field(default_factory=set)
    numbers: count[int] = field(default_factory=lambda: count(3))

    def read(self, path: Path) -> bytes | None:
        return self.files[path].seen if path in self.files else None

    def identity(self, path: Path) -> tuple[int, int, int] | None:
        if path in self.folders:
            return 0, 0, 0
        inode = self.files.get(path)
        return inode and (id(inode), len(inode.seen), 0)

    def is_link(self, path: Path) -> bool:
        return False

    def is_file(self, path: Path) -> bool:
        return path in self.files

    def names(self, folder: Path) -> list[str]:
        return sorted(path.name for path in self.files if path.parent == folder)

    def open_to_append(self, path: Path) -> int:
        if path not in self.files:
            self._rename({path: Inode()})
        return self._open(self.files[path])

    def open_fresh(self, path: Path) -> int:
        descriptor = self.open_to_append(path)
        self.truncate(descriptor, 0)
        return descriptor

    def _open(self, inode: Inode) -> int:
        descriptor = next(self.numbers)
        self.opened[descriptor] = inode
        return descriptor

    def _rename(self, names: Names) -> None:
        """Change names of one folder in one step."""
        if next(iter(names)).parent not in self.folders:
            raise FileNotFoundError(errno.ENOENT, "no such folder")
        self.unsafe.append(names)
        _apply(names, self.files)

    def write(self, descriptor: int, content: bytes | memoryview) -> int:
        self.opened[descriptor].seen += bytes(content)
        return len(content)

    def is_at(self, path: Path, descriptor: int) -> bool:
        return self.files.get(path) is self.opened[descriptor]

    def sync(self, descriptor: int) -> None:
        self.opened[descriptor].safe = self.opened[descriptor].seen

    def truncate(self, descriptor: int, size: int) -> None:
        self.opened[descriptor].seen = self.opened[descriptor].seen[:size]

    def close(self, descriptor: int) -> None:
        del self.opened[descriptor]

    def link(self, path: Path, target: Path) -> None:
        if target in self.files:
            raise FileExistsError(errno.EEXIST, "exists", str(target))
        self._rename({target: self.files[path]})

    def replace(self, path: Path, target: Path) -> None:
        if self.files.get(target) is not self.files[path]:
            self._rename({target: self.files[path], path: None})

    def remove(self, path: Path) -> None:
        if path in self.files:
            self._rename({path: None})

    def sync_folder(self, folder: Path) -> None:
        for names in self._unsafe_in(folder):
            _apply(names, self.safe_files)
            self.unsafe.remove(names)

    def _unsafe_in(self, folder: Path) -> list[Names]:
        return [names for names in self.unsafe if next(iter(names)).parent == folder]

    def make_folder(self, folder: Path) -> None:
        self.folders |= {folder, *folder.parents}

    def lock(self, path: Path) -> Callable[[], None]:
        if path in self.locked:
            raise Locked(message("locked"))
        self.locked.add(path)
        return lambda: self.locked.discard(path)

    def stop(self) -> None:
        """The process ends: its locks and descriptors go, what the system knows stays."""
        self.opened.clear()
        self.locked.clear()

    def lose_power(self, chance: random.Random) -> None:
        """The machine stops: what was not safe is lost in one of the ways that disks know."""
        self.stop()
        for folder in sorted(self.folders):
            unsafe = self._unsafe_in(folder)
            for names in unsafe[: chance.randint(0, len(unsafe))]:
                _apply(names, self.safe_files)
        self.unsafe.clear()
        self.files = dict(self.safe_files)
        for inode in self.files.values():
            inode.seen = inode.safe = _torn(inode, chance)

    def spoil(self, path: Path, chance: random.Random) -> None:
        """Another program leaves only the beginning of the file, if there is one."""
        if path in self.files:
            rest = self.files[path].seen[: chance.randint(0, 20)]
            self.files[path] = self.safe_files[path] = Inode(rest, rest)


def _apply(names: Names, files: dict[Path, Inode]) -> None:
    for path, inode in names.items():
        if inode is None:
            files.pop(path, None)
        else:
            files[path] = inode


def _torn(inode: Inode, chance: random.Random) -> bytes:
    """What a disk may hold of a file after a loss of power."""
    safe, seen = inode.safe, inode.seen
    same = takewhile(lambda pair: pair[0] == pair[1], zip(safe, seen, strict=False))
    kept = sum(1 for _ in same)
    cut = chance.randint(kept, len(seen))
    zeros = seen[:cut] + bytes(len(seen) - cut)
    overlaid = seen[:cut] + safe[cut:]
    return chance.choice([safe, seen, seen[:cut], zeros, overlaid]) if seen != safe else safe


class Crash(BaseException):
    """The process stops here."""


@dataclass
class FailingDisk:
    """A disk whose calls fail as planned: `plan` maps the number of a call to a kind of failure.

    `error` fails before anything happens, `late` after it happened, `short` writes a part; `crash`
    and `late-crash` stop the process. `errno` is what the system then says.
    """

    disk: MemoryDisk
    plan: dict[int, str] = field(default_factory=dict)
    errno: int = errno.EIO
    calls: int = 0

    def __getattr__(self, name: str) -> Callable[..., object]:
        return partial(self._call, name, getattr(self.disk, name))

    def _call(self, name: str, method: Callable[..., object], *arguments: object) -> object:
        self.calls += 1
        failure = self.plan.get(self.calls, "")
        if failure == "short" and name == "write":
            descriptor, content = arguments
            return method(descriptor, bytes(content)[: len(content) // 2])
        if failure == "crash" and name == "write":
            method(arguments[0], bytes(arguments[1])[:5])
        if failure == "error":
            raise OSError(self.errno, "the disk failed")
        if failure == "crash":
            raise Crash
        result = method(*arguments)
        if failure == "late":
            raise OSError(self.errno, "the disk failed late")
        if failure == "late-crash":
            raise Crash
        return result


@pytest.fixture
def make_disk() -> Callable[..., FailingDisk]:
    """Makes an empty disk in memory that fails as planned."""
    return lambda **given: FailingDisk(MemoryDisk(), **given)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def new_id() -> Callable[[], str]:
    """Ids that are easy to read: id-1, id-2, ..."""
    numbers = count(1)
    return lambda: f"id-{next(numbers)}"


@pytest.fixture
def memory_disk() -> MemoryDisk:
    return MemoryDisk()


@pytest.fixture
def crash() -> type[Crash]:
    return Crash


@pytest.fixture(params=["file", "memory"])
def disk(request: pytest.FixtureRequest, memory_disk: MemoryDisk) -> Disk | MemoryDisk:
    """The real disk and the one in memory, in turn."""
    return Disk() if request.param == "file" else memory_disk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the diary is; the folder is not there yet."""
    return tmp_path / "data"


@pytest.fixture
def open_store(folder: Path, clock: Clock, new_id: Callable[[], str]) -> Callable[..., Store]:
    """Opens the diary; keyword arguments are those of `Store.open`."""
    return partial(Store.open, folder, now=clock, new_id=new_id)


@pytest.fixture
def rating(clock: Clock) -> Callable[..., PainRating]:
    """Makes a rating of now."""
    return lambda score=3, **given: PainRating(at=clock.moment, score=score, **given)


@pytest.fixture
def store(open_store, disk) -> Iterator[Store]:
    """An open diary, on the real disk and in memory."""
    with open_store(disk=disk) as opened:
        yield opened


@pytest.fixture
def reopened(open_store, disk) -> Callable[[], Store]:
    """The diary as a later reader sees it."""
    return lambda: open_store(disk=disk, write=False)
