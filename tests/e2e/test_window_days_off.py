"""A flare-up, by keys alone: first the warning list, then the diary has it."""

from __future__ import annotations

from collections.abc import Callable

from hipcoach.core.run import Flare
from tests.e2e.steps import answer_new_signs, nameless, told
from tests.e2e.window import Window

Start = Callable[..., Window]


def open_flares(window: Window) -> list[Flare]:
    return [flare for flare in window.diary().flares if flare.to is None]


def test_a_flare_up_begins_after_the_warning_list_and_is_taken_back(on_sample: Start) -> None:
    window = on_sample()
    window.tab_to(r"Having a flare-up\?")
    window.press("Return")
    window.tab_to("To the warning list")
    assert nameless(window) == []
    window.press("Return")
    assert open_flares(window) == []
    answer_new_signs(window)
    window.until(lambda: open_flares(window), "the flare-up in the diary")
    assert "Flare-up" in told(window, "today")
    window.press("ctrl+z")
    window.until(lambda: not open_flares(window), "the days as they were")
