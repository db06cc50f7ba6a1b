"""The moving figure: in step with the moments, only while it is seen, and words without it."""

from __future__ import annotations

import shutil
import weakref
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from hipcoach.core.demonstration import Showing
from hipcoach.core.depicted import Depicted
from hipcoach.core.exercise import Side
from hipcoach.core.run import Motion
from hipcoach.core.tempo import PhaseKind
from hipcoach.paths import resource
from hipcoach.ui.figure_film import MEGABYTE
from hipcoach.ui.figure_view import FigureView
from hipcoach.ui.theme import Theme
from hipcoach.ui.turns import Turns

LIFT, HOLD, LOWER, PAUSE = PhaseKind.LIFT, PhaseKind.HOLD, PhaseKind.LOWER, PhaseKind.PAUSE
CLAMSHELL, DEAD_BUG = Depicted(figure="clamshell"), Depicted(figure="dead-bug")
PATIENCE = 30_000


class Watched:
    """A view of a figure, and what it shows."""

    def __init__(self, view: FigureView, qtbot) -> None:
        self.view, self._qtbot = view, qtbot

    def fill(self) -> None:
        """Let all frames be drawn."""
        self._qtbot.waitUntil(
            lambda: self.view.film is not None and self.view.film.is_full, timeout=PATIENCE
        )

    def at(self, kind: PhaseKind, progress: float, *, other: bool = False) -> QImage:
        self.view.show_moment(kind, progress, other=other)
        return self.view.grab().toImage()


@pytest.fixture
def watched(theme: Theme, drawing, show: Callable[..., QWidget], qtbot) -> Callable[..., Watched]:
    def made(asked: Depicted = CLAMSHELL, **more) -> Watched:
        drawing()
        view = FigureView(theme, most_bytes=4 * MEGABYTE)
        view.show_figure(asked, **more)
        show(view, 160, 120)
        found = Watched(view, qtbot)
        found.fill()
        return found

    return made


def test_it_is_in_step_with_the_moments(watched) -> None:
    found = watched()
    start, up = found.at(PAUSE, 0), found.at(HOLD, 0.5)
    assert start != up
    assert found.at(LIFT, 0) == found.at(LOWER, 1) == start
    assert found.at(LIFT, 1) == found.at(LOWER, 0) == up
    assert found.at(LIFT, 0.4) not in (start, up)
    assert found.at(LIFT, 0.4) == found.at(LOWER, 0.6)
    assert found.at(PhaseKind.COUNT_IN, 0.5) == found.at(PhaseKind.SWITCH, 0.9) == start


def test_the_step_down_goes_to_its_end_while_it_lowers(watched) -> None:
    found = watched(Depicted(figure="lateral-step-down"))
    assert found.at(LOWER, 1) == found.at(LIFT, 0) != found.at(LOWER, 0)


def test_exercises_that_alternate_show_the_other_half(watched) -> None:
    found = watched(DEAD_BUG)
    assert found.at(HOLD, 0, other=True) != found.at(HOLD, 0)
    assert found.view.film.bytes <= 4 * MEGABYTE
    plain = watched()
    assert plain.at(HOLD, 0, other=True) == plain.at(HOLD, 0)


def test_the_left_side_is_another_picture(watched) -> None:
    right = watched()
    left = watched(replace(CLAMSHELL, side=Side.LEFT))
    assert left.at(HOLD, 0) != right.at(HOLD, 0)


def test_do_this_and_the_mistake_differ(watched) -> None:
    told = {"mistake": "pelvis_rolls_back"}
    good = watched(kind=Showing.DO_THIS, **told)
    wrong = watched(kind=Showing.MISTAKE, **told)
    assert good.at(HOLD, 0) != wrong.at(HOLD, 0)


def test_a_hold_is_breathed_through(watched) -> None:
    found = watched(Depicted(figure="abdominal-brace"), breaths=2)
    out, breathed_in = found.at(HOLD, 0), found.at(HOLD, 0.25)
    assert out != breathed_in
    assert found.at(HOLD, 0.5) == out


def test_it_paints_only_where_the_frame_is_another(watched, qapp) -> None:
    found = watched()
    painted = _Paints(found.view)
    for step in range(300):
        found.view.show_moment(LIFT, step / 300)
        qapp.processEvents()
    assert 20 < painted.count < 61
    found.view.show_moment(LIFT, 0.5)
    qapp.processEvents()
    painted.count = 0
    for _ in range(10):
        found.view.show_moment(HOLD, 0.5)
        qapp.processEvents()
    assert painted.count == 1


def test_what_is_painted_anew_is_all_that_differs(watched, qapp) -> None:
    found = watched()
    view, areas = found.view, []
    view._projector.better.connect(areas.append)
    shown = found.at(PAUSE, 0)
    for step in (0.2, 0.3, 0.7, 0.1, 1.0, 0.0):
        areas.clear()
        now = found.at(LIFT, step)
        assert areas
        with QPainter(shown) as painter:
            for area in areas:
                painter.drawImage(area, now, area)
        assert shown == now
        assert all(area != view.rect() for area in areas)


def test_nothing_is_kept_or_drawn_while_it_is_hidden(watched, qtbot) -> None:
    found = watched()
    found.view.hide()
    assert found.view.film is None
    found.view.show_figure(DEAD_BUG)
    found.view.show_moment(HOLD, 0)
    QApplication.processEvents()
    assert found.view.film is None
    found.view.show()
    found.fill()


