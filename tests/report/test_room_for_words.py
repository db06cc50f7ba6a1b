"""The words at the foot of page 1 have the room they need, and the rest of the page its size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta, timezone
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.report_wishes import ReportWishes
from hipcoach.core.run import Settings
from hipcoach.core.sample import sample_diary
from hipcoach.report.page import ReportContent
from hipcoach.report.pdf import compile_pdf

Made = Callable[..., ReportContent]
QUESTIONS = [f"Question {n}: {'how about this ' * 7}end{n}?" for n in range(4)]


@pytest.fixture(scope="module")
def sample(catalogue: Catalogue) -> Diary:
    """Twelve weeks with a flare-up, days away, a medicine and four notes."""
    zone, last = timezone(timedelta(hours=1)), date(2026, 12, 15)
    found = sample_diary(weeks=12, seed=1, until=last, catalogue=catalogue, offset=zone)
    return replace(found, settings=Settings())


@pytest.fixture
def page_of(content_of: Made, fonts: Path, template: Path) -> Callable[..., tuple[str, float]]:
    """`page_of(diary, questions)`: what page 1 says, and how high its bars stand in points."""

    def made(diary: Diary, questions: str = "") -> tuple[str, float]:
        content = content_of(diary, wishes=ReportWishes(questions=questions))
        (page,) = PdfReader(BytesIO(compile_pdf(content, fonts, template))).pages
        heights: list[float] = []

        def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
            if "Sessions per week" in text:
                heights.append(cm[1] * tm[4] + cm[3] * tm[5] + cm[5])

        said = page.extract_text(visitor_text=visit)
        return " ".join(said.split()), heights[0]

    return made


def test_many_questions_have_more_room_than_notes(
    sample: Diary, page_of: Callable[..., tuple[str, float]]
) -> None:
    said, _ = page_of(sample, "\n".join(QUESTIONS))
    assert "Flare-ups and days away" in said
    assert [question for question in QUESTIONS if question not in said] == []


def test_a_few_notes_are_all_shown(
    sample: Diary, page_of: Callable[..., tuple[str, float]]
) -> None:
    said, _ = page_of(replace(sample, settings=Settings(sample=True)))
    assert "more" not in said.split("Notes")[1].split("Possible change")[0]


def test_few_words_leave_the_charts_their_size(
    sample: Diary, page_of: Callable[..., tuple[str, float]]
) -> None:
    quiet = replace(
        sample,
        pain_ratings=tuple(replace(rating, note="") for rating in sample.pain_ratings),
        sessions=tuple(replace(session, note="") for session in sample.sessions),
    )
    (without, height), (asked, other) = page_of(quiet), page_of(quiet, "Is swimming all right?")
    assert "Ibuprofen" in without
    assert "swimming" in asked
    assert height == pytest.approx(other)
