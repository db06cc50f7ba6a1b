"""One writer at a time: the lock on the diary."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from hipcoach.core.text import Message, message
from hipcoach.store.errors import Locked, NotSaved, not_saved

_NO_LOCKS = (errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP)


def acquire(path: Path, kind: type[BaseFileLock] = FileLock) -> Callable[[], None]:
    """Lock the file and return the way to release it; the system does so when the process ends.

    Raises Locked while another one holds it, NotSaved where the folder cannot be locked.
    """
    lock = kind(path, timeout=0, mode=0o600, thread_local=False, fallback_to_soft=False)
    try:
        lock.acquire()
    except Timeout:
        raise Locked(message("Another HipCoach has this diary open.")) from None
    except OSError as error:
        if error.errno in _NO_LOCKS:
            raise NotSaved(_without_locks(path)) from error
        raise not_saved(error, path) from error
    return lock.release


def _without_locks(path: Path) -> Message:
    return message(
        "The folder {folder} is on a disk that cannot lock files, so two programs could spoil the "
        "diary there. Choose a folder on another disk.",
        folder=path.parent,
    )
