"""What can go wrong with the diary, each told in one sentence."""

from __future__ import annotations

import errno
from pathlib import Path

from hipcoach.core.document import NotSavedError
from hipcoach.core.text import Message, message, say


class StoreError(Exception):
    """Base of the store's errors; `exit_code` is the command line's (product.md section 9).

    `told` is the sentence for the user, `str` of the error the same in the user's language.
    """

    exit_code = 5

    def __init__(self, told: Message) -> None:
        super().__init__(told)
        self.told = told

    def __str__(self) -> str:
        return say(self.told)


class NotSaved(StoreError, NotSavedError):
    """The disk refused a change. Nothing of it is in the diary that is open."""

    exit_code = 3


class Locked(StoreError):
    """Another process has the diary open for writing."""

    exit_code = 4


class Unreadable(StoreError):
    """The diary, or one document of it, cannot be read as it is; nothing was changed."""


class NoBackup(StoreError):
    """There is no backup of the name that was asked for; nothing was changed."""

    exit_code = 2


class BadTarget(StoreError):
    """An export cannot go where it was sent; nothing was written."""

    exit_code = 2


class TooNew(Unreadable):
    """The diary was written by a newer version of HipCoach; nothing was changed."""


def not_saved(error: OSError, path: Path) -> NotSaved:
    """The sentence for an error that the operating system gave on writing to `path`."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return NotSaved(message("Not saved: the disk that holds {path} is full.", path=path))
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return NotSaved(message("Not saved: HipCoach may not write to {path}.", path=path))
    if error.errno in (errno.ENOTDIR, errno.EEXIST):
        return NotSaved(message("Not saved: {path} is not a folder.", path=path))
    reason = error.strerror or str(error)
    return NotSaved(
        message("Not saved: the disk could not write {path} ({reason}).", path=path, reason=reason)
    )


def unreadable(error: OSError, path: Path) -> Unreadable:
    """The sentence for an error that the operating system gave on reading `path`."""
    reason = error.strerror or str(error)
    return Unreadable(message("{path} cannot be read: {reason}.", path=path, reason=reason))
