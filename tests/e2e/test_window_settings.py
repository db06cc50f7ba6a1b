"""The settings, by keys alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.e2e.steps import nameless
from tests.e2e.window import Window

Start = Callable[..., Window]


def rest(window: Window) -> float:
    return window.diary().settings.times.rest


def test_a_rest_that_was_searched_for_is_changed_and_taken_back(on_sample: Start) -> None:
    window = on_sample()
    assert rest(window) == 30
    window.press("ctrl+comma", "ctrl+f")
    window.until_seen("Search settings", "EditableText")
    assert nameless(window) == []
    window.type("between")
    window.tab_to("Rest between sets, seconds")
    window.press("Up")
    window.until(lambda: rest(window) == 35, "the rest in the diary")
    window.press("ctrl+z")
    window.until(lambda: rest(window) == 30, "the rest as it was")


def test_f1_lists_the_keys_and_gives_the_focus_back(on_sample: Start) -> None:
    window = on_sample()
    before = window.focused()
    window.press("F1")
    window.until_seen(r"Ctrl\+N: .*")
    window.press("Escape")
    window.until(lambda: window.focused() == before, "the focus where it was")
    assert window.find(r"Ctrl\+N: .*") is None
