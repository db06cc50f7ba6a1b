"""The report while it is being chosen: a page as a picture, and the file, by a warm press."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from hipcoach.core.report_wishes import Paper
from hipcoach.report.page import Footer, Later, ReportContent
from hipcoach.report.pdf import FontCase, settled

HEIGHTS = {Paper.A4: 297 / 25.4, Paper.LETTER: 11.0}
"""Heights of the papers in inches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """Page `number` (from 1) of `pages` as a PNG picture."""

    picture: bytes
    number: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bundle:
    """Pictures of all pages, and what those after the first were made from."""

    later: Later | None
    footer: Footer
    paper: Paper
    height: int
    pictures: tuple[bytes, ...]

    def fits(self, content: ReportContent, height: int) -> bool:
        """Whether the pages after the first are those of the content."""
        own = (self.height, self.paper, self.footer, self.later)
        return own == (height, content.paper, content.footer, content.later)


class Press:
    """Sets reports with the fonts of the folder `fonts` by the template `template`.

    To be used by one thread at a time; while it sets, other threads run on. Where only page 1
    changes, only that one is set again. Methods raise ReportError.
    """

    def __init__(self, fonts: Path, template: Path) -> None:
        self._case, self._template = FontCase(fonts), template
        self._bundle: _Bundle | None = None

    def preview(self, content: ReportContent, number: int = 1, *, height: int = 1123) -> Preview:
        """The page as a picture about `height` pixels high; the last page where there are fewer."""
        if content.later is None:
            return Preview(picture=self._pictures(content, height)[0], number=1, pages=1)
        bundle = self._bundle
        if bundle is None or not bundle.fits(content, height):
            bundle = self._bundle = self._whole(content, height)
        elif number <= 1:
            bundle = self._bundle = self._with_front(bundle, content)
        shown = min(max(number, 1), len(bundle.pictures))
        return Preview(picture=bundle.pictures[shown - 1], number=shown, pages=len(bundle.pictures))

    def pdf(self, content: ReportContent) -> bytes:
        """The same report as a file, as `compile_pdf` makes it."""
        return settled(content, self._case, self._template)[1]

    def _pictures(self, content: ReportContent, height: int) -> tuple[bytes, ...]:
        """The pages, with the fonts and boxes that their PDF has."""
        job, _ = settled(content, self._case, self._template)
        return job.pictures(height / HEIGHTS[content.paper])

    def _whole(self, content: ReportContent, height: int) -> _Bundle:
        return _Bundle(
            later=content.later,
            footer=content.footer,
            paper=content.paper,
            height=height,
            pictures=self._pictures(content, height),
        )

    def _with_front(self, bundle: _Bundle, content: ReportContent) -> _Bundle:
        """The bundle with page 1 set anew."""
        footer = replace(content.footer, pages=len(bundle.pictures))
        front = self._pictures(replace(content, later=None, footer=footer), bundle.height)
        return replace(bundle, pictures=(*front, *bundle.pictures[1:]))
