"""During and after a session: pain told in position, a sign, the review."""

from __future__ import annotations

import pytest

from hipcoach.core.admission import refusal_to_begin
from hipcoach.core.events import Finished, NotKept, PlayerState
from hipcoach.core.gate import Asked, Permission
from hipcoach.core.hurt import Choice
from hipcoach.core.opening import Kind
from hipcoach.core.pain import AFTER_SESSION, BEFORE_SESSION
from hipcoach.core.review import Review
from hipcoach.core.screening import Answer
from hipcoach.core.session import RED, WARNING_SIGN, EventKind, SessionState
from hipcoach.core.tempo import PhaseKind
from hipcoach.store.errors import NotSaved


@pytest.fixture
def guided(settled):
    """A session in its first get-in-position, 5 s after the start."""
    guided = settled.guide(settled.sessions.begin(Kind.SESSION))
    settled.seconds += 5
    guided.player.wake()
    return guided


def stored(room):
    return room.diary.sessions[-1]


# Pain told in position


def test_pain_told_in_position_is_the_pain_before_and_the_time_starts_anew(settled, guided) -> None:
    assert guided.player.remaining == 15
    assert settled.sessions.rate_before(guided, 3) is Permission.SESSION
    assert (guided.player.phase.kind, guided.player.remaining) == (PhaseKind.PREPARE, 20)
    rating = settled.diary.pain_ratings[-1]
    assert (rating.score, rating.tags, rating.session) == (3, (BEFORE_SESSION,), stored(settled).id)
    settled.play(guided, 2)
    assert stored(settled).pain_before == rating.id
    assert len(stored(settled).sets) == 2


def test_a_corrected_answer_leaves_one_rating_before_the_session(settled, guided) -> None:
    settled.sessions.rate_before(guided, 2)
    settled.seconds += 2
    settled.sessions.rate_before(guided, 4)
    first, second = settled.diary.pain_ratings
    assert (first.tags, first.session) == ((), "")
    assert (second.tags, stored(settled).pain_before) == ((BEFORE_SESSION,), second.id)


def test_what_hurts_is_judged_by_the_pain_told_in_position(settled, guided) -> None:
    settled.sessions.rate_before(guided, 1)
    settled.play(guided, 1)
    guided.hurt()
    assert guided.answer(4).choices == (Choice.SKIP, Choice.END)


def test_told_while_paused_the_player_stays_paused(settled, guided) -> None:
    guided.player.pause()
    settled.sessions.rate_before(guided, 2)
    assert guided.player.state is PlayerState.PAUSED


def test_told_later_the_set_under_way_goes_on(settled, guided) -> None:
    settled.play(guided, 1)
    phase = guided.player.phase
    settled.sessions.rate_before(guided, 2)
    assert guided.player.phase == phase


@pytest.mark.parametrize(
    ("score", "permission"),
    [(6, Permission.EASY_DAY), (8, Permission.REST_DAY), (10, Permission.REST_DAY)],
)
def test_too_much_pain_in_position_ends_the_session_for_every_key(
    settled, guided, score: int, permission: Permission
) -> None:
    player = guided.player
    assert settled.sessions.rate_before(guided, score) is permission
    assert stored(settled).state is SessionState.DISCARDED
    rating = settled.diary.pain_ratings[-1]
    assert (rating.score, rating.tags, stored(settled).pain_before) == (score, (), "")
    assert not any(isinstance(event, Finished) for event in settled.heard)
    assert guided.player is not player
    for press in (guided.start, guided.enter, guided.more, guided.player.resume, guided.end):
        press()
        settled.seconds += 60
        guided.player.wake()
    assert guided.player.state is PlayerState.READY
    assert (stored(settled).state, stored(settled).sets) == (SessionState.DISCARDED, ())


def test_pain_of_6_in_position_leads_to_the_easy_day(settled, guided) -> None:
    settled.sessions.rate_before(guided, 6)
    easy = settled.sessions.begin(Kind.EASY_DAY).session
    rating = settled.diary.rating(easy.pain_before)
    assert (rating.score, rating.session) == (6, easy.id)


def test_an_easy_day_goes_on_at_a_pain_of_7(settled) -> None:
    guided = settled.guide(settled.sessions.begin(Kind.EASY_DAY))
    assert settled.sessions.rate_before(guided, 7) is Permission.EASY_DAY
    assert stored(settled).state is SessionState.RUNNING
    assert guided.player.state is PlayerState.PLAYING


def test_too_much_pain_on_resuming_keeps_what_was_done(settled) -> None:
    left = settled.leave(Kind.SESSION)
    settled.later(minutes=10)
    guided = settled.guide(settled.sessions.resume())
    settled.sessions.rate_before(guided, 9)
    assert (stored(settled).state, stored(settled).sets) == (SessionState.ENDED_EARLY, left.sets)


