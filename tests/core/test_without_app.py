"""A session without the app counts as done, and no rule of what is asked or permitted minds it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hipcoach.core.adherence import adherence
from hipcoach.core.admission import permission_now
from hipcoach.core.first_run import FirstRunStep, first_run_step
from hipcoach.core.flare import flare_decisions
from hipcoach.core.gap import days_missed
from hipcoach.core.gate import Asked, Permission, Standing, standing
from hipcoach.core.lighter import Missed, in_force
from hipcoach.core.missed import way_back
from hipcoach.core.open_review import open_review
from hipcoach.core.opening import program_parts
from hipcoach.core.rule_ids import R_FLARE
from hipcoach.core.run import Absence, Decision, Flare
from hipcoach.core.schedule import due
from hipcoach.core.session import Slot
from hipcoach.core.session_card import notices


@pytest.fixture
def typed(make_session):
    """`typed(day, slot)`: a session that was entered."""

    def made(day: int, slot: Slot = Slot.MORNING, **changes):
        return make_session(day, slot, without_app=True, ended_at=None, **changes)

    return made


def test_it_counts_as_a_session_that_was_planned(
    catalogue, at, make_diary, make_run, typed
) -> None:
    program, rule = catalogue.programs["hips-three-twice"], catalogue.rules.count
    found = adherence(make_diary(typed(0)), make_run(), program, at(1, 9), rule)
    assert (found.total.done, found.total.planned) == (1, 2)


@pytest.mark.parametrize(("day", "asked"), [(20, Asked.SHORT), (40, Asked.FULL)])
def test_it_puts_no_question_off(
    catalogue, at, make_diary, make_session, typed, day, asked
) -> None:
    diary = make_diary(make_session(0), *(typed(number) for number in range(1, day)))
    found = standing(diary, catalogue.questionnaire, at(day, 9), catalogue.rules.count)
    assert found.asked is asked
    permitted = permission_now(diary, catalogue, due(diary, catalogue, at(day, 9)))
    assert permitted in {Permission.ASK_SHORT, Permission.ASK_FULL}


def test_it_makes_no_days_that_were_missed_fewer(
    catalogue, at, make_diary, make_run, make_session, typed
) -> None:
    without = make_diary(make_session(0))
    diary = make_diary(make_session(0), typed(9))
    assert days_missed(diary, at(10, 9), catalogue.rules.count) == 9
    found = way_back(diary, catalogue, make_run(), at(10, 9))
    assert found == way_back(without, catalogue, make_run(), at(10, 9))
    assert found is not None
    assert found.told.rule == Missed.FEWER


def test_it_uses_up_no_lighter_session(catalogue, at, make_diary, make_session, typed) -> None:
    told = Decision(
        at=at(9, 8),
        rule=Missed.FEWER,
        exercise="",
        from_="",
        to="",
        facts={"days": 9, "sessions": 2},
        text="",
        accepted=True,
    )
    done = make_session(9, started_at=at(9, 8))
    diary = make_diary(done, typed(10), typed(11), typed(12), decisions=(told,))
    assert in_force(diary, at(13, 9), catalogue.rules) == (told,)
    paced = replace(diary, sessions=(done, make_session(10)))
    assert in_force(paced, at(13, 9), catalogue.rules) == ()


def test_a_flare_up_does_not_go_by_it(catalogue, at, make_diary, make_run, typed) -> None:
    down = Decision(
        at=at(3, 8), rule=R_FLARE, exercise="clamshell-band", from_="red", to="yellow", text="",
        accepted=True,
    )  # fmt: skip
    ended = Flare(from_=at(5, 0).date(), to=at(6, 0).date())
    diary = make_diary(typed(4), decisions=(down,))
    assert flare_decisions(diary, catalogue, make_run(), ended, at(7, 9)) == ()


def test_the_next_morning_asks_nothing_about_it(
    catalogue, at, make_diary, make_session, typed
) -> None:
    paced = make_session(0, Slot.EVENING)
    diary = make_diary(typed(0), paced)
    assert due(diary, catalogue, at(1, 8)).morning_question == (paced,)


def test_it_hides_no_review_that_waits(at, make_diary, make_session, typed) -> None:
    paced = make_session(0)
    diary = make_diary(paced, typed(0, Slot.EVENING))
    assert open_review(diary, at(0, 20).date()) == paced


def test_what_has_to_be_known_before_a_first_session_is_told_all_the_same(
    catalogue, at, make_diary, make_run, typed
) -> None:
    diary = make_diary(typed(0))
    parts = program_parts(diary, catalogue, make_run(), at(1, 9))
    assert notices(parts, diary) == ["breathing", "stop-signs", "band-card"]


def test_the_first_pain_is_asked_all_the_same(at, make_diary, typed) -> None:
    today = at(0, 9).date()
    assert first_run_step(make_diary(typed(0)), Standing(), today) is FirstRunStep.PAIN


def test_its_slot_is_filled_and_not_done_again(catalogue, at, make_diary, typed) -> None:
    found = due(make_diary(typed(0)), catalogue, at(0, 10))
    assert not found.session_due
    assert found.slot is Slot.EVENING


def test_days_away_and_ill_are_not_ended_by_it(catalogue, at, make_diary, typed) -> None:
    ill = Absence(from_=at(0, 0).date(), reason="ill")
    diary = make_diary(typed(0), absences=(ill,))
    assert due(diary, catalogue, at(0, 12) + timedelta(hours=1)).ill
