"""No session goes past a sign, a rest day or a question, whatever is pressed, killed or full."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from hipcoach.core.gate import Asked
from hipcoach.core.session import WARNING_SIGN, SessionState
from hipcoach.store.errors import NotSaved

CONTROL = Qt.KeyboardModifier.ControlModifier


def starts_nothing(desktop) -> None:
    """Neither Start nor its key leads to a session."""
    for start in ("Start session", "Start a session now", "Start easy day"):
        if desktop.shows(start):
            desktop.press(start)
            assert not desktop.plays
            if desktop.shown == "safety":
                desktop.press("Back")
    desktop.key(Qt.Key.Key_Return, CONTROL)
    assert not desktop.plays


# Something is new


def test_something_new_holds_until_its_whole_list_is_answered(settled) -> None:
    settled.press("Start session", "Something is new")
    settled.answer_pages(pages=1)
    settled.press("Back", "Back")
    assert settled.shown == "today"
    assert settled.screener.standing().asked is Asked.FULL
    starts_nothing(settled)


def test_something_new_holds_over_a_kill_in_the_middle_of_its_list(settled) -> None:
    settled.press("Start session", "Something is new")
    settled.answer_pages(pages=2)
    settled.kill()
    starts_nothing(settled)


def test_the_list_opens_with_the_focus_on_its_first_answer(settled) -> None:
    settled.press("Start session", "Something is new")
    assert settled.focused().accessibleName().startswith("No, none of these")


def test_something_new_and_back_at_once_asks_the_whole_screening(settled) -> None:
    settled.press("Start session", "Something is new", "Back")
    starts_nothing(settled)


def test_after_the_whole_list_the_same_session_begins_anew(settled) -> None:
    settled.press("Easier today", "Something is new")
    settled.answer_pages()
    assert settled.plays
    assert settled.session.program == "easier-today"


def test_after_the_whole_list_an_easy_day_begins_anew(settled) -> None:
    settled.press("Start session", "6", "Something is new")
    settled.answer_pages()
    assert settled.plays
    assert settled.session.program == "easy-day"


def test_a_sign_that_a_full_disk_refused_is_not_forgotten(settled, qtbot) -> None:
    settled.press("Start session")
    settled.disk.left = 0
    with qtbot.capture_exceptions():
        settled.press("Something is new")
    assert not settled.plays
    settled.disk.left = None
    while settled.shown == "safety":
        settled.press("Back")
    starts_nothing(settled)


def test_a_sharp_pain_that_a_full_disk_refused_is_not_gone_on_with(settled, qtbot) -> None:
    settled.press("Start session", "I am ready")
    settled.play(13)
    settled.press("This hurts")
    settled.disk.left = 0
    with qtbot.capture_exceptions():
        settled.press("Sharp")
    assert settled.shown == "safety"
    settled.press("Back")
    settled.disk.left = None
    assert settled.shown == "today"
    if settled.shows("Resume"):
        settled.press("Resume")
    assert not settled.plays


# New below the knee


def told_below_knee(desktop) -> None:
    desktop.press("Start session", "I am ready")
    desktop.play(13)
    desktop.press("This hurts", "3", "below the knee, left")


@pytest.mark.parametrize("way", ["end", "leave", "kill"])
def test_new_pain_below_the_knee_asks_the_list_on_every_way(settled, way: str) -> None:
    told_below_knee(settled)
    if way == "kill":
        settled.kill()
    else:
        settled.key(Qt.Key.Key_Escape)
        settled.press("End the session" if way == "end" else "Leave for now")
    assert settled.screener.standing().asked is Asked.FULL
    if settled.shows("Resume"):
        settled.press("Resume")
        assert not settled.plays
        settled.press("Back")
        settled.press("Keep what was done")
    starts_nothing(settled)


# Pain now


@pytest.mark.parametrize("score", [6, 8])
def test_a_pain_that_a_full_disk_refused_does_not_go_on(settled, qtbot, score: int) -> None:
    settled.press("Start session")
    settled.disk.left = 0
    with qtbot.capture_exceptions() as told:
        settled.press(str(score))
    assert "disk" in "".join(str(error) for _, error, _ in told) + settled.texts
    settled.play(60)
    assert not settled.plays
    assert settled.shown == "today"


def test_an_easy_day_that_a_full_disk_refused_leads_to_today(settled, qtbot) -> None:
    settled.press("Start session")
    settled.disk.left = 1
    with qtbot.capture_exceptions():
        settled.press("6")
    assert settled.shown == "today"
    assert settled.window.may_close


def test_a_pain_of_8_counts_under_a_clock_put_back(settled) -> None:
    settled.press("3")
    settled.wall -= timedelta(minutes=5)
    settled.press("Start session", "8")
    assert not settled.plays
    starts_nothing(settled)


def test_6_then_3_stays_the_easy_day_and_8_ends_it(settled) -> None:
    settled.press("Start session", "6", "3")
    assert settled.plays
    assert settled.session.program == "easy-day"
    settled.press("8")
    assert settled.shown == "today"
    starts_nothing(settled)


# The day


def test_a_session_paused_overnight_is_over_in_the_morning(settled) -> None:
    settled.press("Start session", "I am ready")
    settled.play(15 * 6)
    settled.key(Qt.Key.Key_Space)
    settled.later(hours=23)
    settled.slept = True
    settled.key(Qt.Key.Key_Space)
    assert not settled.plays
    assert settled.session.state is SessionState.ENDED_EARLY
    assert settled.session.ended_at.date() == settled.session.day


@pytest.mark.parametrize("choice", ["Easier version", "End the session"])
def test_this_hurts_left_open_overnight_does_not_go_on(settled, choice: str) -> None:
    settled.press("Start session", "I am ready")
    settled.play(15 * 6)
    settled.press("This hurts", "2")
    settled.later(hours=23)
    settled.press(choice)
    settled.button("Go on" if choice != "End the session" else "End")
    settled.key(Qt.Key.Key_Return)
    assert not settled.plays
    assert settled.session.state is SessionState.ENDED_EARLY


def test_a_session_over_midnight_goes_on(settled) -> None:
    settled.later(hours=14, minutes=55)
    settled.press("Start session", "I am ready")
    settled.later(minutes=10)
    settled.key(Qt.Key.Key_Space)
    settled.key(Qt.Key.Key_Space)
    assert settled.plays


def test_a_session_left_yesterday_is_ended_while_the_window_stays_open(settled) -> None:
    settled.press("Start session", "I am ready")
    settled.play(15 * 6)
    settled.key(Qt.Key.Key_Escape)
    settled.press("Leave for now")
    settled.later(days=1)
    assert settled.session.state is SessionState.ENDED_EARLY
    assert not settled.shows("Resume")


def test_a_sleep_in_the_first_position_pauses(settled) -> None:
    settled.press("Start session")
    settled.slept = True
    settled.play(0)
    settled.later(hours=1)
    assert settled.plays
    assert settled.guided.player.state == "paused"


# Undo


def test_undo_does_nothing_behind_a_session(settled) -> None:
    settled.press("3", "Start session")
    settled.key(Qt.Key.Key_Z, CONTROL)
    assert settled.ratings_kept == [(3, ("before-session",))]


def test_undo_is_over_with_the_next_change(settled) -> None:
    settled.press("3", "Start session")
    settled.key(Qt.Key.Key_Escape)
    settled.press("Leave for now")
    assert not settled.shows("Undo")
    settled.key(Qt.Key.Key_Z, CONTROL)
    assert settled.ratings_kept == [(3, ("before-session",))]


def test_undo_of_the_rest_day_brings_back_what_was_before(settled) -> None:
    settled.press("6")
    settled.later(minutes=1)
    settled.press("8")
    starts_nothing(settled)
    settled.key(Qt.Key.Key_Z, CONTROL)
    assert settled.shows("Start easy day")


def test_an_undo_that_a_full_disk_refused_can_be_tried_again(settled, qtbot) -> None:
    settled.press("8")
    settled.disk.left = 0
    with qtbot.capture_exceptions() as told:
        settled.press("Undo")
    assert [type(error) for _, error, _ in told] == [NotSaved]
    settled.disk.left = None
    settled.press("Undo")
    assert settled.ratings_kept == []


# Pressed twice, held down


def test_a_double_click_rates_once(settled) -> None:
    settled.double_press("4")
    assert settled.ratings_kept == [(4, ())]


def test_enter_twice_rates_once(settled) -> None:
    settled.key(Qt.Key.Key_N, CONTROL)
    settled.key(Qt.Key.Key_4)
    settled.key(Qt.Key.Key_Return)
    assert settled.ratings_kept == [(4, ())]


def test_a_double_click_on_start_presses_nothing_in_the_session(settled) -> None:
    settled.double_press("Start session")
    assert settled.plays
    assert settled.guided.player.state == "playing"
    assert not settled.guided.player.phase.works


def test_enter_twice_on_start_leaves_the_time_to_get_into_position(settled) -> None:
    settled.button("Start session").setFocus()
    settled.key(Qt.Key.Key_Return)
    settled.key(Qt.Key.Key_Return)
    assert settled.plays
    assert not settled.guided.player.phase.works


@pytest.mark.parametrize(
    ("key", "text"), [(Qt.Key.Key_Return, "\r"), (Qt.Key.Key_Space, " "), (Qt.Key.Key_H, "h")]
)
def test_a_held_key_does_nothing_in_the_session(settled, key: Qt.Key, text: str) -> None:
    settled.press("Start session")
    for _ in range(5):
        settled.repeat(key, text)
    assert settled.guided.player.state == "playing"
    assert not settled.guided.player.phase.works
    assert settled.session.events == ()


@pytest.mark.parametrize(
    "key",
    [Qt.Key.Key_1, Qt.Key.Key_Comma, Qt.Key.Key_N, Qt.Key.Key_Return, Qt.Key.Key_Z],
)
def test_the_keys_of_the_window_lead_nowhere_from_session_stop_and_first_run(
    desktop, key: Qt.Key
) -> None:
    desktop.open()
    desktop.key(key, CONTROL)
    assert desktop.shown == "first-run"
    desktop.press("Continue", "Yes, at least one", "Continue")
    desktop.key(key, CONTROL)
    assert desktop.shown == "first-run"


# Sessions of nothing, and the warning sign in its place


def test_a_session_that_is_ended_at_once_takes_nothing_from_the_day(settled) -> None:
    settled.press("Start session")
    settled.key(Qt.Key.Key_Escape)
    settled.press("End the session")
    assert settled.shown == "today"
    assert settled.shows("Start session")


def test_the_sign_in_a_session_is_asked_before_its_review(settled) -> None:
    settled.press("Start session", "I am ready")
    settled.play(15 * 6)
    settled.press("This hurts", "Sharp")
    assert settled.session.events[-1].choice == WARNING_SIGN
    settled.press("Yes, at least one", "Continue", "Leave for now")
    assert settled.shown == "today"
    starts_nothing(settled)
