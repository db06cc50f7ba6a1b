"""What is decided as sessions begin, entries are corrected, a flare-up ends; and the disk."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hipcoach.core.opening import Kind
from hipcoach.core.pain import PainRating
from hipcoach.core.review import Review
from hipcoach.core.run import RUNG, Change
from hipcoach.journeys.coach import MOMENT
from hipcoach.journeys.days_off import DaysOff
from hipcoach.journeys.entries import Entries
from hipcoach.journeys.errors import NotAllowed
from hipcoach.store.errors import NotSaved

CLAM, LIFT, BRIDGE = "clamshell-band", "quadruped-hip-extension", "single-leg-bridge"


# ---------------------------------------------------------------------------- as a session begins


def test_after_an_amber_first_session_the_second_one_is_one_set_and_says_so(trainee, calm) -> None:
    trainee.train(replace(calm, worst=4))
    trainee.room.later(hours=8)
    ready = trainee.room.sessions.begin(Kind.SESSION)
    assert {part.dose.sets for part in ready.parts} == {1}
    (told,) = trainee.room.diary.decisions
    assert (told.rule, told.at) == ("R-TWICE", ready.session.started_at - MOMENT)
    guided = trainee.room.guide(ready)
    trainee.room.play(guided, 2)
    assert trainee.room.sessions.resume().parts == tuple(guided.parts)


def test_easier_today_needs_no_such_decision(trainee, calm) -> None:
    trainee.train(replace(calm, worst=4))
    trainee.room.later(hours=8)
    trainee.room.sessions.begin(Kind.EASIER)
    assert trainee.told == []


def test_after_a_red_one_there_is_no_second_session(trainee, calm) -> None:
    trainee.train(replace(calm, worst=6))
    trainee.room.later(hours=8)
    with pytest.raises(NotAllowed, match="Enough for today"):
        trainee.room.sessions.begin(Kind.SESSION)


# ---------------------------------------------------------------------------- corrections


def test_a_corrected_morning_decides_anew_and_undone_it_never_did(earning) -> None:
    rating = earning.rise(4)
    kept = Entries(earning.room.desk).keep_rating(replace(rating, score=2))
    assert earning.told == [("R-UP", CLAM, True), ("R-UP", LIFT, True)]
    kept.back()
    assert earning.told == []
    assert [session.tag for session in earning.room.diary.sessions] == ["green", "amber"]


def test_a_deleted_rating_makes_the_tag_open_again(earning) -> None:
    rating = earning.rise(4)
    back = Entries(earning.room.desk).delete_rating(rating.id)
    assert [session.tag for session in earning.room.diary.sessions] == ["green", ""]
    back()
    assert [session.tag for session in earning.room.diary.sessions] == ["green", "amber"]


def test_an_entered_rating_that_shows_that_pain_did_not_settle_makes_it_easier(trainee) -> None:
    room = trainee.room
    trainee.train(Review(effort=5, worst=4, after=4))
    room.later(hours=24)
    kept = Entries(room.desk).keep_rating(PainRating(at=room.clock(), score=4))
    assert trainee.told == [("R-RED", "", True)]
    kept.back()
    assert trainee.told == []
    assert room.diary.sessions[0].tag == ""


def test_the_end_of_a_flare_up_lowers_what_went_down_already_no_further(trainee) -> None:
    room = trainee.room
    for exercise, rung in ((CLAM, "red"), (LIFT, "hold-4")):
        run = room.diary.runs[0]
        change = Change(at=room.clock(), exercise=exercise, what=RUNG, value=rung)
        room.store.runs.replace(replace(run, changes=(*run.changes, change)))
    trainee.train(Review(effort=5, worst=3, after=3), hurts=CLAM, score=4)
    days_off = DaysOff(room.desk)
    days_off.start_flare()
    room.later(hours=24)
    room.store.pain_ratings.add(PainRating(at=room.clock(), score=5))
    room.later(hours=30)
    back = days_off.end_flare()
    steps = {d.exercise: (d.rule, d.to) for d in room.diary.decisions}
    assert steps == {CLAM: ("R-RED", "yellow"), LIFT: ("R-FLARE", "none")}
    back()
    assert room.diary.decisions == ()
    assert days_off.flare() is not None


# ---------------------------------------------------------------------------- the disk


def morning(earning) -> None:
    earning.room.ratings.answer_morning(2)


def begin(earning) -> None:
    earning.room.sessions.begin(Kind.SESSION)


def correction(earning) -> None:
    rating = earning.room.diary.pain_ratings[-1]
    Entries(earning.room.desk).keep_rating(replace(rating, note="after all"))


@pytest.mark.parametrize("change", [morning, begin, correction], ids=lambda one: one.__name__)
def test_a_full_disk_leaves_all_as_it_was_and_later_it_settles_to_the_same_end(
    earning, change
) -> None:
    earning.room.later(hours=23)
    before = earning.room.diary
    earning.room.disk.left = 0
    with pytest.raises(NotSaved):
        change(earning)
    assert earning.room.diary == before
    earning.open()
    assert earning.room.diary == before
    change(earning)
    if change is not morning:
        assert earning.told == []
        return
    assert earning.told == [("R-UP", CLAM, True), ("R-UP", LIFT, True)]


@pytest.mark.parametrize("lost", range(4))
def test_a_power_cut_at_any_write_of_two_days_ends_with_the_same_levels(
    trainee, lost: int, calm
) -> None:
    """The review, the morning, the begin and its second morning: what was lost is done again."""
    steps = [trainee.train, trainee.rise, trainee.train, trainee.rise]
    for number, step in enumerate(steps):
        if number == lost and number % 2:
            trainee.room.later(hours=23)
            trainee.room.disk.left = 0
            with pytest.raises(NotSaved):
                trainee.room.ratings.answer_morning(2)
            trainee.open()
            trainee.room.ratings.answer_morning(2)
        elif number == lost:
            trainee.room.rate(2)
            guided = trainee.room.guide(trainee.room.sessions.begin(Kind.SESSION))
            trainee.room.play(guided)
            trainee.room.disk.left = 0
            with pytest.raises(NotSaved):
                trainee.room.sessions.keep_review(guided.session, calm)
            trainee.open()
            trainee.room.sessions.keep_review(guided.session, calm)
        else:
            step()
    assert trainee.told == [("R-UP", CLAM, True), ("R-UP", LIFT, True)]
    assert (trainee.level(CLAM), trainee.level(LIFT)) == ("red", "hold-4")
