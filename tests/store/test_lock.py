"""The lock: one holder, and a clear sentence where a disk has no locks."""

from __future__ import annotations

import errno

import pytest

from hipcoach.store.errors import Locked, NotSaved
from hipcoach.store.lock import acquire


def test_there_is_one_holder_at_a_time(tmp_path) -> None:
    release = acquire(tmp_path / "lock")
    with pytest.raises(Locked):
        acquire(tmp_path / "lock")
    release()
    acquire(tmp_path / "lock")()


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP])
def test_a_disk_without_locks_is_said(tmp_path, number) -> None:
    def refuse(descriptor: int) -> bool:
        raise OSError(number, "no locks")

    with pytest.raises(NotSaved, match=f"folder {tmp_path} is on a disk that cannot lock files"):
        acquire(tmp_path / "lock", refuse)


def test_another_error_is_passed_on(tmp_path) -> None:
    def fail(descriptor: int) -> bool:
        raise OSError(errno.EIO, "Input/output error")

    with pytest.raises(OSError, match="Input/output error"):
        acquire(tmp_path / "lock", fail)
