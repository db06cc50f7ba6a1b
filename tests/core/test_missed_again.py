"""Days without a session, again and again: what was decided for one gap is not the next one's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.gap import days_missed
from hipcoach.core.missed import Return, way_back
from hipcoach.core.run import RUNG, Change, Run
from hipcoach.core.session import Session, SessionState

At = Callable[..., datetime]
MakeSession = Callable[..., Session]

CLAM = "clamshell-band"
EIGHT = 8
"""The hour at which each session begins, and at which its way back was decided."""


@pytest.fixture
def trained(
    at: At,
    make_diary: Callable[..., Diary],
    make_run: Callable[..., Run],
    make_session: MakeSession,
) -> Diary:
    """A session on day 0, the clamshell high on its ladder."""
    chosen = Change(at=at(0, 6), exercise=CLAM, what=RUNG, value="green")
    return make_diary(make_session(0), runs=(make_run(changes=(chosen,)),))


@pytest.fixture
def back(catalogue: Catalogue, at: At) -> Callable[..., Return | None]:
    """`back(diary, day, hour)`: the way back of a session at that moment."""

    def found(diary: Diary, day: int, hour: int = EIGHT) -> Return | None:
        return way_back(diary, catalogue, diary.runs[0], at(day, hour))

    return found


@pytest.fixture
def begun(back: Callable[..., Return | None], make_session: MakeSession) -> Callable[..., Diary]:
    """`begun(diary, day, **changes)`: the diary after a session at that moment, as it is stored."""

    def made(diary: Diary, day: int, **changes: object) -> Diary:
        told = back(diary, day)
        decisions = told.decisions if told else ()
        sessions = (*diary.sessions, make_session(day, **changes))
        return replace(diary, decisions=(*diary.decisions, *decisions), sessions=sessions)

    return made


def rule(found: Return | None) -> str | None:
    return found.told.rule if found else None


@pytest.mark.parametrize(
    ("missed", "told"), [(4, "R-MISS-2"), (8, "R-MISS-3"), (15, "R-MISS-4"), (28, "R-MISS-4")]
)
def test_the_same_gap_a_second_time_is_answered_again(
    trained: Diary,
    back: Callable[..., Return | None],
    begun: Callable[..., Diary],
    missed: int,
    told: str,
) -> None:
    first = begun(trained, missed + 1)
    again = back(first, 2 * (missed + 1))
    assert rule(again) == told
    assert again is not None
    steps = [(step.exercise, step.from_, step.to) for step in again.steps]
    assert steps == ([] if told == "R-MISS-2" else [(CLAM, "red", "none")])


def test_it_is_decided_once_at_its_moment(
    trained: Diary, back: Callable[..., Return | None], begun: Callable[..., Diary]
) -> None:
    dropped = begun(trained, 9, state=SessionState.DISCARDED)
    assert rule(back(dropped, 9)) is None
    assert rule(back(dropped, 9, EIGHT - 1)) == "R-MISS-3"


@pytest.mark.parametrize(("day", "told"), [(16, None), (22, None), (23, "R-MISS-4")])
def test_half_the_sets_for_a_week_without_a_session_are_told_again_after_it(
    trained: Diary,
    back: Callable[..., Return | None],
    begun: Callable[..., Diary],
    day: int,
    told: str | None,
) -> None:
    dropped = begun(trained, 16, state=SessionState.DISCARDED)
    found = back(dropped, day, 20)
    assert rule(found) == told
    assert found is None or found.steps == ()  # the step down was taken already


def test_a_step_that_was_declined_is_not_taken_in_the_same_gap(
    trained: Diary, back: Callable[..., Return | None], begun: Callable[..., Diary]
) -> None:
    """In the next one it is asked about again."""
    dropped = begun(trained, 16, state=SessionState.DISCARDED)
    declined = tuple(replace(d, accepted=not d.exercise) for d in dropped.decisions)
    same = back(replace(dropped, decisions=declined), 23)
    assert same is not None
    assert same.steps == ()
    whole = replace(begun(trained, 16), decisions=declined)
    later = back(whole, 32)
    assert later is not None
    assert [step.exercise for step in later.steps] == [CLAM]


@pytest.mark.parametrize(("sets", "kept"), [(1, True), (2, True), (3, False)])
def test_a_program_that_starts_again_keeps_what_is_no_more_than_its_own(
    trained: Diary, back: Callable[..., Return | None], at: At, sets: int, kept: bool
) -> None:
    own = Change(at=at(0, 6), exercise=CLAM, what="sets", value=sets)
    diary = replace(trained, runs=(replace(trained.runs[0], changes=(own,)),))
    found = back(diary, 30)
    assert found is not None
    assert found.run.changes == ((own,) if kept else ())


@pytest.mark.parametrize(("hour", "missed"), [(EIGHT - 1, 8), (EIGHT, 0)])
def test_a_session_that_begins_now_ends_the_gap(
    trained: Diary,
    catalogue: Catalogue,
    at: At,
    make_session: MakeSession,
    hour: int,
    missed: int,
) -> None:
    diary = replace(trained, sessions=(*trained.sessions, make_session(9)))
    assert days_missed(diary, at(9, hour), catalogue.rules.count) == missed
