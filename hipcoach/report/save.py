"""Saving a made report: the old file stays whole until the new one is complete."""

from __future__ import annotations

import os
from pathlib import Path

from hipcoach.core.text import tr
from hipcoach.report.errors import ReportError


def save(path: Path, made: bytes) -> None:
    """Write `made` to `path` in one step. Raises ReportError; the old file is then as it was."""
    target = Path(os.path.realpath(path))
    try:
        _check(target)
        _replace(target, made)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReportError(
            tr(
                "{path} could not be written ({reason}). Nothing was changed.",
                path=path,
                reason=reason,
            )
        ) from error


def _check(target: Path) -> None:
    """Refuse a target that cannot become a file."""
    if target.is_dir():
        raise ReportError(tr("{path} is a folder. Name a file, as in report.pdf.", path=target))
    if target.exists() and not target.is_file():
        raise ReportError(tr("{path} is no ordinary file. Choose another name.", path=target))
    if not target.parent.is_dir():
        raise ReportError(tr("The folder {folder} does not exist.", folder=target.parent))


def _replace(target: Path, made: bytes) -> None:
    """Write beside the target, then take its place; if anything fails, the half file goes."""
    beside = target.with_name(f".hipcoach-{os.getpid()}.tmp")
    try:
        with open(beside, "wb", opener=_private) as file:
            file.write(made)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _private(path: str, flags: int) -> int:
    """A new file that only its owner may read: it speaks of somebody's health."""
    return os.open(path, flags | os.O_TRUNC, 0o600)
