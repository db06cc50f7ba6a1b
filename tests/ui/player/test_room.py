"""Nothing of the player is cut or covered, in any state, size, text size or long language."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt

from hipcoach.core import text
from hipcoach.core.session import Session
from hipcoach.ui.theme import Theme
from tests.shots.pseudo import Pseudo

Key = Qt.Key
SIZES = ((960, 640, 1.0), (1280, 800, 1.5), (1920, 1080, 1.0), (1280, 800, 1.0))


@pytest.fixture(params=["english", "long"])
def language(request: pytest.FixtureRequest) -> Iterator[None]:
    kept = text._catalogue
    if request.param == "long":
        text.use(Pseudo())
    yield
    text.use(kept)


def position(played) -> None:
    played.begin(pain_now=3)


def work(played) -> None:
    played.begin()
    played.to_work()


def may_end(played) -> None:
    played.begin()
    played.pass_time(20 + 6 * 12 + 1)


def own_pace(played) -> None:
    work(played)
    played.page.frame.play.stage.own_pace.setChecked(True)


def paused(played) -> None:
    work(played)
    played.press(Key.Key_Space)


def switch(played) -> None:
    work(played)
    played.press(Key.Key_Return)


def later_position(played) -> None:
    played.begin()
    while played.guided.player.phase.point.part == 0:
        played.pass_time(5)


def not_kept(played) -> None:
    played.disk_full = True
    switch(played)


def hurt(played) -> None:
    work(played)
    played.press(Key.Key_H)


def offers(played) -> None:
    hurt(played)
    played.page.frame.hurt.question.scale.type_digit(4)


def leave(played) -> None:
    work(played)
    played.page.ask_leave()


STATES = (
    position, work, may_end, own_pace, paused, switch, later_position, not_kept, hurt, offers, leave
)  # fmt: skip


@pytest.mark.parametrize("state", STATES)
@pytest.mark.usefixtures("language")
def test_nothing_is_cut_or_covered(
    played, theme: Theme, qapp, clipped, state: Callable[[object], Session]
) -> None:
    state(played)
    _look(played, theme, qapp, clipped)


@pytest.mark.parametrize("state", [position, work, switch, later_position])
@pytest.mark.usefixtures("language")
def test_nothing_is_cut_or_covered_by_figures(
    played, drawing, theme: Theme, qapp, clipped, state: Callable[[object], Session]
) -> None:
    drawing()
    state(played)
    _look(played, theme, qapp, clipped)


def _look(played, theme: Theme, qapp, clipped) -> None:
    try:
        for width, height, scale in SIZES:
            theme.show_look(qapp, dark=False, scale=scale)
            played.page.resize(width, height)
            assert clipped(played.page) == [], (width, height, scale)
    finally:
        theme.show_look(qapp, dark=False, scale=1.0)


def test_the_first_picture_is_arranged_for_its_size(played, qapp) -> None:
    page, bar = played.page, played.page.frame.play.bar
    page.hide()
    page.resize(640, 480)
    page.show()
    qapp.processEvents()
    page.hide()
    page.resize(1280, 800)
    position(played)
    page.show()
    at_once = bar.geometry(), bar.pause.geometry()
    qapp.processEvents()
    assert at_once == (bar.geometry(), bar.pause.geometry())


def test_the_strip_and_the_buttons_stand_still(played, qapp) -> None:
    position(played)
    frame = played.page.frame
    still = (frame.top.strip, frame.play.bar.back, frame.play.bar.pause, frame.play.bar.skip)

    def places():
        qapp.processEvents()
        return [widget.geometry() for widget in still]

    before = places()
    played.to_work()
    assert places() == before
    played.press(Key.Key_Space)
    assert places() == before
    played.press(Key.Key_Space)
    played.press(Key.Key_Return)
    assert places() == before


def test_the_steps_are_large_while_working(played, qapp) -> None:
    work(played)
    steps = played.page.frame.play.stage.work.steps
    qapp.processEvents()
    assert [row._text.font().pixelSize() for row in steps._rows] == [32] * 5
