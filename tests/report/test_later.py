"""Every session, entry, period and decision of the period, and how the numbers came about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from hipcoach.core.diary import Diary
from hipcoach.core.pain import (
    AFTER_SESSION,
    MUSCLE_ACHE,
    NEXT_MORNING,
    PainRating,
    Place,
    RatingKind,
)
from hipcoach.core.report_wishes import ReportWishes
from hipcoach.core.run import Absence, Flare, Run
from hipcoach.core.session import (
    Session,
)
from hipcoach.report.page import Head, Later, Listing, ReportContent, Row

Made = Callable[..., ReportContent]
Rating = Callable[..., PainRating]
Done = Callable[..., Session]
LAST = date(2026, 12, 15)
RUNGS = {"clamshell-band": "yellow"}


def listing(later: Later, heading: str) -> Listing:
    """The listing with this heading."""
    (found,) = [listing for listing in later.listings if listing.heading == heading]
    return found


def test_without_entries_only_the_notes_remain(later_of: Callable[..., Later]) -> None:
    later = later_of(Diary())
    assert later.listings == ()
    headings = [passage.heading for passage in later.passages]
    assert headings == ["How it was asked", "How it was counted", "Sources", "Made with"]


def test_every_page_says_whose_it_is(diary: Diary, content_of: Made) -> None:
    later = content_of(diary, wishes=ReportWishes(initials="A. L.", left_out=())).later
    assert later is not None
    assert later.running == ("A. L.", "2 Nov to 15 Dec 2026", "Three exercises, twice a day")


def test_entries_by_day_with_their_times_and_words(
    rating: Rating, at: Callable[..., datetime], later_of: Callable[..., Later]
) -> None:
    day = LAST - timedelta(days=1)
    later = later_of(
        Diary(
            pain_ratings=(
                rating(day, 5, tags=(NEXT_MORNING,)),
                rating(day, 6, at=at(day, 9, 5), tags=(AFTER_SESSION, "gardening")),
                rating(day, 5, at=at(day, 10), tags=(MUSCLE_ACHE,)),
                rating(day, 7, at=at(day, 20), kind=RatingKind.WORST),
                rating(
                    LAST,
                    2,
                    kind=RatingKind.AVERAGE,
                    places=(Place.LOW_BACK_LEFT, Place.THIGH_RIGHT),
                    medicine="Ibuprofen",
                    note="long\nday",
                ),
            )
        ),
        from_=day,
    )
    first, second = listing(later, "Every pain entry").rows
    assert first.cells == ("Mo 14 Dec", "5.3", "", "7", "")
    (said,) = first.words
    pieces = said.split(" ")  # a line breaks between ratings, never within one
    assert pieces == [
        "08:00:\u00a05\u00a0(morning);",
        "09:05:\u00a06\u00a0(after,\u00a0gardening);",
        "10:00:\u00a05\u00a0(muscle\u00a0ache)",
    ]
    assert second.cells == ("Tu 15 Dec", "", "2", "", "")
    assert second.words == ("08:00: low back left, right thigh. Medicine: Ibuprofen. long day",)


def test_days_have_their_year_where_the_period_has_two(
    rating: Rating, later_of: Callable[..., Later]
) -> None:
    old = date(2025, 12, 31)
    later = later_of(Diary(pain_ratings=(rating(old, 5), rating(LAST, 4))), from_=old)
    rows = listing(later, "Every pain entry").rows
    assert [row.cells[0] for row in rows] == ["We 31 Dec 2025", "Tu 15 Dec 2026"]


def test_flare_ups_and_days_away_with_their_reasons(later_of: Callable[..., Later]) -> None:
    later = later_of(
        Diary(
            flares=(
                Flare(from_=date(2026, 12, 14), reason="long drive"),
                Flare(from_=date(2026, 1, 1), to=date(2026, 1, 4)),
            ),
            absences=(
                Absence(from_=date(2026, 11, 28), to=date(2026, 12, 2), reason="away"),
                Absence(from_=date(2025, 12, 30), to=date(2026, 12, 1), reason="ill"),
            ),
        ),
        from_=date(2026, 12, 1),
    )
    rows = listing(later, "Every flare-up and time away").rows
    assert [(row.cells, row.words) for row in rows] == [
        (("Tu 30 Dec 2025", "Tu 1 Dec", "337", "Ill"), ()),
        (("Sa 28 Nov", "We 2 Dec", "5", "Away"), ()),
        (("Mo 14 Dec", "goes on", "2", "Flare-up"), ("long drive",)),
    ]


def test_decisions_with_their_rule_and_words(diary: Diary, later_of: Callable[..., Later]) -> None:
    declined = replace(diary.decisions[0], accepted=False, exercise="", text="")
    later = later_of(replace(diary, decisions=(*diary.decisions, declined)))
    rows = listing(later, "Every decision of the rules").rows
    assert len(rows) == 6
    assert rows[0].cells == ("Th 12 Nov", "R-UP", "Clamshell", "accepted")
    assert rows[0].words == ("One step.",)
    assert (rows[-1].cells, rows[-1].words) == (("Th 12 Nov", "R-UP", "", "declined"), ())


def test_the_rules_that_decided_anything_are_explained(
    diary: Diary, later_of: Callable[..., Later]
) -> None:
    step = diary.decisions[0]
    week = replace(step, rule="R-WEEK", exercise="", text="Levels stay as they are.")
    odd = replace(step, rule="R-ODD")
    later = later_of(replace(diary, decisions=(step, week, step, odd)))
    assert listing(later, "Every decision of the rules").rows[1].cells[-1] == "noted"
    (rules,) = (p for p in later.passages if p.heading == "The rules named above")
    assert rules.paragraphs == (
        (
            "R-UP: a step up after the top of the repetitions in every set, in 2 green sessions "
            "in a row on as many days, at an effort of 7 at most."
        ),
        "R-WEEK: levels held for a week, as the mean of the mornings had risen 2 weeks running.",
    )


def test_decisions_of_another_period_are_left_out(
    diary: Diary, later_of: Callable[..., Later]
) -> None:
    later = later_of(diary, from_=date(2026, 12, 12))
    assert "Every decision of the rules" not in [found.heading for found in later.listings]
    assert "The rules named above" not in [found.heading for found in later.passages]


def test_more_than_two_years_are_cut_and_it_is_said(
    rating: Rating, session: Done, later_of: Callable[..., Later]
) -> None:
    days = [LAST - timedelta(days=n) for n in (800, 731, 730, 0)]
    later = later_of(
        Diary(
            pain_ratings=tuple(rating(day, 4) for day in days),
            sessions=tuple(session(day) for day in days),
        )
    )
    assert later.note.startswith("These pages begin on 15 Dec 2024: they hold two years at most.")
    assert len(listing(later, "Every pain entry").rows) == 2
    assert len(listing(later, "Every session").rows) == 2
    assert later_of(Diary(pain_ratings=(rating(days[2], 4),))).note == ""


def test_questions_numbers_and_sources_are_explained(
    diary: Diary, later_of: Callable[..., Later]
) -> None:
    _, asked, counted, sources, made = (p.paragraphs for p in later_of(diary).passages)
    assert "“How strong is your back pain right now?”" in asked
    assert asked[0].endswith("from 0 “no pain” to 10 “worst pain you can imagine”.")
    assert "amber from 3, red from 6" in counted[-1]
    assert "50\u00a0%" in counted[2]
    assert sources[0].startswith("Thresholds of change: Ostelo, 2008. ")
    assert "Program: A physiotherapy clinic's article. Read as an article." in sources
    assert "SIL Open Font License" in " ".join(made)


def test_a_program_that_is_gone_has_no_sources(run: Run, later_of: Callable[..., Later]) -> None:
    gone = later_of(Diary(runs=(replace(run, program="gone"),)))
    assert len(gone.passages[2].paragraphs) == 1


def test_a_row_that_does_not_fit_its_heads_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit its heads"):
        Listing(heading="x", heads=(Head(text="Day", width=9),), words="w", rows=(Row(cells=()),))
