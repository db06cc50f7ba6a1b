"""The whole page: what is left out, what is always said, and words that must never stand there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.pain import PainRating
from hipcoach.core.report_wishes import ReportWishes, Section
from hipcoach.core.run import Settings
from hipcoach.report.page import ReportContent, Table

Made = Callable[..., ReportContent]

MUST_NOT = (
    *("treats?", "cures?", "heals?", "relieves?", "therapy", "rehabilitates?", "prevents?"),
    *("proven", "prescribed", "medical-grade", r"diagnos\w*", "instability", "imbalance"),
    *("safe", "recommended", "detects?", "monitors?", "compliance", "patient"),
)
"""Words of clinical.md D5; "treat" and "diagnose" stand in the disclaimer, which is exact."""


def strings(value: Any) -> Iterator[str]:
    """Every string within."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, tuple | list):
        for part in value:
            yield from strings(part)


def test_an_empty_diary_says_so_and_closes_up(content_of: Made) -> None:
    content = content_of(Diary())
    assert content.empty == "The diary has no entries in this period."
    parts = (content.pain, content.last_day, content.mornings, content.sessions, content.exercises)
    assert set(parts) == {None}
    assert content.columns == ()
    assert content.tiles == ()


def test_a_diary_with_entries_is_not_called_empty(diary: Diary, content_of: Made) -> None:
    for part in (
        diary,
        replace(Diary(), pain_ratings=diary.pain_ratings),
        replace(Diary(), flares=diary.flares),
    ):
        assert content_of(part, from_=date(2026, 11, 2)).empty == ""


def test_only_ratings(diary: Diary, content_of: Made) -> None:
    content = content_of(replace(Diary(), pain_ratings=diary.pain_ratings))
    assert content.pain is not None
    assert content.sessions is None
    assert content.exercises is None


def test_only_sessions(diary: Diary, content_of: Made) -> None:
    content = content_of(replace(Diary(), runs=diary.runs, sessions=diary.sessions))
    assert content.pain is None
    assert content.sessions is not None
    assert content.exercises is not None


def test_a_section_that_is_left_out_is_gone_and_the_others_stay(
    diary: Diary, content_of: Made
) -> None:
    whole = content_of(diary, wishes=ReportWishes(left_out=()))
    for section, part in (
        (Section.CHART, "pain"),
        (Section.EXERCISES, "exercises"),
        (Section.EVERY_ENTRY, "later"),
    ):
        without = content_of(diary, wishes=ReportWishes(left_out=(section,)))
        assert getattr(whole, part) is not None
        assert without == replace(whole, **{part: None})


def test_the_pages_after_the_first_are_only_there_where_wanted(
    diary: Diary, content_of: Made
) -> None:
    assert content_of(diary).later is None


def test_a_sample_is_marked(diary: Diary, content_of: Made) -> None:
    marked = content_of(replace(diary, settings=Settings(sample=True)))
    assert marked.sample == "Sample diary: made-up entries"
    assert content_of(diary).sample == ""


def test_what_always_stands_on_the_page(
    diary: Diary, catalogue: Catalogue, content_of: Made
) -> None:
    for content in (content_of(diary), content_of(Diary())):
        assert content.subtitle.endswith("Self-reported diary, not a medical device output.")
        threshold, disclaimer, reviewed = content.footer.lines
        assert threshold.startswith(
            "Possible change in pain: 2 points or 30\u00a0% of the start; clear change: both "
            "(thresholds: Ostelo 2008). "
        )
        assert disclaimer == catalogue.texts["disclaimer"]
        assert reviewed == (
            "The exercises and rules have not yet been reviewed by a physiotherapist."
        )
        assert content.footer.made.startswith(
            "Made on this computer on 15 Dec 2026, 18:20 (2026-12-15). HipCoach "
        )
        assert content.footer.page == "Page {page} of {pages}"


def test_no_word_that_must_not_be_said(
    diary: Diary, catalogue: Catalogue, content_of: Made
) -> None:
    forbidden = re.compile(rf"\b({'|'.join(MUST_NOT)})\b", re.IGNORECASE)
    allowed = catalogue.texts["disclaimer"]
    for said in strings(asdict(content_of(diary, wishes=ReportWishes(left_out=())))):
        assert said == allowed or not forbidden.search(said), said


def test_the_same_diary_gives_the_same_content(diary: Diary, content_of: Made) -> None:
    assert content_of(diary) == content_of(diary)


@pytest.mark.parametrize(("given", "language"), [("en", "en"), ("de_DE", "de"), ("pt-BR", "pt")])
def test_the_language_is_the_page_s(content_of: Made, given: str, language: str) -> None:
    assert content_of(Diary(), language=given).language == language


def test_an_entry_made_before_midnight_elsewhere_keeps_its_day(
    rating: Callable[..., PainRating], content_of: Made
) -> None:
    late = datetime.fromisoformat("2026-12-14T23:30:00-08:00")
    content = content_of(Diary(pain_ratings=(rating(late.date(), 4, at=late, note="late"),)))
    (notes,) = content.columns
    assert notes.paragraphs == ("14 Dec: late",)


def test_a_table_whose_rows_differ_in_length_is_refused() -> None:
    with pytest.raises(ValueError, match="differ in length"):
        Table(heading="x", rows=(("a", "b"), ("c",)), numeric=(False, True))
    with pytest.raises(ValueError, match="differ in length"):
        Table(heading="x", header=("a",), rows=(), numeric=(False, True))
