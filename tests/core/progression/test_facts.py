"""The facts of a session: its ratings, the next morning, the usual one, and what is still open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.pain import (
    AFTER_SESSION,
    BEFORE_SESSION,
    PainRating,
    RatingKind,
)
from hipcoach.core.progression.facts import SessionFacts, facts_of, recent_facts
from hipcoach.core.run import Decision, Flare, Settings
from hipcoach.core.session import (
    EASIER_TODAY,
    EASY_DAY,
    EventKind,
    Session,
    SessionEvent,
    SessionState,
    Slot,
)

At = Callable[..., datetime]
Make = Callable[..., Diary]
MakeSession = Callable[..., Session]
Look = Callable[..., SessionFacts]

DAY, LATER = 20, 40
"""The day of the session under test, and one long after it."""


@pytest.fixture
def rating(at: At) -> Callable[..., PainRating]:
    """`rating(day, score, hour, **changes)`: a rating with an id of its day and hour."""

    def made(day: int, score: int, hour: int = 20, minute: int = 0, **more: object) -> PainRating:
        moment = at(day, hour, minute)
        values = {"id": f"r{day}-{hour}-{minute}", "at": moment, "score": score}
        return PainRating(**(values | more))

    return made


@pytest.fixture
def look(catalogue: Catalogue, make_diary: Make, at: At) -> Look:
    """`look(sessions, ratings, now)`: the facts of the first session."""

    def made(
        *sessions: Session,
        ratings: tuple[PainRating, ...] = (),
        now: datetime | None = None,
        **tables: object,
    ) -> SessionFacts:
        told = tuple(sorted(ratings, key=lambda rating: rating.at))
        diary = make_diary(*sessions, pain_ratings=told, **tables)
        moment = now or at(LATER, 9)
        return facts_of(sessions[:1], diary, diary.runs[0], catalogue.rules, moment)[0]

    return made


def test_its_answers(
    look: Look, make_session: MakeSession, rating: Callable[..., PainRating], at: At
) -> None:
    hurt = SessionEvent(at=at(DAY, 8, 10), kind=EventKind.HURT, score=4)
    pause = SessionEvent(at=at(DAY, 8, 11), kind=EventKind.PAUSE)
    session = make_session(
        DAY,
        pain_before="r20-7-0",
        pain_after="r20-9-0",
        next_morning="r21-7-0",
        pain_worst=3,
        effort=5,
        events=(hurt, pause),
    )
    found = look(session, ratings=(rating(20, 1, 7), rating(20, 2, 9), rating(21, 3, 7)))
    assert (found.before, found.worst, found.after, found.morning) == (1, 3, 2, 3)
    assert (found.hurts, found.effort, found.at) == ((4,), 5, at(DAY, 8))
    assert (found.peak, found.rise, found.morning_rise) == (4, 3, 2)
    assert not (found.stands_in)
    assert not (found.open)
    assert not (found.easy)
    assert not (found.easier)


def test_nothing_is_known_of_a_session_without_answers(
    look: Look, make_session: MakeSession
) -> None:
    found = look(make_session(DAY, pain_before="deleted"))
    assert (found.before, found.peak, found.rise, found.morning_rise) == (None,) * 4
    assert found.usual is None


def test_a_rating_that_was_dated_anew_still_belongs_to_it(
    look: Look, make_session: MakeSession, rating: Callable[..., PainRating]
) -> None:
    session = make_session(DAY, pain_before="r2-7-0")
    assert look(session, ratings=(rating(2, 4, 7),)).before == 4


# The usual morning


@pytest.mark.parametrize(
    ("mornings", "usual"),
    [
        ({DAY: 1}, 1),
        ({DAY: 1, DAY - 1: 4}, 2.5),
        ({DAY: 1, DAY - 1: 4, DAY - 2: 3}, 3),
        ({DAY - n: n for n in range(7)}, 3),
        ({DAY - n: n for n in range(6)}, 2.5),
        ({DAY - 6: 2}, 2),
        ({DAY - 7: 2}, None),  # too long ago
        ({DAY + 1: 2}, None),  # the morning that is compared
    ],
)
def test_the_usual_morning_is_the_median_of_the_week(
    look: Look,
    make_session: MakeSession,
    rating: Callable[..., PainRating],
    mornings: dict[int, int],
    usual: float | None,
) -> None:
    told = tuple(rating(day, score, 7) for day, score in mornings.items())
    assert look(make_session(DAY), ratings=told).usual == usual


def test_the_mornings_of_a_flare_up_are_not_usual(
    look: Look, make_session: MakeSession, rating: Callable[..., PainRating], at: At
) -> None:
    told = (rating(DAY - 6, 2, 7), *(rating(DAY - n, 6, 7) for n in range(1, 6)))
    first, last = at(DAY - 5, 0).date(), at(DAY - 1, 0).date()
    flare = Flare(from_=first, to=last)
    assert look(make_session(DAY), ratings=told).usual == 6
    assert look(make_session(DAY), ratings=told, flares=(flare,)).usual == 2


def test_without_a_morning_the_start_of_the_run_is_usual(
    look: Look, make_session: MakeSession, rating: Callable[..., PainRating]
) -> None:
    told = (rating(0, 5), rating(3, 4), rating(6, 4), rating(7, 9))
    assert look(make_session(DAY), ratings=told).usual == 4.3  # as it is shown
    assert look(make_session(4), ratings=told).usual == 4.5  # so far


# The next morning


@pytest.mark.parametrize(
    ("hours", "morning"),
    [(47, 3), (48, 3), (48.02, None)],
)
def test_the_next_sessions_pain_stands_in_within_48_hours(
    look: Look,
    make_session: MakeSession,
    rating: Callable[..., PainRating],
    at: At,
    hours: float,
    morning: int | None,
) -> None:
    first = make_session(DAY, ended_at=at(DAY, 8, 20))
    began = at(DAY, 8, 20) + timedelta(hours=hours)
    second = make_session(DAY + 2, started_at=began, pain_before="before")
    told = replace(rating(DAY, 3), id="before", at=began, tags=(BEFORE_SESSION,))
    found = look(first, second, ratings=(told,))
    assert (found.morning, found.stands_in) == (morning, morning is not None)


def test_the_answer_goes_before_the_stand_in(
    look: Look, make_session: MakeSession, rating: Callable[..., PainRating]
) -> None:
    first = make_session(DAY, next_morning="r21-7-0")
    second = make_session(DAY + 1, pain_before="r21-18-0", slot=Slot.EVENING)
    found = look(first, second, ratings=(rating(21, 1, 7), rating(21, 5, 18)))
    assert (found.morning, found.stands_in) == (1, False)


@pytest.mark.parametrize(
    "between",
    [
        {"day": DAY, "slot": Slot.EVENING},  # of the same day
        {"day": DAY + 1, "state": SessionState.DISCARDED},
        {"day": DAY + 1, "without_app": True},
    ],
)
def test_only_a_session_of_a_later_day_stands_in(
    look: Look,
    make_session: MakeSession,
    rating: Callable[..., PainRating],
    between: dict[str, object],
) -> None:
    day = between.pop("day")
    other = make_session(day, pain_before="r20-7-0", **between)
    last = make_session(DAY + 1, Slot.EVENING, pain_before="r21-17-0")
    told = (rating(20, 6, 7), rating(21, 2, 17))
    assert look(make_session(DAY), other, last, ratings=told).morning == 2


def test_a_session_without_an_answer_keeps_a_later_one_from_standing_in(
    look: Look, make_session: MakeSession, rating: Callable[..., PainRating], at: At
) -> None:
    sessions = (
        make_session(DAY),
        make_session(DAY + 1),
        make_session(DAY + 2, pain_before="r22-7-0"),
    )
    found = look(*sessions, ratings=(rating(22, 2, 7),), now=at(DAY + 2, 9))
    assert (found.morning, found.open) == (None, False)


@pytest.mark.parametrize(
    ("day", "hour", "asked", "open_"),
    [
        (DAY, 20, None, True),
        (DAY + 1, 11, None, True),
        (DAY + 1, 11, DAY + 1, True),  # skipped, but the next session may still tell
        (DAY + 2, 8, None, True),
        (DAY + 2, 9, None, False),  # 48 hours are over
    ],
)
def test_a_morning_is_open_while_it_may_be_told(
    look: Look,
    make_session: MakeSession,
    at: At,
    day: int,
    hour: int,
    asked: int | None,
    open_: bool,
) -> None:
    settings = Settings(morning_asked_on=at(asked, 0).date() if asked else None)
    found = look(make_session(DAY), now=at(day, hour), settings=settings)
    assert found.open is open_


@pytest.mark.parametrize(
    ("hour", "asked", "open_"), [(11, None, True), (11, DAY + 1, False), (12, None, False)]
)
def test_after_the_next_session_only_its_question_is_open(
    look: Look, make_session: MakeSession, at: At, hour: int, asked: int | None, open_: bool
) -> None:
    settings = Settings(morning_asked_on=at(asked, 0).date() if asked else None)
    sessions = make_session(DAY), make_session(DAY + 1)
    assert look(*sessions, now=at(DAY + 1, hour), settings=settings).open is open_


# Not settled


@pytest.mark.parametrize(
    ("minutes", "unsettled"),
    [
        (17 * 60 + 59, False),
        (18 * 60, True),
        (30 * 60, True),
        (30 * 60 + 1, False),
    ],
)
def test_pain_that_is_still_up_a_day_later_had_not_settled(
    look: Look,
    make_session: MakeSession,
    rating: Callable[..., PainRating],
    at: At,
    minutes: int,
    unsettled: bool,
) -> None:
    session = make_session(DAY, ended_at=at(DAY, 8, 20), pain_before="r20-7-0", pain_worst=4)
    later = replace(rating(DAY, 4), at=at(DAY, 8, 20) + timedelta(minutes=minutes))
    assert look(session, ratings=(rating(DAY, 2, 7), later)).unsettled is unsettled


@pytest.mark.parametrize(
    ("worst", "later", "changes", "unsettled"),
    [
        (4, 3, {}, False),  # it fell below
        (3, 4, {}, False),  # the session had not raised it that much
        (4, 4, {"kind": RatingKind.WORST}, False),
        (4, 4, {"tags": (AFTER_SESSION,)}, False),  # another session's own rise
        (4, 5, {}, True),
    ],
)
def test_only_a_rise_of_the_session_that_lasts(
    look: Look,
    make_session: MakeSession,
    rating: Callable[..., PainRating],
    worst: int,
    later: int,
    changes: dict[str, object],
    unsettled: bool,
) -> None:
    session = make_session(DAY, pain_before="r20-7-0", pain_worst=worst)
    told = (rating(DAY, 2, 7), rating(DAY + 1, later, 8, **changes))
    assert look(session, ratings=told).unsettled is unsettled


def test_what_is_dated_later_than_now_tells_nothing(
    look: Look, make_session: MakeSession, rating: Callable[..., PainRating], at: At
) -> None:
    session = make_session(DAY, pain_before="r20-7-0", pain_worst=4)
    told = (rating(DAY, 2, 7), rating(DAY + 1, 4, 8))
    assert not look(session, ratings=told, now=at(DAY + 1, 7)).unsettled


def test_a_session_that_was_left_ended_where_it_began(
    look: Look, make_session: MakeSession, rating: Callable[..., PainRating]
) -> None:
    left = make_session(DAY, ended_at=None, pain_before="r20-7-0", pain_worst=4)
    assert look(left, ratings=(rating(DAY, 2, 7), rating(DAY + 1, 4, 2))).unsettled


# Easy, easier, lighter


def test_easy_easier_and_made_lighter(look: Look, make_session: MakeSession, at: At) -> None:
    assert look(make_session(DAY, program=EASY_DAY)).easy
    assert look(make_session(DAY, program=EASIER_TODAY)).easier
    told = Decision(
        at=at(DAY, 7),
        rule="R-DELOAD",
        exercise="",
        from_="",
        to="",
        facts={"until": at(DAY, 0).date().isoformat()},
        text="",
        accepted=True,
    )
    assert look(make_session(DAY), decisions=(told,)).easier
    assert not look(make_session(DAY, program=EASY_DAY), decisions=(told,)).easier
    assert not look(make_session(DAY + 1), decisions=(told,)).easier


# The latest sessions


def test_the_latest_sessions_the_newest_first(
    catalogue: Catalogue, make_diary: Make, make_session: MakeSession, at: At
) -> None:
    pause = SessionEvent(at=at(7, 8), kind=EventKind.PAUSE)
    diary = make_diary(
        make_session(1, run="another"),
        *(make_session(day) for day in (2, 3, 4)),
        make_session(5, state=SessionState.DISCARDED),
        make_session(5, Slot.EVENING, without_app=True),
        make_session(6, sets=()),
        make_session(7, sets=(), events=(pause,), state=SessionState.ENDED_EARLY),
        make_session(8, state=SessionState.RUNNING),
        make_session(9),
    )
    run = diary.runs[0]
    found = recent_facts(diary, run, catalogue.rules, at(8, 12))
    assert [facts.session.day.day - 2 for facts in found] == [7, 4, 3, 2]
    assert len(recent_facts(diary, run, catalogue.rules, at(8, 12), most=2)) == 2
    assert recent_facts(diary, run, catalogue.rules, at(1, 12)) == ()


def test_it_is_the_same_by_itself_and_among_the_latest(
    catalogue: Catalogue,
    make_diary: Make,
    make_session: MakeSession,
    rating: Callable[..., PainRating],
    at: At,
) -> None:
    sessions = [
        make_session(day, pain_before=f"r{day}-7-0", pain_worst=day % 5, next_morning=f"r{day}-7-0")
        for day in range(25)
    ]
    ratings = tuple(rating(day, day % 4, 7) for day in range(25))
    diary = make_diary(*sessions, pain_ratings=ratings)
    run, now = diary.runs[0], at(25, 6)
    found = recent_facts(diary, run, catalogue.rules, now)
    assert len(found) == 14
    for facts in found:
        assert (facts,) == facts_of([facts.session], diary, run, catalogue.rules, now)
