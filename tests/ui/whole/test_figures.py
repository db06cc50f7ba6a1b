"""The figure in the whole window: drawn behind the first picture, and kept for the next start."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QRadioButton

from hipcoach.core.run import FigureLook, Motion
from hipcoach.paths import resource
from hipcoach.ui.figure_view import FigureView
from hipcoach.ui.player.steps import Steps
from hipcoach.ui.player.work_stage import WorkStage
from hipcoach.ui.still import Still


def stills(desktop) -> list[Still]:
    """The pictures that are shown."""
    return [it for it in desktop.window.findChildren(Still) if it.isVisible()]


def drawn(desktop) -> bool:
    """Whether each of them is there."""
    return bool(stills(desktop)) and all(still.is_drawn for still in stills(desktop))


def settle(desktop) -> None:
    """Let everything be made that the first picture did not need."""
    done: list[bool] = []
    desktop.navigator.settled.connect(lambda: done.append(True))
    desktop.navigator.settle()
    desktop.until(lambda: bool(done))


def test_today_s_pictures_come_behind_the_first_one_and_are_there_next_time(settled) -> None:
    assert stills(settled)[0].accessibleName() == "Lying on one side"
    assert not drawn(settled)

    settle(settled)
    settled.until(lambda: drawn(settled))
    assert len(list((settled.folder / "cache" / "figures").glob("*.png"))) >= 3

    settled.kill()
    assert drawn(settled)


def test_the_look_that_is_chosen_is_worn_at_once(settled) -> None:
    settle(settled)
    figures = settled.navigator._theme.figures
    settled.press("Settings", "Plum")
    motion = settled.navigator.areas.settings.page.figure.motion_chosen
    motion.emit(Motion.STILLS)
    assert (figures.look, figures.still_motion) == ("plum", True)
    motion.emit(Motion.MOVING)
    assert not figures.still_motion
    kept = settled.preferences.settings()
    assert (kept.figure_look, kept.motion) == (FigureLook.PLUM, Motion.MOVING)


def test_each_look_is_shown_on_a_picture(settled) -> None:
    settle(settled)
    settled.press("Settings")
    settled.until(lambda: drawn(settled))
    looks = settled.navigator.areas.settings.page.figure.findChildren(QRadioButton)
    assert {"Sage", "Plum", "Ocean", "Fern"} < {it.accessibleName() for it in looks}


def test_an_exercise_moves_on_its_page(settled) -> None:
    settle(settled)
    theme = settled.navigator._theme
    settled.until(lambda: theme.figures.studio is not None)
    settled.navigator.areas.show_exercise("clamshell-band")
    settled.until(lambda: settled.shows("Pause"))
    stage = settled.navigator.areas.exercise.page._sheet.how.stage
    seen: list[float] = []
    stage.moment_shown.connect(lambda _kind, share, _other: seen.append(share))
    settled.until(lambda: len(set(seen)) > 2)
    settled.press("Pause")
    assert not stage._timer.isActive()


def at_work(desktop) -> FigureView:
    """The figure of a session whose first set is under way, with all its frames."""
    settle(desktop)
    desktop.until(lambda: desktop.navigator._theme.figures.studio is not None)
    desktop.press("Start session", "I am ready")
    desktop.play(13)
    figure = desktop.window.findChild(WorkStage).figure
    desktop.until(lambda: figure.film is not None and figure.film.is_full)
    return figure


def test_the_figure_follows_an_easier_version(settled) -> None:
    figure = at_work(settled)
    before = figure._projector._scene.asked
    settled.press("This hurts", "2", "Easier version", "Go on, easier")
    settled.press("I am ready")
    settled.until(lambda: figure.isVisible() and figure.film is not None and figure.film.is_full)
    after = figure._projector._scene.asked
    assert (before.figure, after.figure) == ("clamshell-band", "clamshell")
    assert (before.resistance.level, after.resistance.level) == (1, 0)
    assert after.side is before.side


@pytest.mark.parametrize("away", ["showMinimized", "hide"])
def test_nothing_is_drawn_or_kept_while_the_window_is_out_of_sight(settled, qapp, away) -> None:
    figure, theme = at_work(settled), settled.navigator._theme
    getattr(settled.window, away)()
    qapp.processEvents()
    assert figure.film is None
    theme.show_look(qapp, dark=True, scale=1.0)
    settled.play(3)
    qapp.processEvents()
    assert figure.film is None
    theme.show_look(qapp, dark=False, scale=1.0)
    settled.window.showNormal()
    settled.until(lambda: figure.film is not None and figure.film.is_full)


BROKEN = {
    "no folder": shutil.rmtree,
    "no body": lambda folder: (folder / "body.toml").unlink(),
    "no text": lambda folder: [it.write_bytes(b"\xff") for it in folder.glob("poses/*.toml")],
}


@pytest.mark.parametrize("what", BROKEN)
def test_without_any_figure_a_session_is_done_in_words(settled, tmp_path: Path, what: str) -> None:
    folder = tmp_path / "resources" / "figure"
    shutil.copytree(resource("figure"), folder)
    BROKEN[what](folder)
    figures = settled.navigator._theme.figures
    figures._stills._folder = folder
    settle(settled)
    settled.until(lambda: figures.studio is not None)
    assert not drawn(settled)
    settled.press("Start session", "I am ready")
    settled.play(13)
    stage = settled.window.findChild(WorkStage)
    settled.until(lambda: not stage.figure.is_drawn)
    assert stage.findChild(Steps).isVisible()
    assert not stage.figure.isVisible()
    settled.play(3600)
    assert settled.shown == "review"

    settled.press("Finish later")
    settled.navigator.areas.show_exercise("clamshell-band")
    assert "resources/figure/" in settled.texts
    assert "Lying on one side" in settled.texts
