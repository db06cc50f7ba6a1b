"""The stage: the figure in step with the session, the pair, and words where none can be drawn."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from hipcoach.core.exercise import Side
from hipcoach.core.run import Motion
from hipcoach.paths import resource
from hipcoach.ui.figure_view import FigureView

PATIENCE = 30_000


@pytest.fixture
def drawn(played, drawing):
    """The page of a session that has not begun, whose figures can be drawn."""
    drawing()
    return played


def stage_of(played):
    return played.page.frame.play.stage


def full(view: FigureView) -> bool:
    return view.film is not None and view.film.is_full


def picture(view: FigureView) -> QImage:
    return view.grab().toImage()


def moved(played) -> None:
    """What the timer of the pictures asks for."""
    played.driver.moved.emit()


def to_pair(played) -> None:
    """Into the position of the second side, where the pair stands."""
    played.begin()
    played.to_work()
    played.press(Qt.Key.Key_Return)


def test_a_set_shows_the_figure_and_no_steps(drawn) -> None:
    drawn.begin()
    drawn.to_work()
    work = stage_of(drawn).work
    assert work.figure.isVisible()
    assert not work.steps.isVisible()
    assert work._key.isVisible()


def test_a_screen_reader_has_the_steps_where_the_figure_stands(drawn) -> None:
    drawn.begin()
    stage = stage_of(drawn)
    steps = "Brace lightly. Keep your heels touching. Open the top knee like a book."
    for picture, name in (
        (stage.position.start, "Figure in the start position"),
        (stage.work.figure, "Figure doing the exercise"),
    ):
        assert picture.accessibleName() == name
        assert picture.accessibleDescription().startswith(steps)


def test_a_screen_reader_hears_which_of_the_pair_s_words_are_the_mistake(drawn) -> None:
    to_pair(drawn)
    names = [tile.text.accessibleName() for tile in stage_of(drawn).position.pair._tiles]
    assert names == [
        "Do this: Top hip stays over bottom hip. Smaller opening is fine.",
        "Common mistake: Pelvis rolls back",
    ]


def test_a_screen_reader_hears_of_the_steps_once(drawn, monkeypatch) -> None:
    told: list[str] = []
    figure = stage_of(drawn).work.figure
    monkeypatch.setattr(figure, "setAccessibleDescription", told.append)
    monkeypatch.setattr(figure, "accessibleDescription", lambda: told[-1] if told else "")
    drawn.begin()
    drawn.to_work()
    for _ in range(3):
        drawn.pass_time(1)
    assert len(told) == 1


def test_without_a_figure_the_steps_stand_there(played, drawing, tmp_path: Path) -> None:
    folder = tmp_path / "figure"
    shutil.copytree(resource("figure"), folder)
    (folder / "poses" / "clamshell-band.toml").write_text("id = 1\n", encoding="utf-8")
    drawing(folder)
    to_pair(played)
    QApplication.processEvents()
    played.pass_time(20 + 3)
    work = stage_of(played).work
    assert work.steps.isVisible()
    assert not work.figure.isVisible()
    assert not work._key.isVisible()


def test_the_figure_is_in_step_with_the_phases(drawn, qtbot) -> None:
    drawn.begin()
    drawn.pass_time(20)
    figure = stage_of(drawn).work.figure
    qtbot.waitUntil(lambda: full(figure), timeout=PATIENCE)
    shown = []
    for seconds in (0, 1, 1.5, 2.5, 0.995):  # begin, lift, hold, lower, lowered
        drawn.pass_time(seconds)
        moved(drawn)
        shown.append(picture(figure))
    begin, lifting, held, lowering, low = shown
    assert lifting not in (begin, held)
    assert lowering == lifting
    assert low == begin != held


def test_a_paused_figure_stands_still(drawn, qtbot) -> None:
    drawn.begin()
    drawn.to_work()
    figure = stage_of(drawn).work.figure
    qtbot.waitUntil(lambda: full(figure), timeout=PATIENCE)
    drawn.press(Qt.Key.Key_Space)
    assert not drawn.driver.frames.isActive()
    before = picture(figure)
    drawn.seconds += 1
    moved(drawn)
    assert picture(figure) == before


def test_the_frames_are_there_when_the_set_begins(drawn, qtbot) -> None:
    drawn.begin()
    figure = stage_of(drawn).work.figure
    assert not figure.isVisible()
    qtbot.waitUntil(lambda: full(figure), timeout=PATIENCE)
    ready = figure.film
    drawn.to_work()
    qtbot.waitUntil(figure.isVisible)
    assert figure.film is ready
    assert ready.size == (figure.width(), figure.height())


def test_each_side_has_its_own_frames(drawn, qtbot) -> None:
    to_pair(drawn)
    figure = stage_of(drawn).work.figure
    assert figure._projector._scene.asked.side is Side.RIGHT


def test_do_this_and_the_mistake_move_in_step_above_their_words(drawn, qtbot) -> None:
    to_pair(drawn)
    good, wrong = stage_of(drawn).position.pair._tiles
    for tile in (good, wrong):
        qtbot.waitUntil(lambda tile=tile: full(tile.figure), timeout=PATIENCE)
        assert tile.text.y() >= tile.geometry().bottom()
    starts = [picture(tile.figure) for tile in (good, wrong)]
    drawn.pass_time(1 + 2 + 0.5)
    moved(drawn)
    ends = [picture(tile.figure) for tile in (good, wrong)]
    assert ends[0] != ends[1]
    assert [ends[0] != starts[0], ends[1] != starts[1]] == [True, True]


def test_both_of_a_pair_are_alike_however_long_their_words_are(drawn, qapp) -> None:
    to_pair(drawn)
    pair = stage_of(drawn).position.pair
    good, wrong = pair._tiles
    good.text.setText("words " * 40)
    wrong.text.setText("words")
    qapp.processEvents()
    assert good.text.height() > wrong.text.height()
    assert good.figure.size() == wrong.figure.size()
    assert good.figure._projector._scene.badge == wrong.figure._projector._scene.badge


def test_stills_stand_at_the_end_and_the_ring_moves_in_seconds(drawn, theme, qtbot) -> None:
    theme.figures.show_settings(theme.figures.look, Motion.STILLS)
    to_pair(drawn)
    good, _ = stage_of(drawn).position.pair._tiles
    qtbot.waitUntil(lambda: full(good.figure), timeout=PATIENCE)
    before = picture(good.figure)
    drawn.pass_time(3.5)
    moved(drawn)
    assert picture(good.figure) == before
    ring = drawn.page.frame.play.panel.ring
    turns = set()
    drawn.pass_time(12)
    for _ in range(20):
        drawn.pass_time(0.2)
        moved(drawn)
        turns.add(ring._view.turn)
    assert len(turns) <= 5


def test_stills_change_at_the_hold_and_when_the_repetition_is_over(drawn, theme, qtbot) -> None:
    theme.figures.show_settings(theme.figures.look, Motion.STILLS)
    drawn.begin()
    drawn.pass_time(20)
    figure = stage_of(drawn).work.figure
    qtbot.waitUntil(lambda: full(figure), timeout=PATIENCE)
    start, shown = picture(figure), []
    for _ in range(16):  # half seconds: 2 s each of lift, hold and lower, and the next lift
        moved(drawn)
        shown.append(picture(figure) == start)
        drawn.pass_time(0.5)
    assert shown == [*[True] * 4, *[False] * 8, *[True] * 4]


def test_at_own_pace_it_shows_where_the_movement_leads(drawn, qtbot) -> None:
    drawn.begin()
    drawn.to_work()
    figure = stage_of(drawn).work.figure
    qtbot.waitUntil(lambda: full(figure), timeout=PATIENCE)
    held = picture(figure)
    stage_of(drawn).own_pace.setChecked(True)
    assert drawn.guided.player.waits
    assert picture(figure) == held


def test_nothing_is_kept_while_nobody_sees_the_session(drawn, qtbot) -> None:
    drawn.page.resize(960, 640)
    to_pair(drawn)
    stage = stage_of(drawn)
    views = [stage.work.figure, *(tile.figure for tile in stage.position.pair._tiles)]
    qtbot.waitUntil(lambda: all(map(full, views)), timeout=PATIENCE)
    drawn.page.hide()
    assert [view.film for view in views] == [None] * 3
    drawn.pass_time(5)
    moved(drawn)
    assert [view.film for view in views] == [None] * 3
    drawn.page.show()
    qtbot.waitUntil(lambda: all(map(full, views)), timeout=PATIENCE)


def test_what_follows_is_pictured_where_there_is_room(drawn, qapp) -> None:
    drawn.begin()
    bar = drawn.page.frame.play.bar
    assert not bar._picture.isVisible()
    drawn.to_work()
    assert bar._picture.isVisible()
    assert bar._picture._asked.side is Side.RIGHT
    drawn.page.resize(960, 640)
    qapp.processEvents()
    assert not bar._picture.isVisible()


def test_cues_of_any_length_leave_the_figure_where_it_is(drawn, qapp) -> None:
    drawn.begin()
    drawn.to_work()
    work = stage_of(drawn).work
    qapp.processEvents()
    place, cues = work.figure.geometry(), set()
    for _ in range(10):
        drawn.pass_time(6)
        qapp.processEvents()
        cues.add(work._cue._words.text())
        assert work.figure.geometry() == place
    assert len(cues) > 1
