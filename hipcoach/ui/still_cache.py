"""Stills kept on disk between starts. Everything here can be made again, so nothing here fails."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from stat import S_ISREG

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImage, QImageWriter

log = logging.getLogger("hipcoach.figures")

ENDING, NEW = ".png", ".new"
SEAL = 16
"""Bytes after the picture that tell whether it is whole; readers of PNG pass over them."""

MOST_BYTES = 24 * 1024 * 1024
"""About 600 stills of Today's size. The oldest go first."""


class StillCache:
    """PNG files in `folder`; where it cannot be written or read, there is just nothing kept."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._is_told = folder, False

    def find(self, name: str) -> QImage | None:
        """The still of this name; None where there is none, or it is damaged."""
        try:
            kept = self._path(name).read_bytes()
        except OSError:
            return None
        content, seal = kept[:-SEAL], kept[-SEAL:]
        if _seal(name, content) != seal:
            return None
        image = QImage.fromData(content)
        return None if image.isNull() else image

    def keep(self, name: str, image: QImage) -> None:
        """Keep a still, whole or not at all."""
        content = _encoded(image)
        path = self._path(name)
        new = path.with_suffix(f".{os.getpid()}{NEW}")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            new.write_bytes(content + _seal(name, content))
            new.replace(path)
        except OSError as error:
            self._tell(error)
            with suppress(OSError):
                new.unlink()

    def prune(self, most: int = MOST_BYTES) -> None:
        """Let the oldest go until the rest has at most so many bytes, and what was left half."""
        total = 0
        for _written, size, file in sorted(_ours(self._folder), reverse=True):
            total += size * (file.suffix == ENDING)
            if total > most or file.suffix != ENDING:
                with suppress(OSError):
                    file.unlink()

    def _tell(self, error: OSError) -> None:
        """Once is enough: it may be so for each of hundreds."""
        if not self._is_told:
            log.info("stills are not kept: %s", type(error).__name__)
            self._is_told = True

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}{ENDING}"


def _ours(folder: Path) -> Iterator[tuple[float, int, Path]]:
    """When each of the stills was written, its size, and its file; also of those left half."""
    with suppress(OSError):
        for file in tuple(folder.iterdir()):
            if file.suffix in (ENDING, NEW):
                with suppress(OSError):  # another process let go of it
                    stat = file.lstat()
                    if S_ISREG(stat.st_mode):
                        yield stat.st_mtime, stat.st_size, file


def _encoded(image: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(content.data())


def _seal(name: str, content: bytes) -> bytes:
    """What stands behind the picture of this name."""
    return blake2b(content, digest_size=SEAL, key=name.encode()).digest()
