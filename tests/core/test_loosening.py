"""What today allows, part by part: no part that is closed hides that another one opens."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hipcoach.core.loosening import Bar, lifted, way
from hipcoach.core.pain import PainRating, Place
from hipcoach.core.run import ILL, Absence, Flare
from hipcoach.core.screening import Answer, answered
from hipcoach.core.session import SessionState, Slot
from hipcoach.core.text import say


@pytest.fixture
def barred(catalogue, at, make_diary):
    """`barred(was, now)`: the bars lifted from the tables `was` to `now`, on day 5 at ten."""

    def found(was: dict, now: dict) -> tuple[Bar, ...]:
        before, after = (
            make_diary(*tables.pop("sessions", ()), **tables) for tables in (dict(was), dict(now))
        )
        return lifted(before, after, catalogue, at(5, 10))

    return found


@pytest.fixture
def rated(at):
    """`rated(score)`: pain now, half an hour ago."""
    return lambda score, **changes: PainRating(
        **({"id": "r", "at": at(5, 9, 30), "score": score} | changes)
    )


def test_a_lower_score_opens_and_a_higher_one_does_not(barred, rated) -> None:
    high, middle, low = ({"pain_ratings": (rated(score),)} for score in (9, 6, 5))
    assert barred(high, middle) == barred(middle, low) == barred(high, {}) == (Bar.PAIN,)
    assert barred(low, high) == barred({}, middle) == barred(low, {}) == ()


def test_pain_closes_as_long_as_it_did(barred, rated, at) -> None:
    high = {"pain_ratings": (rated(9),)}
    shorter = {"pain_ratings": (rated(9, at=at(5, 8, 5)),)}
    assert barred(high, shorter) == (Bar.PAIN,)
    assert barred(shorter, high) == ()


def test_a_low_score_dated_ahead_opens_when_its_time_comes(barred, rated, at) -> None:
    high, ahead = rated(9), rated(2, id="ahead", at=at(5, 10, 30))
    assert barred({"pain_ratings": (high,)}, {"pain_ratings": (high, ahead)}) == (Bar.PAIN,)
    assert barred({"pain_ratings": (high, ahead)}, {"pain_ratings": (high,)}) == ()


def test_pain_is_compared_while_a_sign_stops_everything(barred, rated, catalogue, at) -> None:
    sign = answered(catalogue.questionnaire, {"numb-saddle": Answer.YES}, at(5, 9))
    stop = {"screenings": (sign,)}
    assert barred({"pain_ratings": (rated(9),), **stop}, stop) == (Bar.PAIN,)


def test_a_question_that_is_open_stays(barred, rated) -> None:
    told = rated(3, places=(Place.BELOW_KNEE_LEFT,))
    assert barred({"pain_ratings": (told,)}, {"pain_ratings": (replace(told, places=()),)}) == (
        Bar.SIGNS,
    )
    assert barred({}, {"pain_ratings": (told,)}) == ()


def test_a_flare_up_neither_ends_nor_grows_younger(barred, at) -> None:
    since = {n: {"flares": (Flare(id="f", from_=at(n, 0).date()),)} for n in (1, 3)}
    assert Bar.FLARE in barred(since[1], {})
    assert barred(since[1], since[3]) == (Bar.FLARE,)
    assert barred(since[3], since[1]) == ()


def test_a_flare_up_that_ended_yesterday_keeps_its_days(barred, at) -> None:
    ended = {
        n: {"flares": (Flare(id="f", from_=at(0, 0).date(), to=at(n, 0).date()),)} for n in (3, 4)
    }
    assert Bar.DAY in barred(ended[4], ended[3])
    assert Bar.DAY not in barred(ended[3], {})


def test_an_illness_does_not_end(barred, at) -> None:
    ill = Absence(id="a", from_=at(4, 0).date(), reason=ILL)
    over = {"absences": (replace(ill, to=at(4, 0).date()),)}
    assert Bar.ILLNESS in barred({"absences": (ill,)}, {"absences": (replace(ill, reason=""),)})
    assert Bar.ILLNESS in barred({"absences": (ill,)}, over)
    assert barred(over, {"absences": (ill,)}) == ()


def test_pain_before_a_session_of_today_neither_rises_nor_goes(barred, rated, make_session) -> None:
    session = make_session(5, pain_before="r")
    was = {"sessions": (session,), "pain_ratings": (rated(2),)}
    assert barred(was, was | {"pain_ratings": (rated(3),)}) == (Bar.SESSION,)
    assert barred(was, was | {"pain_ratings": ()}) == (Bar.SESSION,)
    assert barred(was, was | {"pain_ratings": (rated(1),)}) == ()
    gone = (replace(session, state=SessionState.DISCARDED),)
    yesterday = (make_session(4, pain_before="r"),)
    for sessions in (gone, yesterday):
        old = was | {"sessions": sessions}
        assert barred(old, old | {"pain_ratings": ()}) == ()


def test_days_away_leave_an_extra_session_that_their_end_must_not_add_to(
    barred, at, make_session
) -> None:
    extra = make_session(5, Slot.EXTRA)
    away = {"sessions": (extra,), "absences": (Absence(id="a", from_=at(4, 0).date()),)}
    assert barred(away, {"sessions": (extra,)}) == (Bar.DAY,)


def test_what_lies_far_back_does_not_matter(barred, rated, at, make_session) -> None:
    old = rated(9, at=at(5, 9) - timedelta(days=300))
    assert barred({"pain_ratings": (old,), "sessions": (make_session(-300),)}, {}) == ()


def test_each_bar_names_a_way() -> None:
    told = {bar: say(way(bar)) for bar in Bar}
    assert len(set(told.values())) == len(Bar)
    assert "End it from Today first." in told[Bar.FLARE]
