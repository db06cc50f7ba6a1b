"""The report: what the user wants on it, and where its file may go."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hipcoach.core.report_wishes import Paper, ReportWishes
from hipcoach.core.text import tr
from hipcoach.journeys.desk import Back, Desk
from hipcoach.report.errors import ReportError
from hipcoach.report.save import save

PRINTED = Path("print", "report.pdf")
"""The copy that a viewer opens for printing, in the data folder; there is one at a time."""


class Reports:
    """The wishes are durable when `keep_wishes` returns the way back to those before."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._settings = desk, desk.store.settings

    def wishes(self) -> ReportWishes:
        """The wishes as they are stored."""
        return self._settings.get().report

    def paper(self) -> Paper:
        """The paper that was chosen, else the region's usual one."""
        return self.wishes().paper_in(self._desk.region)

    def keep_wishes(self, wishes: ReportWishes) -> Back:
        """Store the wishes; the way back touches nothing else of the settings."""
        before = self.wishes()
        self._put(wishes)
        return lambda: self._put(before)

    @property
    def folder(self) -> Path:
        """The folder of the diary, in which no report is saved."""
        return self._desk.store.folder

    def _put(self, wishes: ReportWishes) -> None:
        self._settings.put(replace(self._settings.get(), report=wishes))


def save_outside(folder: Path, path: Path, made: bytes) -> None:
    """Write the report to `path`; never into the diary's `folder`, whose files it could replace.

    Raises ReportError: what was there is then as it was.
    """
    if path.resolve().is_relative_to(folder.resolve()):
        raise ReportError(tr("{path} is in the diary's own folder.", path=path))
    save(path, made)


def save_for_printing(folder: Path, made: bytes) -> Path:
    """Write the copy for the viewer into the diary's `folder`, for its owner only; where it is.

    Raises ReportError.
    """
    path = folder / PRINTED
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        told = tr("{path} could not be written ({reason}).", path=path, reason=reason)
        raise ReportError(told) from error
    save(path, made)
    return path
