"""Characters without a font, parts that are missing, a template that is broken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from hipcoach.core.diary import Diary
from hipcoach.report.errors import Incomplete, ReportError
from hipcoach.report.page import ReportContent
from hipcoach.report.pdf import compile_pdf

Made = Callable[..., ReportContent]
Compiled = Callable[[ReportContent], PdfReader]


@pytest.fixture
def compiled(fonts: Path, template: Path) -> Compiled:
    """`compiled(content)`: the page, read back."""
    return lambda content: PdfReader(BytesIO(compile_pdf(content, fonts, template)))


def text_of(reader: PdfReader) -> str:
    """The words of the page, with plain spaces."""
    return " ".join(reader.pages[0].extract_text().split())


def test_a_character_without_a_font_becomes_a_box_that_is_explained(
    content_of: Made, compiled: Compiled
) -> None:
    content = content_of(Diary())
    unshowable = replace(content, empty="before \u0378 after")  # assigned to no character
    text = text_of(compiled(unshowable))
    assert "before □ after" in text
    assert "□ stands for a character that no font on this computer has." in text
    assert "□" not in text_of(compiled(content))


def test_what_no_box_can_mend_still_gives_a_page(
    content_of: Made, fonts: Path, tmp_path: Path
) -> None:
    odd = tmp_path / "report.typ"
    header = '#set document(title: "odd")\n#set text(font: "Inter")\n'
    odd.write_text(f"{header}= odd\n\n\u0378", encoding="utf-8")  # assigned to no character
    made = compile_pdf(content_of(Diary()), fonts, odd)
    assert len(PdfReader(BytesIO(made)).pages) == 1


def test_a_missing_template_or_font_is_said(
    content_of: Made, fonts: Path, template: Path, tmp_path: Path
) -> None:
    content = content_of(Diary())
    for parts in ((fonts, tmp_path / "report.typ"), (tmp_path, template)):
        with pytest.raises(Incomplete, match="Please install HipCoach again") as missing:
            compile_pdf(content, *parts)
        assert str(tmp_path) in str(missing.value)
        assert missing.value.exit_code == 3


def test_what_typst_says_becomes_one_sentence(
    content_of: Made, fonts: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "report.typ"
    broken.write_text("#unknown")
    with pytest.raises(
        ReportError, match=r"^The report cannot be made: unknown variable.*\.$"
    ) as e:
        compile_pdf(content_of(Diary()), fonts, broken)
    assert "\n" not in str(e.value)
