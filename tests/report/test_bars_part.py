"""Sessions per week or month, and what is said below them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from hipcoach.core.diary import Diary
from hipcoach.core.run import Change, Run
from hipcoach.core.session import Session, Slot
from hipcoach.report.bars_part import bars
from hipcoach.report.page import ReportContent
from hipcoach.report.scope import Scope
from hipcoach.report.tally import tally

Seen = Callable[..., Scope]
Made = Callable[..., ReportContent]


def test_each_week_of_the_run_has_its_bar(diary: Diary, seen_of: Seen) -> None:
    seen = seen_of(diary)
    found = bars(seen, tally(seen))
    assert [bar.label for bar in found] == [*(f"wk {n}" for n in range(1, 7)), "2 days"]
    assert [(bar.done, bar.planned) for bar in found] == [
        (13, 14),
        (13, 14),
        (6, 6),
        (6, 6),
        (11, 12),
        (13, 14),
        (3, 3),
    ]


def test_flare_ups_and_days_away_are_told_apart(diary: Diary, seen_of: Seen) -> None:
    seen = seen_of(diary)
    found = bars(seen, tally(seen))
    assert [(bar.flare, bar.away) for bar in found] == [
        (0, 0),
        (0, 0),
        (8, 0),
        (4, 4),
        (0, 2),
        (0, 0),
        (0, 0),
    ]


def test_the_caption_explains_what_is_drawn(diary: Diary, content_of: Made) -> None:
    figure = content_of(diary).sessions
    assert figure is not None
    assert figure.heading == "Sessions per week, done of planned"
    assert figure.caption == (
        "A session counts from 50\u00a0% of its planned sets. "
        "Not planned: flare-up (hatched), away (grey)."
    )
    plain = content_of(replace(diary, flares=(), absences=())).sessions
    assert plain is not None
    assert plain.caption == "A session counts from 50\u00a0% of its planned sets."


def test_the_description_tells_the_weeks(diary: Diary, content_of: Made) -> None:
    figure = content_of(diary).sessions
    assert figure is not None
    assert figure.description.startswith("Sessions done of planned: 65 of 69.")
    assert "16 to 22 Nov 2026: 6 of 6" in figure.description


def test_a_part_of_the_run_names_its_weeks_by_their_day(diary: Diary, seen_of: Seen) -> None:
    seen = seen_of(diary, from_=date(2026, 12, 3))
    assert [bar.label for bar in bars(seen, tally(seen))] == ["3 Dec", "10 Dec"]
    assert sum(bar.planned for bar in bars(seen, tally(seen))) == 25


def test_a_past_period_is_over_to_its_last_day(diary: Diary, seen_of: Seen) -> None:
    kept = tuple(s for s in diary.sessions if s.day != date(2026, 12, 10))
    seen = seen_of(replace(diary, sessions=kept), from_=date(2026, 12, 9), to=date(2026, 12, 10))
    found = tally(seen)
    assert (found.done, found.planned, found.longest_gap) == (2, 4, 1)


def test_more_than_26_weeks_have_monthly_bars(
    run: Run, session: Callable[..., Session], seen_of: Seen, content_of: Made
) -> None:
    begun = date(2025, 12, 15)
    days = [begun + timedelta(days=number) for number in range(366)]
    diary = Diary(
        runs=(replace(run, started_on=begun),),
        sessions=tuple(session(d, Slot.EVENING, {"single-leg-bridge": "two-legs"}) for d in days),
    )
    seen = seen_of(diary)
    labels = [bar.label for bar in bars(seen, tally(seen))]
    assert labels[:3] == ["Dec", "2026", "Feb"]
    assert len(labels) == 13
    figure = content_of(diary).sessions
    assert figure is not None
    assert figure.heading == "Sessions per month, done of planned"


def test_once_a_day_halves_what_was_planned(
    diary: Diary, run: Run, seen_of: Seen, at: Callable[..., object]
) -> None:
    once = Change(at=at(run.started_on), what="once_a_day", value=True)
    seen = seen_of(replace(diary, runs=(replace(run, changes=(once,)),)))
    assert tally(seen).planned == 35
    assert tally(seen).done == 35


def test_a_run_of_a_program_that_is_gone_plans_nothing(
    diary: Diary, run: Run, content_of: Made
) -> None:
    content = content_of(replace(diary, runs=(replace(run, program="gone"),)))
    assert content.sessions is None
    assert content.tiles[0].value == "35"
