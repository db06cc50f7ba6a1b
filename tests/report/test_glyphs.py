"""What typst says about missing glyphs, and the boxes that stand for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from hipcoach.core.diary import Diary
from hipcoach.core.pain import PainRating
from hipcoach.report.glyphs import boxed, unshown
from hipcoach.report.page import ReportContent

DIAGNOSTIC = r"""
error: PDF/UA-1 error: the text `"日"` could not be displayed with font `"Inter"`
error: PDF/UA-1 error: the text `"\u{7}\""` could not be displayed with font `"Inter"`
"""


def test_the_texts_are_read_out_of_the_diagnostic() -> None:
    assert unshown(DIAGNOSTIC) == {"日", '\x07"'}
    assert unshown("error: unknown variable: x") == frozenset()


def test_boxes_stand_wherever_the_text_stood(
    rating: Callable[..., PainRating], content_of: Callable[..., ReportContent]
) -> None:
    noted = rating(date(2026, 12, 15), 4, note="ein 日 im Büro, 日本")
    content = content_of(replace(Diary(), pain_ratings=(noted,)))
    swapped = boxed(content, {"日", "日本"})
    assert swapped.columns[0].paragraphs == ("15 Dec: ein □ im Büro, □",)
    assert swapped.footer.lines[:-1] == content.footer.lines
    assert swapped.footer.lines[-1].startswith("□ stands for")
    assert swapped.pain == content.pain
