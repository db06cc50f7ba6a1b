"""A start that finds the diary in use, or damaged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.display import on_screen
from tests.e2e.window import Window, fill_with_sample

Start = Callable[..., Window]


@pytest.fixture
def refused(display: str, tmp_path: Path) -> Iterator[Callable[[], Window]]:
    """Starts the window where the diary cannot be opened; it says why on standard error, too."""
    windows: list[Window] = []

    def start() -> Window:
        windows.append(Window(on_screen(display), tmp_path / "diary"))
        windows[-1].take_keyboard()
        windows[-1].until_seen("The diary cannot be opened")
        return windows[-1]

    yield start
    (line,) = (line for started in windows for line in started.close())
    assert line.startswith("hipcoach: ")


def sentences(window: Window) -> list[str]:
    return [seen.name for seen in window.see() if seen.role == "StaticText"]


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_a_second_start_brings_the_first_window_forward(
    on_sample: Start, display: str, tmp_path: Path
) -> None:
    first = on_sample()
    other = Window(on_screen(display), tmp_path / "other")
    started = [other]
    try:
        other.until_logged("painted first-run$")
        assert not first.is_in_front
        second = Window(on_screen(display), first.home)
        started.append(second)
        assert second.wait() == 0
        first.until(lambda: first.is_in_front, "the first window in front")
    finally:
        assert [line for it in started for line in it.close()] == []


def test_a_diary_that_the_terminal_holds_is_said(
    refused: Callable[[], Window], shell, tmp_path: Path
) -> None:
    playing = shell("play")
    playing.until(r"not sure\]")
    window = refused()
    _, told, advice = sentences(window)
    assert told.count(".") == 1 or told.count(". ") == 0
    assert "hipcoach play" in advice
    window.press("Return")
    assert window.wait() == 4
    assert playing.process.poll() is None


def test_a_damaged_diary_is_said_and_left_alone(
    refused: Callable[[], Window], tmp_path: Path
) -> None:
    home = tmp_path / "diary"
    fill_with_sample(home)
    for path in (home / "diary.json", *home.glob("backups/*")):
        path.write_bytes(b'{"_meta": {"1": ')
    before = contents(home)
    window = refused()
    _, told, advice = sentences(window)
    assert "diary.json" in told
    assert "hipcoach doctor" in advice
    window.press("Return")
    assert window.wait() == 5
    assert contents(home) == before
