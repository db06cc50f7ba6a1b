"""The program's page and an exercise's, by keys alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.e2e.steps import nameless, told
from tests.e2e.window import Window

Start = Callable[..., Window]
CHANGED, REST = "Changed from the program:", "Rest between sets, seconds"


def test_a_dose_is_changed_told_and_taken_back(on_sample: Start) -> None:
    window = on_sample()
    assert CHANGED not in told(window, "today")
    window.press("ctrl+2")
    window.tab_to("Clamshell.*")
    assert nameless(window) == []
    window.press("Return")
    window.until_seen(REST)
    assert nameless(window) == []
    window.tab_to(REST)
    window.press("Up")
    window.until(lambda: window.diary().runs[-1].changes, "the change in the diary")
    after = told(window, "today")
    assert CHANGED in after
    assert "rest 35" in after
    window.press("ctrl+z")
    window.until(lambda: CHANGED not in told(window, "today"), "the dose as it was")
