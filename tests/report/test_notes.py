"""The words at the foot: newest first, counted where they are cut."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from hipcoach.core.diary import Diary
from hipcoach.core.pain import PainRating
from hipcoach.core.report_wishes import ReportWishes, Section
from hipcoach.core.run import Absence, Flare
from hipcoach.report.page import Column, ReportContent

Made = Callable[..., ReportContent]
Rating = Callable[..., PainRating]
LAST = date(2026, 12, 15)


def column(content: ReportContent, heading: str) -> Column:
    """The column with this heading."""
    (found,) = [column for column in content.columns if column.heading == heading]
    return found


def test_flare_ups_and_days_away(diary: Diary, content_of: Made) -> None:
    assert column(content_of(diary), "Flare-ups and days away").paragraphs == (
        "Away 28 to 30 Nov: work trip",
        "Flare-up 19 to 24 Nov, 6 days, highest 8: long drive",
    )


def test_a_flare_up_without_words_or_end(content_of: Made) -> None:
    diary = Diary(flares=(Flare(from_=date(2026, 12, 13)),))
    content = content_of(diary, from_=date(2026, 12, 1))
    assert column(content, "Flare-ups").paragraphs == ("Flare-up since 13 Dec, 3 days.",)


def test_only_days_away(content_of: Made) -> None:
    diary = Diary(absences=(Absence(from_=LAST, reason="ill"),))
    assert column(content_of(diary), "Days away").paragraphs == ("Ill since 15 Dec.",)


def test_questions_are_asked_line_by_line_and_come_last(diary: Diary, content_of: Made) -> None:
    wishes = ReportWishes(questions="Is swimming all right?\n\n \u200b\n  How\tlong?\n")
    found = content_of(diary, wishes=wishes).columns
    assert [column.heading for column in found][-1] == "My questions"
    assert found[-1].paragraphs == ("Is swimming all right?", "How long?")
    assert [column.first for column in found] == [False, False, False, True]


def test_a_question_without_an_end_is_cut(content_of: Made) -> None:
    (questions,) = content_of(Diary(), wishes=ReportWishes(questions="why " * 400)).columns
    assert questions.paragraphs[0].endswith("why why…")
    assert len(questions.paragraphs[0]) == 300


def test_flare_ups_and_notes_can_be_left_out(diary: Diary, content_of: Made) -> None:
    out = (Section.FLARES_AND_NOTES,)
    assert content_of(diary, wishes=ReportWishes(left_out=out)).columns == ()
    (kept,) = content_of(diary, wishes=ReportWishes(left_out=out, questions="Why?")).columns
    assert kept.heading == "My questions"


def test_medicines_are_counted_as_they_were_written(diary: Diary, content_of: Made) -> None:
    assert column(content_of(diary), "Medicines").paragraphs == (
        "Ibuprofen 400 mg: 6 entries, 10 Nov to 15 Dec",
    )


def test_notes_of_ratings_and_sessions_newest_first(diary: Diary, content_of: Made) -> None:
    assert column(content_of(diary), "Notes").paragraphs == (
        "12 Dec: Größere Pause beim Fahren: besser",
        "10 Dec: Bridge felt steadier on the left",
    )


def test_very_many_notes_are_counted(rating: Rating, content_of: Made) -> None:
    ratings = tuple(
        rating(LAST - timedelta(days=n), 4, note=f"note {n} " + "x" * 9_000) for n in range(100)
    )
    notes = column(content_of(Diary(pain_ratings=ratings)), "Notes")
    assert len(notes.paragraphs) == 40
    assert notes.paragraphs[0].startswith("15 Dec: note 0")
    assert all(len(paragraph) <= 180 for paragraph in notes.paragraphs)
    assert notes.hidden == 60
    assert notes.more[0] == "and 60 more"
    assert notes.more[40] == "and 100 more"


def test_notes_of_nothing_visible_are_left_out(rating: Rating, content_of: Made) -> None:
    blank = rating(LAST, 4, note="\x00\u200b \n", medicine="\u2066")
    assert content_of(Diary(pain_ratings=(blank,))).columns == ()


def test_other_years_are_named(rating: Rating, content_of: Made) -> None:
    old = rating(date(2025, 3, 1), 4, note="stiff")
    content = content_of(replace(Diary(), pain_ratings=(old,)))
    assert column(content, "Notes").paragraphs == ("1 Mar 2025: stiff",)
