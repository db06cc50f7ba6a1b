"""The rows of sessions below the chart: a mark for every slot that asked for one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.chart_sessions import extra_sessions, sessions_on
from hipcoach.core.diary import Diary
from hipcoach.core.diary_chart import SessionOn
from hipcoach.core.run import ONCE_A_DAY, Absence, Change, Flare, Run
from hipcoach.core.sample import sample_diary
from hipcoach.core.schedule import due
from hipcoach.core.session import EASY_DAY, Session, SessionState, Slot
from hipcoach.core.text import say
from hipcoach.core.trend_view import Days
from hipcoach.core.week_marks import Mark
from hipcoach.core.week_view import week_card

START = date(2026, 11, 2)
At = Callable[..., datetime]
MakeSession = Callable[..., Session]
MakeRun = Callable[..., Run]
EVENING = Slot.EVENING
DRAWN = {Mark.FULL, Mark.SHORT, Mark.EASY, Mark.MISSED, Mark.FLARE, Mark.AWAY}


def on(day: int) -> date:
    return START + timedelta(days=day)


@pytest.fixture
def marks(catalogue: Catalogue, at: At, make_run: MakeRun) -> Callable[..., tuple[SessionOn, ...]]:
    """`marks(days, *sessions, now=..., **tables)`: the marks of the run's first days."""

    def made(
        days: int, *sessions: Session, now: int | None = None, **tables: object
    ) -> tuple[SessionOn, ...]:
        values = {"runs": (make_run(),), "sessions": sessions} | tables
        shown = Days(first=on(0), last=on(days - 1))
        now = days if now is None else now
        return sessions_on(Diary(**values), catalogue, shown, at(now, 9))

    return made


Marks = Callable[..., tuple[SessionOn, ...]]


def picture(found: tuple[SessionOn, ...], days: int) -> list[str]:
    """The two rows, a word for each day, "." where there is no mark."""
    at = {(mark.slot, mark.day): mark.mark.value for mark in found}
    return [
        " ".join(at.get((slot, on(day)), ".") for day in range(days))
        for slot in (Slot.MORNING, EVENING)
    ]


def words(found: tuple[SessionOn, ...]) -> list[str]:
    return [say(mark.words) for mark in found]


def test_each_session_has_its_mark_and_what_was_missed_has_one(
    marks: Marks, make_session: MakeSession
) -> None:
    found = marks(
        4,
        make_session(0),
        make_session(0, EVENING, program=EASY_DAY),
        make_session(1, state=SessionState.ENDED_EARLY),
        make_session(2, EVENING, state=SessionState.ENDED_EARLY, planned_sets=10),
    )
    assert picture(found, 4) == ["full short missed missed", "easy missed short missed"]
    assert words(found)[:3] == ["morning done", "evening easy session done", "morning cut short"]
    assert words(found)[5] == "evening cut short, not counted"
    assert [mark.session for mark in found[:2]] == ["0-morning", "0-evening"]
    assert found[3].session == ""


def test_what_is_still_to_come_has_no_mark(marks: Marks, make_session: MakeSession) -> None:
    found = marks(3, make_session(0), make_session(1), now=1)
    assert picture(found, 3) == ["full full .", "missed . ."]


def test_what_was_discarded_or_is_under_way_has_no_mark(
    marks: Marks, make_session: MakeSession
) -> None:
    found = marks(
        2,
        make_session(0, state=SessionState.DISCARDED),
        make_session(1, state=SessionState.RUNNING, planned_sets=10),
        make_session(1, EVENING, sets=()),
        now=1,
    )
    assert picture(found, 2) == ["missed .", "missed ."]


def test_days_off_are_not_planned_and_what_was_done_in_them_is_shown(
    marks: Marks, make_session: MakeSession
) -> None:
    found = marks(
        4,
        make_session(1, Slot.EXTRA, program=EASY_DAY),
        make_session(2, Slot.EXTRA),
        flares=(Flare(from_=on(0), to=on(1)),),
        absences=(Absence(from_=on(2)),),
    )
    assert picture(found, 4) == ["flare easy full away", "flare flare away away"]
    assert words(found)[0] == "morning flare-up"


def test_an_extra_session_stands_in_no_row_but_is_known(
    marks: Marks, make_session: MakeSession, catalogue: Catalogue
) -> None:
    three = (make_session(0), make_session(0, EVENING), make_session(0, Slot.EXTRA))
    assert picture(marks(1, *three), 1) == ["full", "full"]
    assert extra_sessions(Diary(sessions=three), catalogue, on(0)) == 1
    off = Diary(sessions=three[2:], flares=(Flare(from_=on(0)),))
    assert extra_sessions(off, catalogue, on(0)) == 0


def test_once_a_day_misses_one_session_a_day_and_names_no_half(
    marks: Marks, make_session: MakeSession, make_run: MakeRun, at: At
) -> None:
    once = make_run(changes=(Change(at=at(0, 7), what=ONCE_A_DAY, value=True),))
    found = marks(3, make_session(0, EVENING), make_session(1), runs=(once,))
    assert picture(found, 3) == [". full missed", "full . ."]
    assert words(found) == ["done", "done", "missed"]


def test_where_days_are_free_nothing_is_missed(
    marks: Marks, make_session: MakeSession, make_run: MakeRun
) -> None:
    found = marks(3, make_session(1), runs=(make_run("hips-five-hold"),))
    assert picture(found, 3) == [". full .", ". . ."]


def test_without_a_program_only_what_was_done_is_shown(
    marks: Marks, make_session: MakeSession, make_run: MakeRun
) -> None:
    later = make_run(started_on=on(2))
    found = marks(3, make_session(0), runs=(later,))
    assert picture(found, 3) == ["full . missed", ". . missed"]
    ended = make_run(ended_on=on(1))
    assert picture(marks(3, runs=(ended,)), 3) == ["missed missed .", "missed missed ."]


def test_only_the_days_asked_for_are_marked(
    catalogue: Catalogue, at: At, make_run: MakeRun, make_session: MakeSession
) -> None:
    diary = Diary(runs=(make_run(),), sessions=tuple(make_session(day) for day in range(9)))
    found = sessions_on(diary, catalogue, Days(first=on(4), last=on(5)), at(9, 9))
    assert [mark.day for mark in found] == [on(4), on(4), on(5), on(5)]


def test_the_sample_has_the_marks_of_the_week_card(catalogue: Catalogue, at: At) -> None:
    zone = at(0, 0).tzinfo
    diary = sample_diary(
        weeks=12,
        seed=1,
        until=on(83),
        catalogue=catalogue,
        offset=zone,
    )
    for day in range(6, 84, 7):
        now = at(day, 23)
        week = week_card(diary, catalogue, due(diary, catalogue, now))
        assert week is not None
        shown = Days(first=on(day - 6), last=on(day))
        below = {(m.day, m.slot): m.mark for m in sessions_on(diary, catalogue, shown, now)}
        for column in week.days:
            for slot, mark in zip(week.rows, column.marks, strict=True):
                drawn = {mark.mark if mark.mark in DRAWN else None}
                if mark.mark is Mark.FLARE:  # its easy session is shown below the chart
                    drawn.add(Mark.EASY)
                assert below.get((column.day, slot)) in drawn, (column.day, slot)
