"""The driver: absolute deadlines, late wake-ups, hidden windows, sleep, a full disk."""

from __future__ import annotations

import logging

import pytest
from PySide6.QtCore import Qt

from hipcoach.core.events import PlayerState
from hipcoach.core.session import EventKind
from hipcoach.ui.player.driver import LONGEST_SLEEP


def test_a_late_wake_up_loses_and_doubles_nothing(played):
    played.begin()
    played.pass_time(20)
    played.seconds += 6 * 3 + 0.4
    played.driver._on_boundary()
    assert played.guided.player.count == 3
    assert played.driver._milliseconds() == pytest.approx(min(1600, LONGEST_SLEEP), abs=1)
    played.seconds += 1.5
    assert played.driver._milliseconds() == pytest.approx(100, abs=1)


def test_of_several_late_cues_only_a_fresh_one_is_said(played):
    said = []
    played.begin()
    played.driver.said.connect(said.append)
    played.pass_time(20)
    played.seconds += 6 + 0.1
    played.driver._on_boundary()
    assert said[-1] == "Lift"
    count = len(said)
    played.seconds += 6 + 0.5
    played.driver._on_boundary()
    assert len(said) == count


def test_it_is_woken_often_enough_where_nothing_happens_by_itself(played):
    played.begin()
    played.to_work()
    played.guided.player.set_own_pace(True)
    played.driver._arm()
    assert played.driver.boundaries.isActive()
    assert played.driver._milliseconds() == LONGEST_SLEEP


def test_pictures_stop_when_hidden_or_minimised_and_boundaries_go_on(played):
    played.begin()
    played.to_work()
    assert played.driver.frames.isActive()
    played.page.hide()
    assert not played.driver.frames.isActive()
    assert played.driver.boundaries.isActive()
    played.page.show()
    assert played.driver.frames.isActive()
    played.page.showMinimized()
    assert not played.driver.frames.isActive()


def test_pictures_and_the_wakeful_screen_end_with_a_pause(played):
    played.begin()
    assert played.awake.held
    played.page._act(lambda guided: guided.player.pause())
    assert not played.awake.held
    assert not played.driver.frames.isActive()
    assert not played.driver.boundaries.isActive()


def test_after_a_sleep_it_is_paused_and_says_so(played):
    played.begin()
    played.to_work()
    played.asleep = True
    played.seconds += 3600
    played.driver._on_boundary()
    assert played.guided.player.state is PlayerState.PAUSED
    assert played.page.frame.notice.text == (
        "The computer slept, so the session paused where it was."
    )
    assert played.guided.session.events[-1].kind is EventKind.SLEPT


def test_what_could_not_be_written_is_said_until_a_set_was(played):
    played.begin()
    played.to_work()
    played.disk_full = True
    played.page._act(lambda guided: guided.enter())
    assert played.told == [("failed", "Not saved: the disk is full.")]
    assert played.page.frame.notice.text == "Not saved: the disk is full."
    played.disk_full = False
    played.pass_time(15 + 8)
    played.page._act(lambda guided: guided.enter())
    assert played.page.frame.notice.text == ""
    assert played.saved[-1].sets == played.guided.session.sets != ()


def test_every_boundary_and_the_drift_are_in_the_log_without_a_word_of_the_diary(played, caplog):
    caplog.set_level(logging.INFO, logger="hipcoach.player")
    played.begin()
    played.pass_time(20)
    played.seconds = 22.003
    played.driver._on_boundary()
    assert caplog.messages[-1] == "boundary late=3.00ms"
    played.seconds = 24.001
    played.driver._on_boundary()
    played.page._act(lambda guided: guided.end())
    assert caplog.messages[-1] == ("session planned=24.000s real=24.001s drift=1.00ms boundaries=6")
    name = played.ready.parts[0].exercise.id
    assert not any(name in line for line in caplog.messages)


def test_the_clock_s_rate_is_shown_where_it_is_not_1(played):
    rate = played.page.frame.top._rate
    played.begin()
    assert not rate.isVisible()
    played.rate = 20.0
    played.begin()
    assert (rate.isVisible(), rate.text()) == (True, "clock × 20")


def test_where_form_is_lost_the_reason_and_the_cue_stand_until_the_next_set_is_done(played):
    played.begin()
    played.to_work()
    played.pass_time(5 * 6)
    played.press(Qt.Key.Key_Down)
    played.pass_time(6)
    played.press(Qt.Key.Key_Down)
    assert [done.reps for done in played.guided.session.sets] == [4]
    why = "The last 2 were not tidy, so this set ends here, at 4. Top hip stays over bottom hip."
    assert played.page.frame.notice.text.startswith(why)
    played.pass_time(15 + 6)
    assert played.page.frame.notice.text.startswith(why)
    played.press(Qt.Key.Key_Return)
    assert played.page.frame.notice.text == ""