def test_a_film_that_is_left_half_drawn_is_gone(theme: Theme, drawing, show, qtbot) -> None:
    drawing()
    view = FigureView(theme)
    view.show_figure(CLAMSHELL)
    show(view, 160, 120)
    qtbot.waitUntil(lambda: view.film is not None and view.film.bytes > 0, timeout=PATIENCE)
    assert not view.film.is_full
    film = weakref.ref(view.film)
    view.hide()
    qtbot.waitUntil(lambda: film() is None)


def test_it_can_get_ready_behind_another_page(theme: Theme, drawing, show, qtbot) -> None:
    drawing()
    page = QWidget()
    view = FigureView(theme)
    view.setParent(page)
    view.setGeometry(0, 0, 160, 120)
    view.hide()
    show(page, 200, 200)
    view.show_figure(CLAMSHELL)
    view.get_ready(ahead=True)
    Watched(view, qtbot).fill()
    ready = view.film
    view.show()
    view.get_ready(ahead=False)
    assert view.film is ready
    view.hide()
    assert view.film is None


def test_of_another_size_the_frames_are_drawn_once_the_size_stays(watched, qapp) -> None:
    found = watched()
    before = found.view.film
    found.view.resize(240, 160)
    qapp.processEvents()
    assert found.view.film is before
    assert not _is_plain(found.view.grab().toImage())
    found.view._projector._settled.timeout.emit()
    found.fill()
    assert found.view.film.size == (240, 160)


def test_another_theme_draws_it_anew(watched, theme: Theme, qapp) -> None:
    found = watched()
    light = found.at(HOLD, 0)
    try:
        theme.show_look(qapp, dark=True, scale=1.0)
        found.fill()
        assert found.at(HOLD, 0) != light
    finally:
        theme.show_look(qapp, dark=False, scale=1.0)


def test_stills_change_at_the_hold_only(watched, theme: Theme) -> None:
    found = watched()
    start, end = found.at(PAUSE, 0), found.at(HOLD, 0)
    theme.figures.show_settings(theme.figures.look, Motion.STILLS)
    found.fill()
    assert [found.at(LIFT, 0.1), found.at(LIFT, 0.9)] == [start, start]
    assert [found.at(HOLD, 0.1), found.at(HOLD, 0.9)] == [end, end]
    assert found.view.film.bytes < 2 * MEGABYTE


def test_without_drawing_there_are_words_until_it_is_loaded(
    theme: Theme, drawing, show, qtbot
) -> None:
    view = FigureView(theme)
    view.show_figure(CLAMSHELL)
    show(view, 160, 120)
    assert not view.is_drawn
    with qtbot.waitSignal(view.drawn) as told:
        drawing()
    assert told.args == [True]
    Watched(view, qtbot).fill()


def test_a_figure_that_cannot_be_drawn_leaves_room_for_words(
    theme: Theme, drawing, show, qtbot, tmp_path: Path
) -> None:
    folder = tmp_path / "figure"
    shutil.copytree(resource("figure"), folder)
    file = folder / "poses" / "clamshell.toml"
    file.write_text(file.read_text(encoding="utf-8") + "\nnonsense = 1\n", encoding="utf-8")
    drawing(folder)
    view = FigureView(theme)
    show(view, 160, 120)
    view.show_figure(CLAMSHELL)
    qtbot.waitUntil(lambda: not view.is_drawn, timeout=PATIENCE)
    assert "clamshell.toml: clamshell: " in theme.figures.problem(CLAMSHELL)
    assert view.film is None
    view.show_figure(DEAD_BUG)
    Watched(view, qtbot).fill()


def test_a_fault_of_the_drawing_leaves_room_for_words_and_ends_no_other_view(
    theme: Theme, drawing, show, qtbot
) -> None:
    drawing()
    page, turns = QWidget(), Turns(theme)
    views = [FigureView(theme, turns) for _ in range(2)]
    for number, view in enumerate(views):
        view.setParent(page)
        view.setGeometry(number * 160, 0, 160, 120)
    show(page, 320, 120)
    told: list[bool] = []
    views[0].drawn.connect(told.append)
    with qtbot.captureExceptions() as faults:
        broken = Depicted(figure="clamshell", reach="half")  # nothing makes one: a fault of ours
        for view, asked in zip(views, (broken, DEAD_BUG), strict=True):
            view.show_figure(asked)
        Watched(views[1], qtbot).fill()
    assert len(faults) == 1
    assert (views[0].is_drawn, told) == (False, [True, False])


def test_what_a_still_finds_out_holds_for_the_moving_figure(watched, theme: Theme, qtbot) -> None:
    found = watched()
    with qtbot.waitSignal(found.view.drawn) as told:
        theme.figures.note_problem(CLAMSHELL, "poses/clamshell.toml: wrong")
    assert told.args == [False]


def test_works_take_turns_and_can_be_left(qapp, qtbot) -> None:
    done: list[str] = []

    def work(name: str, times: int, then: Callable[[], None] = list):
        for number in range(times):
            done.append(f"{name}{number}")
            yield
        then()

    turns = Turns(qapp)
    left = work("c", 9)
    for one in (work("a", 2, lambda: turns.leave(left)), work("b", 3), left):
        turns.add(one)
    qtbot.waitUntil(lambda: "b2" in done)
    assert done == ["a0", "b0", "c0", "a1", "b1", "c1", "b2"]
    turns.add(work("d", 1))
    qtbot.waitUntil(lambda: "d0" in done)
    assert done[-1] == "d0"


class _Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def _is_plain(image: QImage) -> bool:
    """Whether it has one colour only."""
    first = image.pixel(0, 0)
    size = range(image.width()), range(image.height())
    return all(image.pixel(x, y) == first for x in size[0] for y in size[1])
