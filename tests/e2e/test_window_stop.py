"""A stop of the screening: no key, no second start and no other clock leads past it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from hipcoach.composition import open_store
from hipcoach.core.screening import Severity
from hipcoach.core.session import SessionState
from tests.e2e.steps import begin_set, end_set, go_on, go_to_session, session_of
from tests.e2e.window import Window

Start = Callable[..., Window]

STOP = "Please get medical help now"
KEYS = (
    ("Return", "space", "Escape"),
    ("ctrl+Return",),
    ("ctrl+1",),
    ("ctrl+n", "5"),
    ("ctrl+comma",),
    ("F11",),
)
"""Every key of the window, and those that press or leave something elsewhere."""


def report_a_sign(window: Window) -> None:
    """Answer the page of the first signs with yes, by keys."""
    window.tab_to("No, none of these, .*")
    window.press("Right", "space")
    go_on(window)
    window.until_seen(STOP)


def assert_keys_do_not_pass(window: Window) -> None:
    """The stop stays, whatever is pressed; Tab afterwards shows that the key has arrived."""
    before = window.diary()
    for keys in KEYS:
        focused = window.focused()
        window.press(*keys, "Tab")
        window.until(lambda focused=focused: window.focused() != focused, "another focus")
        assert window.find(STOP), f"{keys} lead past the stop"
    assert window.diary() == before


def shift(home: Path, days: int) -> None:
    """What the diary looks like after the system's clock was moved back by so many days."""
    moved = timedelta(days=days)
    with open_store(home, write=True) as store, store.transaction():
        for it in store.screenings.all():
            store.screenings.replace(replace(it, at=it.at + moved))
        for run in store.runs.all():
            store.runs.replace(replace(run, started_on=run.started_on + moved))


@pytest.fixture
def stopped_first_run(window: Start) -> Window:
    new = window(painted="first-run")
    go_on(new)
    new.until_seen("Topic 1 of 7")
    report_a_sign(new)
    return new


@pytest.fixture
def stopped(on_sample: Start) -> Window:
    """A session in which a set was done, ended by a sign that is told as something new."""
    playing = on_sample(rate="10")
    go_to_session(playing)
    playing.press("space")
    begin_set(playing)
    end_set(playing)
    begin_set(playing)
    playing.press("h")
    playing.tab_to("Sharp, .*")
    playing.press("Return")
    playing.until_seen("Topic 1 of .*")
    report_a_sign(playing)
    return playing


def test_keys_do_not_pass_the_stop_of_the_first_run(
    stopped_first_run: Window, window: Start
) -> None:
    assert_keys_do_not_pass(stopped_first_run)
    assert stopped_first_run.diary().runs == ()
    stopped_first_run.press("ctrl+q")
    assert stopped_first_run.wait() == 0
    again = window(painted="first-run")
    again.until_seen(STOP)
    assert_keys_do_not_pass(again)


def test_leaving_the_stop_leads_to_no_session(stopped: Window, on_sample: Start) -> None:
    before = stopped.diary().sessions
    stopped.tab_to("Leave for now")
    stopped.press("Return")
    for window in (stopped, None):
        today = window or on_sample()
        today.until_seen("What to do", "Button")
        assert today.find("(Start|Easier|Resume).*", "Button") is None
        today.press("ctrl+Return")
        today.until_seen(STOP)
        assert today.diary().sessions == before
        today.tab_to("Leave for now")
        today.press("Return")
        today.until_seen("What to do", "Button")
        today.press("ctrl+q")
        assert today.wait() == 0


def test_a_session_that_was_left_is_not_resumed_past_a_stop(
    on_sample: Start, shell, tmp_path: Path
) -> None:
    playing = on_sample(rate="10")
    go_to_session(playing)
    playing.press("space")
    begin_set(playing)
    end_set(playing)
    playing.kill()
    with open_store(playing.home, write=True) as store:
        last = max(store.screenings.all(), key=lambda it: it.at)
        answers = {**last.answers, "saddle-feeling": "yes"}
        now = session_of(playing).started_at
        told = replace(last, id="", at=now, answers=answers, result=Severity.EMERGENCY)
        store.screenings.add(told)
    again = on_sample()
    again.until_seen("Keep what was done", "Button")
    assert again.find("Resume: .*", "Button") is None
    again.press("ctrl+Return")
    again.until_seen(STOP)
    assert session_of(again).state is SessionState.RUNNING
    assert len(again.diary().sessions) == len(playing.diary().sessions)


def test_the_terminal_does_not_pass_it_either(stopped: Window, shell) -> None:
    before = stopped.diary().sessions
    stopped.press("ctrl+q")
    stopped.wait()
    terminal = shell("play")
    terminal.until(STOP)
    terminal.press("\r\r\r")
    assert stopped.diary().sessions == before


@pytest.mark.parametrize("days", [-400, 8])
def test_no_clock_passes_it(stopped: Window, on_sample: Start, days: int) -> None:
    number = len(stopped.diary().sessions)
    stopped.press("ctrl+q")
    stopped.wait()
    shift(stopped.home, days)
    again = on_sample()
    again.press("ctrl+Return")
    again.until_seen(STOP)
    assert len(again.diary().sessions) == number


def test_a_second_window_shows_the_same_stop(stopped: Window) -> None:
    second = Window(stopped.environment, stopped.home)
    try:
        assert second.wait() == 0
    finally:
        second.close()
    assert stopped.find(STOP)
