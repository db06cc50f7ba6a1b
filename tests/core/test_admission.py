"""Whether a session may begin or go on: every stop, for every kind of session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from hipcoach.core.admission import permission_now, refusal_to_begin, refusal_to_resume
from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.gate import Permission
from hipcoach.core.opening import Kind
from hipcoach.core.pain import PainRating
from hipcoach.core.run import ILL, Absence, Flare
from hipcoach.core.schedule import due
from hipcoach.core.screening import Answer, answered, items_of
from hipcoach.core.session import EASIER_TODAY, EASY_DAY, Session, SessionState
from hipcoach.core.text import say

Refused = Callable[[Diary, Kind], str]


@pytest.fixture
def now(at) -> datetime:
    return at(1, 9)


@pytest.fixture
def diary(catalogue: Catalogue, make_run, at) -> Diary:
    """The second day of a run, screened on the first."""
    questionnaire = catalogue.questionnaire
    clear = answered(questionnaire, dict.fromkeys(items_of(questionnaire), Answer.NO), at(0, 8))
    return Diary(runs=(make_run(),), screenings=(clear,))


@pytest.fixture
def refused(catalogue: Catalogue, now: datetime) -> Refused:
    """Why this kind may not begin, "" where it may."""

    def told(diary: Diary, kind: Kind) -> str:
        found = refusal_to_begin(kind, diary, catalogue, due(diary, catalogue, now))
        return say(found) if found else ""

    return told


@pytest.fixture
def goes_on(catalogue: Catalogue, now: datetime) -> Callable[[Diary, Session], bool]:
    def told(diary: Diary, session: Session) -> bool:
        return refusal_to_resume(session, diary, catalogue, due(diary, catalogue, now)) is None

    return told


def felt(diary: Diary, now: datetime, score: int) -> Diary:
    return replace(diary, pain_ratings=(PainRating(at=now, score=score),))


@pytest.mark.parametrize("kind", Kind)
def test_on_a_plain_day_every_kind_may_begin(diary: Diary, refused: Refused, kind: Kind) -> None:
    assert refused(diary, kind) == ""


@pytest.mark.parametrize(
    ("score", "allowed"),
    [(5, set(Kind)), (6, {Kind.EASY_DAY}), (7, {Kind.EASY_DAY}), (8, set()), (10, set())],
)
def test_pain_now_decides(diary: Diary, now: datetime, refused: Refused, score, allowed) -> None:
    told = {kind: refused(felt(diary, now, score), kind) for kind in Kind}
    assert {kind for kind, why in told.items() if not why} == allowed


@pytest.mark.parametrize(
    ("item", "permission"),
    [
        ("chest", Permission.EMERGENCY),
        ("infection", Permission.URGENT),
        ("epilepsy", Permission.CHECK_FIRST),
    ],
)
def test_a_sign_stops_whatever_the_pain(
    catalogue: Catalogue, diary: Diary, now: datetime, refused: Refused, item, permission
) -> None:
    sign = answered(catalogue.questionnaire, {item: Answer.YES}, now)
    signed = felt(replace(diary, screenings=(*diary.screenings, sign)), now, 0)
    today = due(signed, catalogue, now)
    assert permission_now(signed, catalogue, today) is permission
    assert {refused(signed, kind) for kind in Kind} == {"No session while a warning sign is open."}


def test_questions_that_are_open_come_first(diary: Diary, refused: Refused) -> None:
    unasked = replace(diary, screenings=())
    assert {refused(unasked, kind) for kind in Kind} == {"The safety questions come first."}


def test_illness_comes_before_the_flare_up(
    catalogue: Catalogue, diary: Diary, now: datetime, refused: Refused
) -> None:
    ill = replace(
        diary,
        absences=(Absence(from_=now.date(), reason=ILL),),
        flares=(Flare(from_=now.date()),),
    )
    assert {refused(ill, kind) for kind in Kind} == {catalogue.texts["fever"]}


@pytest.mark.parametrize("state", [SessionState.FINISHED, SessionState.ENDED_EARLY])
def test_in_a_flare_up_the_easy_day_is_open_until_it_was_done(
    diary: Diary, now: datetime, refused: Refused, make_session, state: SessionState
) -> None:
    bad = replace(diary, flares=(Flare(from_=now.date()),))
    assert [bool(refused(bad, kind)) for kind in Kind] == [True, True, False]
    easy = make_session(1, program=EASY_DAY, state=state)
    assert "enough for a day" in refused(replace(bad, sessions=(easy,)), Kind.EASY_DAY)
    untouched = replace(easy, sets=(), state=SessionState.DISCARDED)
    assert refused(replace(bad, sessions=(untouched,)), Kind.EASY_DAY) == ""
    of_yesterday = make_session(0, program=EASY_DAY)
    assert refused(replace(bad, sessions=(of_yesterday,)), Kind.EASY_DAY) == ""
    of_the_program = make_session(1)
    assert refused(replace(bad, sessions=(of_the_program,)), Kind.EASY_DAY) == ""


def test_a_left_session_comes_first(diary: Diary, refused: Refused, make_session) -> None:
    left = replace(diary, sessions=(make_session(1, state=SessionState.RUNNING),))
    assert "left today" in refused(left, Kind.SESSION)
    assert "left today" in refused(left, Kind.EASY_DAY)


def test_without_a_program_nothing_begins(diary: Diary, refused: Refused, make_run) -> None:
    assert refused(replace(diary, runs=()), Kind.SESSION) == "No program is under way."
    unknown = replace(diary, runs=(make_run("gone"),))
    assert refused(unknown, Kind.SESSION) == "No program is under way."


def test_a_red_morning_cancels_the_second_session(
    diary: Diary, refused: Refused, make_session
) -> None:
    red = replace(diary, sessions=(make_session(1, tag="red"),))
    told = {refused(red, kind) for kind in Kind}
    assert len(told) == 1
    assert "a session brought a lot of pain, so there is no further one" in told.pop()


@pytest.mark.parametrize(
    ("program", "score", "expected"),
    [
        ("hips-three-twice", 5, True),
        ("hips-three-twice", 6, False),
        (EASIER_TODAY, 5, True),
        (EASIER_TODAY, 6, False),
        (EASY_DAY, 7, True),
        (EASY_DAY, 8, False),
    ],
)
def test_a_left_session_goes_on_as_far_as_the_pain_allows(
    diary: Diary, now: datetime, goes_on, make_session, program: str, score: int, expected: bool
) -> None:
    left = make_session(1, program=program, state=SessionState.RUNNING)
    told = felt(replace(diary, sessions=(left,)), now, score)
    assert goes_on(told, left) is expected
    older = replace(told, pain_ratings=(PainRating(at=now - timedelta(hours=3), score=10),))
    assert goes_on(older, left)
