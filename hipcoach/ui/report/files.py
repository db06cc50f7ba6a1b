"""Saving the report where the user says, and opening it: the file is made beside the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from hipcoach.core.report_view import file_name
from hipcoach.core.text import tr
from hipcoach.ui.report.foot import Foot
from hipcoach.ui.report.workshop import Order, Refused, Saved, Workshop
from hipcoach.ui.worker import Worker

FILE = "file"
"""What the worker is asked for; the next file waits until this one is there."""


class ReportFiles(QObject):
    """`order` gives the report that is asked for, None where the wishes allow none.

    `home` is the diary's folder, where only the copy for printing is kept.
    """

    def __init__(
        self, worker: Worker, workshop: Workshop, home: Path, order: Callable[[], Order | None]
    ) -> None:
        super().__init__()
        self._worker, self._workshop, self._home, self._order = worker, workshop, home, order
        self._foot: Foot
        self._dialog: QFileDialog | None = None
        self._folder: Path | None = None
        self._saved: Path | None = None
        worker.failed.connect(self._on_failed)

    def serve(self, foot: Foot) -> None:
        """Do what is pressed there, and say what came of it."""
        self._foot = foot
        foot.save_asked.connect(self.ask_where)
        foot.print_asked.connect(self._on_print_asked)
        foot.open_asked.connect(self._on_open_asked)

    def ask_where(self) -> None:
        """Ask for the file's name, unless that is asked or a file is being made."""
        order = None if self._dialog or self._worker.is_busy(FILE) else self._order()
        if order:
            self._dialog = dialog = _dialog(self._foot.window(), self._first_path(order))
            dialog.fileSelected.connect(self._on_where)
            dialog.finished.connect(self._on_finished)
            dialog.open()

    def _first_path(self, order: Order) -> Path:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = self._folder or Path(QStandardPaths.writableLocation(documents))
        return folder / file_name(order.options.made_at.date())

    def _on_finished(self) -> None:
        self._dialog = None

    def _on_where(self, path: str) -> None:
        if order := self._order():
            save = partial(self._workshop.save, order, self._home, Path(path))
            self._worker.ask(FILE, save, self._on_saved, must=True)
            self._foot.show_busy()

    def _on_print_asked(self) -> None:
        order = None if self._worker.is_busy(FILE) else self._order()
        if order:
            copy = partial(self._workshop.copy, order, self._home)
            self._worker.ask(FILE, copy, self._on_copied)
            self._foot.show_busy()

    def _on_saved(self, came: Saved | Refused) -> None:
        if isinstance(came, Refused):
            self._foot.show_problem(came.told)
        else:
            self._saved, self._folder = came.path, came.path.parent
            self._foot.show_done(tr("Saved as {name}", name=came.path.name), opens=True)

    def _on_copied(self, came: Saved | Refused) -> None:
        if isinstance(came, Refused):
            self._foot.show_problem(came.told)
        elif self._opened(came.path):
            self._foot.show_done(tr("It opens where you read PDF files. Print it from there."))

    def _on_open_asked(self) -> None:
        if self._saved:
            self._opened(self._saved)

    def _opened(self, path: Path) -> bool:
        """Open the file with the system's program; where there is none, say where it is."""
        is_open = QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        if not is_open:
            told = tr("Nothing here opens PDF files. The report is in {path}.", path=path)
            self._foot.show_problem(told)
        return is_open

    def _on_failed(self, lane: str) -> None:
        if lane == FILE:
            self._foot.show_problem(tr("The report could not be made. Nothing was saved."))


def _dialog(window: QWidget, path: Path) -> QFileDialog:
    """The system's own dialog where it has one; it asks before a file is replaced."""
    dialog = QFileDialog(window, tr("Save the report"), str(path.parent), tr("PDF files (*.pdf)"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(path.name)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
