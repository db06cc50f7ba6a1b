"""Answers that are missing, damaged, of the future or unknown open nothing: they are asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.gate import (
    CLOCK_TOLERANCE,
    Asked,
    Permission,
    Standing,
    gate,
    redated,
    redated_ratings,
    redated_sessions,
    standing,
)
from hipcoach.core.pain import PainRating, Place
from hipcoach.core.run import Band, Run, Settings
from hipcoach.core.screening import Answer, Screening, Severity, answered, items_of
from hipcoach.core.session import EventKind, Session, SessionEvent, Slot

EMERGENCY, URGENT, CHECK_FIRST = "saddle-feeling", "lump", "surgery"
STOPS = {
    EMERGENCY: Permission.EMERGENCY,
    URGENT: Permission.URGENT,
    CHECK_FIRST: Permission.CHECK_FIRST,
}

Ask = Callable[..., Standing]


@pytest.fixture
def whole(catalogue: Catalogue, morning: datetime) -> Screening:
    """Everything answered with no, an hour ago."""
    items = items_of(catalogue.questionnaire)
    at = morning - timedelta(hours=1)
    return answered(catalogue.questionnaire, dict.fromkeys(items, Answer.NO), at)


@pytest.fixture
def ask(catalogue: Catalogue, morning: datetime) -> Ask:
    """`ask(*screenings, now, **tables)`: where the user stands with them."""

    def asked(*screenings: Screening, now: datetime = morning, **tables: object) -> Standing:
        diary = Diary(screenings=screenings, **tables)
        return standing(diary, catalogue.questionnaire, now, catalogue.rules.count)

    return asked


def told(screening: Screening, **said: str) -> Screening:
    """The screening with other answers (- written as _)."""
    answers = {name.replace("_", "-"): Answer(answer) for name, answer in said.items()}
    return replace(screening, answers={**screening.answers, **answers})


# Asked again


def test_a_whole_screening_of_today_asks_nothing(ask: Ask, whole: Screening) -> None:
    assert ask(whole) == Standing()


def test_each_answer_that_is_missing_asks_the_whole_screening(ask: Ask, whole: Screening) -> None:
    for item in whole.answers:
        less = {other: said for other, said in whole.answers.items() if other != item}
        assert ask(replace(whole, answers=less)).asked is Asked.FULL
    assert ask(replace(whole, answers={})).asked is Asked.FULL


def test_halves_of_two_days_are_no_whole_screening(ask: Ask, whole: Screening) -> None:
    items = list(whole.answers.items())
    first, second = (replace(whole, answers=dict(half)) for half in (items[:12], items[12:]))
    assert ask(first, second).asked is Asked.FULL


@pytest.mark.parametrize("wording", ["", "0", "1 ", "１", "99999", "\u202e1"])
def test_answers_to_another_wording_are_asked_again(
    ask: Ask, whole: Screening, wording: str
) -> None:
    assert ask(replace(whole, wording=wording)).asked is Asked.FULL


def test_an_answer_that_is_not_understood_asks_again_and_lifts_nothing(
    ask: Ask, whole: Screening, morning: datetime
) -> None:
    garbled = told(whole, saddle_feeling="maybe")
    assert garbled.answers[EMERGENCY] is Answer.UNKNOWN
    assert ask(garbled) == Standing(asked=Asked.FULL)
    stopped = told(replace(whole, at=morning - timedelta(hours=2)), saddle_feeling="yes")
    stands = ask(stopped, replace(garbled, cleared_on={EMERGENCY: morning.date()}))
    assert (stands.severity, stands.items) == (Severity.EMERGENCY, (EMERGENCY,))


def test_answers_to_unknown_questions_neither_help_nor_stop(ask: Ask, whole: Screening) -> None:
    strange = {f"strange-{item}": Answer.NO for item in whole.answers}
    assert ask(replace(whole, answers=strange)).asked is Asked.FULL
    more = {**whole.answers, "strange": Answer.YES}
    assert ask(replace(whole, answers=more)) == Standing()


@pytest.mark.parametrize(
    ("ahead", "asked"),
    [
        (timedelta(0), None),
        (CLOCK_TOLERANCE, None),
        (CLOCK_TOLERANCE + timedelta(seconds=1), Asked.FULL),
        (timedelta(days=1), Asked.FULL),
        (timedelta(days=365 * 150), Asked.FULL),
    ],
)
def test_answers_of_the_future_are_asked_again(
    ask: Ask, whole: Screening, morning: datetime, ahead: timedelta, asked: Asked | None
) -> None:
    assert ask(replace(whole, at=morning + ahead)).asked is asked
    assert ask(whole, replace(whole, at=morning + ahead)).asked is asked


def test_answers_that_are_there_twice_count_as_once(ask: Ask, whole: Screening) -> None:
    assert ask(whole, whole) == Standing()
    sign = told(whole, saddle_feeling="yes")
    assert ask(sign, sign).items == (EMERGENCY,)


# A stop stays


@pytest.mark.parametrize("sign", STOPS)
@pytest.mark.parametrize("answer", ["yes", "unsure"])
def test_a_stop_stands_whatever_else_the_diary_says(
    ask: Ask, whole: Screening, morning: datetime, catalogue: Catalogue, sign: str, answer: str
) -> None:
    stop = told(whole, **{sign.replace("-", "_"): answer})
    run = Run(program="hips-three-twice", program_version=1, started_on=morning.date())
    others: list[dict[str, object]] = [
        {},
        {"runs": (run,)},
        {"runs": (replace(run, program="my-own"),)},
        {"settings": Settings(bands=(Band(colour="gold"),), sample=True)},
        {"pain_ratings": (PainRating(at=morning, score=0),)},
    ]
    for tables in others:
        found = ask(stop, **tables)
        assert found.items == (sign,)
        for pain in (None, 0, 7, 10):
            assert gate(found, pain, catalogue.rules.start) is STOPS[sign]


@pytest.mark.parametrize("days", [-4000, -30, -1, 0, 1, 14, 29, 365, 4000])
def test_no_clock_lifts_a_stop(
    ask: Ask, whole: Screening, morning: datetime, catalogue: Catalogue, days: int
) -> None:
    found = ask(told(whole, saddle_feeling="yes"), now=morning + timedelta(days=days))
    assert gate(found, 0, catalogue.rules.start) is Permission.EMERGENCY


@pytest.mark.parametrize("cleared", [False, True])
def test_a_clock_put_forward_and_back_lifts_no_stop(
    ask: Ask, whole: Screening, morning: datetime, cleared: bool
) -> None:
    """Nor does an answer that is dated ahead, until its time has come."""
    stop, later = told(whole, saddle_feeling="yes"), morning + timedelta(days=2)
    ahead = replace(stop if cleared else whole, at=later)
    if cleared:
        ahead = replace(ahead, cleared_on={EMERGENCY: morning.date()})
    found = ask(stop, ahead)
    assert (found.severity, found.asked) == (Severity.EMERGENCY, Asked.FULL)
    assert ask(stop, ahead, now=later) == Standing()


def test_a_sign_told_under_a_clock_that_was_ahead_stops_at_once(
    ask: Ask, whole: Screening, morning: datetime
) -> None:
    ahead = replace(told(whole, saddle_feeling="yes"), at=morning + timedelta(days=2))
    assert ask(whole, ahead).severity is Severity.EMERGENCY


@pytest.mark.parametrize("day", ["tomorrow", "far"])
def test_a_clearance_of_the_future_lifts_nothing_before_its_day(
    ask: Ask, whole: Screening, morning: datetime, day: str
) -> None:
    on = {"tomorrow": morning.date() + timedelta(days=1), "far": date(2199, 12, 31)}[day]
    stop = replace(told(whole, lump="yes"), cleared_on={URGENT: on})
    assert ask(stop).severity is Severity.URGENT


def test_a_clearance_of_another_sign_lifts_nothing(
    ask: Ask, whole: Screening, morning: datetime
) -> None:
    cleared = dict.fromkeys((URGENT, "strange"), morning.date())
    stop = replace(told(whole, saddle_feeling="yes", lump="yes"), cleared_on=cleared)
    found = ask(stop)
    assert (found.severity, found.items) == (Severity.EMERGENCY, (EMERGENCY,))


def test_a_result_written_by_hand_lifts_nothing(ask: Ask, whole: Screening) -> None:
    stop = told(whole, saddle_feeling="unsure")
    for result in Severity:
        assert ask(replace(stop, result=result)).severity is Severity.EMERGENCY


def test_an_older_no_lifts_nothing_in_whatever_order_the_diary_has_them(
    ask: Ask, whole: Screening
) -> None:
    later = replace(told(whole, both_legs="yes"), at=whole.at + timedelta(minutes=1))
    assert ask(whole, later).items == ask(later, whole).items == ("both-legs",)


def test_the_short_questions_lift_no_sign_that_they_do_not_ask(
    ask: Ask, whole: Screening, catalogue: Catalogue
) -> None:
    short = items_of(catalogue.questionnaire, short=True)
    answers = dict.fromkeys(short, Answer.NO)
    after = replace(whole, at=whole.at + timedelta(minutes=1), answers=answers)
    outside = [item for item in whole.answers if item not in short]
    assert outside
    for item in outside:
        assert ask(told(whole, **{item.replace("-", "_"): "yes"}), after).items == (item,)


def test_a_stop_of_another_wording_stands_and_all_is_asked(ask: Ask, whole: Screening) -> None:
    found = ask(replace(told(whole, saddle_feeling="yes"), wording="0"))
    assert (found.severity, found.asked) == (Severity.EMERGENCY, Asked.FULL)


# Dated anew


@pytest.mark.parametrize(
    ("ahead", "moved"), [(CLOCK_TOLERANCE, False), (CLOCK_TOLERANCE + timedelta(seconds=1), True)]
)
def test_only_what_is_dated_further_ahead_than_a_clock_may_be_wrong_is_dated_now(
    morning: datetime, whole: Screening, ahead: timedelta, moved: bool
) -> None:
    at, below = morning + ahead, (Place.BELOW_KNEE_LEFT,)
    rating = PainRating(at=at, score=3, places=below)
    hurt = SessionEvent(at=at, kind=EventKind.HURT, score=3, places=below)
    session = Session(
        started_at=morning,
        run="",
        program="hips-three-twice",
        slot=Slot.MORNING,
        planned_sets=1,
        events=(hurt,),
    )
    assert [one.at for one in redated((replace(whole, at=at),), morning)] == [morning] * moved
    assert [one.told_at for one in redated_ratings((rating,), morning)] == [morning] * moved
    again = redated_sessions((session,), morning)
    assert [one.events[0].at for one in again] == [morning] * moved
