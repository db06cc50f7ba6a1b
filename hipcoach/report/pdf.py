"""The report set by typst, as tagged PDF or as pictures. The content is data, never markup."""

from __future__ import annotations

import json
from collections.abc import Mapping
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
    """The report as PDF/UA-1: tagged, fonts embedded, the same bytes for the same content.

    `fonts` is the folder of the shipped fonts; the system's are asked only for characters that
    those lack. Raises ReportError.
    """
    return settled(content, FontCase(fonts), template)[1]


class _Unshown(Exception):
    """No font at hand shows `texts`."""

    def __init__(self, texts: frozenset[str]) -> None:
        super().__init__(texts)
        self.texts = texts


class FontCase:
    """The fonts of the folder `folder`, without or with the system's, each looked up once."""

    def __init__(self, folder: Path) -> None:
        if not any(folder.glob("*.otf")):
            raise _incomplete(folder)
        self._folder = folder
        self._found: dict[bool, typst.Fonts] = {}

    def fonts(self, *, system: bool) -> typst.Fonts:
        """Looking up the system's takes about as long as setting a page."""
        import typst

        if system not in self._found:
            self._found[system] = typst.Fonts(
                include_system_fonts=system,
                include_embedded_fonts=False,
                font_paths=[self._folder],
            )
        return self._found[system]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One compile: what is set, by which template, with which fonts, to which standard.

    `sources` are the template as main.typ and the files beside it, by name.
    """

    content: ReportContent
    sources: Mapping[str, bytes]
    case: FontCase
    system_fonts: bool = False
    standards: tuple[Literal["ua-1"], ...] = ("ua-1",)

    def pdf(self) -> bytes:
        """The pages as PDF. Raises _Unshown where the standard demands glyphs that no font has."""
        import typst

        try:
            made: bytes = self._compiled("pdf", pdf_standards=list(self.standards))
        except typst.TypstError as error:
            if texts := unshown(error.diagnostic):
                raise _Unshown(texts) from error
            reason = error.message.rstrip(".")
            raise ReportError(tr("The report cannot be made: {reason}.", reason=reason)) from error
        return made

    def pictures(self, ppi: float) -> tuple[bytes, ...]:
        """Each page as PNG with `ppi` pixels per inch."""
        made = self._compiled("png", ppi=ppi)
        return tuple(made) if isinstance(made, list) else (made,)

    def _compiled(self, form: Literal["pdf", "png"], **options: Any) -> Any:
        import typst

        return typst.compile(
            {**self.sources, "content.json": encoded(self.content)},
            font_paths=self.case.fonts(system=self.system_fonts),
            format=form,
            timestamp=int(self.content.made_at.timestamp()),
            **options,
        )


def settled(content: ReportContent, case: FontCase, template: Path) -> tuple[Job, bytes]:
    """The first job whose fonts show everything, and its PDF. Raises ReportError.

    System fonts come second: they cost time, and the page should be the same on every computer.
    """
    job = Job(content=content, sources=sources(template), case=case)
    for change in (_with_system_fonts, _with_boxes, _without_standard):
        try:
            return job, job.pdf()
        except _Unshown as problem:
            job = change(job, problem.texts)
    return job, job.pdf()


def _with_system_fonts(job: Job, _: frozenset[str]) -> Job:
    return replace(job, system_fonts=True)


def _with_boxes(job: Job, texts: frozenset[str]) -> Job:
    return replace(job, content=boxed(job.content, texts))


def _without_standard(job: Job, _: frozenset[str]) -> Job:
    return replace(job, standards=())


def encoded(content: ReportContent) -> bytes:
    """The content as the template reads it: JSON, in which the user's words stay words."""
    return json.dumps(asdict(content), default=str, ensure_ascii=False).encode()


def sources(template: Path) -> dict[str, bytes]:
    """The template and the files that it may import, as typst is given them."""
    try:
        beside = {path.name: path.read_bytes() for path in template.parent.glob("*.typ")}
        return {**beside, "main.typ": template.read_bytes()}
    except OSError as error:
        raise _incomplete(template) from error


def _incomplete(path: Path) -> Incomplete:
    return Incomplete(
        tr(
            "The report cannot be made: {path} is missing. Please install HipCoach again.",
            path=path,
        )
    )
