"""The gate: no session past a warning sign, the easy day, the rest day, asking again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Resistance, Side
from hipcoach.core.gate import (
    Asked,
    Permission,
    Standing,
    clearances,
    gate,
    latest_answers,
    redated,
    standing,
)
from hipcoach.core.pain import PainRating, Place
from hipcoach.core.run import Run
from hipcoach.core.screening import (
    Answer,
    Screening,
    Severity,
    answered,
    emergency_number,
    items_of,
    new_signs,
    page_answers,
    pages_of,
    strictest,
)
from hipcoach.core.session import (
    WARNING_SIGN,
    EventKind,
    Session,
    SessionEvent,
    SessionState,
    SideSet,
    Slot,
)


def first_item(catalogue: Catalogue, severity: Severity) -> str:
    items = items_of(catalogue.questionnaire).values()
    return next(item.id for item in items if item.severity is severity)


def screened(
    catalogue: Catalogue,
    at: datetime,
    *yes: str,
    cleared_on: dict[str, date] | None = None,
    short: bool = False,
    answer: Answer = Answer.YES,
) -> Screening:
    items = items_of(catalogue.questionnaire, short=short)
    answers = {item: answer if item in yes else Answer.NO for item in items}
    return answered(catalogue.questionnaire, answers, at, cleared_on)


def trained(at: datetime, planned_sets: int = 1) -> Session:
    """A session of one set, which counts unless more than two were planned."""
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
        ended_at=at,
    )
    return Session(
        started_at=at,
        run="",
        program="hips-three-twice",
        slot=Slot.MORNING,
        planned_sets=planned_sets,
        sets=(done,),
    )


def stands(
    catalogue: Catalogue, now: datetime, *screenings: Screening, last: date | None = None
) -> Standing:
    day = last or now.date()
    session = trained(datetime.combine(day, now.timetz()))
    diary = Diary(screenings=screenings, sessions=(session,) if last else ())
    return standing(diary, catalogue.questionnaire, now, catalogue.rules.count)


@pytest.mark.parametrize(
    ("pain", "permission"),
    [
        (None, Permission.SESSION),
        (0, Permission.SESSION),
        (5, Permission.SESSION),
        (6, Permission.EASY_DAY),
        (7, Permission.EASY_DAY),
        (8, Permission.REST_DAY),
        (10, Permission.REST_DAY),
    ],
)
def test_pain_now_decides_between_session_easy_day_and_rest_day(
    catalogue: Catalogue, pain: int | None, permission: Permission
) -> None:
    assert gate(Standing(), pain, catalogue.rules.start) is permission


@pytest.mark.parametrize(
    ("severity", "permission"),
    [
        (Severity.EMERGENCY, Permission.EMERGENCY),
        (Severity.URGENT, Permission.URGENT),
        (Severity.CHECK_FIRST, Permission.CHECK_FIRST),
    ],
)
@pytest.mark.parametrize("answer", [Answer.YES, Answer.UNSURE])
def test_a_sign_stops_whatever_the_pain_is(
    catalogue: Catalogue,
    morning: datetime,
    severity: Severity,
    permission: Permission,
    answer: Answer,
) -> None:
    item = first_item(catalogue, severity)
    found = stands(catalogue, morning, screened(catalogue, morning, item, answer=answer))
    assert (found.severity, found.items) == (severity, (item,))
    assert gate(found, 0, catalogue.rules.start) is permission
    assert gate(found, 9, catalogue.rules.start) is permission


def test_every_sign_of_the_questionnaire_stops(catalogue: Catalogue, morning: datetime) -> None:
    for item in items_of(catalogue.questionnaire).values():
        found = stands(catalogue, morning, screened(catalogue, morning, item.id))
        assert found.severity is item.severity is not Severity.CLEAR


def test_without_a_screening_the_whole_one_is_asked(
    catalogue: Catalogue, morning: datetime
) -> None:
    found = stands(catalogue, morning)
    assert gate(found, 0, catalogue.rules.start) is Permission.ASK_FULL


def test_one_missing_answer_asks_the_whole_one(catalogue: Catalogue, morning: datetime) -> None:
    items = list(items_of(catalogue.questionnaire))
    answers = dict.fromkeys(items[:-1], Answer.NO)
    partly = answered(catalogue.questionnaire, answers, morning)
    assert stands(catalogue, morning, partly).asked is Asked.FULL


def test_another_wording_asks_the_whole_one(catalogue: Catalogue, morning: datetime) -> None:
    full = screened(catalogue, morning)
    other = Screening(
        at=morning,
        wording="0",
        answers=full.answers,
        result=Severity.CLEAR,
        cleared_on={},
    )
    assert stands(catalogue, morning, other).asked is Asked.FULL


def test_a_stored_result_is_never_trusted(catalogue: Catalogue, morning: datetime) -> None:
    item = first_item(catalogue, Severity.EMERGENCY)
    told = screened(catalogue, morning, item)
    tampered = Screening(
        at=morning,
        wording=told.wording,
        answers=told.answers,
        result=Severity.CLEAR,
        cleared_on={},
    )
    assert stands(catalogue, morning, tampered).severity is Severity.EMERGENCY


MISSED = [(14, None), (15, Asked.SHORT), (28, Asked.SHORT), (29, Asked.FULL)]


@pytest.mark.parametrize(("missed", "asked"), MISSED)
def test_after_days_missed_the_screening_is_asked_again(
    catalogue: Catalogue, morning: datetime, missed: int, asked: Asked | None
) -> None:
    earlier = screened(catalogue, morning - timedelta(days=missed + 20))
    last = (morning - timedelta(days=missed + 1)).date()
    assert stands(catalogue, morning, earlier, last=last).asked is asked


@pytest.mark.parametrize(("missed", "asked"), MISSED)
def test_without_a_session_the_days_since_the_screening_count(
    catalogue: Catalogue, morning: datetime, missed: int, asked: Asked | None
) -> None:
    full = screened(catalogue, morning - timedelta(days=missed + 1))
    assert stands(catalogue, morning, full).asked is asked


@pytest.mark.parametrize(
    ("planned_sets", "state", "asked"),
    [
        (2, SessionState.ENDED_EARLY, None),
        (3, SessionState.ENDED_EARLY, Asked.SHORT),
        (1, SessionState.DISCARDED, Asked.SHORT),
    ],
)
def test_a_session_that_does_not_count_puts_no_question_off(
    catalogue: Catalogue,
    morning: datetime,
    planned_sets: int,
    state: SessionState,
    asked: Asked | None,
) -> None:
    yesterday = trained(morning - timedelta(days=1), planned_sets)
    sessions = (trained(morning - timedelta(days=20)), replace(yesterday, state=state))
    earlier = screened(catalogue, morning - timedelta(days=30))
    diary = Diary(screenings=(earlier,), sessions=sessions)
    found = standing(diary, catalogue.questionnaire, morning, catalogue.rules.count)
    assert found.asked is asked


def test_a_short_screening_settles_the_short_one_only(
    catalogue: Catalogue, morning: datetime
) -> None:
    full = screened(catalogue, morning - timedelta(days=20))
    short = screened(catalogue, morning, short=True)
    assert stands(catalogue, morning, full, short).asked is None
    old = screened(catalogue, morning - timedelta(days=40))
    assert stands(catalogue, morning, old, short).asked is Asked.FULL


def test_a_short_screening_is_due_until_all_its_signs_were_asked(
    catalogue: Catalogue, morning: datetime
) -> None:
    full = screened(catalogue, morning - timedelta(days=20))
    short = screened(catalogue, morning, short=True)
    one = replace(short, answers=dict([next(iter(short.answers.items()))]))
    assert stands(catalogue, morning, full, one).asked is Asked.SHORT


def in_week(
    catalogue: Catalogue, begun: datetime, day: int, answered_on: int | None, *runs: Run
) -> Asked | None:
    """What is asked on a day of these runs, trained the day before; screened on day 0."""
    now = begun + timedelta(days=day)
    screenings = [screened(catalogue, begun - timedelta(hours=1))]
    if answered_on is not None:
        screenings.append(screened(catalogue, begun + timedelta(days=answered_on), short=True))
    diary = Diary(
        runs=runs,
        screenings=tuple(screenings),
        sessions=(trained(now - timedelta(days=1)),),
    )
    return standing(diary, catalogue.questionnaire, now, catalogue.rules.count).asked


def run_of(begun: datetime, first: int = 0, last: int | None = None) -> Run:
    return Run(
        program="hips-three-twice",
        program_version=1,
        started_on=(begun + timedelta(days=first)).date(),
        ended_on=None if last is None else (begun + timedelta(days=last)).date(),
    )


@pytest.mark.parametrize(
    ("day", "answered_on", "asked"),
    [
        (20, None, None),
        (21, None, Asked.SHORT),
        (35, None, Asked.SHORT),
        (21, 17, Asked.SHORT),
        (21, 18, None),
        (22, 21, None),
        (41, 18, None),
        (41, 30, None),
        (42, 21, Asked.SHORT),
        (42, 38, Asked.SHORT),
        (42, 39, None),
        (80, 42, None),
        (80, 41, None),
    ],
)
def test_at_weeks_3_and_6_of_a_run_the_short_screening_is_asked(
    catalogue: Catalogue,
    morning: datetime,
    day: int,
    answered_on: int | None,
    asked: Asked | None,
) -> None:
    assert in_week(catalogue, morning, day, answered_on, run_of(morning)) is asked


@pytest.mark.parametrize(
    ("runs", "day", "asked"),
    [
        ((), 30, None),
        ([(0, 20), (20, None)], 30, None),
        ([(0, 20), (20, None)], 41, Asked.SHORT),
        ([(0, 21), (21, None)], 22, Asked.SHORT),
        ([(0, 21)], 30, Asked.SHORT),
        ([(40, None)], 30, None),
        ([(60_000, None)], 30, None),
    ],
    ids=["none", "another", "its-week-3", "still-open", "ended", "ahead", "far-ahead"],
)
def test_another_program_starts_the_weeks_anew_but_answers_nothing(
    catalogue: Catalogue,
    morning: datetime,
    runs: list[tuple[int, int | None]],
    day: int,
    asked: Asked | None,
) -> None:
    found = in_week(catalogue, morning, day, None, *(run_of(morning, *days) for days in runs))
    assert found is asked


def test_after_four_weeks_without_a_session_the_whole_one_is_asked_at_week_6(
    catalogue: Catalogue, morning: datetime
) -> None:
    now = morning + timedelta(days=42)
    diary = Diary(
        runs=(run_of(morning),),
        screenings=(screened(catalogue, morning),),
        sessions=(trained(now - timedelta(days=30)),),
    )
    found = standing(diary, catalogue.questionnaire, now, catalogue.rules.count)
    assert found.asked is Asked.FULL


def test_a_session_dated_in_the_future_does_not_put_off_the_screening(
    catalogue: Catalogue, morning: datetime
) -> None:
    full = screened(catalogue, morning - timedelta(days=40))
    ahead = morning.date() + timedelta(days=2000)
    assert stands(catalogue, morning, full, last=ahead).asked is Asked.FULL


@pytest.mark.parametrize(("minutes", "asked"), [(-5, Asked.FULL), (5, None)])
def test_a_warning_sign_in_a_session_wants_a_screening_after_it(
    catalogue: Catalogue, morning: datetime, minutes: int, asked: Asked | None
) -> None:
    sign = SessionEvent(at=morning, kind=EventKind.END, choice=WARNING_SIGN)
    session = Session(
        started_at=morning,
        run="",
        program="hips-three-twice",
        slot=Slot.MORNING,
        planned_sets=10,
        events=(sign,),
    )
    told = screened(catalogue, morning + timedelta(minutes=minutes))
    diary = Diary(screenings=(told,), sessions=(session,))
    now = morning + timedelta(minutes=10)
    found = standing(diary, catalogue.questionnaire, now, catalogue.rules.count)
    assert found.asked is asked


def left(told: SessionEvent) -> Session:
    return Session(
        started_at=told.at,
        run="",
        program="hips-three-twice",
        slot=Slot.MORNING,
        planned_sets=10,
        events=(told,),
    )


def test_a_part_of_the_list_does_not_answer_a_warning_sign(
    catalogue: Catalogue, morning: datetime
) -> None:
    before = screened(catalogue, morning - timedelta(days=1))
    sign = left(SessionEvent(at=morning, kind=EventKind.END, choice=WARNING_SIGN))
    first, *more = new_signs(catalogue.questionnaire)
    now, asked = morning + timedelta(minutes=5), catalogue.questionnaire
    some = answered(asked, dict.fromkeys(more, Answer.NO), now)
    every = answered(asked, dict.fromkeys([first, *more], Answer.NO), now)
    for told, expected in ((some, Asked.FULL), (every, None)):
        diary = Diary(screenings=(before, told), sessions=(sign,))
        found = standing(diary, catalogue.questionnaire, now, catalogue.rules.count)
        assert found.asked is expected


@pytest.mark.parametrize(
    ("rated", "told", "asked"),
    [
        ((), (Place.BELOW_KNEE_LEFT,), Asked.FULL),
        ((), (Place.THIGH_LEFT,), None),
        ((Place.BELOW_KNEE_LEFT,), (Place.BELOW_KNEE_LEFT,), None),
        ((Place.BELOW_KNEE_RIGHT,), (Place.BELOW_KNEE_LEFT,), Asked.FULL),
    ],
)
def test_pain_that_is_new_below_the_knee_is_a_warning_sign(
    catalogue: Catalogue,
    morning: datetime,
    rated: tuple[Place, ...],
    told: tuple[Place, ...],
    asked: Asked | None,
) -> None:
    hurt = SessionEvent(at=morning, kind=EventKind.HURT, score=3, places=told)
    yesterday = morning - timedelta(days=1)
    diary = Diary(
        screenings=(screened(catalogue, yesterday),),
        pain_ratings=(PainRating(at=yesterday, score=3, places=rated),),
        sessions=(left(hurt), left(replace(hurt, at=morning + timedelta(minutes=1)))),
    )
    now = morning + timedelta(minutes=5)
    rule = catalogue.rules.count
    assert standing(diary, catalogue.questionnaire, now, rule).asked is asked
    screenings = (*diary.screenings, screened(catalogue, now))
    answered_now = replace(diary, screenings=screenings)
    assert standing(answered_now, catalogue.questionnaire, now, rule).asked is None


@pytest.mark.parametrize(
    ("before", "told", "asked"),
    [
        ((), (Place.BELOW_KNEE_LEFT,), Asked.FULL),
        ((), (Place.THIGH_LEFT,), None),
        ((Place.BELOW_KNEE_LEFT,), (Place.BELOW_KNEE_LEFT,), None),
        ((Place.BELOW_KNEE_RIGHT,), (Place.BELOW_KNEE_LEFT,), Asked.FULL),
    ],
)
def test_pain_that_is_new_below_the_knee_is_a_warning_sign_in_a_rating_too(
    catalogue: Catalogue,
    morning: datetime,
    before: tuple[Place, ...],
    told: tuple[Place, ...],
    asked: Asked | None,
) -> None:
    yesterday, now = morning - timedelta(days=1), morning + timedelta(minutes=5)
    first = PainRating(at=yesterday - timedelta(hours=1), score=3, places=before)
    new = PainRating(at=morning, score=3, places=told)
    diary = Diary(screenings=(screened(catalogue, yesterday),), pain_ratings=(first, new))
    rule = catalogue.rules.count
    assert standing(diary, catalogue.questionnaire, now, rule).asked is asked
    answered_now = replace(diary, screenings=(*diary.screenings, screened(catalogue, now)))
    assert standing(answered_now, catalogue.questionnaire, now, rule).asked is None


@pytest.mark.parametrize("days_back", [1, 400])
def test_a_rating_dated_back_neither_hides_a_sign_nor_counts_as_answered(
    catalogue: Catalogue, morning: datetime, days_back: int
) -> None:
    now, rule = morning + timedelta(minutes=10), catalogue.rules.count
    places = (Place.BELOW_KNEE_LEFT,)
    hurt = SessionEvent(at=morning, kind=EventKind.HURT, score=3, places=places)
    back = PainRating(
        at=morning - timedelta(days=days_back),
        score=3,
        places=places,
        told_at=morning + timedelta(minutes=5),
    )
    earlier = screened(catalogue, morning - timedelta(hours=1))
    for sessions in ((left(hurt),), ()):
        diary = Diary(screenings=(earlier,), pain_ratings=(back,), sessions=sessions)
        assert standing(diary, catalogue.questionnaire, now, rule).asked is Asked.FULL


def test_a_doctors_no_is_known_until_the_next_answer(
    catalogue: Catalogue, morning: datetime
) -> None:
    item = first_item(catalogue, Severity.URGENT)
    told = screened(catalogue, morning, item)
    refused = replace(told, refused_on={item: morning.date()})
    assert stands(catalogue, morning, refused).refused
    assert not stands(catalogue, morning, told).refused


def test_a_no_ends_a_clearance(catalogue: Catalogue, morning: datetime) -> None:
    item = first_item(catalogue, Severity.EMERGENCY)
    day = {item: morning.date()}
    cleared = screened(catalogue, morning, item, cleared_on=day)
    gone = screened(catalogue, morning + timedelta(hours=1), cleared_on=day)
    assert gone.cleared_on == {}
    kept_by_hand = replace(gone, cleared_on=day)
    assert clearances([cleared, kept_by_hand], morning + timedelta(hours=1)) == {}


def test_something_new_asks_all_emergency_signs_and_the_short_ones(catalogue: Catalogue) -> None:
    items = items_of(catalogue.questionnaire)
    asked = new_signs(catalogue.questionnaire)
    assert {i for i, item in items.items() if item.severity is Severity.EMERGENCY} <= set(asked)
    assert {i for i, item in items.items() if item.short} <= set(asked)
    assert set(asked) < set(items)


def test_a_sign_is_asked_again_with_its_whole_page(catalogue: Catalogue) -> None:
    page = catalogue.questionnaire.topics[1]
    assert set(pages_of(catalogue.questionnaire, [page.items[0].id])) == {
        item.id for item in page.items
    }


def test_a_clearance_lifts_the_stop_until_the_sign_is_new_again(
    catalogue: Catalogue, morning: datetime
) -> None:
    item = first_item(catalogue, Severity.EMERGENCY)
    told = screened(catalogue, morning, item)
    day = morning.date()
    cleared = screened(catalogue, morning + timedelta(hours=1), item, cleared_on={item: day})
    assert cleared.result is Severity.CLEAR
    later = morning + timedelta(hours=3)
    assert stands(catalogue, later, told, cleared).severity is Severity.CLEAR
    assert clearances([told, cleared], later) == {item: day}
    new = screened(catalogue, morning + timedelta(hours=2), item, short=True)
    assert stands(catalogue, later, told, cleared, new).severity is Severity.EMERGENCY
    assert clearances([told, cleared, new], later) == {}


def test_a_clearance_from_the_future_clears_nothing(
    catalogue: Catalogue, morning: datetime
) -> None:
    item = first_item(catalogue, Severity.URGENT)
    tomorrow = morning.date() + timedelta(days=1)
    told = screened(catalogue, morning, item, cleared_on={item: tomorrow})
    assert stands(catalogue, morning, told).severity is Severity.URGENT


def test_a_screening_from_the_future_asks_again_and_can_be_settled(
    catalogue: Catalogue, morning: datetime
) -> None:
    item = first_item(catalogue, Severity.EMERGENCY)
    before = screened(catalogue, morning)
    ahead = screened(catalogue, morning + timedelta(days=400), item)
    found = stands(catalogue, morning, before, ahead)
    assert (found.severity, found.asked) == (Severity.EMERGENCY, Asked.FULL)
    now = morning + timedelta(minutes=5)
    (dated_now,) = redated([before, ahead], now)
    assert dated_now.at == now
    again = screened(catalogue, now + timedelta(seconds=1))
    found = stands(catalogue, now + timedelta(minutes=1), before, dated_now, again)
    assert (found.severity, found.asked) == (Severity.CLEAR, None)


def test_a_clock_set_back_by_minutes_asks_nothing(catalogue: Catalogue, morning: datetime) -> None:
    told = screened(catalogue, morning + timedelta(minutes=5))
    assert stands(catalogue, morning, told).asked is None


def test_unknown_items_of_an_edited_diary_are_left_alone(
    catalogue: Catalogue, morning: datetime
) -> None:
    told = screened(catalogue, morning)
    edited = answered(catalogue.questionnaire, {**told.answers, "made-up": Answer.YES}, morning)
    assert edited.result is Severity.CLEAR
    assert stands(catalogue, morning, edited).severity is Severity.CLEAR


def test_the_latest_answer_counts(catalogue: Catalogue, morning: datetime) -> None:
    item = first_item(catalogue, Severity.EMERGENCY)
    wrong = screened(catalogue, morning, item)
    right = screened(catalogue, morning + timedelta(minutes=1))
    assert latest_answers([right, wrong], right.at)[item] is Answer.NO


def test_a_yes_without_a_tick_counts_for_the_strictest_sign_of_the_page(
    catalogue: Catalogue,
) -> None:
    for topic in catalogue.questionnaire.topics:
        answers = page_answers(topic, Answer.UNSURE, ())
        told = [item for item in topic.items if answers[item.id] is Answer.UNSURE]
        assert [item.severity for item in told] == [
            strictest(item.severity for item in topic.items)
        ]


def test_ticked_signs_get_the_answer_and_a_no_none(catalogue: Catalogue) -> None:
    topic = catalogue.questionnaire.topics[0]
    last = topic.items[-1].id
    answers = page_answers(topic, Answer.YES, {last})
    assert [item for item, answer in answers.items() if answer is Answer.YES] == [last]
    assert set(page_answers(topic, Answer.NO, ()).values()) == {Answer.NO}


@pytest.mark.parametrize(
    ("region", "number"),
    [("US", "911"), ("GB", "999"), ("DE", "112"), ("AU", "000"), ("", "local emergency number")],
)
def test_the_emergency_number_is_named_with_its_place(
    catalogue: Catalogue, region: str, number: str
) -> None:
    assert number in emergency_number(catalogue.questionnaire, region).text


def test_the_result_of_nothing_is_clear() -> None:
    assert strictest([]) is Severity.CLEAR
