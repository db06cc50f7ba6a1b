"""The ways through the window: left at any moment, pressed twice, on a full disk, over a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from hipcoach.core.session import SessionState
from hipcoach.store.errors import NotSaved
from hipcoach.ui.controls.score_box import ScoreBox

CONTROL = Qt.KeyboardModifier.ControlModifier


def refused(told) -> None:
    """The disk refused, which the excepthook of the app says."""
    assert [type(error) for _, error, _ in told] == [NotSaved]


def to_program(desktop) -> None:
    desktop.open()
    desktop.press("Continue")
    desktop.answer_pages()


def to_kit(desktop) -> None:
    to_program(desktop)
    desktop.press("Continue", "No", "Continue")


# The first run


@pytest.mark.parametrize("days", [0, 1])
@pytest.mark.parametrize("pages", [0, 1, 6])
def test_a_screening_that_is_left_is_asked_again_from_its_first_page(desktop, pages, days) -> None:
    desktop.open()
    desktop.press("Continue")
    desktop.answer_pages(pages=pages)
    desktop.wall += timedelta(days=days)
    desktop.kill()
    assert desktop.shown == "first-run"
    assert "Topic 1 of 7" in desktop.texts
    assert desktop.diary.runs == ()


def test_the_program_and_the_kit_are_asked_for_the_next_day_where_they_were_left(desktop) -> None:
    to_program(desktop)
    desktop.wall += timedelta(days=1)
    desktop.kill()
    desktop.press("Continue", "No", "Continue")
    desktop.wall += timedelta(days=1)
    desktop.kill()
    assert desktop.shown == "first-run"
    desktop.press("None of them", "Continue")
    assert desktop.shown == "today"
    assert desktop.diary.settings.bands == ()


def test_a_stop_of_the_first_run_is_there_again_after_a_kill(desktop) -> None:
    desktop.open()
    desktop.press("Continue", "Yes, at least one", "Continue")
    desktop.wall += timedelta(days=3)
    desktop.kill()
    assert desktop.shown == "first-run"
    assert not desktop.shows("Continue")
    assert desktop.shows(desktop.desk.catalogue.texts["wrong-answer"])


def test_a_first_pain_of_8_leads_to_the_rest_day(desktop) -> None:
    to_kit(desktop)
    desktop.press("None of them", "Continue", "8", "Save")
    assert desktop.desk.catalogue.texts["rest-day"] in desktop.texts
    desktop.key(Qt.Key.Key_Return, CONTROL)
    assert desktop.shown == "today"


def test_a_double_click_answers_one_page_only(desktop) -> None:
    desktop.open()
    desktop.press("Continue", "No, none of these", "Continue", "No, none of these", "Continue")
    desktop.press("Back", "Back")
    assert "Topic 1 of 7" in desktop.texts
    desktop.double_press("Continue")
    assert "Topic 2 of 7" in desktop.texts


@pytest.mark.parametrize("step", ["screening", "program", "kit", "pain"])
def test_a_step_that_a_full_disk_refused_is_still_there(desktop, qtbot, step: str) -> None:
    ways = {"screening": 1, "program": 2, "kit": 3, "pain": 4}[step]
    desktop.open()
    desktop.press("Continue")
    last = ("No, none of these", "Continue")
    if ways >= 2:
        desktop.answer_pages()
        desktop.press("Continue")
        last = ("No", "Continue")
    if ways >= 3:
        desktop.press(*last)
        last = ("Red", "Continue")
    if ways >= 4:
        desktop.press(*last)
        last = ("3", "Save")
    desktop.press(last[0])
    before = desktop.diary
    desktop.disk.left = 0
    with qtbot.capture_exceptions() as told:
        desktop.press(last[1])
    refused(told)
    assert desktop.diary == before
    desktop.disk.left = None
    desktop.press(last[1])
    assert desktop.diary != before


# The program's end


def test_after_the_end_of_a_program_another_one_can_be_chosen(settled) -> None:
    run = settled.diary.runs[-1]
    settled.store.runs.replace(replace(run, ended_on=run.started_on))
    settled.later(minutes=1)
    settled.press("Choose a program")
    assert settled.shown == "program"
    settled.press("Three weeks with a band", "Start this program")
    assert settled.shown == "today"
    assert settled.shows("Start session")
    assert settled.diary.runs[-1].program == "band-abductors-3wk"
    settled.key(Qt.Key.Key_Z, CONTROL)
    assert settled.shows("Choose a program")


def test_past_its_weeks_a_program_goes_on(settled) -> None:
    settled.wall += timedelta(days=13)
    settled.press("Easier today")
    settled.play(3600)
    settled.press("Finish later")
    assert settled.session.state is SessionState.FINISHED


# The next morning


def done_yesterday(desktop) -> None:
    desktop.settle()
    desktop.open()
    desktop.press("Start session", "I am ready")
    desktop.play(15 * 6)
    desktop.key(Qt.Key.Key_Escape)
    desktop.press("End the session", "Finish later")
    desktop.later(days=1)


def test_a_morning_answer_after_noon_is_pain_now(desktop) -> None:
    done_yesterday(desktop)
    desktop.wall += timedelta(hours=4)
    desktop.press("7")
    assert desktop.ratings_kept == [(7, ())]
    assert desktop.session.next_morning == ""
    assert desktop.shows("Start easy day")


def test_a_morning_answer_of_8_is_the_rest_day_until_it_is_taken_back(desktop) -> None:
    done_yesterday(desktop)
    desktop.press("8")
    assert desktop.ratings_kept == [(8, ("next-morning",))]
    assert not desktop.shows("Start")
    assert isinstance(desktop.focused(), ScoreBox)
    desktop.key(Qt.Key.Key_Z, CONTROL)
    assert desktop.ratings_kept == []
    assert desktop.shows("Skip")


def test_a_morning_answer_that_a_full_disk_refused_is_asked_again(desktop, qtbot) -> None:
    done_yesterday(desktop)
    desktop.disk.left = 0
    with qtbot.capture_exceptions() as told:
        desktop.press("4")
    refused(told)
    assert not any(desktop.button(str(n)).isChecked() for n in range(1, 10))
    desktop.disk.left = None
    desktop.press("4")
    assert desktop.ratings_kept == [(4, ("next-morning",))]


# The review


def reviewing(desktop) -> None:
    desktop.press("Start session", "I am ready")
    desktop.play(15 * 6)
    desktop.key(Qt.Key.Key_Escape)
    desktop.press("End the session")
    assert desktop.shown == "review"


def test_a_double_click_saves_a_review_once_and_starts_nothing(settled) -> None:
    reviewing(settled)
    settled.double_press("Save session")
    assert settled.shown == "today"
    assert len(settled.diary.sessions) == 1


def test_a_review_that_a_full_disk_refused_can_be_saved_again(settled, qtbot) -> None:
    reviewing(settled)
    settled.press("3")
    settled.disk.left = 0
    with qtbot.capture_exceptions() as told:
        settled.press("Save session")
    refused(told)
    assert settled.shown == "review"
    settled.disk.left = None
    settled.press("Save session")
    assert settled.shown == "today"
    assert settled.ratings_kept == [(3, ("after-session",))]


def test_a_window_that_is_closed_during_the_review_offers_it_again(settled) -> None:
    reviewing(settled)
    settled.window.close()
    assert not settled.window.isVisible()
    settled.kill()
    assert settled.shows("Finish the review")


# Closing and killing


def test_closing_asks_in_a_session_and_only_there(settled) -> None:
    settled.press("Start session")
    settled.window.close()
    assert settled.window.isVisible()
    assert settled.guided.player.state == "paused"
    settled.press("Leave for now")
    settled.window.close()
    assert not settled.window.isVisible()


@pytest.mark.parametrize("seconds", [0, 13, 15 * 6 + 3])
def test_a_session_that_was_killed_goes_on_or_is_kept(settled, seconds: int) -> None:
    settled.press("Start session", "I am ready")
    settled.play(seconds)
    done = settled.session.sets
    settled.kill()
    settled.press("Resume")
    assert settled.plays
    assert settled.guided.session.sets == done
    assert not settled.guided.player.phase.works


def test_a_killed_session_of_yesterday_is_over(settled) -> None:
    settled.press("Start session", "I am ready")
    settled.play(15 * 6 + 3)
    settled.wall += timedelta(days=1)
    settled.kill()
    settled.key(Qt.Key.Key_1, CONTROL)
    assert settled.session.state is SessionState.ENDED_EARLY
    assert not settled.shows("Resume")


def test_a_full_disk_at_the_start_still_opens_the_window(settled) -> None:
    settled.press("Start session", "I am ready")
    settled.play(15 * 6 + 3)
    settled.key(Qt.Key.Key_Escape)
    settled.press("Leave for now")
    settled.wall += timedelta(days=1)
    settled.disk.left = 0
    settled.navigator.open()
    settled.key(Qt.Key.Key_1, CONTROL)
    assert settled.shown == "today"
    assert settled.session.state is SessionState.RUNNING
    settled.disk.left = None
    settled.later(minutes=1)
    assert settled.session.state is SessionState.ENDED_EARLY


def test_a_start_that_a_full_disk_refused_stays_on_today(settled) -> None:
    settled.disk.left = 0
    settled.press("Start session")
    assert settled.shown == "today"
    assert "disk" in settled.texts
    settled.disk.left = None
    settled.press("Start session")
    assert settled.plays


@pytest.mark.parametrize(
    "key",
    [Qt.Key.Key_1, Qt.Key.Key_Comma, Qt.Key.Key_N, Qt.Key.Key_Return, Qt.Key.Key_Z],
)
def test_the_keys_of_the_window_lead_nowhere_from_a_session(settled, key: Qt.Key) -> None:
    settled.press("Start session")
    settled.key(key, CONTROL)
    assert settled.plays
    assert settled.guided.player.state == "playing"
    assert not settled.guided.player.phase.works


# The day changes


def test_a_second_extra_session_is_refused_and_said(settled) -> None:
    for _ in range(3):
        settled.key(Qt.Key.Key_Return, CONTROL)
        assert settled.plays
        settled.play(3600)
        settled.press("Finish later")
        settled.later(hours=2)
    settled.key(Qt.Key.Key_Return, CONTROL)
    assert settled.shown == "today"
    assert len(settled.diary.sessions) == 3
    assert "Enough for today" in settled.texts


def test_after_midnight_an_open_today_starts_the_session_of_the_new_day(settled) -> None:
    settled.wall += timedelta(hours=15, minutes=30)
    settled.press("Start session")
    assert settled.session.day == settled.now().date()
    assert settled.session.slot == "morning"


def test_a_discarded_session_can_be_brought_back(settled) -> None:
    settled.press("Start session")
    settled.kill()
    settled.press("Discard")
    assert settled.session.state is SessionState.DISCARDED
    settled.key(Qt.Key.Key_Z, CONTROL)
    assert settled.session.state is SessionState.RUNNING
    assert settled.shows("Resume")
