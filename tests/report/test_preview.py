"""The press: the asked page as a picture, page 1 anew for each change, the others kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from hipcoach.core.diary import Diary
from hipcoach.core.report_wishes import Paper, ReportWishes, Section
from hipcoach.report.errors import Incomplete
from hipcoach.report.page import ReportContent
from hipcoach.report.pdf import compile_pdf
from hipcoach.report.preview import Press

Made = Callable[..., ReportContent]
ALL = ReportWishes(left_out=())


@pytest.fixture
def press(fonts: Path, template: Path) -> Press:
    """A press that has set nothing yet."""
    return Press(fonts, template)


def size(picture: bytes) -> tuple[int, int]:
    """Width and height of a PNG picture."""
    return int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])


@pytest.mark.parametrize(
    ("paper", "expected"), [(Paper.A4, (707, 1000)), (Paper.LETTER, (773, 1000))]
)
def test_a_picture_is_as_high_as_asked(
    diary: Diary, content_of: Made, press: Press, paper: Paper, expected: tuple[int, int]
) -> None:
    shown = press.preview(content_of(diary, paper=paper), height=1000)
    assert size(shown.picture) == pytest.approx(expected, abs=1)


def test_the_asked_page_or_the_nearest_one(diary: Diary, content_of: Made, press: Press) -> None:
    content = content_of(diary, wishes=ALL)
    pages = len(PdfReader(BytesIO(press.pdf(content))).pages)
    assert pages > 2
    shown = [press.preview(content, number, height=400) for number in (1, 2, 99, 0)]
    assert [(one.number, one.pages) for one in shown] == [
        (1, pages),
        (2, pages),
        (pages, pages),
        (1, pages),
    ]
    assert len({one.picture for one in shown}) == 3
    only = press.preview(content_of(diary), 2, height=400)
    assert (only.number, only.pages) == (1, 1)


def test_page_1_follows_a_change_and_the_others_are_not_set_again(
    diary: Diary, content_of: Made, press: Press
) -> None:
    content = content_of(diary, wishes=ALL)
    first, second = (press.preview(content, number, height=400) for number in (1, 2))
    asked = content_of(diary, wishes=replace(ALL, questions="Is swimming all right?"))
    changed = press.preview(asked, 1, height=400)
    assert changed.picture != first.picture
    assert changed.pages == first.pages
    assert press.preview(asked, 2, height=400).picture is second.picture
    assert press.preview(content, 1, height=400).picture == first.picture


def test_page_1_alone_is_the_same_as_with_the_others(
    diary: Diary, content_of: Made, fonts: Path, template: Path
) -> None:
    contents = [content_of(diary, wishes=replace(ALL, questions=asked)) for asked in ("a", "b")]
    used = Press(fonts, template)
    for content in contents:
        followed = used.preview(content, height=400)
    assert followed.picture == Press(fonts, template).preview(contents[1], height=400).picture


@pytest.mark.parametrize(
    "change", [{"paper": Paper.LETTER}, {"wishes": replace(ALL, initials="A. L.")}]
)
def test_what_every_page_shows_sets_all_of_them_again(
    diary: Diary, content_of: Made, press: Press, change: dict[str, object]
) -> None:
    before = press.preview(content_of(diary, wishes=ALL), 2, height=400)
    after = press.preview(content_of(diary, **({"wishes": ALL} | change)), 2, height=400)
    assert after.picture != before.picture


def test_characters_of_other_scripts_are_shown_as_in_the_file(
    content_of: Made, press: Press
) -> None:
    odd = ReportWishes(questions="before \u0378 after", left_out=(Section.EVERY_ENTRY,))
    unshowable = replace(content_of(Diary(), wishes=odd), empty="\u0379")
    boxed = replace(content_of(Diary(), wishes=odd), empty="□")
    shown = press.preview(unshowable, height=400)
    assert size(shown.picture)[1] == pytest.approx(400, abs=1)
    assert shown.picture != press.preview(boxed, height=400).picture  # it says what the box is
    assert "□" in PdfReader(BytesIO(press.pdf(unshowable))).pages[0].extract_text()


def test_the_file_is_the_one_that_the_command_makes(
    diary: Diary, content_of: Made, press: Press, fonts: Path, template: Path
) -> None:
    content = content_of(diary)
    press.preview(content, height=400)
    assert press.pdf(content) == compile_pdf(content, fonts, template)


def test_a_press_without_fonts_cannot_be_made(template: Path, tmp_path: Path) -> None:
    with pytest.raises(Incomplete, match="Please install HipCoach again"):
        Press(tmp_path, template)
