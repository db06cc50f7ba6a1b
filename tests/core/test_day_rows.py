"""The chart as a table: a row for every day that has anything, the newest first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.day_rows import DayRow, day_rows
from hipcoach.core.diary import Diary
from hipcoach.core.diary_chart import diary_chart
from hipcoach.core.pain import PainRating, RatingKind
from hipcoach.core.run import Absence, Flare, Run
from hipcoach.core.sample import sample_diary
from hipcoach.core.session import Session, SessionState, Slot
from hipcoach.core.text import Message, say
from hipcoach.core.trend_view import Days

START = date(2026, 11, 2)
At = Callable[..., datetime]
MakeRun = Callable[..., Run]
MakeSession = Callable[..., Session]


def on(day: int) -> date:
    return START + timedelta(days=day)


@pytest.fixture
def rows(catalogue: Catalogue, at: At) -> Callable[..., tuple[DayRow, ...]]:
    """`rows(diary, first, last, today=...)`: the table of these days of the run."""

    def made(diary: Diary, first: int, last: int, today: int = 41) -> tuple[DayRow, ...]:
        chart = diary_chart(diary, catalogue, at(today, 18))
        return day_rows(chart, diary, catalogue, Days(first=on(first), last=on(last)))

    return made


Rows = Callable[..., tuple[DayRow, ...]]


def told(words: Message | None) -> str:
    return say(words) if words else ""


def test_a_row_has_the_points_numbers_and_the_lines(
    rows: Rows, at: At, make_session: MakeSession, make_run: MakeRun
) -> None:
    ratings = (
        *(PainRating(at=at(day, 9), score=5) for day in (0, 1)),
        PainRating(at=at(2, 9), score=2),
        PainRating(at=at(2, 19), score=3),
    )
    diary = Diary(runs=(make_run(),), pain_ratings=ratings, sessions=(make_session(2),))
    row = rows(diary, 2, 2)[0]
    assert (row.day, row.mean, row.low, row.high, row.n) == (on(2), 2.5, 2, 3, 2)
    assert row.trailing == pytest.approx(12.5 / 3)
    assert told(row.sessions) == "morning done, evening missed"
    first = rows(diary, 0, 2)[-1]
    assert (first.day, first.trailing, told(first.marks)) == (on(0), None, "Week 0 check-in")


def test_every_day_that_has_anything_has_a_row_and_no_other(
    rows: Rows, at: At, make_session: MakeSession
) -> None:
    diary = Diary(
        pain_ratings=(
            PainRating(at=at(1, 9), score=5),
            PainRating(at=at(3, 9), score=5, kind=RatingKind.WORST),
        ),
        sessions=(
            make_session(5),
            make_session(6, state=SessionState.DISCARDED),
            make_session(7, Slot.EXTRA),
        ),
        flares=(Flare(from_=on(9), to=on(10)),),
        absences=(Absence(from_=on(40)),),
    )
    found = rows(diary, 0, 41)
    assert [row.day for row in found] == [on(day) for day in (41, 40, 10, 9, 7, 5, 3, 1)]
    assert [told(row.marks) for row in found[:4]] == ["Away", "Away", "Flare-up", "Flare-up"]
    assert [told(row.sessions) for row in found[4:6]] == ["extra session done", "done"]
    assert (found[6].mean, found[6].n) == (None, 0)
    assert [row.day for row in rows(diary, 5, 9)] == [on(9), on(7), on(5)]


def test_a_missed_day_has_a_row_where_every_day_has_sessions(rows: Rows, make_run: MakeRun) -> None:
    missed = rows(Diary(runs=(make_run(),)), 1, 5, today=3)
    assert [row.day for row in missed] == [on(2), on(1)]
    assert told(missed[0].sessions) == "morning missed, evening missed"
    assert rows(Diary(runs=(make_run("hips-five-hold"),)), 1, 5, today=3) == ()


def test_the_table_of_the_sample_has_all_that_the_chart_draws(
    rows: Rows, catalogue: Catalogue, at: At
) -> None:
    zone = at(0, 0).tzinfo
    diary = sample_diary(weeks=6, seed=1, until=on(41), catalogue=catalogue, offset=zone)
    chart = diary_chart(diary, catalogue, at(42, 18))
    table = {row.day: row for row in rows(diary, 0, 42, today=42)}
    assert {(p.day, p.mean, p.low, p.high, p.n) for p in chart.points} == {
        (r.day, r.mean, r.low, r.high, r.n) for r in table.values() if r.n
    }
    assert {(m.day, m.mean) for m in chart.means} == {
        (r.day, r.trailing) for r in table.values() if r.trailing is not None
    }
    for shade in chart.shades:
        assert say(shade.text) in told(table[shade.days.first].marks)
        assert say(shade.text) in told(table[shade.days.last].marks)
