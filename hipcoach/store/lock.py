"""One writer at a time: the lock on the diary.

The operating system's own lock, not the package filelock: importing that takes half as long again
as importing msgspec and TinyDB together, in every command that saves something.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from hipcoach import platform
from hipcoach.core.text import Message, message
from hipcoach.store.errors import Locked, NotSaved

FILE_MODE = 0o600
"""A diary is its owner's alone."""

_NO_LOCKS = (errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP)


def acquire(path: Path, try_lock: Callable[[int], bool] = platform.try_lock) -> Callable[[], None]:
    """Lock the file and return the way to release it; the system does so when the process ends.

    Raises Locked while another one holds it, NotSaved where files cannot be locked, and OSError.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, FILE_MODE)
    try:
        if not try_lock(descriptor):
            raise Locked(message("Another HipCoach has this diary open."))
    except BaseException as error:
        os.close(descriptor)
        if isinstance(error, OSError) and error.errno in _NO_LOCKS:
            raise NotSaved(_without_locks(path)) from error
        raise
    return partial(os.close, descriptor)


def _without_locks(path: Path) -> Message:
    return message(
        "The folder {folder} is on a disk that cannot lock files, so two programs could spoil the "
        "diary there. Choose a folder on another disk.",
        folder=path.parent,
    )
