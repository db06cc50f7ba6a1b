"""This hurts: stops at once, offers by the answer, and never goes on by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from hipcoach.core.events import PlayerState
from hipcoach.core.hurt import Choice
from hipcoach.core.pain import Place
from hipcoach.core.parts import part
from hipcoach.core.run import Times
from hipcoach.core.session import WARNING_SIGN, EventKind, SessionState

Key = Qt.Key


@pytest.fixture
def hurting(played):
    """Stopped by "this hurts" in the third repetition."""
    played.begin()
    played.pass_time(20 + 6 * 2 + 1)
    played.press(Key.Key_H)
    return played


def answer(played, score):
    played.page.frame.hurt.question.scale.type_digit(score)


def offered(played):
    return played.page.frame.hurt.offers._offers


def test_it_stops_at_once_and_is_on_the_disk_before_any_question(hurting):
    assert hurting.guided.player.state is PlayerState.PAUSED
    assert hurting.saved[-1].events[-1].kind is EventKind.HURT
    assert offered(hurting) == ()
    assert not hurting.page.frame.hurt.go_on.isEnabled()


@pytest.mark.parametrize(
    ("score", "choices", "marked", "words"),
    [
        (2, tuple(Choice), None, "Go on"),
        (3, tuple(Choice), Choice.EASIER, "Go on, easier"),
        (6, (Choice.SKIP, Choice.END), None, "Go on"),
        (8, (Choice.END,), Choice.END, "End the session"),
    ],
)
def test_the_offers_follow_the_score(hurting, score, choices, marked, words):
    answer(hurting, score)
    hurt = hurting.page.frame.hurt
    assert offered(hurting) == choices
    assert hurt.offers.choice is marked
    assert hurt.go_on.text() == words
    assert hurting.guided.session.events[-1].score == score
    assert hurting.guided.player.state is PlayerState.PAUSED


@pytest.mark.parametrize(
    ("rung", "name"),
    [
        ("yellow", "Easier version: no band, One step lower, same reps"),
        ("none", "Easier version: half the range, Same reps"),
    ],
)
def test_the_easier_version_is_named(played, rung, name):
    clam, *others = played.ready.parts
    step = clam.ladder.rung(rung)
    made = part(clam.asked, clam.ladder, step, played.catalogue, Times())
    played.ready = replace(played.ready, parts=(made, *others))
    played.begin()
    played.pass_time(20 + 6 * 2 + 1)
    played.press(Key.Key_H)
    answer(played, 4)
    tile = played.page.frame.hurt.offers._tiles[Choice.EASIER]
    assert tile.isVisible()
    assert tile.accessibleName() == name


def test_a_typed_1_and_0_make_10(hurting):
    hurt = hurting.page.frame.hurt
    hurting.press(Key.Key_1, on=hurt)
    assert offered(hurting) == ()
    hurting.press(Key.Key_0, on=hurt)
    assert hurting.guided.session.events[-1].score == 10


def test_enter_waits_while_a_typed_1_may_become_10(hurting):
    hurt = hurting.page.frame.hurt
    answer(hurting, 4)
    hurting.press(Key.Key_1, on=hurt)
    hurting.press(Key.Key_Return, on=hurt)
    assert hurt.isVisible()
    assert hurting.guided.player.state is PlayerState.PAUSED


def test_letters_and_arrows_choose_and_enter_confirms(hurting):
    hurt = hurting.page.frame.hurt
    hurting.press(Key.Key_4, on=hurt)
    hurting.press(Key.Key_S, on=hurt, text="s")
    assert hurt.offers.choice is Choice.SKIP
    hurting.press(Key.Key_Up, on=hurt)
    assert hurt.offers.choice is Choice.FEWER
    assert hurting.guided.player.state is PlayerState.PAUSED
    hurting.press(Key.Key_Return, on=hurt)
    assert hurting.guided.part.dose.high == 8
    assert hurting.page.frame.play.isVisible()
    assert hurting.guided.player.phase.point.rep == 3


def test_a_letter_that_is_not_on_offer_does_nothing(hurting):
    hurt = hurting.page.frame.hurt
    answer(hurting, 8)
    hurting.press(Key.Key_E, on=hurt, text="e")
    assert hurt.offers.choice is Choice.END


@pytest.mark.parametrize("score", [None, 0, 8])
def test_a_warning_sign_ends_the_session_in_every_case(hurting, score):
    if score is not None:
        answer(hurting, score)
    hurting.page.frame.hurt.sign.click()
    (name, session) = hurting.told[-1]
    assert name == "warning_told"
    assert session.state is SessionState.ENDED_EARLY
    assert session.events[-1].choice == WARNING_SIGN
    assert hurting.page.guided is None


def test_pain_that_is_new_below_the_knee_leaves_one_way(hurting):
    hurt = hurting.page.frame.hurt
    answer(hurting, 2)
    hurt.question._places[Place.BELOW_KNEE_LEFT].click()
    assert offered(hurting) == (Choice.END,)
    hurt.go_on.click()
    assert hurting.told[-1][0] == "warning_told"


def test_pain_below_the_knee_that_is_known_is_a_place_like_others(played):
    played.begin(known=frozenset({Place.BELOW_KNEE_LEFT}))
    played.to_work()
    played.press(Key.Key_H)
    answer(played, 2)
    played.page.frame.hurt.question._places[Place.BELOW_KNEE_LEFT].click()
    assert offered(played) == tuple(Choice)
    assert played.guided.session.events[-1].places == (Place.BELOW_KNEE_LEFT,)


def test_a_session_left_at_the_question_opens_with_it(hurting):
    answer(hurting, 4)
    session = hurting.guided.session
    hurting.begin(session=session)
    hurt = hurting.page.frame.hurt
    assert hurt.isVisible()
    assert (hurt.score, hurt.offers.choice) == (4, Choice.EASIER)
    assert hurting.guided.player.state is PlayerState.READY
    hurt.go_on.click()
    assert hurting.guided.player.state is PlayerState.PLAYING
    assert hurting.page.frame.play.isVisible()


def test_one_left_before_the_answer_asks_it_again(hurting):
    session = hurting.guided.session
    assert session.events[-1].score is None
    hurting.begin(session=replace(session))
    assert hurting.page.frame.hurt.isVisible()
    assert hurting.page.frame.hurt.score is None
