"""What is made in the thread beside the window's: the page as a picture, and the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from PySide6.QtGui import QImage

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.journeys.reports import save_for_printing, save_outside
from hipcoach.report.content import report_content
from hipcoach.report.errors import ReportError
from hipcoach.report.page import ReportContent
from hipcoach.report.preview import Press
from hipcoach.report.scope import ReportOptions, scope
from hipcoach.ui.report.summary import summary


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A report that is asked for. Nothing in it ever changes, so any thread may read it."""

    diary: Diary
    catalogue: Catalogue
    options: ReportOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Page `number` of `pages` as a picture, what the report says in short, and its days."""

    image: QImage
    number: int
    pages: int
    summary: str
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """Where the file is."""

    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Why there is nothing, in one sentence."""

    told: str


class Workshop:
    """Sets reports with the fonts and the template of these paths; for one thread.

    The content of the last order is kept, so that another page of it comes at once.
    """

    def __init__(self, fonts: Path, template: Path) -> None:
        self._fonts, self._template = fonts, template
        self._last: tuple[Order, ReportContent] | None = None

    def sheet(self, order: Order, number: int, height: int) -> Sheet | Refused:
        """The page, or the last one where there are fewer, about `height` pixels high."""
        try:
            content = self._content(order)
            made = self._press.preview(content, number, height=height)
        except ReportError as error:
            return Refused(told=str(error))
        seen = scope(order.diary, order.catalogue, order.options)
        return Sheet(
            image=QImage.fromData(made.picture),
            number=made.number,
            pages=made.pages,
            summary=summary(content),
            first=seen.first,
            last=seen.last,
        )

    def save(self, order: Order, folder: Path, path: Path) -> Saved | Refused:
        """Write the file; `folder` is the diary's, where it may not be."""

        def write(made: bytes) -> Path:
            save_outside(folder, path, made)
            return path

        return self._written(order, write)

    def copy(self, order: Order, folder: Path) -> Saved | Refused:
        """Write the copy that a viewer opens, below the diary's `folder`."""
        return self._written(order, lambda made: save_for_printing(folder, made))

    @cached_property
    def _press(self) -> Press:
        """Made by the thread that uses it. Raises ReportError."""
        return Press(self._fonts, self._template)

    def _written(self, order: Order, write: Callable[[bytes], Path]) -> Saved | Refused:
        try:
            return Saved(path=write(self._press.pdf(self._content(order))))
        except ReportError as error:
            return Refused(told=str(error))

    def _content(self, order: Order) -> ReportContent:
        if self._last is None or self._last[0] is not order:
            content = report_content(order.diary, order.catalogue, order.options)
            self._last = order, content
        return self._last[1]
