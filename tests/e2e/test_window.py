"""The real window, with keys and with the mouse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.window import Window, fill_with_sample

Start = Callable[..., Window]


@pytest.fixture
def today(window: Start, tmp_path: Path) -> Window:
    """The window on the made-up diary."""
    fill_with_sample(tmp_path / "diary")
    return window(painted="today")


def test_a_rating_by_keys_is_stored_and_ctrl_q_ends_in_order(today: Window) -> None:
    before = len(today.diary().pain_ratings)
    today.press("ctrl+n", "4")
    today.until(lambda: len(today.diary().pain_ratings) == before + 1, "the rating in the diary")
    assert today.diary().pain_ratings[-1].score == 4
    today.press("ctrl+q")
    assert today.wait() == 0


def test_a_start_by_mouse_leads_into_the_first_position(today: Window) -> None:
    today.click("Start session", "Button")
    today.until_seen("I am ready", "Button")
    assert today.diary().sessions[-1].state == "running"


def test_a_second_start_brings_the_first_window_forward(today: Window) -> None:
    second = Window(today.environment, today.home)
    try:
        assert second.wait() == 0
    finally:
        second.close()


def test_what_can_be_focused_has_a_name(today: Window) -> None:
    controls = [it for it in today.see() if "focusable" in it.state]
    assert len(controls) > 5
    assert [it for it in controls if not it.name] == []
