"""The week card: a mark for every slot, and the same in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.run import ONCE_A_DAY, Absence, Change, Flare, Run
from hipcoach.core.schedule import due
from hipcoach.core.session import EASIER_TODAY, EASY_DAY, Session, SessionState, Slot
from hipcoach.core.text import say
from hipcoach.core.week_view import WeekCard, week_card

At = Callable[..., datetime]
Make = Callable[..., Diary]
MakeSession = Callable[..., Session]
MakeRun = Callable[..., Run]
Card = Callable[[Diary, datetime], WeekCard]
EVENING = Slot.EVENING


@pytest.fixture
def card(catalogue: Catalogue) -> Card:
    """`card(diary, now)`: the week card."""

    def made(diary: Diary, now: datetime) -> WeekCard:
        found = week_card(diary, catalogue, due(diary, catalogue, now))
        assert found is not None
        return found

    return made


def picture(week: WeekCard) -> list[str]:
    """The rows of marks, one word per day."""
    rows = range(len(week.days[0].marks))
    return [" ".join(day.marks[row].mark.value for day in week.days) for row in rows]


def words(week: WeekCard, day: int) -> list[str]:
    return [say(mark.words) for mark in week.days[day].marks]


def test_the_week_shows_what_was_done_missed_next_and_planned(
    card: Card, at: At, make_diary: Make, make_session: MakeSession
) -> None:
    done = [make_session(0), make_session(0, EVENING), make_session(1), make_session(2)]
    week = card(make_diary(*done, make_session(2, EVENING), make_session(3)), at(3, 18))
    assert say(week.count) == "6 of 14 sessions"
    assert week.rows == (Slot.MORNING, EVENING)
    assert picture(week) == [
        "full full full full planned planned planned",
        "full missed full next planned planned planned",
    ]
    assert [say(day.name) for day in week.days] == ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
    assert [day.is_today for day in week.days].index(True) == 3
    assert words(week, 1) == ["Tuesday morning, done", "Tuesday evening, missed"]
    assert words(week, 3) == ["Thursday morning, done", "Thursday evening, next"]
    assert week.note is not None
    assert say(week.note) == "Missed one? Just carry on. No catching up."


def test_the_week_begins_on_the_runs_weekday(
    card: Card, at: At, make_diary: Make, make_run: MakeRun
) -> None:
    runs = (make_run(started_on=at(3, 9).date()),)
    week = card(make_diary(runs=runs), at(10, 9))
    assert [say(day.name) for day in week.days] == ["Th", "Fr", "Sa", "Su", "Mo", "Tu", "We"]
    assert week.note is None


def test_each_kind_of_session_has_its_mark(
    card: Card, at: At, make_diary: Make, make_session: MakeSession
) -> None:
    sessions = [
        make_session(0, program=EASY_DAY),
        make_session(0, EVENING, program=EASIER_TODAY),
        make_session(1, state=SessionState.ENDED_EARLY),
        make_session(1, EVENING, state=SessionState.ENDED_EARLY, planned_sets=10),
        make_session(2, state=SessionState.DISCARDED),
        make_session(2, Slot.EXTRA),
    ]
    week = card(make_diary(*sessions), at(3, 9))
    assert picture(week)[0].split()[:3] == ["easy", "short", "missed"]
    assert picture(week)[1].split()[:3] == ["easy", "short", "missed"]
    assert words(week, 0) == [
        "Monday morning, easy session done",
        "Monday evening, easy session done",
    ]
    assert words(week, 1) == [
        "Tuesday morning, cut short",
        "Tuesday evening, cut short, not counted",
    ]
    assert say(week.count) == "3 of 14 sessions"


def test_of_two_sessions_of_a_slot_the_one_that_counts_stands_for_it(
    card: Card, at: At, make_diary: Make, make_session: MakeSession
) -> None:
    short = make_session(0, state=SessionState.ENDED_EARLY, planned_sets=10)
    week = card(make_diary(short, make_session(0)), at(1, 9))
    assert words(week, 0)[0] == "Monday morning, done"


def test_a_session_under_way_is_still_next(
    card: Card, at: At, make_diary: Make, make_session: MakeSession
) -> None:
    left = make_session(0, state=SessionState.RUNNING, planned_sets=10)
    assert words(card(make_diary(left), at(0, 9)), 0)[0] == "Monday morning, next"


def test_flare_up_and_away_days_are_not_planned(
    card: Card, at: At, make_diary: Make, make_session: MakeSession
) -> None:
    flare = Flare(from_=at(0, 9).date(), to=at(1, 9).date())
    away = Absence(from_=at(4, 9).date(), to=at(5, 9).date())
    easy = make_session(1, program=EASY_DAY)
    week = card(make_diary(easy, flares=(flare,), absences=(away,)), at(2, 9))
    assert say(week.count) == "0 of 6 sessions"
    assert picture(week) == [
        "flare easy next planned away away planned",
        "flare flare planned planned away away planned",
    ]
    assert words(week, 0)[0] == "Monday morning, flare-up"
    assert words(week, 4)[1] == "Friday evening, away or ill"


def test_a_week_without_a_planned_session_says_so(card: Card, at: At, make_diary: Make) -> None:
    away = Absence(from_=at(0, 9).date(), to=None)
    assert say(card(make_diary(absences=(away,)), at(2, 9)).count) == "no session is planned"


def test_where_days_are_free_one_row_asks_only_for_what_is_left(
    card: Card, at: At, make_diary: Make, make_session: MakeSession, make_run: MakeRun
) -> None:
    runs = (make_run("hips-five-hold"),)
    week = card(make_diary(make_session(0), runs=runs), at(2, 9))
    assert (week.rows, say(week.count)) == ((), "1 of 3 sessions")
    assert picture(week) == ["full free next planned planned planned planned"]
    assert words(week, 1) == ["Tuesday, no session"]
    assert words(week, 3) == ["Thursday, planned"]
    three = [make_session(day, EVENING) for day in (0, 1, 2)]
    full = card(make_diary(*three, runs=runs), at(3, 9))
    assert picture(full) == ["full full full free free free free"]


def test_a_week_in_which_once_a_day_was_chosen_asks_for_one_from_then_on(
    card: Card, at: At, make_diary: Make, make_session: MakeSession, make_run: MakeRun
) -> None:
    once = Change(at=at(1, 6), what=ONCE_A_DAY, value=True)
    week = card(make_diary(make_session(1), runs=(make_run(changes=(once,)),)), at(3, 18))
    assert picture(week) == [
        "missed full missed free planned planned planned",
        "missed free free next free free free",
    ]
    assert say(week.count) == "1 of 8 sessions"


def test_nothing_is_next_while_the_day_allows_no_session(
    card: Card, at: At, make_diary: Make, make_session: MakeSession
) -> None:
    week = card(make_diary(make_session(0, tag="red")), at(0, 18))
    assert words(week, 0) == ["Monday morning, done", "Monday evening, planned"]


def test_without_a_program_there_is_no_week(catalogue: Catalogue, at: At, make_diary: Make) -> None:
    diary = make_diary(runs=())
    assert week_card(diary, catalogue, due(diary, catalogue, at(0, 9))) is None