def test_a_rating_that_the_disk_refuses_changes_nothing(settled, guided) -> None:
    settled.disk.left = 0
    with pytest.raises(NotSaved):
        settled.sessions.rate_before(guided, 9)
    settled.disk.left = None
    assert settled.diary.pain_ratings == ()
    assert guided.session == stored(settled)
    assert guided.player.state is PlayerState.PLAYING


# During


def test_every_side_set_is_on_the_disk_at_once(settled, guided) -> None:
    settled.play(guided, 3)
    settled.crash()
    assert len(stored(settled).sets) == 3


def test_a_full_disk_is_told_and_the_session_goes_on(settled, guided) -> None:
    settled.disk.left = 0
    settled.play(guided, 1)
    (told,) = (event for event in settled.heard if isinstance(event, NotKept))
    assert "full" in told.reason
    settled.disk.left = None
    settled.play(guided, 2)
    assert len(stored(settled).sets) == 2


# A warning sign


def test_a_sign_in_a_session_is_noted_with_its_end(settled, guided) -> None:
    settled.play(guided, 2)
    guided.hurt()
    settled.sessions.note_warning_sign(guided)
    session = stored(settled)
    assert (session.state, len(session.sets)) == (SessionState.ENDED_EARLY, 2)
    assert (session.events[-1].kind, session.events[-1].choice) == (EventKind.END, WARNING_SIGN)
    settled.crash()
    assert settled.screener.standing().asked is Asked.FULL
    assert "safety questions" in refusal(settled)


def test_something_new_before_the_first_set_leaves_no_session_but_asks(settled, guided) -> None:
    settled.sessions.note_warning_sign(guided)
    assert stored(settled).state is SessionState.DISCARDED
    settled.crash()
    assert "safety questions" in refusal(settled)
    settled.later(minutes=1)
    pages = settled.screener.new_sign_pages()
    settled.screener.keep({i.id: Answer.NO for page in pages for i in page.items}, {})
    assert settled.sessions.refusal(Kind.SESSION) is None


@pytest.mark.parametrize("sets", [0, 2])
def test_a_sign_that_a_full_disk_refused_is_stored_later(settled, guided, sets: int) -> None:
    settled.play(guided, sets)
    settled.disk.left = 0
    settled.sessions.note_warning_sign(guided)
    assert settled.screener.standing().asked is None
    with pytest.raises(NotSaved):
        settled.sessions.keep_ended(guided.session)
    settled.disk.left = None
    settled.sessions.keep_ended(guided.session)
    assert settled.screener.standing().asked is Asked.FULL
    before = settled.store.sessions.get(guided.session.id)
    settled.sessions.keep_ended(guided.session)
    assert settled.store.sessions.get(guided.session.id) == before


@pytest.mark.parametrize("writes", range(3))
def test_a_crash_while_a_sign_is_noted_does_not_lose_the_sign(settled, writes: int) -> None:
    guided = settled.guide(settled.sessions.begin(Kind.SESSION))
    settled.seconds += 5
    settled.disk.left = writes + 1
    try:
        settled.sessions.note_warning_sign(guided)
    except NotSaved:
        assert writes < 2
    settled.crash()
    settled.sessions.close_old()
    assert settled.screener.standing().asked is Asked.FULL
    assert settled.sessions.resume() is None


def refusal(room) -> str:
    told = refusal_to_begin(Kind.EASY_DAY, room.diary, room.catalogue, room.desk.due())
    assert told is not None
    return told.text


# The review


def test_the_review_and_the_pain_after_are_one_change(settled, guided) -> None:
    settled.sessions.rate_before(guided, 2)
    settled.play(guided)
    review = Review(tidy={0: 9}, effort=6, worst=6, after=3, note="Gut.")
    done = settled.sessions.keep_review(guided.session, review)
    settled.crash()
    assert stored(settled) == done
    assert (done.state, done.effort, done.pain_worst, done.note) == ("finished", 6, 6, "Gut.")
    assert (done.sets[0].tidy_reps, done.tag) == (9, RED)
    rating = settled.diary.rating(done.pain_after)
    assert (rating.score, rating.tags, rating.session) == (3, (AFTER_SESSION,), done.id)


def test_a_review_without_answers_is_kept_too(settled, guided) -> None:
    settled.play(guided)
    done = settled.sessions.keep_review(guided.session, Review())
    assert (done.effort, done.pain_after, done.tag) == (None, "", "")


def test_a_review_that_the_disk_refuses_is_not_half_kept(settled, guided) -> None:
    settled.play(guided)
    before = settled.diary
    settled.disk.left = 0
    with pytest.raises(NotSaved):
        settled.sessions.keep_review(guided.session, Review(effort=3, after=2))
    settled.crash()
    assert settled.diary == before


def test_a_bad_answer_is_refused_before_anything_is_stored(settled, guided) -> None:
    settled.play(guided)
    before = settled.diary
    with pytest.raises(ValueError, match="whole number from 0 to 10"):
        settled.sessions.keep_review(guided.session, Review(effort=11, after=2))
    assert settled.diary == before
