"""The lock: one holder, and a clear sentence where a disk has no locks."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from filelock import FileLock

from hipcoach.store.errors import Locked, NotSaved
from hipcoach.store.lock import acquire


def failing(error: Exception) -> type:
    """A lock on a disk that answers with this error."""

    class Failing(FileLock):
        def _acquire(self) -> None:
            raise error

    return Failing


def test_there_is_one_holder_at_a_time(tmp_path: Path) -> None:
    release = acquire(tmp_path / "lock")
    with pytest.raises(Locked):
        acquire(tmp_path / "lock")
    release()
    acquire(tmp_path / "lock")()


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSYS, "no locks"),
        OSError(errno.ENOLCK, "no locks"),
        OSError(errno.EOPNOTSUPP, "no locks"),
        NotImplementedError("no locks"),
    ],
)
def test_a_disk_without_locks_is_said(tmp_path: Path, error: Exception) -> None:
    with pytest.raises(NotSaved, match=f"folder {tmp_path} is on a disk that cannot lock files"):
        acquire(tmp_path / "lock", failing(error))


def test_another_error_is_passed_on(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="Input/output error"):
        acquire(tmp_path / "lock", failing(OSError(errno.EIO, "Input/output error")))
