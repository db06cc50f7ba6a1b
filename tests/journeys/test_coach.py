"""The coach at work: what is decided is stored with what it follows, and may be declined."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hipcoach.core.opening import Kind
from hipcoach.core.pain import PainRating
from hipcoach.core.progression.begun import begun
from hipcoach.core.progression.case import case_of
from hipcoach.core.progression.spell import spell_decision
from hipcoach.core.progression.spells import spells
from hipcoach.core.review import Review
from hipcoach.journeys.coach import MOMENT
from hipcoach.journeys.errors import NotAllowed

CLAM, LIFT, BRIDGE = "clamshell-band", "quadruped-hip-extension", "single-leg-bridge"


# ---------------------------------------------------------------------------- steps up


def test_a_calm_morning_stores_the_steps_and_the_next_session_is_done_by_them(earning) -> None:
    assert earning.told == []
    earning.rise()
    assert earning.told == [("R-UP", CLAM, True), ("R-UP", LIFT, True)]
    assert [session.tag for session in earning.room.diary.sessions] == ["green", "green"]
    earning.open()
    ready = earning.room.sessions.begin(Kind.SESSION)
    assert [part.rung.id for part in ready.parts] == ["red", "hold-4", "two-legs"]
    assert len(earning.told) == 2


def test_a_morning_that_is_worse_stores_none(earning) -> None:
    earning.rise(4)
    assert earning.told == []
    assert [session.tag for session in earning.room.diary.sessions] == ["green", "amber"]


def test_a_skipped_morning_waits_for_the_pain_before_the_next_session(earning) -> None:
    earning.rise(None)
    assert earning.told == []
    earning.room.rate(2)
    ready = earning.room.sessions.begin(Kind.SESSION)
    assert [part.rung.id for part in ready.parts] == ["red", "hold-4", "two-legs"]
    assert {d.at for d in earning.room.diary.decisions} == {ready.session.started_at - MOMENT}


def test_the_morning_taken_back_takes_back_what_it_decided(earning) -> None:
    before = earning.room.diary.sessions
    rating = earning.rise()
    earning.room.ratings.undo_rating(rating.id)
    assert earning.told == []
    tags = [session.tag for session in earning.room.diary.sessions]
    assert tags == [session.tag for session in before]
    earning.room.ratings.answer_morning(5)
    assert earning.told == [("R-RED", "", True)]


def test_a_rating_taken_back_later_leaves_what_was_decided(earning) -> None:
    rating = earning.rise()
    other = earning.room.rate(3)
    earning.room.ratings.undo_rating(other.id)
    earning.room.ratings.undo_rating(rating.id)
    assert len(earning.told) == 2


# ---------------------------------------------------------------------------- the review


def test_what_the_review_proposes_is_what_the_morning_stores(earning, calm) -> None:
    session = earning.room.diary.sessions[-1]
    proposed = earning.coach.next_time(session, calm)
    assert [v.exercise for v in proposed.verdicts if v.waits] == [CLAM, LIFT]
    earning.rise()
    assert [d.exercise for d in earning.room.diary.decisions] == [CLAM, LIFT]


def test_a_step_declined_in_the_review_is_kept_as_declined_and_not_taken(trainee, calm) -> None:
    trainee.train()
    trainee.rise()
    trainee.train(replace(calm, declined=frozenset({CLAM})))
    assert trainee.told == [("R-UP", CLAM, False)]
    trainee.rise()
    assert (trainee.level(CLAM), trainee.level(LIFT)) == ("yellow", "hold-4")
    trainee.open()
    assert trainee.told[0] == ("R-UP", CLAM, False)


def test_a_red_session_lowers_what_hurt_at_once_unless_it_is_declined(trainee) -> None:
    done = trainee.train(hurts=CLAM)
    assert done.tag == "red"
    assert trainee.told == [("R-RED", CLAM, True)]
    assert trainee.level(CLAM) == "none"
    trainee.rise()
    ready = trainee.room.sessions.begin(Kind.SESSION)
    assert [part.dose.sets for part in ready.parts] == [1, 2, 2]


def test_declined_it_stays_and_is_not_asked_again(trainee, calm) -> None:
    trainee.train(replace(calm, declined=frozenset({CLAM})), hurts=CLAM)
    assert trainee.told == [("R-RED", CLAM, False)]
    trainee.rise()
    ready = trainee.room.sessions.begin(Kind.SESSION)
    assert [part.dose.sets for part in ready.parts] == [2, 2, 2]
    assert len(trainee.told) == 1


def test_a_set_fewer_of_all_may_be_declined_and_what_it_does_not_name_is_ignored(trainee) -> None:
    trainee.train(Review(worst=6, declined=frozenset({"", CLAM})))
    assert trainee.told == [("R-RED", "", False)]


def test_a_review_without_its_run_decides_nothing(trainee) -> None:
    room = trainee.room
    room.rate(2)
    guided = room.guide(room.sessions.begin(Kind.SESSION))
    room.play(guided)
    room.store.runs.replace(replace(room.diary.runs[0], ended_on=room.clock().date()))
    done = room.sessions.keep_review(guided.session, Review(worst=7, declined=frozenset({""})))
    assert (done.pain_worst, room.diary.decisions) == (7, ())


# ---------------------------------------------------------------------------- declined later


def test_a_step_that_is_declined_in_the_morning_can_be_taken_back(earning) -> None:
    earning.rise()
    back = earning.coach.decline(earning.room.diary.decisions[0])
    assert earning.level(CLAM) == "yellow"
    earning.open()
    assert earning.told[0] == ("R-UP", CLAM, False)
    back = earning.coach.decline(earning.room.diary.decisions[1])
    assert earning.level(LIFT) == "none"
    back()
    assert earning.level(LIFT) == "hold-4"


def test_once_a_session_is_done_by_it_a_step_is_no_longer_declined(earning) -> None:
    earning.rise()
    step = earning.room.diary.decisions[0]
    session = earning.room.sessions.begin(Kind.SESSION).session
    with pytest.raises(NotAllowed, match="A session was begun since"):
        earning.coach.decline(step)
    earning.room.store.sessions.delete(session.id)
    earning.room.store.decisions.delete(step.id)
    with pytest.raises(NotAllowed, match="not in the diary any more"):
        earning.coach.decline(step)


def test_what_is_due_but_not_stored_is_stored_with_the_rest_as_declined(earning) -> None:
    room = earning.room
    room.later(hours=20)
    session = room.diary.sessions[-1]
    rating = room.store.pain_ratings.add(PainRating(at=room.now, score=2))
    room.store.sessions.replace(replace(session, next_morning=rating.id))
    found = begun(room.diary, room.catalogue, room.diary.runs[0], room.now)
    assert [d.id for d in found.new] == ["", ""]
    back = earning.coach.decline(found.new[1])
    assert earning.told == [("R-UP", CLAM, True), ("R-UP", LIFT, False)]
    back()
    assert earning.told == []


def test_the_flare_up_question_is_answered_with_no_once(trainee) -> None:
    trainee.train()
    for score in (2, 5, 5):
        trainee.rise(score)
        if score == 2:
            trainee.train()
        else:
            trainee.room.rate(score)
    room = trainee.room

    def question():
        diary = room.diary
        case = case_of(diary, room.catalogue, diary.runs[0], room.now)
        return next((spell for spell in spells(case) if spell.rule == "R-FLARE"), None)

    asked = question()
    assert asked is not None
    back = trainee.coach.decline(spell_decision(asked, room.now))
    assert trainee.told[-1] == ("R-FLARE", "", False)
    assert question() is None
    back()
    assert question() == asked
