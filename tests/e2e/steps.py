"""What a person does in the window, in steps that more than one test takes."""

from __future__ import annotations

import re
import subprocess
import sys

from hipcoach.core.session import Session
from tests.e2e.window import ROOT, Window

PAIN_NOW = "How strong is your back pain right now.*"
SESSION, RING = "Session", "ProgressBar"
IN_POSITION = "(Get in position|Switch sides|Rest), .*"
REPETITION = r"(Lift|Hold|Lower), .*rep \d+ of .*"


def answer_no_by_keys(window: Window, topics: int = 7) -> None:
    """Answer no to the whole screening."""
    for number in range(1, topics + 1):
        window.until_seen(f"Topic {number} of {topics}")
        window.tab_to("No, none of these, .*")
        window.press("space")
        go_on(window)


def answer_new_signs(window: Window) -> None:
    """Answer no to the list of new signs, however many pages it has."""
    number, last = 1, 1
    while number <= last:
        topic = window.until_seen(rf"Topic {number} of \d+").name
        last = int(topic.rsplit(" ", 1)[1])
        window.tab_to("No, none of these, .*")
        window.press("space")
        go_on(window)
        number += 1


def nameless(window: Window) -> list[str]:
    """What can take the focus on the page and has no name."""
    return [it.kind for it in window.see() if "focusable" in it.state and not it.name]


def told(window: Window, command: str) -> str:
    """What a command that only reads prints about the window's diary."""
    said = subprocess.run(
        [sys.executable, "-m", "hipcoach", "--data-dir", str(window.home), command],
        env=window.environment | {"PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"},
        check=True,
        capture_output=True,
        text=True,
    )
    return said.stdout


def go_on(window: Window, button: str = "Continue") -> None:
    """Press the button below a page of the first run by keys."""
    window.tab_to(button)
    window.press("Return")


def go_to_session(window: Window) -> None:
    """From Today into the first position, where time stands still before it began to run."""
    window.press("ctrl+Return", "space", delay=0)
    window.until_seen("Go on", "Button")


def begin_set(window: Window) -> None:
    """From getting into position to a repetition that was counted."""
    window.until_seen(IN_POSITION, RING)
    window.press("Return")
    window.until_seen(r".*, rep [1-9]\d* of .*", RING)


def end_set(window: Window) -> None:
    """End the set under way; it is stored then."""
    before = len(session_of(window).sets)
    window.press("Return")
    window.until(lambda: len(session_of(window).sets) > before, "the set in the diary")


def do_sets(window: Window, number: int) -> None:
    """So many side-sets, one after the other, each with a repetition or two."""
    for _ in range(number):
        begin_set(window)
        end_set(window)


def session_of(window: Window) -> Session:
    """The session that was started last, as it is stored."""
    return window.diary().sessions[-1]


def place(window: Window) -> tuple[str, int, str]:
    """The exercise, the set and the side that the player shows: ("Clamshell", 1, "left")."""
    strip = window.until_seen(".*, now, .*").name
    exercise = re.search(r"([^.]+), now, ", strip)
    ring = window.until_seen(".*, set .*", RING).name
    point = re.search(r"(left|right|both sides), set (\d)", ring)
    assert exercise
    assert point
    return exercise[1].strip(), int(point[2]), point[1]
