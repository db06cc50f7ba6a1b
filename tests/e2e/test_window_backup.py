"""A backup that is made and brought back from the settings, by keys, in the real window."""

from __future__ import annotations

from collections.abc import Callable

from hipcoach.core.diary import Diary
from tests.display import on_screen
from tests.e2e.steps import PAIN_NOW
from tests.e2e.window import Window

Start = Callable[..., Window]


def ratings(diary: Diary) -> list[str]:
    return [rating.id for rating in diary.pain_ratings]


def rate(window: Window, digit: str) -> None:
    """Rate the pain, by keys; it is stored when this returns."""
    before = ratings(window.diary())
    window.press("ctrl+n", digit)
    window.until(lambda: ratings(window.diary()) != before, "the rating in the diary")


def back_up(window: Window) -> None:
    window.press("ctrl+comma")
    window.until_seen("Back up now", "Button")
    window.tab_to("Back up now")
    window.press("Return")
    window.until_seen("The backup is made.")


def restore(window: Window, about: str) -> None:
    """Bring back the first backup that is told so; another window has the keyboard then."""
    window.press("ctrl+comma")
    window.until_seen("Show backups", "Button")
    window.tab_to("Show backups")
    window.press("Return")
    window.until_seen("Back to Settings", "Button")
    window.until(lambda: "RadioButton" in str(window.focused()), "the first backup")
    while about not in window.focused().name:
        before = window.focused()
        window.press("Down")
        window.until(lambda before=before: window.focused() != before, "the next backup")
    window.press("space")
    window.until_seen("Restore this one", "Button")
    window.tab_to("Restore this one")
    window.press("Return")
    window.until_seen("Bring it back", "Button")
    window.press("shift+Tab")
    window.tab_to("Bring it back")
    window.press("Return")
    window.until_logged("restored$")
    window.until_logged("painted settings$")
    window.take_keyboard()


def test_a_diary_is_brought_back_and_the_one_before_it_too(on_sample: Start, display: str) -> None:
    window = on_sample()
    rate(window, "2")
    then = window.diary()
    back_up(window)
    rate(window, "7")
    now = window.diary()

    restore(window, "Back up now")
    window.until_seen("The diary of today at .* is back. The one before is kept as replaced-.*")
    assert window.diary() == then
    second = Window(on_screen(display), window.home)
    assert second.wait() == 0  # the window that is there now answers it
    assert second.close() == []
    window.take_keyboard()
    rate(window, "4")
    window.press("ctrl+z")
    window.until(lambda: ratings(window.diary()) == ratings(then), "the rating taken back")

    restore(window, "Set aside when a backup was restored")
    assert window.diary() == now
    window.press("ctrl+q")
    assert window.wait() == 0
    assert window.diary() == now
    assert "Traceback" not in window.log()


def test_a_kill_after_it_and_a_second_start_find_the_diary_that_was_brought_back(
    on_sample: Start,
) -> None:
    window = on_sample()
    rate(window, "2")
    then = window.diary()
    back_up(window)
    rate(window, "7")
    restore(window, "Back up now")
    window.kill()
    assert window.diary() == then
    again = on_sample()
    again.until_seen(PAIN_NOW)
    assert again.diary() == then
