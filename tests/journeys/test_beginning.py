"""Beginning and resuming: what the gate or the day forbids cannot be begun in any way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from hipcoach.core.gate import Permission
from hipcoach.core.hurt import Choice
from hipcoach.core.opening import Kind
from hipcoach.core.pain import BEFORE_SESSION, PainRating
from hipcoach.core.run import ILL, Absence, Flare
from hipcoach.core.screening import Answer
from hipcoach.core.session import EASIER_TODAY, EASY_DAY, SessionState, Slot
from hipcoach.core.timeline import side_sets
from hipcoach.journeys.errors import NotAllowed
from hipcoach.store.errors import NotSaved


def refused(room, kind: Kind) -> str:
    """What begin says; nothing may be stored by it."""
    before = room.diary
    with pytest.raises(NotAllowed) as error:
        room.sessions.begin(kind)
    assert room.sessions.refusal(kind) == error.value.told
    assert room.diary == before
    return str(error.value)


def all_refused(room, words: str, kinds=tuple(Kind)) -> None:
    for kind in kinds:
        assert words in refused(room, kind)


# What stands in the way


@pytest.mark.parametrize("sign", ["saddle-feeling", "lump", "surgery"])
@pytest.mark.parametrize("shift", [{}, {"days": 1}, {"days": -1}, {"days": 400}, {"hours": -3}])
def test_a_sign_stops_every_kind_under_every_clock(settled, sign: str, shift: dict) -> None:
    settled.screener.keep({sign: Answer.YES}, {})
    settled.later(**shift)
    if settled.sessions.run() is None:
        settled.sessions.start_run("hips-three-twice")
    all_refused(settled, "No session while a warning sign is open.")


def test_without_a_screening_nothing_begins(room) -> None:
    room.sessions.start_run("hips-three-twice")
    all_refused(room, "The safety questions come first.")


def test_a_clock_put_back_behind_the_screening_asks_again(settled) -> None:
    settled.later(days=-2)
    settled.sessions.start_run("hips-three-twice")
    all_refused(settled, "The safety questions come first.")


@pytest.mark.parametrize("score", [8, 9, 10])
def test_pain_of_8_is_a_rest_day_until_a_lower_score(settled, score: int) -> None:
    settled.rate(score)
    assert settled.sessions.permission() is Permission.REST_DAY
    all_refused(settled, "At a pain of 8 or more no session.")
    settled.later(minutes=1)
    settled.rate(5)
    assert settled.sessions.begin(Kind.SESSION).session.pain_before


def test_pain_of_8_holds_under_a_clock_put_back(settled) -> None:
    settled.rate(8)
    settled.later(minutes=-9)
    all_refused(settled, "At a pain of 8 or more no session.")


@pytest.mark.parametrize("score", [6, 7])
def test_pain_of_6_or_7_allows_the_easy_day_only(settled, score: int) -> None:
    settled.rate(score)
    all_refused(settled, "only the easy day", (Kind.SESSION, Kind.EASIER))
    assert settled.sessions.begin(Kind.EASY_DAY).session.program == EASY_DAY


def test_the_permission_at_a_score_is_the_gates(settled) -> None:
    at = settled.sessions.permission_at
    told = [at(None), at(5), at(6), at(8)]
    assert told == [
        Permission.SESSION,
        Permission.SESSION,
        Permission.EASY_DAY,
        Permission.REST_DAY,
    ]
    settled.screener.keep({"lump": Answer.YES}, {})
    assert at(0) is Permission.URGENT


def test_while_ill_nothing_begins(settled) -> None:
    settled.store.absences.add(Absence(from_=settled.now.date(), reason=ILL))
    all_refused(settled, "free of fever")


def test_away_but_not_ill_a_session_may_begin(settled) -> None:
    settled.store.absences.add(Absence(from_=settled.now.date(), reason="travelling"))
    assert settled.sessions.begin(Kind.SESSION).session.slot is Slot.EXTRA


def test_in_a_flare_up_one_easy_day_a_day(settled) -> None:
    settled.store.flares.add(Flare(from_=settled.now.date()))
    all_refused(settled, "only the easy session", (Kind.SESSION, Kind.EASIER))
    settled.leave(Kind.EASY_DAY, sets=1)
    settled.sessions.keep_left()
    assert "enough for a day" in refused(settled, Kind.EASY_DAY)
    settled.later(days=1)
    assert settled.sessions.refusal(Kind.EASY_DAY) is None


def test_without_a_run_nothing_begins(room) -> None:
    room.screener.keep(room.answers(), {})
    all_refused(room, "No program is under way.")


def test_two_sessions_and_an_extra_one_are_a_day(settled) -> None:
    slots = []
    for hours in (6, 3, 1):
        slots.append(settled.leave(Kind.SESSION, sets=99).slot)
        settled.later(hours=hours)
    assert slots == [Slot.MORNING, Slot.EVENING, Slot.EXTRA]
    all_refused(settled, "Enough for today")


def test_after_a_red_session_the_second_one_is_cancelled(settled) -> None:
    guided = settled.guide(settled.sessions.begin(Kind.SESSION))
    settled.play(guided, 2)
    guided.hurt()
    guided.answer(7)
    guided.choose(Choice.END)
    settled.later(hours=6)
    settled.rate(1)
    all_refused(settled, "Enough for today")


def test_a_pain_told_during_a_session_holds_after_it_was_discarded(settled) -> None:
    guided = settled.guide(settled.sessions.begin(Kind.SESSION))
    guided.hurt()
    guided.answer(9)
    settled.crash()
    settled.sessions.discard_left()
    all_refused(settled, "At a pain of 8 or more no session.")


# What is begun


def test_a_begun_session_is_stored_with_the_rating_before_it(settled) -> None:
    rating = settled.rate(3)
    ready = settled.sessions.begin(Kind.SESSION)
    settled.crash()
    (session,), (before,) = settled.diary.sessions, settled.diary.pain_ratings
    assert session == ready.session
    assert (session.state, session.program) == (SessionState.RUNNING, "hips-three-twice")
    assert (session.pain_before, before.id) == (rating.id, rating.id)
    assert (before.tags, before.session) == ((BEFORE_SESSION,), session.id)


def test_pain_of_more_than_two_hours_ago_is_not_the_one_before(settled) -> None:
    settled.rate(3)
    settled.later(hours=3)
    assert settled.sessions.begin(Kind.SESSION).session.pain_before == ""


def test_easier_today_is_one_set_of_each_one_rung_lower(settled) -> None:
    whole = settled.sessions.begin(Kind.SESSION)
    settled.sessions.discard_left()
    ready = settled.sessions.begin(Kind.EASIER)
    assert ready.session.program == EASIER_TODAY
    assert ready.session.planned_sets == len(side_sets(ready.parts)) == 5
    assert [p.ladder for p in ready.parts] == [p.ladder for p in whole.parts]
    assert all(p.rung != w.rung for p, w in zip(ready.parts, whole.parts, strict=True))


def test_the_easy_day_has_a_stand_in(settled) -> None:
    ready = settled.sessions.begin(Kind.EASY_DAY, stand_in=True)
    assert [part.exercise.id for part in ready.parts] == ["abdominal-brace", "clamshell"]


def test_a_second_window_cannot_begin_beside_a_session(settled) -> None:
    settled.sessions.begin(Kind.SESSION)
    all_refused(settled, "resume it, keep it or discard it first")


def test_a_disk_that_refuses_begins_nothing(settled) -> None:
    settled.rate(3)
    before = settled.diary
    settled.disk.left = 0
    with pytest.raises(NotSaved):
        settled.sessions.begin(Kind.SESSION)
    assert settled.diary == before
    settled.crash()
    assert settled.diary.sessions == ()


# What was left


@pytest.mark.parametrize("kind", Kind)
def test_a_left_session_is_resumed_with_the_parts_that_it_began_with(settled, kind: Kind) -> None:
    began = settled.sessions.begin(kind)
    settled.play(settled.guide(began), 1)
    settled.crash()
    ready = settled.sessions.resume()
    assert ready is not None
    assert (ready.session.id, len(ready.session.sets)) == (began.session.id, 1)
    assert ready.parts == began.parts
    assert ready == settled.sessions.left()


def sign(room) -> None:
    room.screener.keep({"both-legs": Answer.UNSURE}, {})


def pain_of_8(room) -> None:
    room.rate(8)


def pain_of_6(room) -> None:
    room.rate(6)


def illness(room) -> None:
    room.store.absences.add(Absence(from_=room.now.date(), reason=ILL))


def flare_up(room) -> None:
    room.store.flares.add(Flare(from_=room.now.date()))


Stop = Callable[..., None]


@pytest.mark.parametrize("stop", [sign, pain_of_8, pain_of_6, illness, flare_up])
@pytest.mark.parametrize("kind", [Kind.SESSION, Kind.EASIER])
def test_no_stop_is_passed_by_resuming(settled, kind: Kind, stop: Stop) -> None:
    settled.leave(kind)
    settled.later(minutes=5)
    stop(settled)
    assert settled.sessions.resume() is None
    assert settled.sessions.left() is not None
    assert settled.sessions.refusal(kind) is not None
    settled.crash()
    assert settled.sessions.resume() is None


@pytest.mark.parametrize(
    ("stop", "goes_on"),
    [(sign, False), (pain_of_8, False), (illness, False), (pain_of_6, True), (flare_up, True)],
)
def test_an_easy_day_goes_on_where_the_easy_day_is_allowed(settled, stop, goes_on: bool) -> None:
    settled.leave(Kind.EASY_DAY, sets=1)
    settled.later(minutes=5)
    stop(settled)
    assert bool(settled.sessions.resume()) is goes_on


@pytest.mark.parametrize("days", [1, -1])
def test_under_another_day_nothing_is_resumed(settled, days: int) -> None:
    settled.leave(Kind.SESSION)
    settled.later(days=days)
    assert settled.sessions.left() is None
    assert settled.sessions.resume() is None
    settled.sessions.keep_left()
    settled.sessions.discard_left()
    assert settled.diary.sessions[0].state is SessionState.RUNNING


def test_what_was_left_is_kept_or_discarded(settled) -> None:
    left = settled.leave(Kind.SESSION)
    settled.sessions.keep_left()
    kept = settled.diary.sessions[0]
    assert (kept.state, kept.sets) == (SessionState.ENDED_EARLY, left.sets)
    assert kept.ended_at == left.sets[-1].ended_at
    settled.leave(Kind.SESSION)
    settled.sessions.discard_left()
    assert settled.diary.sessions[1].state is SessionState.DISCARDED


def test_sessions_left_on_an_earlier_day_end_as_they_were(settled) -> None:
    settled.leave(Kind.SESSION)
    settled.later(days=1)
    settled.sessions.begin(Kind.SESSION)
    settled.later(days=1)
    today = settled.sessions.begin(Kind.SESSION).session
    settled.sessions.close_old()
    states = [s.state for s in settled.diary.sessions]
    assert states == [SessionState.ENDED_EARLY, SessionState.DISCARDED, SessionState.RUNNING]
    assert settled.sessions.left().session.id == today.id


def test_a_session_without_its_run_ends_too(settled) -> None:
    session = settled.leave(Kind.SESSION)
    settled.store.sessions.replace(replace(session, run="gone"))
    assert settled.sessions.left() is None
    settled.sessions.close_old()
    assert settled.diary.sessions[0].state is SessionState.ENDED_EARLY
    assert settled.sessions.refusal(Kind.SESSION) is None


# The run


def test_a_new_program_ends_the_run_in_the_same_change(settled) -> None:
    first = settled.sessions.run()
    settled.later(days=3)
    second = settled.sessions.start_run("hips-five-hold")
    settled.crash()
    old, new = settled.diary.runs
    assert (old.id, old.ended_on) == (first.id, settled.now.date())
    assert (new, settled.sessions.run()) == (second, second)
    assert (new.program, new.started_on, new.changes) == ("hips-five-hold", settled.now.date(), ())


def test_a_program_changed_on_its_first_day_is_the_one_under_way(settled) -> None:
    second = settled.sessions.start_run("hips-five-hold")
    assert settled.sessions.run() == second
    assert settled.sessions.begin(Kind.SESSION).session.run == second.id


def test_a_run_that_the_disk_refuses_leaves_the_one_before(settled) -> None:
    first = settled.sessions.run()
    settled.disk.left = 0
    with pytest.raises(NotSaved):
        settled.sessions.start_run("hips-five-hold")
    settled.crash()
    assert settled.diary.runs == (first,)


def test_an_unknown_program_starts_nothing(settled) -> None:
    runs = settled.diary.runs
    with pytest.raises(KeyError):
        settled.sessions.start_run("hips-forty-times")
    assert settled.diary.runs == runs


def test_a_rating_dated_by_hand_does_not_hide_a_rest_day(settled) -> None:
    settled.rate(9)
    earlier = settled.now - timedelta(hours=1)
    settled.store.pain_ratings.add(PainRating(at=earlier, score=1))
    all_refused(settled, "At a pain of 8 or more no session.")
