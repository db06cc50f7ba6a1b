"""Ratings entered, changed and deleted in the diary: kept whole, and opening nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hipcoach.core.gate import Permission
from hipcoach.core.opening import Kind
from hipcoach.core.pain import (
    BEFORE_SESSION,
    NEXT_MORNING,
    PainRating,
    Place,
    RatingKind,
)
from hipcoach.core.rating_form import RatingField, form_of, rating_of
from hipcoach.core.text import say
from hipcoach.journeys.entries import Entries
from hipcoach.journeys.errors import NotAllowed, Unfit
from hipcoach.store.errors import NotSaved

KNEE = (Place.BELOW_KNEE_LEFT,)


@pytest.fixture
def entries(settled) -> Entries:
    """The questions were answered a while ago."""
    settled.later(minutes=10)
    return Entries(settled.desk)


@pytest.fixture
def told(settled):
    """`told(score, **changes)`: a rating of now, not stored yet."""
    return lambda score=3, **changes: PainRating(
        **({"at": settled.desk.now(), "score": score} | changes)
    )


@pytest.fixture
def later(settled):
    """Ten minutes pass."""
    return lambda: settled.later(minutes=10)


def answer_new_signs(room) -> None:
    items = [item.id for page in room.screener.new_sign_pages() for item in page.items]
    room.screener.keep({item: room.answers()[item] for item in items}, {})


# Keeping


def test_a_new_rating_is_on_the_disk_and_can_be_taken_back(settled, entries, told) -> None:
    kept = entries.keep_rating(told(4, note="a", medicine="b", tags=("walk",)))
    settled.crash()
    (rating,) = settled.diary.pain_ratings
    assert (rating.id, rating.score, rating.note, rating.tags) == (kept.id, 4, "a", ("walk",))


def test_taking_back_a_new_rating_deletes_it(settled, entries, told) -> None:
    entries.keep_rating(told()).back()
    assert settled.diary.pain_ratings == ()


def test_a_change_keeps_what_the_panel_does_not_show(settled, entries, told, later) -> None:
    settled.rate(2)
    settled.sessions.begin(Kind.SESSION)
    (before,) = settled.diary.pain_ratings
    later()
    form = replace(form_of(before, settled.now.date()), note="stiff", tags=("walk",), ours=())
    kept = entries.keep_rating(replace(rating_of(form), session="", at=before.at))
    (changed,) = settled.diary.pain_ratings
    assert kept.id == before.id == changed.id
    assert (changed.tags, changed.session) == ((BEFORE_SESSION, "walk"), before.session)
    assert changed.note == "stiff"
    kept.back()
    assert replace(settled.diary.pain_ratings[0], updated_at=before.updated_at) == before


def test_hipcoachs_own_tags_cannot_be_given(settled, entries, told) -> None:
    entries.keep_rating(told(tags=(NEXT_MORNING, "walk")))
    assert settled.diary.pain_ratings[0].tags == ("walk",)


def test_what_cannot_be_is_refused_with_its_field(settled, entries, told) -> None:
    ahead = told(at=settled.now + timedelta(hours=25))
    problem = entries.problem(ahead)
    assert problem is not None
    assert problem.field is RatingField.WHEN
    for sure in (False, True):
        with pytest.raises(Unfit, match="in the future"):
            entries.keep_rating(ahead, sure=sure)
    assert settled.diary.pain_ratings == ()


def test_a_question_is_overruled_by_being_sure(settled, entries, told) -> None:
    entries.keep_rating(told(4, kind=RatingKind.WORST))
    above = told(5)
    problem = entries.problem(above)
    assert problem is not None
    assert problem.question
    with pytest.raises(Unfit, match="Is 5 right"):
        entries.keep_rating(above)
    entries.keep_rating(above, sure=True)
    assert [r.score for r in settled.diary.pain_ratings] == [4, 5]


@pytest.mark.parametrize("change", ["keep", "delete"])
def test_what_is_gone_can_be_neither_changed_nor_deleted(settled, entries, told, change) -> None:
    kept = entries.keep_rating(told())
    kept.back()
    changes = {
        "keep": lambda: entries.keep_rating(told(id=kept.id)),
        "delete": lambda: entries.delete_rating(kept.id),
    }
    with pytest.raises(NotAllowed, match="not in the diary any more"):
        changes[change]()


def test_a_deleted_rating_comes_back_with_its_id(settled, entries, told) -> None:
    kept = entries.keep_rating(told(3, note="a"))
    before = settled.diary
    back = entries.delete_rating(kept.id)
    assert settled.diary.pain_ratings == ()
    back()
    (rating,) = settled.diary.pain_ratings
    assert replace(rating, updated_at=None) == replace(before.pain_ratings[0], updated_at=None)


def test_a_deleted_morning_answer_is_asked_again_until_it_is_back(settled, entries) -> None:
    settled.leave(Kind.SESSION)
    settled.sessions.keep_left()
    settled.later(days=1)
    answer = settled.ratings.answer_morning(2)
    assert answer is not None
    back = entries.delete_rating(answer.id)
    assert len(settled.desk.due().morning_question) == 1
    back()
    assert settled.desk.due().morning_question == ()
    assert settled.diary.settings.morning_asked_on == settled.now.date()


@pytest.mark.parametrize("change", ["new", "changed", "deleted", "restored"])
def test_a_full_disk_changes_nothing(settled, entries, told, change) -> None:
    kept = entries.keep_rating(told(3))
    gone = entries.keep_rating(told(5))
    changes = {
        "new": lambda: entries.keep_rating(told(4)),
        "changed": lambda: entries.keep_rating(told(4, id=kept.id)),
        "deleted": lambda: entries.delete_rating(kept.id),
        "restored": entries.delete_rating(gone.id),
    }
    before = settled.diary
    settled.disk.left = 0
    with pytest.raises(NotSaved):
        changes[change]()
    assert settled.diary == before
    settled.crash()
    assert settled.diary == before


# Pain that closes


def test_a_new_rating_of_now_opens_as_on_today(settled, entries, told, later) -> None:
    settled.rate(9)
    later()
    entries.keep_rating(told(3))
    assert settled.sessions.permission() is Permission.SESSION


@pytest.mark.parametrize("kind", [RatingKind.WORST, RatingKind.LEAST])
def test_a_new_rating_of_another_kind_opens_nothing(settled, entries, told, later, kind) -> None:
    settled.rate(9)
    later()
    entries.keep_rating(told(9, kind=kind))
    assert settled.sessions.permission() is Permission.REST_DAY


@pytest.mark.parametrize("change", ["easy day", "none", "kind", "date", "delete"])
def test_no_correction_lifts_a_rest_day(settled, entries, later, change) -> None:
    rating = settled.rate(9)
    later()
    earlier = rating.at - timedelta(hours=3)
    changes = {
        "easy day": lambda: entries.keep_rating(replace(rating, score=7)),
        "none": lambda: entries.keep_rating(replace(rating, score=0)),
        "kind": lambda: entries.keep_rating(replace(rating, kind=RatingKind.WORST)),
        "date": lambda: entries.keep_rating(replace(rating, at=earlier)),
        "delete": lambda: entries.delete_rating(rating.id),
    }
    with pytest.raises(NotAllowed, match="Rate your pain as it is now first"):
        changes[change]()
    assert settled.diary.pain_ratings == (rating,)
    assert settled.sessions.permission() is Permission.REST_DAY


def test_a_correction_of_a_score_that_closed_is_free_once_pain_was_told_again(
    settled, entries, told, later
) -> None:
    ahead = entries.keep_rating(told(9, at=settled.now + timedelta(hours=5)))
    later()
    settled.rate(3)
    assert settled.sessions.permission() is Permission.REST_DAY
    entries.delete_rating(ahead.id)
    assert settled.sessions.permission() is Permission.SESSION


def test_an_answer_from_before_opens_nothing(settled, entries, told, later) -> None:
    settled.rate(3)
    later()
    ahead = entries.keep_rating(told(9, at=settled.now + timedelta(hours=5)))
    later()
    with pytest.raises(NotAllowed):
        entries.delete_rating(ahead.id)


def test_a_rating_dated_ahead_is_no_answer(settled, entries, told) -> None:
    settled.rate(9)
    with pytest.raises(NotAllowed):
        entries.keep_rating(told(2, at=settled.now + timedelta(minutes=30)))


def test_another_rating_turned_into_pain_now_opens_nothing(settled, entries, told, later) -> None:
    worst = entries.keep_rating(told(9, kind=RatingKind.WORST))
    settled.rate(8)
    later()
    with pytest.raises(NotAllowed):
        entries.keep_rating(told(2, id=worst.id))


def test_a_higher_score_closes(settled, entries, told, later) -> None:
    rating = settled.rate(3)
    later()
    entries.keep_rating(replace(rating, score=8))
    assert settled.sessions.permission() is Permission.REST_DAY


def test_the_note_of_a_rating_that_closes_can_be_changed(settled, entries) -> None:
    rating = settled.rate(9)
    entries.keep_rating(replace(rating, note="after the stairs"))
    assert settled.diary.pain_ratings[0].note == "after the stairs"


@pytest.mark.parametrize("change", ["rise", "delete"])
def test_pain_before_a_session_of_today_neither_rises_nor_goes(settled, entries, change) -> None:
    settled.rate(2)
    settled.leave(Kind.SESSION)
    settled.sessions.keep_left()
    (before,) = settled.diary.pain_ratings
    changes = {
        "rise": lambda: entries.keep_rating(replace(before, score=3)),
        "delete": lambda: entries.delete_rating(before.id),
    }
    with pytest.raises(NotAllowed, match="You can change it tomorrow"):
        changes[change]()
    entries.keep_rating(replace(before, score=1))
    settled.later(days=1)
    entries.delete_rating(before.id)


# Pain below the knee


@pytest.mark.parametrize("days_back", [0, 1, 400])
def test_pain_that_is_new_below_the_knee_asks_the_list(settled, entries, told, days_back) -> None:
    rating = told(3, at=settled.now - timedelta(days=days_back), places=KNEE)
    assert entries.asks_signs(rating)
    entries.keep_rating(rating)
    assert settled.sessions.permission() is Permission.ASK_FULL
    settled.later(minutes=1)
    answer_new_signs(settled)
    assert settled.sessions.permission() is Permission.SESSION
    assert not entries.asks_signs(told(3, places=KNEE))
    entries.keep_rating(told(3, places=KNEE))
    assert settled.sessions.permission() is Permission.SESSION


def test_other_places_ask_nothing(entries, told) -> None:
    assert not entries.asks_signs(told(3, places=(Place.THIGH_LEFT,)))
    assert not entries.asks_signs(told(3))


def test_below_the_knee_added_to_an_old_rating_asks_the_list(settled, entries, told, later) -> None:
    old = entries.keep_rating(told(3))
    settled.later(days=3)
    answer_new_signs(settled)
    later()
    rating = replace(settled.diary.pain_ratings[0], places=KNEE)
    assert entries.asks_signs(rating)
    entries.keep_rating(rating).back()
    assert settled.sessions.permission() is Permission.SESSION
    assert entries.keep_rating(rating).id == old.id
    assert settled.sessions.permission() is Permission.ASK_FULL


@pytest.mark.parametrize("change", ["untick", "delete"])
def test_a_sign_is_not_withdrawn_while_its_list_is_open(
    settled, entries, told, later, change
) -> None:
    entries.keep_rating(told(3, places=KNEE))
    rating, before = settled.diary.pain_ratings[0], settled.diary
    later()
    changes = {
        "untick": lambda: entries.keep_rating(replace(rating, places=())),
        "delete": lambda: entries.delete_rating(rating.id),
    }
    with pytest.raises(NotAllowed, match="Answer them on Today first"):
        changes[change]()
    assert settled.diary == before
    entries.keep_rating(replace(rating, at=rating.at - timedelta(days=400)))
    assert settled.sessions.permission() is Permission.ASK_FULL
    answer_new_signs(settled)
    entries.delete_rating(rating.id)


def test_a_note_on_a_rating_below_the_knee_asks_nothing_again(
    settled, entries, told, later
) -> None:
    entries.keep_rating(told(3, places=(*KNEE, Place.BELOW_KNEE_RIGHT)))
    later()
    answer_new_signs(settled)
    (rating,) = settled.diary.pain_ratings
    later()
    entries.keep_rating(replace(rating, note="both", places=KNEE))
    assert settled.sessions.permission() is Permission.SESSION
    assert settled.diary.pain_ratings[0].told_at == rating.told_at


def test_a_rating_of_before_keeps_the_moment_at_which_it_was_told(
    settled, entries, told, later
) -> None:
    """Dated back, it would count as answered by a list that was asked before it."""
    settled.store.pain_ratings.add(told(3, places=KNEE))
    (rating,) = settled.diary.pain_ratings
    later()
    assert settled.sessions.permission() is Permission.ASK_FULL
    entries.keep_rating(replace(rating, at=rating.at - timedelta(days=1)))
    assert settled.diary.pain_ratings[0].told_at == rating.at
    assert settled.sessions.permission() is Permission.ASK_FULL


def test_a_sign_of_a_session_is_not_hidden_by_a_rating_dated_back(
    settled, entries, told, later
) -> None:
    guided = settled.guide(settled.sessions.begin(Kind.SESSION))
    settled.play(guided, 2)
    guided.hurt()
    guided.answer(3, KNEE)
    settled.sessions.note_warning_sign(guided)
    assert settled.sessions.permission() is Permission.ASK_FULL
    later()
    entries.keep_rating(told(3, at=settled.now - timedelta(days=100), places=KNEE))
    assert settled.sessions.permission() is Permission.ASK_FULL


def test_each_refusal_is_a_sentence(settled, entries) -> None:
    rating = settled.rate(9)
    with pytest.raises(NotAllowed) as refused:
        entries.delete_rating(rating.id)
    assert str(refused.value) == say(refused.value.told)
