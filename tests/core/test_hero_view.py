"""The main card of Today: what may be started, and why not more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Side
from hipcoach.core.gate import standing
from hipcoach.core.hero_kind import HeroKind
from hipcoach.core.hero_view import HeroView, hero_view
from hipcoach.core.opening import Kind
from hipcoach.core.pain import PainRating
from hipcoach.core.run import ILL, KEPT, ONCE_A_DAY, Absence, Change, Flare, Run, Settings
from hipcoach.core.schedule import due
from hipcoach.core.screening import Answer, answered, items_of
from hipcoach.core.session import EASY_DAY, Session, SessionState, SideSet, Slot
from hipcoach.core.text import say

At = Callable[..., datetime]
Make = Callable[..., Diary]
MakeSession = Callable[..., Session]
Hero = Callable[[Diary, datetime], HeroView]


@pytest.fixture
def hero(catalogue: Catalogue) -> Hero:
    """`hero(diary, now)`: the card."""

    def made(diary: Diary, now: datetime) -> HeroView:
        found = due(diary, catalogue, now)
        stands = standing(diary, catalogue.questionnaire, now, catalogue.rules.count)
        return hero_view(diary, catalogue, found, stands)

    return made


def words(view: HeroView) -> str:
    return " ".join(say(text) for text in view.texts)


def test_a_session_that_is_due_has_its_start(hero: Hero, at: At, make_diary: Make) -> None:
    view = hero(make_diary(), at(0, 9))
    assert (view.kind, say(view.title)) == (HeroKind.SESSION, "Three hip exercises")
    assert (view.can_start, view.can_be_easier, view.extra_allowed) == (True, True, False)
    assert view.starts is Kind.SESSION
    assert (view.texts, view.next, view.left) == ((), None, None)
    assert view.session is not None


def slots(view: HeroView) -> list[tuple[str, str]]:
    return [(say(slot.name), say(slot.text)) for slot in view.slots]


def test_slots_say_done_next_and_later(
    hero: Hero, at: At, make_diary: Make, make_session: MakeSession
) -> None:
    assert slots(hero(make_diary(), at(0, 9))) == [("Morning", "next"), ("Evening", "later today")]
    done = make_diary(make_session(0, ended_at=at(0, 7, 42)))
    assert slots(hero(done, at(0, 18))) == [("Morning", "done at 07:42"), ("Evening", "next")]
    missed = slots(hero(make_diary(), at(0, 18)))
    assert missed == [("Morning", "not done, no catching up"), ("Evening", "next")]
    under_way = make_diary(make_session(0, ended_at=None))
    assert slots(hero(under_way, at(0, 18)))[0] == ("Morning", "done at 08:00")


def test_one_session_a_day_is_todays(
    hero: Hero, at: At, make_diary: Make, make_run: Callable[..., Run]
) -> None:
    diary = make_diary(runs=(make_run("hips-five-hold"),))
    assert slots(hero(diary, at(0, 9))) == [("Today", "next")]


def test_a_pain_of_six_makes_it_the_easy_day(
    hero: Hero, at: At, make_diary: Make, catalogue: Catalogue
) -> None:
    view = hero(make_diary(pain_ratings=(PainRating(at=at(0, 8), score=6),)), at(0, 9))
    assert (view.kind, say(view.title)) == (HeroKind.EASY_DAY, "Easy day")
    assert words(view) == catalogue.texts["easy-day"]
    assert (view.can_start, view.can_be_easier, view.starts) == (True, False, Kind.EASY_DAY)
    assert view.session is not None
    assert [tile.exercise for tile in view.session.exercises] == [
        "abdominal-brace",
        "two-leg-bridge",
    ]
    assert view.session.stand_in is not None
    assert view.session.stand_in.exercise == "clamshell"


def test_a_pain_of_eight_is_a_rest_day_without_start(
    hero: Hero, at: At, make_diary: Make, catalogue: Catalogue
) -> None:
    ratings = (PainRating(at=at(0, 8), score=8),)
    view = hero(make_diary(pain_ratings=ratings), at(0, 9))
    assert (view.kind, say(view.title)) == (HeroKind.REST_DAY, "Rest day")
    assert words(view) == catalogue.texts["rest-day"]
    assert (view.can_start, view.extra_allowed, view.session) == (False, False, None)
    lower = (*ratings, PainRating(at=at(0, 8, 30), score=4))
    assert hero(make_diary(pain_ratings=lower), at(0, 9)).kind is HeroKind.SESSION


def test_an_open_warning_sign_stops_everything(
    hero: Hero, at: At, make_diary: Make, catalogue: Catalogue
) -> None:
    questionnaire = catalogue.questionnaire
    answers = dict.fromkeys(items_of(questionnaire), Answer.NO)
    answers[next(iter(answers))] = Answer.YES
    screenings = (answered(questionnaire, answers, at(0, 6)),)
    ratings = (PainRating(at=at(0, 8), score=9),)
    view = hero(make_diary(screenings=screenings, pain_ratings=ratings), at(0, 9))
    assert (view.kind, say(view.title)) == (HeroKind.STOP, "HipCoach is paused")
    assert words(view) == questionnaire.messages[screenings[0].result]
    assert (view.can_start, view.extra_allowed, view.session) == (False, False, None)


def test_questions_that_have_to_be_asked_come_before_the_start(
    hero: Hero, at: At, make_diary: Make
) -> None:
    view = hero(make_diary(), at(30, 9))
    assert (view.kind, view.can_start, view.questions_first) == (HeroKind.SESSION, True, True)
    assert view.texts == ()
    assert not hero(make_diary(), at(10, 9)).questions_first


@pytest.mark.parametrize(
    ("day", "last", "flared", "told"),
    [
        (20, 19, None, None),
        (21, 19, None, "You are 3 weeks in: a few safety questions come first."),
        (30, 29, None, "You are 4 weeks in: a few safety questions come first."),
        (42, 41, None, "You are 6 weeks in: a few safety questions come first."),
        (30, 5, None, "A few safety questions come first."),  # days missed ask them anyway
        (30, 29, 26, "A few safety questions come first."),  # and so does a flare-up
    ],
)
def test_at_weeks_3_and_6_the_card_says_why_questions_come_first(
    hero: Hero,
    at: At,
    make_diary: Make,
    make_session: Callable[..., Session],
    day: int,
    last: int,
    flared: int | None,
    told: str | None,
) -> None:
    ended = at(flared or 0, 9).date()
    flares = (Flare(from_=ended, to=ended),) if flared else ()
    view = hero(make_diary(make_session(2), make_session(last), flares=flares), at(day, 9))
    assert (say(view.questions) if view.questions else None) == told


def test_no_program_offers_to_choose_one(
    hero: Hero, at: At, make_diary: Make, make_run: Callable[..., Run]
) -> None:
    view = hero(make_diary(runs=()), at(0, 9))
    assert (view.kind, say(view.title)) == (HeroKind.NO_PROGRAM, "No program yet")
    assert words(view) == "Choose a program to begin."
    over = make_diary(runs=(make_run(ended_on=at(3, 9).date()),))
    assert say(hero(over, at(4, 9)).title) == "The program has ended"
    unknown = make_diary(runs=(make_run("gone"),))
    assert hero(unknown, at(0, 9)).session is None


def test_a_program_whose_weeks_are_over_says_so_and_goes_on(
    hero: Hero, at: At, make_diary: Make, make_session: MakeSession
) -> None:
    view = hero(make_diary(make_session(41)), at(42, 9))
    assert words(view).startswith("The 6 weeks of the program are over.")
    assert view.can_start


def test_a_flare_up_offers_the_easy_session_once_a_day(
    hero: Hero,
    at: At,
    make_diary: Make,
    make_session: MakeSession,
    make_run: Callable[..., Run],
    catalogue: Catalogue,
) -> None:
    flares = (Flare(from_=at(0, 9).date()),)
    view = hero(make_diary(flares=flares), at(2, 9))
    assert (view.kind, say(view.title)) == (HeroKind.FLARE, "Flare-up, day 3")
    assert words(view) == catalogue.texts["flare-up"]
    assert (view.can_start, view.can_be_easier, view.starts) == (True, False, Kind.EASY_DAY)
    easy = make_session(2, program=EASY_DAY)
    done = hero(make_diary(easy, flares=flares), at(2, 19))
    assert not done.can_start
    assert words(done).endswith("That is enough for a day.")
    after_a_week = hero(make_diary(flares=flares), at(7, 9))
    assert words(after_a_week).endswith(catalogue.texts["flare-up-week"])


def test_days_away_are_calm_and_illness_rests(
    hero: Hero, at: At, make_diary: Make, catalogue: Catalogue
) -> None:
    away = hero(make_diary(absences=(Absence(from_=at(0, 9).date()),)), at(0, 9))
    assert (away.kind, say(away.title)) == (HeroKind.AWAY, "Days away")
    assert words(away) == catalogue.texts["away"]
    assert (away.can_start, away.extra_allowed) == (False, True)
    ill = hero(make_diary(absences=(Absence(from_=at(0, 9).date(), reason=ILL),)), at(0, 9))
    assert (ill.kind, say(ill.title)) == (HeroKind.ILL, "Rest until you are well")
    assert words(ill) == catalogue.texts["fever"]
    assert (ill.can_start, ill.extra_allowed, ill.session) == (False, False, None)


def test_between_two_sessions_the_evening_is_next_and_may_be_earlier(
    hero: Hero, at: At, make_diary: Make, make_session: MakeSession
) -> None:
    view = hero(make_diary(make_session(0)), at(0, 10))
    assert (view.kind, say(view.title)) == (HeroKind.ALL_DONE, "Nothing is due now")
    assert view.next is not None
    assert say(view.next) == "Next: this evening."
    assert (view.can_start, view.extra_allowed) == (False, True)
    assert view.session is not None


def test_when_all_is_done_tomorrow_is_next_and_one_extra_session_is_allowed(
    hero: Hero, at: At, make_diary: Make, make_session: MakeSession
) -> None:
    both = (make_session(0), make_session(0, Slot.EVENING))
    view = hero(make_diary(*both), at(0, 20))
    assert (view.kind, say(view.title)) == (HeroKind.ALL_DONE, "Done for today")
    assert view.next is not None
    assert say(view.next) == "Next: tomorrow morning."
    assert view.extra_allowed
    again = hero(make_diary(*both, make_session(0, Slot.EXTRA)), at(0, 20))
    assert not again.extra_allowed
    assert words(again).startswith("Enough for today")


def test_before_weeks_away_no_next_session_is_told(
    hero: Hero, at: At, make_diary: Make, make_session: MakeSession
) -> None:
    both = (make_session(0), make_session(0, Slot.EVENING))
    away = Absence(from_=at(1, 9).date(), to=at(40, 9).date())
    view = hero(make_diary(*both, absences=(away,)), at(0, 20))
    assert (say(view.title), view.next) == ("Done for today", None)


def test_a_red_session_cancels_the_second_one_of_its_day(
    hero: Hero, at: At, make_diary: Make, make_session: MakeSession
) -> None:
    view = hero(make_diary(make_session(0, tag="red")), at(0, 18))
    assert (view.kind, view.can_start, view.extra_allowed) == (HeroKind.ALL_DONE, False, False)
    assert view.next is not None
    assert say(view.next) == "Next: tomorrow morning."
    assert [say(slot.text) for slot in view.slots][-1] == "not today"


def test_where_days_are_free_the_next_one_is_tomorrow_or_next_week(
    hero: Hero,
    at: At,
    make_diary: Make,
    make_session: MakeSession,
    make_run: Callable[..., Run],
) -> None:
    runs = (make_run("hips-five-hold"),)
    first = hero(make_diary(make_session(0), runs=runs), at(0, 20)).next
    assert first is not None
    assert say(first) == "Next: tomorrow."
    three = [make_session(day) for day in (0, 1, 2)]
    full = hero(make_diary(*three, runs=runs), at(2, 20)).next
    assert full is not None
    assert say(full) == "Next: Monday 9 November."


def test_nothing_is_next_where_the_run_ends(
    hero: Hero,
    at: At,
    make_diary: Make,
    make_session: MakeSession,
    make_run: Callable[..., Run],
) -> None:
    run = make_run(ended_on=at(0, 9).date())
    both = (make_session(0), make_session(0, Slot.EVENING))
    assert hero(make_diary(*both, runs=(run,)), at(0, 20)).next is None


def test_five_easy_days_in_a_row_ask_for_a_professional(
    hero: Hero, at: At, make_diary: Make, make_session: MakeSession, catalogue: Catalogue
) -> None:
    easy = [make_session(day, program=EASY_DAY) for day in range(5)]
    advice = catalogue.texts["easy-day-five"]
    pain = (PainRating(at=at(5, 8), score=6),)
    assert words(hero(make_diary(*easy, pain_ratings=pain), at(5, 9))).endswith(advice)
    assert advice not in words(hero(make_diary(*easy[1:], pain_ratings=pain), at(5, 9)))
    assert words(hero(make_diary(*easy), at(4, 10))) == advice
    rest = hero(make_diary(*easy, pain_ratings=(PainRating(at=at(5, 8), score=8),)), at(5, 9))
    assert rest.kind is HeroKind.REST_DAY
    assert words(rest).endswith(advice)
    due = hero(make_diary(*easy), at(7, 9))
    assert (due.kind, words(due)) == (HeroKind.SESSION, advice)
    whole = make_diary(*easy, make_session(6))
    assert advice not in words(hero(whole, at(7, 9)))
    discarded = replace(easy[2], state=SessionState.DISCARDED)
    broken = make_diary(*easy[:2], discarded, *easy[3:], pain_ratings=pain)
    assert advice not in words(hero(broken, at(5, 9)))


def test_a_session_that_was_left_is_resumed_kept_or_discarded_first(
    hero: Hero, at: At, make_diary: Make, make_session: MakeSession
) -> None:
    left = make_session(0, state=SessionState.RUNNING, ended_at=None, planned_sets=10)
    view = hero(make_diary(left), at(0, 9))
    assert (view.kind, view.can_start) == (HeroKind.SESSION, False)
    assert view.left is not None
    assert say(view.left.resume) == "Resume: Clamshell, set 1, right"
    assert view.left.refused is None
    pain = (PainRating(at=at(0, 8, 50), score=6),)
    easy_only = hero(make_diary(left, pain_ratings=pain), at(0, 9)).left
    assert easy_only is not None
    assert easy_only.refused is not None
    assert say(easy_only.refused) == "At a pain of 6 or more only the easy day."


def test_a_left_session_of_which_all_is_behind_goes_on_at_its_end(
    hero: Hero,
    at: At,
    make_diary: Make,
    make_session: MakeSession,
    make_set: Callable[..., SideSet],
) -> None:
    last = make_set("single-leg-bridge", rung="two-legs", side=Side.BOTH, set=2)
    left = make_session(0, state=SessionState.RUNNING, sets=(last,), planned_sets=10)
    view = hero(make_diary(left), at(0, 9)).left
    assert view is not None
    assert say(view.resume) == "Resume: its end"


def test_a_left_session_without_its_run_is_not_offered(
    hero: Hero, at: At, make_diary: Make, make_session: MakeSession
) -> None:
    lost = make_session(0, state=SessionState.RUNNING, run="gone")
    assert hero(make_diary(lost), at(0, 9)).left is None


def test_once_a_day_has_no_second_session(
    hero: Hero,
    at: At,
    make_diary: Make,
    make_session: MakeSession,
    make_run: Callable[..., Run],
) -> None:
    once = make_run(changes=(Change(at=at(0, 6), what=ONCE_A_DAY, value=True),))
    view = hero(make_diary(make_session(0), runs=(once,)), at(0, 18))
    assert say(view.title) == "Done for today"
    assert view.next is not None
    assert say(view.next) == "Next: tomorrow."


def test_the_times_that_are_meant_stand_beside_what_is_to_come(
    hero: Hero, at: At, make_diary: Make, make_session: MakeSession
) -> None:
    meant = Settings(bands=(), morning_at=time(7, 30), evening_at=time(18, 30))
    early = slots(hero(make_diary(settings=meant), at(0, 6)))
    assert early == [("Morning", "next, 07:30"), ("Evening", "later today, 18:30")]
    late = slots(hero(make_diary(settings=meant), at(0, 19)))
    assert late == [("Morning", "not done, no catching up"), ("Evening", "next")]
    done = hero(make_diary(make_session(0), settings=meant), at(0, 10))
    assert slots(done)[1] == ("Evening", "next, 18:30")
    assert done.next is not None
    assert say(done.next) == "Next: this evening, 18:30."
    both = (make_session(0), make_session(0, Slot.EVENING))
    tomorrow = hero(make_diary(*both, settings=meant), at(0, 20)).next
    assert tomorrow is not None
    assert say(tomorrow) == "Next: tomorrow morning, 07:30."


def test_a_program_that_is_kept_is_not_asked_about_again(
    hero: Hero, at: At, make_diary: Make, make_session: MakeSession, make_run: Callable[..., Run]
) -> None:
    kept = make_run(changes=(Change(at=at(42, 6), what=KEPT, value=True),))
    assert hero(make_diary(make_session(41), runs=(kept,)), at(42, 9)).texts == ()
    again = hero(make_diary(make_session(5)), at(60, 9))
    assert again.texts == ()
    assert again.easier_note is not None
    assert "starts again at week 1" in say(again.easier_note)


def test_a_flare_up_and_days_away_may_be_noted_where_a_program_goes_on(
    hero: Hero, at: At, make_diary: Make
) -> None:
    view = hero(make_diary(), at(0, 9))
    assert (view.can_flare, view.can_be_away, view.way_back) == (True, True, None)
    rest = hero(make_diary(pain_ratings=(PainRating(at=at(0, 8), score=9),)), at(0, 9))
    assert (rest.kind, rest.can_flare) == (HeroKind.REST_DAY, True)
    none = hero(make_diary(runs=()), at(0, 9))
    assert (none.can_flare, none.can_be_away) == (False, False)


def test_after_a_week_of_a_flare_up_no_question_leads_to_a_session(
    hero: Hero, at: At, make_diary: Make
) -> None:
    flares = (Flare(from_=at(0, 9).date()),)
    asked = hero(make_diary(flares=flares), at(20, 9))
    assert asked.questions_first
    assert (asked.kind, asked.can_start, asked.session) == (HeroKind.FLARE, False, None)
