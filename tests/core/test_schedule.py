"""What is due, hour by hour."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Resistance, Side
from hipcoach.core.pain import PainRating, RatingKind
from hipcoach.core.run import (
    ILL,
    ONCE_A_DAY,
    Absence,
    Change,
    CheckIn,
    Flare,
    Run,
    Settings,
)
from hipcoach.core.schedule import CheckInDue, Due, SlotState, due, slot_at
from hipcoach.core.session import EventKind, Session, SessionEvent, SessionState, SideSet, Slot

START = date(2026, 11, 2)
ZONE = timezone(timedelta(hours=1))
TWICE, FREE = "hips-three-twice", "hips-five-hold"  # twice a day; three days a week
MORNING, EVENING, EXTRA = Slot.MORNING, Slot.EVENING, Slot.EXTRA


def at(day: int, hour: int, minute: int = 0) -> datetime:
    midnight = datetime(START.year, START.month, START.day, tzinfo=ZONE)
    return midnight + timedelta(days=day, hours=hour, minutes=minute)


def run(program: str = TWICE, **changes: object) -> Run:
    values: dict[str, object] = {"program": program, "program_version": 1, "started_on": START}
    return Run(id="run", **(values | changes))


def session(day: int, slot: Slot = MORNING, **changes: object) -> Session:
    done = SideSet(
        exercise="clamshell-band",
        rung="yellow",
        side=Side.LEFT,
        set=1,
        reps=12,
        tidy_reps=12,
        low=12,
        hold=2,
        tempo="2/2/2/0",
        resistance=Resistance(),
        ended_at=at(day, 9),
    )
    values: dict[str, object] = {
        "id": f"{day}-{slot}",
        "started_at": at(day, 18 if slot is EVENING else 8),
        "run": "run",
        "program": TWICE,
        "slot": slot,
        "state": SessionState.FINISHED,
        "planned_sets": 1,
        "sets": (done,),
    }
    return Session(**(values | changes))


def pain(when: datetime, score: int, kind: RatingKind = RatingKind.NOW) -> PainRating:
    return PainRating(at=when, score=score, kind=kind)


DueAt = Callable[..., Due]


@pytest.fixture
def due_at(catalogue: Catalogue) -> DueAt:
    """`due_at(now, *sessions, **tables)`: what is due in a diary with one run."""

    def told(now: datetime, *sessions: Session, **tables: object) -> Due:
        values: dict[str, object] = {"runs": (run(),), "sessions": sessions}
        return due(Diary(**(values | tables)), catalogue, now)

    return told


def slots(found: Due) -> dict[str, str]:
    return {slot.slot.value: slot.state.value for slot in found.slots}


# Slots


@pytest.mark.parametrize(
    ("hour", "taken", "planned", "slot"),
    [
        (0, [], 2, MORNING),
        (13, [], 2, MORNING),
        (14, [], 2, EVENING),
        (9, [MORNING], 2, EVENING),
        (16, [EVENING], 2, MORNING),
        (20, [MORNING, EVENING], 2, EXTRA),
        (20, [MORNING, EVENING, EXTRA], 2, EXTRA),
        (20, [EXTRA], 2, EVENING),
        (9, [], 1, MORNING),
        (20, [], 1, EVENING),
        (20, [MORNING], 1, EXTRA),
        (9, [], 0, EXTRA),
    ],
)
def test_the_slot_of_a_session(
    catalogue: Catalogue, hour: int, taken: list[Slot], planned: int, slot: Slot
) -> None:
    assert slot_at(at(0, hour), taken, planned, catalogue.rules.count) is slot


@pytest.mark.parametrize(
    ("hour", "done", "expected", "is_due"),
    [
        (9, [], {"morning": "next", "evening": "open"}, True),
        (9, [MORNING], {"morning": "done", "evening": "next"}, False),
        (15, [MORNING], {"morning": "done", "evening": "next"}, True),
        (15, [], {"morning": "passed", "evening": "next"}, True),
        (19, [EVENING], {"morning": "passed", "evening": "done"}, False),
        (19, [MORNING, EVENING], {"morning": "done", "evening": "done"}, False),
    ],
)
def test_the_slots_of_a_day(
    due_at: DueAt, hour: int, done: list[Slot], expected: dict[str, str], is_due: bool
) -> None:
    found = due_at(at(3, hour), *(session(3, slot) for slot in done))
    assert (slots(found), found.session_due) == (expected, is_due)


def test_a_done_slot_names_its_session(due_at: DueAt) -> None:
    done = session(3)
    first, second = due_at(at(3, 15), done).slots
    assert (first.session, second.session) == (done, None)


def test_a_day_with_one_session_has_one_slot_all_day(due_at: DueAt) -> None:
    once = run(changes=(Change(at=at(2, 9), what=ONCE_A_DAY, value=True),))
    assert slots(due_at(at(3, 9), runs=(once,))) == {"morning": "next"}
    evening = due_at(at(3, 19), runs=(once,))
    assert (slots(evening), evening.session_due) == ({"evening": "next"}, True)
    done = due_at(at(3, 19), session(3), runs=(once,))
    assert (slots(done), done.session_due, done.slot) == ({"morning": "done"}, False, EXTRA)


def test_a_full_week_of_free_days_has_nothing_due(due_at: DueAt) -> None:
    three = [session(day) for day in (0, 1, 2)]
    free = (run(FREE),)
    assert due_at(at(2, 19), *three[:2], runs=free).session_due
    full = due_at(at(3, 9), *three, runs=free)
    assert (full.slots, full.session_due, full.extra_allowed) == ((), False, True)


def test_a_session_of_which_less_than_half_was_done_leaves_its_slot_open(due_at: DueAt) -> None:
    stub = session(3, planned_sets=12, state=SessionState.ENDED_EARLY)
    assert slots(due_at(at(3, 9), stub))["morning"] == "next"


# What may be started


def test_one_extra_session_a_day(due_at: DueAt) -> None:
    done = [session(3), session(3, EVENING)]
    assert due_at(at(3, 20), *done).extra_allowed
    assert due_at(at(3, 20), *done).slot is EXTRA
    again = due_at(at(3, 21), *done, session(3, EXTRA))
    assert (again.session_due, again.extra_allowed) == (False, False)


def test_a_discarded_extra_session_is_no_session(due_at: DueAt) -> None:
    thrown = session(3, EXTRA, state=SessionState.DISCARDED)
    done = [session(3), session(3, EVENING), thrown]
    assert due_at(at(3, 21), *done).extra_allowed


def test_ahead_of_its_time_a_session_fills_the_open_slot(due_at: DueAt) -> None:
    found = due_at(at(3, 10), session(3))
    assert (found.session_due, found.extra_allowed, found.slot) == (False, True, EVENING)


def test_nothing_is_extra_while_one_is_due(due_at: DueAt) -> None:
    found = due_at(at(3, 9))
    assert (found.session_due, found.extra_allowed) == (True, False)


def test_after_a_red_session_the_day_is_over(due_at: DueAt) -> None:
    found = due_at(at(3, 18), session(3, tag="red"))
    assert (found.session_due, found.extra_allowed) == (False, False)
    assert due_at(at(4, 9), session(3, tag="red")).session_due


def test_after_a_red_session_no_slot_is_called_next(due_at: DueAt) -> None:
    def states(now: datetime) -> list[SlotState]:
        return [slot.state for slot in due_at(now, session(3, tag="red")).slots]

    assert states(at(3, 10)) == [SlotState.DONE, SlotState.CANCELLED]
    assert states(at(4, 9)) == [SlotState.NEXT, SlotState.OPEN]


def test_a_flare_up_holds_everything_but_the_small_program(due_at: DueAt) -> None:
    flare = Flare(from_=at(3, 0).date())
    found = due_at(at(4, 9), flares=(flare,))
    assert (found.flare, found.slots, found.session_due, found.extra_allowed) == (
        flare,
        (),
        False,
        False,
    )
    assert due_at(at(2, 9), flares=(flare,)).flare is None


@pytest.mark.parametrize(("reason", "allowed"), [("holiday", True), (ILL, False)])
def test_away_nothing_is_due_and_ill_nothing_is_started(
    due_at: DueAt, reason: str, allowed: bool
) -> None:
    absence = Absence(from_=at(3, 0).date(), to=at(5, 0).date(), reason=reason)
    found = due_at(at(5, 9), absences=(absence,))
    assert (found.absence, found.session_due, found.extra_allowed) == (absence, False, allowed)
    assert due_at(at(6, 9), absences=(absence,)).session_due


# Pain now and the rest day


@pytest.mark.parametrize(
    ("minutes_ago", "known"), [(0, True), (120, True), (121, False), (-1, False)]
)
def test_pain_now_is_a_rating_of_the_last_two_hours(
    due_at: DueAt, minutes_ago: int, known: bool
) -> None:
    now = at(3, 12)
    rating = pain(now - timedelta(minutes=minutes_ago), 4)
    assert due_at(now, pain_ratings=(rating,)).pain_now == (rating if known else None)


def test_only_the_latest_rating_of_now_is_pain_now(due_at: DueAt) -> None:
    entered = (
        pain(at(3, 11), 5),
        pain(at(3, 11, 30), 3),
        pain(at(3, 11, 50), 9, RatingKind.WORST),
    )
    latest = due_at(at(3, 12), pain_ratings=entered).pain_now
    assert latest is not None
    assert latest.score == 3


@pytest.mark.parametrize(("score", "rests"), [(7, False), (8, True), (10, True)])
def test_pain_of_8_makes_a_rest_day(due_at: DueAt, score: int, rests: bool) -> None:
    found = due_at(at(3, 12), pain_ratings=(pain(at(3, 11), score),))
    assert (found.rest_day, found.session_due, found.extra_allowed) == (rests, not rests, False)


def test_a_rest_day_lasts_until_a_lower_rating_or_two_hours(due_at: DueAt) -> None:
    high, lower = pain(at(3, 10), 9), pain(at(3, 11), 7)
    assert due_at(at(3, 12), pain_ratings=(high,)).rest_day
    assert not due_at(at(3, 12), pain_ratings=(high, lower)).rest_day
    assert not due_at(at(3, 12, 1), pain_ratings=(high,)).rest_day


@pytest.mark.parametrize(("ahead", "now"), [(3, 8), (8, 3)])
def test_under_a_clock_put_back_the_stronger_pain_counts(due_at: DueAt, ahead, now) -> None:
    ratings = (pain(at(3, 11, 55), now), pain(at(3, 12, 5), ahead))
    found = due_at(at(3, 12), pain_ratings=ratings)
    assert found.rest_day
    assert found.felt == 8


def test_of_two_ratings_of_one_minute_the_later_entry_counts(due_at: DueAt) -> None:
    entered = (pain(at(3, 11), 9), pain(at(3, 11), 4))
    assert not due_at(at(3, 12), pain_ratings=entered).rest_day


# The session that was left


def test_a_session_left_today_can_be_resumed_until_the_day_is_over(due_at: DueAt) -> None:
    left = session(3, EVENING, state=SessionState.RUNNING)
    assert due_at(at(3, 23, 59), left).resumable == left
    assert due_at(at(4, 0), left).resumable is None
    assert due_at(at(3, 23), session(3, EVENING)).resumable is None


# The next morning


@pytest.mark.parametrize(
    ("hour", "minute", "asked"),
    [(3, 59, False), (4, 0, True), (11, 59, True), (12, 0, False)],
)
def test_the_morning_question_is_asked_from_four_to_noon(
    due_at: DueAt, hour: int, minute: int, asked: bool
) -> None:
    found = due_at(at(4, hour, minute), session(3))
    assert bool(found.morning_question) is asked


def test_the_answer_belongs_to_all_sessions_of_the_day_before(due_at: DueAt) -> None:
    hurt = SessionEvent(at=at(3, 18), kind=EventKind.HURT, score=8)
    stopped = session(3, EVENING, sets=(), events=(hurt,), state=SessionState.ENDED_EARLY)
    untouched = session(3, EXTRA, sets=(), state=SessionState.ENDED_EARLY)
    thrown = session(3, EXTRA, state=SessionState.DISCARDED)
    found = due_at(at(4, 8), session(2), session(3), stopped, untouched, thrown, session(4))
    assert found.morning_question == (session(3), stopped)


def test_it_is_asked_once(due_at: DueAt) -> None:
    answered = session(3, next_morning="rating")
    given = replace(pain(at(4, 7), 3), id="rating")
    found = due_at(at(4, 8), answered, session(3, EVENING), pain_ratings=(given,))
    assert found.morning_question == (session(3, EVENING),)
    taken_back = due_at(at(4, 8), answered, session(3, EVENING))
    assert taken_back.morning_question == (answered, session(3, EVENING))
    skipped = Settings(morning_asked_on=at(4, 0).date())
    assert due_at(at(4, 8), session(3), settings=skipped).morning_question == ()
    assert due_at(at(5, 8), session(4), settings=skipped).morning_question == (session(4),)


# Check-ins


@pytest.mark.parametrize(
    ("day", "week", "is_open", "short"),
    [
        (0, 0, True, False),
        (3, 0, True, False),
        (4, 2, False, True),  # the first one was missed
        (11, 2, True, True),
        (17, 2, True, True),
        (18, 3, True, False),
        (25, 6, False, False),
        (45, 6, True, False),
    ],
)
def test_the_next_check_in(due_at: DueAt, day: int, week: int, is_open: bool, short: bool) -> None:
    on = at(7 * week, 0).date()
    assert due_at(at(day, 9)).check_in == CheckInDue(
        week=week,
        on=on,
        opens=on - timedelta(days=3),
        closes=on + timedelta(days=3),
        short=short,
        is_open=is_open,
    )


def test_a_check_in_that_was_done_is_over(due_at: DueAt) -> None:
    done = CheckIn(at=at(20, 9), run="run", week=3, items={})
    other = CheckIn(at=at(20, 9), run="another", week=3, items={})
    found = due_at(at(21, 9), check_ins=(done,)).check_in
    assert found is not None
    assert found.week == 6
    still = due_at(at(21, 9), check_ins=(other,)).check_in
    assert still is not None
    assert still.week == 3


def test_after_the_last_window_no_check_in_is_left(due_at: DueAt) -> None:
    assert due_at(at(46, 9)).check_in is None


# The run


def test_week_and_day_count_from_one(due_at: DueAt) -> None:
    first, later = due_at(at(0, 9)), due_at(at(7, 9))
    assert (first.week, first.day) == (1, 1)
    assert (later.week, later.day) == (2, 8)


def test_the_weeks_count_on_past_the_end(due_at: DueAt) -> None:
    assert not due_at(at(41, 9)).past_end
    past = due_at(at(42, 9))
    assert (past.past_end, past.week, past.session_due) == (True, 7, True)


def test_without_a_run_nothing_is_due(due_at: DueAt) -> None:
    empty = due_at(at(0, 9), runs=())
    assert (empty.run, empty.program, empty.slots, empty.ended) == (None, None, (), False)
    ended = due_at(at(9, 9), runs=(run(ended_on=START),))
    assert (ended.run, ended.ended, ended.session_due) == (None, True, False)
    assert not due_at(at(-3, 9)).ended


def test_a_run_of_an_unknown_program_has_nothing_due(due_at: DueAt) -> None:
    found = due_at(at(0, 9), runs=(run("my-own"),))
    assert (found.program, found.session_due) == (None, False)


def test_missed_days_are_whole_days_without_a_session(due_at: DueAt) -> None:
    assert due_at(at(3, 9)).days_missed is None
    for day, missed in [(3, 0), (4, 0), (5, 1), (20, 16)]:
        assert due_at(at(day, 9), session(3)).days_missed == missed
    stub = session(9, planned_sets=12, state=SessionState.ENDED_EARLY)
    assert due_at(at(10, 9), session(3), stub).days_missed == 6
