"""The journal on disk: an append either has happened or leaves no trace."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from hipcoach.core.text import message
from hipcoach.store.disk import Disk
from hipcoach.store.errors import NotSaved, not_saved
from hipcoach.store.journal import line


class Log:
    """The open journal of a writer.

    `seq` is the last transaction on disk, `size` the journal's length in bytes. When a failed write
    cannot be taken back either, nobody knows how the journal ends: the log then refuses everything
    until the diary is opened anew, so that no `seq` is ever given twice.
    """

    def __init__(self, disk: Disk, path: Path, *, seq: int, size: int, cut: bool) -> None:
        """Open the journal, of which the first `size` bytes are to be kept. Raises OSError.

        `cut` says that there are more bytes, which go. What is kept is made safe: a writer that was
        stopped may have written it and not waited for the disk, and from now on it is shown.
        """
        self._disk, self._path = disk, path
        self.seq, self.size, self._sure = seq, size, True
        self._descriptor = disk.open_to_append(path)
        try:
            if cut:
                disk.truncate(self._descriptor, size)
            disk.sync(self._descriptor)
            disk.sync_folder(path.parent)
        except BaseException:
            self.close()
            raise

    def append(self, changes: Iterable[bytes]) -> None:
        """Write one transaction; it is on the disk itself when this returns. Raises NotSaved."""
        self.check_sure()
        seq, size, text = self.seq, self.size, line(self.seq + 1, changes)
        try:
            self._write(text)
            self.seq, self.size = seq + 1, size + len(text)
        except BaseException as error:
            self.seq, self.size = seq, size
            self._take_back()
            if isinstance(error, OSError):
                raise not_saved(error, self._path) from error
            raise

    def _write(self, text: bytes) -> None:
        if self._disk.write(self._descriptor, text) != len(text):
            raise OSError(errno.ENOSPC, "only a part was written")
        self._disk.sync(self._descriptor)
        if not self._disk.is_at(self._path, self._descriptor):
            raise NotSaved(message(_GONE, path=self._path))

    def _take_back(self) -> None:
        """Cut off a write that failed."""
        self._sure = False
        try:
            self._cut(self.size)
        except OSError:
            return
        self._sure = True

    def _cut(self, size: int) -> None:
        self._disk.truncate(self._descriptor, size)
        self._disk.sync(self._descriptor)

    def clear(self) -> None:
        """Empty the journal, as a checkpoint has it all. Raises NotSaved, and is in doubt then."""
        self._sure = False
        try:
            self._cut(0)
        except OSError as error:
            raise not_saved(error, self._path) from error
        self.size, self._sure = 0, True

    def check_sure(self) -> None:
        """Raise NotSaved when an earlier error left the end of the journal in doubt."""
        if not self._sure:
            raise NotSaved(_IN_DOUBT)

    def close(self) -> None:
        """Give the file back. What the system says then is no matter: all was synced before."""
        with suppress(OSError):
            self._disk.close(self._descriptor)


_GONE = (
    "Not saved: {path} was moved or deleted while HipCoach was open. "
    "Put it back, or close HipCoach and start it again."
)

_IN_DOUBT = message(
    "Not saved: an earlier error of the disk could not be undone. "
    "Close HipCoach and start it again; what was saved before is safe."
)
