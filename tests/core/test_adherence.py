"""Adherence: what counts as done, what was planned, week by week."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.adherence import (
    Adherence,
    Count,
    adherence,
    planned_today,
    session_counts,
    set_done,
    slots_per_day,
)
from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Resistance, Side
from hipcoach.core.run import ONCE_A_DAY, Absence, Change, Flare, Run
from hipcoach.core.session import Session, SessionState, SideSet, Slot

START = date(2026, 11, 2)
ZONE = timezone(timedelta(hours=1))
TWICE, FREE = "hips-three-twice", "hips-five-hold"  # twice a day; three days a week


def at(day: int, hour: int = 8) -> datetime:
    return datetime(START.year, START.month, START.day, hour, tzinfo=ZONE) + timedelta(days=day)


def side_set(reps: int = 12, low: int = 12, number: int = 1) -> SideSet:
    return SideSet(
        exercise="clamshell-band",
        rung="yellow",
        side=Side.LEFT,
        set=number,
        reps=reps,
        tidy_reps=reps,
        low=low,
        hold=2,
        tempo="2/2/2/0",
        resistance=Resistance(),
        ended_at=at(0),
    )


def session(day: int, slot: Slot = Slot.MORNING, sets: int = 12, **changes: object) -> Session:
    values: dict[str, object] = {
        "started_at": at(day, 18 if slot is Slot.EVENING else 8),
        "run": "run",
        "program": TWICE,
        "slot": slot,
        "state": SessionState.FINISHED,
        "planned_sets": 12,
        "sets": tuple(side_set(number=n) for n in range(1, sets + 1)),
    }
    return Session(**(values | changes))


def both(*days: int) -> list[Session]:
    return [session(day, slot) for day in days for slot in (Slot.MORNING, Slot.EVENING)]


def run(program: str = TWICE, **changes: object) -> Run:
    values: dict[str, object] = {"program": program, "program_version": 1, "started_on": START}
    return Run(id="run", **(values | changes))


def flare(first: int, last: int | None = None) -> Flare:
    return Flare(from_=at(first).date(), to=None if last is None else at(last).date())


def away(first: int, last: int) -> Absence:
    return Absence(from_=at(first).date(), to=at(last).date())


Found = Callable[..., Adherence]


@pytest.fixture
def found(catalogue: Catalogue) -> Found:
    """`found(sessions, upto, of=run, **tables)`: the adherence at a moment."""

    def adhered(
        sessions: list[Session], upto: datetime, of: Run | None = None, **tables: tuple[object, ...]
    ) -> Adherence:
        of = of or run()
        values: dict[str, object] = {"runs": (of,), "sessions": tuple(sessions)}
        diary = Diary(**(values | tables))
        program = catalogue.programs[of.program]
        return adherence(diary, of, program, upto, catalogue.rules.count)

    return adhered


def counts(result: Adherence) -> list[tuple[int, int]]:
    return [(week.done, week.planned) for week in result.weeks]


# What counts


@pytest.mark.parametrize(("reps", "done"), [(5, False), (6, True), (15, True)])
def test_a_side_set_is_done_from_half_of_low(catalogue: Catalogue, reps: int, done: bool) -> None:
    assert set_done(side_set(reps), catalogue.rules.count) is done


@pytest.mark.parametrize(("sets", "counted"), [(5, False), (6, True), (12, True)])
def test_a_session_counts_from_half_of_its_planned_sets(
    catalogue: Catalogue, sets: int, counted: bool
) -> None:
    assert session_counts(session(0, sets=sets), catalogue.rules.count) is counted


def test_sets_that_are_not_done_do_not_help_a_session(catalogue: Catalogue) -> None:
    short = tuple(side_set(5, number=number) for number in range(12))
    assert not session_counts(session(0, sets=5, planned_sets=12), catalogue.rules.count)
    assert not session_counts(replace(session(0), sets=short), catalogue.rules.count)


def test_a_discarded_session_never_counts(catalogue: Catalogue, found: Found) -> None:
    thrown = session(0, state=SessionState.DISCARDED)
    assert not session_counts(thrown, catalogue.rules.count)
    assert counts(found([thrown], at(1))) == [(0, 2)]


# Twice a day


def test_planned_are_the_days_that_are_over_and_what_was_done_today(found: Found) -> None:
    assert counts(found([], at(0))) == [(0, 0)]
    assert counts(found([session(0)], at(0, 9))) == [(1, 1)]
    assert counts(found([session(0)], at(1))) == [(1, 2)]
    assert counts(found([*both(0), session(1)], at(1, 9))) == [(3, 3)]


def test_weeks_are_blocks_of_seven_days_from_the_start(found: Found) -> None:
    result = found([*both(*range(7)), *both(7)], at(9))
    assert counts(result) == [(14, 14), (2, 4)]
    first, second = result.weeks
    assert (first.week, first.first_day, first.last_day) == (1, START, at(6).date())
    assert (second.week, second.first_day, second.last_day) == (2, at(7).date(), at(9).date())


def test_a_third_session_of_a_day_is_stored_but_not_counted(found: Found) -> None:
    extra = session(0, Slot.EXTRA)
    assert counts(found([session(0), extra], at(1))) == [(1, 2)]
    assert counts(found([*both(0), extra], at(1))) == [(2, 2)]


def test_no_day_can_make_up_for_another(found: Found) -> None:
    doubled = [session(1), session(1), session(1, Slot.EVENING)]
    assert counts(found(doubled, at(2))) == [(2, 4)]


def test_flare_up_and_away_days_are_not_planned(found: Found) -> None:
    result = found(both(0, 1, 2), at(7), flares=(flare(2, 3),), absences=(away(3, 4),))
    assert counts(result)[0] == (4, 8)
    assert (result.weeks[0].not_planned_days, result.weeks[0].flare_days) == (3, 2)


def test_a_flare_up_without_an_end_goes_on(found: Found) -> None:
    result = found(both(0), at(9), flares=(flare(1),))
    assert counts(result) == [(2, 2), (0, 0)]
    assert [week.not_planned_days for week in result.weeks] == [6, 3]


def test_once_a_day_halves_the_slots_from_its_day_on(found: Found, catalogue: Catalogue) -> None:
    once = run(changes=(Change(at=at(3, 20), what=ONCE_A_DAY, value=True),))
    assert counts(found(both(2, 3), at(7), once))[0] == (3, 6 + 4)
    back = Change(at=at(5), what=ONCE_A_DAY, value=False)
    assert counts(found([], at(7), replace(once, changes=(*once.changes, back))))[0] == (0, 12)
    assert slots_per_day(once, catalogue.programs[FREE], at(3).date()) == 1


def test_a_run_that_ended_plans_nothing_afterwards(found: Found) -> None:
    ended = run(ended_on=at(2).date())
    result = found(both(0, 1), at(20), ended)
    assert counts(result) == [(4, 6)]
    assert result.weeks[0].last_day == at(2).date()


def test_on_the_day_of_the_next_run_only_what_was_done_was_planned(found: Found) -> None:
    ended = run(ended_on=at(2).date())
    following = Run(id="next", program=TWICE, program_version=1, started_on=at(2).date())
    result = found([*both(0, 1), session(2)], at(9), ended, runs=(ended, following))
    assert counts(result) == [(5, 5)]


def test_a_run_in_the_future_has_no_weeks(found: Found) -> None:
    result = found([], at(-1))
    assert (result.weeks, result.total, result.days_since_last) == (
        (),
        Count(done=0, planned=0),
        None,
    )


# Free days


def test_a_week_of_free_days_plans_three_sessions_on_any_days(found: Found) -> None:
    free = run(FREE)
    assert counts(found([session(day) for day in (1, 2, 6)], at(7), free))[0] == (3, 3)
    assert counts(found([session(day) for day in (0, 1, 2, 3)], at(7), free))[0] == (3, 3)
    assert counts(found([session(4)], at(7), free))[0] == (1, 3)


def test_two_sessions_of_one_free_day_are_one(found: Found) -> None:
    assert counts(found(both(1), at(7), run(FREE)))[0] == (1, 3)


@pytest.mark.parametrize(
    ("done", "today", "planned"),
    [
        ([], 0, 0),  # three of seven days are left to do three
        ([], 4, 0),  # day 4, 5 and 6 are left
        ([], 5, 1),  # two days are left: one is missed
        ([], 6, 2),
        ([], 7, 3),
        ([0, 1], 4, 2),
        ([0, 1, 2], 3, 3),
        ([0, 6], 6, 3),  # the last day is done: one is missed
    ],
)
def test_a_free_session_is_missed_when_too_few_days_are_left(
    found: Found, done: list[int], today: int, planned: int
) -> None:
    result = found([session(day) for day in done], at(today, 20), run(FREE))
    assert counts(result)[0] == (len(done), planned)


@pytest.mark.parametrize(
    ("flare_days", "planned"), [(1, 3), (2, 2), (3, 2), (4, 1), (6, 0), (7, 0)]
)
def test_a_free_week_with_a_flare_up_plans_its_share(
    found: Found, flare_days: int, planned: int
) -> None:
    result = found([], at(7), run(FREE), flares=(flare(0, flare_days - 1),))
    assert counts(result)[0] == (0, planned)


# Around it


def test_totals_and_the_last_four_weeks(found: Found) -> None:
    result = found([*both(*range(7)), *both(30)], at(35))
    assert len(result.weeks) == 6
    assert result.total == Count(done=16, planned=70)
    assert result.last_four_weeks == Count(done=2, planned=42)  # weeks 3 to 6
    assert (result.total.percent, Count(done=0, planned=0).percent) == (23, None)


def test_sessions_cut_short_are_counted_apart(found: Found) -> None:
    early = session(0, state=SessionState.ENDED_EARLY, sets=3)
    assert found([early, session(1)], at(2)).cut_short == 1


def test_the_gap_leaves_out_days_that_were_not_planned(found: Found) -> None:
    assert found(both(0, 3), at(5)).longest_gap_days == 2
    assert found(both(0, 6), at(7), absences=(away(2, 4),)).longest_gap_days == 2
    assert found(both(0), at(6)).longest_gap_days == 5  # today may still be done
    assert found([session(0), session(1)], at(2)).longest_gap_days == 0


def test_days_since_the_last_session(found: Found) -> None:
    assert found(both(0), at(4)).days_since_last == 4
    assert found([session(0), session(3, Slot.EXTRA)], at(4)).days_since_last == 1
    assert found([session(0, sets=2)], at(4)).days_since_last is None


def test_what_was_done_after_the_moment_is_left_out(found: Found) -> None:
    result = found(both(0, 1, 2), at(1))
    assert counts(result) == [(4, 4)]
    assert result.days_since_last == 0


# Today


def today_holds(catalogue: Catalogue, diary: Diary, now: datetime) -> int:
    of = diary.runs[0]
    program = catalogue.programs[of.program]
    return planned_today(diary, of, program, now, catalogue.rules.count)


@pytest.mark.parametrize(
    ("diary", "day", "slots"),
    [
        (Diary(runs=(run(),)), 8, 2),
        (Diary(runs=(run(),), sessions=tuple(both(8))), 8, 2),
        (Diary(runs=(run(),), flares=(flare(8),)), 8, 0),
        (Diary(runs=(run(ended_on=START),)), 8, 0),
        (Diary(runs=(run(),)), -1, 0),
        (Diary(runs=(run(FREE),)), 8, 1),
        (Diary(runs=(run(FREE),), sessions=tuple(map(session, (7, 8, 9)))), 10, 0),
        (Diary(runs=(run(FREE),), sessions=tuple(map(session, (7, 8, 9)))), 9, 1),
        (Diary(runs=(run(FREE),), sessions=tuple(map(session, (4, 5, 6)))), 7, 1),
    ],
)
def test_how_many_sessions_today_holds(
    catalogue: Catalogue, diary: Diary, day: int, slots: int
) -> None:
    assert today_holds(catalogue, diary, at(day, 20)) == slots


# Always


days = st.integers(0, 30)
any_session = st.builds(
    session,
    days,
    st.sampled_from(Slot),
    st.integers(0, 12),
    state=st.sampled_from(SessionState),
)
spans = st.tuples(days, st.integers(0, 9))


@given(
    sessions=st.lists(any_session, max_size=40),
    flares=st.lists(spans, max_size=3),
    absences=st.lists(spans, max_size=3),
    upto=st.integers(-1, 35),
    ended=st.none() | days,
    program=st.sampled_from([TWICE, FREE, "band-abductors-3wk"]),
    once=st.none() | days,
)
def test_never_more_done_than_planned(
    catalogue: Catalogue,
    sessions: list[Session],
    flares: list[tuple[int, int]],
    absences: list[tuple[int, int]],
    upto: int,
    ended: int | None,
    program: str,
    once: int | None,
) -> None:
    of = run(
        program,
        ended_on=None if ended is None else at(ended).date(),
        changes=() if once is None else (Change(at=at(once), what=ONCE_A_DAY, value=True),),
    )
    diary = Diary(
        runs=(of,),
        sessions=tuple(sessions),
        flares=tuple(flare(first, first + length) for first, length in flares),
        absences=tuple(away(first, first + length) for first, length in absences),
    )
    count = catalogue.rules.count
    result = adherence(diary, of, catalogue.programs[program], at(upto, 20), count)
    asked = catalogue.programs[program]
    most = asked.days_per_week * asked.sessions_per_day
    assert all(0 <= week.done <= week.planned <= most for week in result.weeks)
    assert result.total.done <= result.total.planned
    assert sum(week.done for week in result.weeks) == result.total.done
