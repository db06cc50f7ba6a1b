"""The player's keys and controls in the real window."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hipcoach.core.session import EventKind, SessionState
from tests.e2e.steps import IN_POSITION, RING, begin_set, end_set, go_to_session, place, session_of
from tests.e2e.window import Window

Start = Callable[..., Window]


@pytest.fixture
def playing(on_sample: Start) -> Window:
    """A session, paused in its first position."""
    playing = on_sample(rate="10")
    go_to_session(playing)
    return playing


def events(window: Window, kind: EventKind) -> list[tuple[int | None, str]]:
    return [(it.score, it.choice) for it in session_of(window).events if it.kind is kind]


def test_this_hurts_stops_at_once_and_stays(on_sample: Start) -> None:
    playing = on_sample(rate="400")  # a set that went on would be over in a quarter of a second
    go_to_session(playing)
    playing.press("space", "Return", "h", delay=0)
    playing.until_seen("Paused. Ease out of it.")
    assert events(playing, EventKind.HURT) == [(None, "")]
    for digit, shown in (("4", 4), ("1", 1), ("7", 7)):
        playing.press(digit)
        playing.until_seen(f"How strong is it.*, {shown} of 10, .*")
        assert events(playing, EventKind.HURT) == [(shown, "")]
    playing.press("1", "0")
    playing.until_seen("How strong is it.*, 10 of 10, .*")
    assert playing.find("Skip this exercise, .*") is None
    assert playing.find("End the session, .*")
    assert session_of(playing).sets == ()


@pytest.mark.parametrize(
    ("letter", "choice", "button"),
    [
        ("e", "easier", "Go on, easier"),
        ("f", "fewer", "Go on, fewer reps"),
        ("s", "skip", "Skip this exercise"),
        ("x", "end", "End the session"),
    ],
)
def test_a_letter_chooses_and_enter_confirms(
    playing: Window, letter: str, choice: str, button: str
) -> None:
    playing.press("space")
    begin_set(playing)
    end_set(playing)
    begin_set(playing)
    playing.press("h", "4", letter)
    playing.until_seen(button, "Button")
    assert events(playing, EventKind.HURT)[-1] == (4, "")
    playing.press("Return")
    playing.until(lambda: events(playing, EventKind.HURT) == [(4, choice)], "the choice stored")
    if choice == "end":
        playing.until_seen("Save session", "Button")
        assert session_of(playing).state is SessionState.ENDED_EARLY
    else:
        playing.until_seen(IN_POSITION, RING)
        there = ("Heel lift", 1, "left") if choice == "skip" else ("Clamshell", 1, "right")
        assert place(playing) == there


def test_a_sharp_pain_ends_it_and_asks_the_list(playing: Window) -> None:
    playing.press("space")
    begin_set(playing)
    playing.press("h")
    playing.tab_to("Sharp, .*")
    playing.press("Return")
    playing.until_seen("Topic 1 of .*")
    assert events(playing, EventKind.END) == [(None, "warning-sign")]


@pytest.mark.parametrize("ask", ["escape", "ctrl+q", "button"])
def test_leaving_asks_first_and_loses_nothing(playing: Window, ask: str) -> None:
    playing.press("space")
    begin_set(playing)
    end_set(playing)
    begin_set(playing)
    if ask == "button":
        playing.press_close_button()
    else:
        playing.press("Escape" if ask == "escape" else ask)
    playing.until_seen("Paused. Leave the session.*")
    assert session_of(playing).state is SessionState.RUNNING
    playing.press("Escape")
    playing.until_seen("Go on", "Button")
    playing.press("Escape")
    playing.until_seen("Paused. Leave the session.*")
    playing.press("l")
    playing.until_seen("Resume: Clamshell, set 1, right", "Button")
    session = session_of(playing)
    assert (session.state, len(session.sets)) == (SessionState.RUNNING, 1)
    playing.press_close_button()
    assert playing.wait() == 0
    assert session_of(playing) == session


def test_f11_fills_the_screen_and_back(playing: Window) -> None:
    playing.press("F11")
    playing.until_seen("Leave full screen", "Button")
    playing.press("F11")
    playing.until_seen("Full screen", "Button")
    assert place(playing) == ("Clamshell", 1, "left")


def at_own_pace(playing: Window) -> None:
    """In a set that waits for its end; the switch has the focus."""
    playing.press("space")
    begin_set(playing)
    playing.tab_to("Own pace")
    playing.press("space")
    playing.until_seen("At your own pace, rep 12 of .*", RING)


def test_space_and_enter_belong_to_the_focused_control(playing: Window) -> None:
    at_own_pace(playing)
    assert playing.find("Pause", "Button"), "Space paused the session, too"
    playing.tab_to("Skip")
    playing.press("Return")
    playing.until(lambda: events(playing, EventKind.SKIP), "a skip in the diary")
    assert place(playing) == ("Clamshell", 1, "right")


def test_other_keys_are_the_players_wherever_the_focus_is(playing: Window) -> None:
    at_own_pace(playing)
    playing.press("Up")
    playing.until_seen("At your own pace, rep 13 of .*", RING)
    playing.press("Down", "Down")
    playing.until_seen("At your own pace, rep 11 of .*", RING)
    playing.press("Right")
    playing.until_seen(".*, right, set 1 .*", RING)
    playing.press("Left")
    playing.until_seen(".*, left, set 1 .*", RING)
    playing.press("h")
    playing.until_seen("Paused. Ease out of it.")
