"""The page set by typst, as tagged PDF or as a picture. The content is data, never markup."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from hipcoach.core.text import tr
from hipcoach.report.errors import Incomplete, ReportError
from hipcoach.report.glyphs import boxed, unshown
from hipcoach.report.page import ReportContent

if TYPE_CHECKING:
    import typst


def compile_pdf(content: ReportContent, fonts: Path, template: Path) -> bytes:
    """The page as PDF/UA-1: tagged, fonts embedded, the same bytes for the same content and fonts.

    `fonts` is the folder of the shipped fonts; the system's are asked only for characters that
    those lack. Raises ReportError.
    """
    return _settled(content, fonts, template)[1]


def compile_png(content: ReportContent, fonts: Path, template: Path, *, ppi: float = 144) -> bytes:
    """The same page as a picture with `ppi` pixels per inch. Raises ReportError."""
    return _settled(content, fonts, template)[0].compiled("png", ppi=ppi)


class _Unshown(Exception):
    """No font at hand shows `texts`."""

    def __init__(self, texts: frozenset[str]) -> None:
        super().__init__(texts)
        self.texts = texts


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """One compile: what is set, by which template, with which fonts, to which standard."""

    content: ReportContent
    template: bytes
    folder: Path
    system_fonts: bool = False
    standards: tuple[Literal["ua-1"], ...] = ("ua-1",)

    def pdf(self) -> bytes:
        """The page as PDF. Raises _Unshown where the standard demands glyphs that are not there."""
        import typst

        try:
            return self.compiled("pdf", pdf_standards=list(self.standards))
        except typst.TypstError as error:
            if texts := unshown(error.diagnostic):
                raise _Unshown(texts) from error
            reason = error.message.rstrip(".")
            raise ReportError(tr("The report cannot be made: {reason}.", reason=reason)) from error

    def compiled(self, form: Literal["pdf", "png"], **options: Any) -> bytes:
        """The page in this form."""
        import typst

        made: bytes = typst.compile(
            {"main.typ": self.template, "content.json": encoded(self.content)},
            font_paths=self._fonts(),
            format=form,
            timestamp=int(self.content.made_at.timestamp()),
            **options,
        )
        return made

    def _fonts(self) -> typst.Fonts:
        import typst

        return typst.Fonts(
            include_system_fonts=self.system_fonts,
            include_embedded_fonts=False,
            font_paths=[self.folder],
        )


def _settled(content: ReportContent, fonts: Path, template: Path) -> tuple[_Job, bytes]:
    """The first job whose fonts show everything, and its PDF.

    System fonts come second: they cost time, and the page should be the same on every computer.
    """
    job = _Job(content=content, template=_read(template), folder=_with_fonts(fonts))
    for change in (_with_system_fonts, _with_boxes, _without_standard):
        try:
            return job, job.pdf()
        except _Unshown as problem:
            job = change(job, problem.texts)
    return job, job.pdf()


def _with_system_fonts(job: _Job, _: frozenset[str]) -> _Job:
    return replace(job, system_fonts=True)


def _with_boxes(job: _Job, texts: frozenset[str]) -> _Job:
    return replace(job, content=boxed(job.content, texts))


def _without_standard(job: _Job, _: frozenset[str]) -> _Job:
    return replace(job, standards=())


def encoded(content: ReportContent) -> bytes:
    """The content as the template reads it: JSON, in which the user's words stay words."""
    return json.dumps(asdict(content), default=str, ensure_ascii=False).encode()


def _read(template: Path) -> bytes:
    try:
        return template.read_bytes()
    except OSError as error:
        raise _incomplete(template) from error


def _with_fonts(folder: Path) -> Path:
    if not any(folder.glob("*.otf")):
        raise _incomplete(folder)
    return folder


def _incomplete(path: Path) -> Incomplete:
    return Incomplete(
        tr(
            "The report cannot be made: {path} is missing. Please install HipCoach again.",
            path=path,
        )
    )
