"""One writer at a time: the lock on the diary."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from hipcoach.core.text import Message, message
from hipcoach.store.errors import Locked, NotSaved

if TYPE_CHECKING:
    from filelock import BaseFileLock

FILE_MODE = 0o600
"""A diary is its owner's alone."""

_NO_LOCKS = (errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP)


def system_lock(path: Path) -> BaseFileLock:
    """The operating system's own lock on a file; it ends with the process that holds it.

    A soft lock, which a killed process would leave behind for ever, is no substitute.
    """
    from filelock import FileLock

    return FileLock(path, timeout=0, mode=FILE_MODE, fallback_to_soft=False)


def acquire(path: Path, make: Callable[[Path], BaseFileLock] = system_lock) -> Callable[[], None]:
    """Lock the file and return the way to release it.

    Raises Locked while another one holds it, NotSaved where files cannot be locked, and OSError.
    """
    from filelock import Timeout

    lock = make(path)
    try:
        lock.acquire()
    except Timeout:
        raise Locked(message("Another HipCoach has this diary open.")) from None
    except NotImplementedError as error:
        raise NotSaved(_without_locks(path)) from error
    except OSError as error:
        if error.errno in _NO_LOCKS:
            raise NotSaved(_without_locks(path)) from error
        raise
    return lock.release


def _without_locks(path: Path) -> Message:
    return message(
        "The folder {folder} is on a disk that cannot lock files, so two programs could spoil the "
        "diary there. Choose a folder on another disk.",
        folder=path.parent,
    )
