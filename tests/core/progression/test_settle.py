"""Settling: what is stored and when, once; what a session that begins now would find."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from hipcoach.core.diary import Diary
from hipcoach.core.levels import levels
from hipcoach.core.opening import opened, reopened
from hipcoach.core.pain import PainRating
from hipcoach.core.progression.begun import begun
from hipcoach.core.progression.settle import Settled, settled, with_settled
from hipcoach.core.run import Decision
from hipcoach.core.session import SessionState, Slot
from hipcoach.core.text import say
from tests.core.progression.lives import CLAM, HEEL, why_lighter


@pytest.fixture
def settle(catalogue, at) -> Callable[..., Settled]:
    """`settle(diary, day, hour)`: what is due at that moment."""

    def made(diary: Diary, day: int, hour: int = 7, **given) -> Settled:
        return settled(diary, catalogue, diary.runs[-1], at(day, hour), **given)

    return made


@pytest.fixture
def earned(lived, felt) -> Diary:
    """Two days with all repetitions done, calm mornings after both."""
    return lived(felt(day=0, tidy=15), felt(day=1, tidy=15))


def rules(found: Settled) -> list[tuple[str, str]]:
    return [(told.rule, told.exercise) for told in found.decisions]


def test_two_good_days_and_their_calm_mornings_store_tags_and_two_steps(settle, earned) -> None:
    found = settle(earned, 2)
    assert [session.tag for session in found.sessions] == ["green", "green"]
    assert rules(found) == [("R-UP", CLAM), ("R-UP", HEEL)]
    assert all(
        told.accepted and told.at.date() == found.decisions[0].at.date() for told in found.decisions
    )


def test_settled_once_there_is_nothing_more(settle, earned, catalogue, at) -> None:
    after = with_settled(earned, settle(earned, 2))
    assert settle(after, 2) == settle(after, 2, 12) == Settled()
    now = levels(after, after.runs[0], catalogue, at(2, 7).date())
    assert (now[CLAM], now[HEEL]) == ("red", "hold-4")


def test_a_step_waits_for_the_morning(settle, lived, felt) -> None:
    waiting = lived(felt(day=0, tidy=15), felt(day=1, tidy=15, morning=None))
    assert rules(settle(waiting, 1, 20)) == rules(settle(waiting, 2, 6)) == []
    assert [session.tag for session in settle(waiting, 1, 20).sessions] == ["green"]


def test_nothing_is_decided_while_a_session_is_under_way(settle, lived, felt) -> None:
    sessions = (felt(day=0, tidy=15), felt(day=1, tidy=15))
    under_way = lived(*sessions, felt(day=2, state=SessionState.RUNNING))
    assert settle(under_way, 2, 9) == Settled()
    assert rules(settle(under_way, 4)) != []


def test_a_program_that_is_not_known_any_more_decides_nothing(settle, earned) -> None:
    lost = replace(earned, runs=(replace(earned.runs[0], program="gone"),))
    assert settle(lost, 2) == Settled()


def test_a_red_session_makes_what_hurt_easier_at_once(settle, lived, felt) -> None:
    diary = lived(felt(day=0, worst=6, hurt={CLAM: 6}, morning=None))
    found = settle(diary, 0, 9)
    assert [session.tag for session in found.sessions] == ["red"]
    (told,) = found.decisions
    assert (told.rule, told.exercise, told.from_, told.to) == ("R-RED", CLAM, "yellow", "none")
    assert told.facts["sessions"] == 1
    assert told.text == (
        "One step easier: no band, one set fewer. Why: Pain reached 6 during it. After two calm "
        "sessions the step is offered back."
    )


def test_red_of_today_stays_whatever_is_typed_and_yesterdays_follows_it(
    settle, lived, felt
) -> None:
    mild = lived(felt(day=0))
    red = replace(mild, sessions=(replace(mild.sessions[0], tag="red"),))
    assert settle(red, 0, 20).sessions == ()
    assert [session.tag for session in settle(red, 1).sessions] == ["green"]


def test_the_pain_before_a_session_that_begins_stands_in_for_the_morning(
    settle, lived, felt, at
) -> None:
    diary = lived(felt(day=0), felt(day=1, morning=None))
    before = PainRating(id="now", at=at(2, 12), score=5)
    diary = replace(diary, pain_ratings=(*diary.pain_ratings, before))
    assert settle(diary, 2, 13).decisions == ()
    found = settle(diary, 2, 13, before=before)
    assert {session.id: session.tag for session in found.sessions} == {
        "s0-morning": "green",
        "s1-morning": "red",
    }
    assert rules(found) == [("R-RED", "")]


def test_who_leaves_the_morning_goes_up_by_the_pain_before_the_next_sessions(
    settle, lived, felt
) -> None:
    days = [felt(day=day, tidy=15, morning=None) for day in range(3)]
    assert settle(lived(*days[:2]), 1, 9).decisions == ()
    diary = lived(*days)
    found = settle(diary, 2, 9)
    assert rules(found) == [("R-UP", CLAM), ("R-UP", HEEL)]
    assert [session.tag for session in with_settled(diary, found).sessions] == [
        "green",
        "green",
        "",
    ]
    assert settle(with_settled(diary, found), 2, 10) == Settled()


@pytest.mark.parametrize(
    "newest", [{"tidy": 14}, {"effort": 8}, {"worst": 4}, {"before": 5, "worst": 5, "after": 5}]
)
def test_unless_the_newest_session_is_not_one_of_the_row(settle, lived, felt, newest) -> None:
    days = [felt(day=day, tidy=15, morning=None) for day in range(2)]
    last = {"day": 2, "tidy": 15, "morning": None} | newest
    moves = {told.to for told in settle(lived(*days, felt(**last)), 2, 9).decisions}
    assert not moves & {"red", "hold-4"}


def test_an_easy_week_is_kept_once(settle, lived, felt) -> None:
    hard = [felt(day=day, effort=8, morning=morning) for day, morning in ((0, 4), (1, 2), (2, 4))]
    diary = lived(*hard)
    found = settle(diary, 3)
    assert Counter(rules(found))["R-DELOAD", ""] == 1
    assert settle(with_settled(diary, found), 3, 12) == Settled()


# ---------------------------------------------------------------------------- as a session begins


def test_a_session_opens_on_what_is_settled(earned, catalogue, at) -> None:
    run = earned.runs[0]
    ready = opened(earned, catalogue, run, at(2, 8), Slot.MORNING)
    assert [part.rung.id for part in ready.parts] == ["red", "hold-4", "two-legs"]
    assert why_lighter(earned, catalogue, run, at(2, 8)) is None


def test_the_second_session_of_an_amber_day_is_one_set(lived, felt, catalogue, at) -> None:
    diary = lived(felt(day=0, worst=4, morning=None))
    run = diary.runs[0]
    found = begun(diary, catalogue, run, at(0, 18))
    assert found.run == run
    assert [told.rule for told in found.new] == ["R-TWICE"]
    ready = opened(diary, catalogue, run, at(0, 18), Slot.EVENING)
    assert {part.dose.sets for part in ready.parts} == {1}
    assert say(why_lighter(diary, catalogue, run, at(0, 18))) == (
        "One set of each exercise this time, because of the pain around today's first session."
    )
    again = begun(found.diary, catalogue, run, at(0, 18))
    assert (again.diary, again.new) == (found.diary, ())


def test_what_went_down_after_a_red_session_goes_down_once_after_days_missed(
    lived, felt, catalogue, at
) -> None:
    stood = tuple(
        Decision(
            at=at(0, 6), rule="R-UP", exercise=name, from_=from_, to=to, text="", accepted=True
        )
        for name, from_, to in ((CLAM, "yellow", "red"), (HEEL, "none", "hold-4"))
    )
    rungs = {CLAM: "red", HEEL: "hold-4"}
    diary = lived(felt(day=0, worst=6, hurt={CLAM: 6}, rungs=rungs), decisions=stood)
    run = diary.runs[0]
    found = begun(diary, catalogue, run, at(10, 8))
    steps = {told.exercise: (told.rule, told.to) for told in found.new if told.exercise}
    assert steps == {CLAM: ("R-RED", "yellow"), HEEL: ("R-MISS-3", "none")}
    ready = opened(diary, catalogue, run, at(10, 8), Slot.MORNING)
    assert {part.dose.sets for part in ready.parts} == {1}
    assert "After 9 days without a session" in say(why_lighter(diary, catalogue, run, at(10, 8)))


def test_a_program_that_starts_again_says_so(lived, felt, catalogue, at) -> None:
    diary = lived(felt(day=0))
    told = why_lighter(diary, catalogue, diary.runs[0], at(40, 8))
    assert "the program starts again at week 1" in say(told)


def test_a_session_that_was_left_goes_on_by_what_was_decided_when_it_began(
    earned, catalogue, at, settle
) -> None:
    run = earned.runs[0]
    begun_at = at(2, 6)
    ready = opened(earned, catalogue, run, begun_at, Slot.MORNING)
    left = replace(ready.session, id="left", started_at=begun_at)
    found = settle(earned, 2, 6)
    earlier = [replace(told, at=begun_at - timedelta(minutes=1)) for told in found.decisions]
    later = replace(found.decisions[0], to="green", at=begun_at + timedelta(minutes=5))
    diary = replace(earned, sessions=(*earned.sessions, left), decisions=(*earlier, later))
    again = reopened(diary, catalogue, left)
    assert again is not None
    assert again.parts == ready.parts
