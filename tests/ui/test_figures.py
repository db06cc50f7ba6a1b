"""The figure's stills: drawn beside the window, found again, and missing without a fuss."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from hipcoach.core.depicted import Depicted
from hipcoach.core.run import Motion
from hipcoach.paths import resource
from hipcoach.ui.figures import Figures
from hipcoach.ui.still import Still
from hipcoach.ui.theme import Theme
from hipcoach.ui.worker import Worker

PATIENCE = 30_000
CLAMSHELL, BRIDGE = Depicted(figure="clamshell"), Depicted(figure="two-leg-bridge")


class Room:
    """Figures over a folder of data and a cache; `begin` lets them draw."""

    def __init__(self, theme: Theme, qtbot, folder: Path) -> None:
        self.theme, self._qtbot, self.folder = theme, qtbot, folder
        self.worker = Worker()
        shutil.copytree(resource("figure"), folder / "figure")
        self.figures = self.another()

    def another(self) -> Figures:
        """As another start has them; the theme's widgets follow these."""
        made = Figures(self.theme)
        made.open(self.folder / "figure", self.folder / "cache", lambda: self.worker)
        self.theme.figures = made
        return made

    def begin(self) -> None:
        """Draw all that is asked for."""
        done: list[bool] = []
        self.figures.begin(lambda: done.append(True))
        self._qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE)

    def until(self, holds: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(holds()), timeout=PATIENCE)

    def still(self, asked: Depicted = CLAMSHELL, **given) -> QImage | None:
        return self.figures.still(asked, 120, 80, **given)


@pytest.fixture
def room(theme: Theme, qtbot, tmp_path: Path) -> Iterator[Room]:
    made = Room(theme, qtbot, tmp_path)
    yield made
    made.worker.close()


def test_a_still_is_drawn_beside_the_window_once_it_stands(room: Room, qtbot) -> None:
    assert room.still() is None
    with qtbot.waitSignal(room.figures.arrived, timeout=PATIENCE):
        room.begin()
    image = room.still()
    assert image is not None
    assert (image.width(), image.height()) == (120, 80)
    assert image.pixelColor(0, 0).alpha() == 0
    assert any(image.pixelColor(60, y).alpha() == 255 for y in range(80))


def test_it_has_the_pixels_of_its_screen(room: Room) -> None:
    room.still(ratio=2.0)
    room.begin()
    image = room.still(ratio=2.0)
    assert image is not None
    assert (image.width(), image.deviceIndependentSize().width()) == (240, 120)


def test_the_next_start_has_it_at_once_and_draws_nothing(room: Room) -> None:
    room.still()
    room.begin()
    drawn = room.still()
    room.figures = room.another()
    kept = room.still()
    assert drawn is not None
    assert kept is not None
    assert kept.convertToFormat(drawn.format()) == drawn
    assert not room.worker.is_busy("stills")


def test_new_data_are_drawn_anew(room: Room) -> None:
    room.still()
    room.begin()
    with (room.folder / "figure" / "poses" / "clamshell.toml").open("a", encoding="utf-8") as file:
        file.write("\n# moved\n")
    room.figures = room.another()
    assert room.still() is None


def test_the_size_that_was_asked_for_last_comes_first(room: Room) -> None:
    for width in (40, 60, 80):  # as while a window is being resized
        for asked in (CLAMSHELL, BRIDGE):
            room.figures.still(asked, width, 30)
    drawn: list[set[int]] = []
    there = room.figures._stills._shelf._stills
    room.figures.arrived.connect(lambda: drawn.append({wish.width for wish in there}))
    room.begin()
    assert len(drawn) == 6
    assert drawn[:2] == [{80}, {80}]


def test_a_figure_that_cannot_be_drawn_is_logged_once(
    room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    (room.folder / "figure" / "poses" / "clamshell.toml").write_bytes(b"\xff")
    for width in (40, 60, 80):
        room.figures.still(CLAMSHELL, width, 30)
    room.begin()
    (told,) = (it.message for it in caplog.records)
    assert told.startswith("figure clamshell: ")
    assert told.endswith("/figure/poses/clamshell.toml: is not UTF-8 text")


def test_each_look_and_theme_has_its_own(room: Room, qapp) -> None:
    room.still()
    room.still(look="plum")
    room.begin()
    plain, plum = room.still(), room.still(look="plum")
    room.theme.show_look(qapp, dark=True, scale=1.0)
    assert room.still() is None
    room.until(room.still)
    assert len({image.cacheKey() for image in (plain, plum, room.still()) if image}) == 3
    assert plain != plum
    assert plain != room.still()


def test_a_malformed_file_is_named_and_the_others_are_drawn(room: Room) -> None:
    file = room.folder / "figure" / "poses" / "clamshell.toml"
    file.write_text("attitude = 3\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    room.still()
    room.still(BRIDGE)
    room.begin()
    assert room.still() is None
    assert room.still(BRIDGE) is not None
    assert "clamshell.toml" in room.figures.problem(CLAMSHELL)
    assert room.figures.problem(BRIDGE) == ""


def test_a_figure_that_there_is_not_has_a_problem_and_no_picture(room: Room) -> None:
    unknown = Depicted(figure="handstand")
    room.still(unknown)
    room.begin()
    assert room.still(unknown) is None
    assert "handstand" in room.figures.problem(unknown)


def test_a_fault_of_the_drawing_stops_no_other_picture(room: Room, qtbot) -> None:
    broken = Depicted(figure="clamshell", reach="half")  # nothing makes one: a fault of ours
    room.still(broken)
    room.still(BRIDGE)
    with qtbot.captureExceptions() as faults:
        room.begin()
    assert len(faults) == 1
    assert room.still(broken) is None
    assert room.still(BRIDGE) is not None


def test_another_window_has_drawn_what_the_old_one_did_not_wait_for(room: Room) -> None:
    room.still()
    room.figures.begin(lambda: None)
    room.figures.close()
    room.worker.close()
    room.worker = Worker()
    room.figures.open(room.folder / "figure", room.folder / "cache", lambda: room.worker)
    room.still()
    room.begin()
    assert room.still() is not None


def test_the_studio_comes_when_it_is_asked_for(room: Room, qtbot) -> None:
    room.begin()
    assert room.figures.studio is None
    with qtbot.waitSignal(room.figures.ready, timeout=PATIENCE):
        room.figures.load()
    assert room.figures.studio is not None
    assert room.figures.colours("stage").ground == room.theme.colour("stage").name()


def test_another_look_or_motion_is_told_once(room: Room) -> None:
    told: list[str] = []
    room.figures.changed.connect(lambda: told.append(room.figures.look))
    room.figures.show_settings("plum", Motion.STILLS)
    room.figures.show_settings("plum", Motion.STILLS)
    assert told == ["plum"]
    assert room.figures.still_motion
    room.figures.show_settings("plum", Motion.MOVING)
    assert not room.figures.still_motion


# The widget


def ground_of(widget: QWidget) -> set[str]:
    """The colours in the middle of what is shown."""
    image = widget.grab().toImage()
    middle = image.height() // 2
    return {QColor(image.pixel(x, middle)).name() for x in range(20, image.width() - 20)}


def test_words_stand_there_until_the_picture_does(room: Room, show) -> None:
    still = Still(room.theme, CLAMSHELL, (160, 100), "Lying on one side")
    still.let_grow()
    show(still, 200, 120)
    words = ground_of(still)
    room.begin()
    room.until(lambda: ground_of(still) != words)
    assert len(ground_of(still)) > 2 * len(words)
    assert still.accessibleName() == "Lying on one side"


def test_a_picture_is_shown_larger_until_it_is_drawn_so_large(room: Room, show) -> None:
    still = Still(room.theme, CLAMSHELL, (160, 100))
    still.let_grow()
    show(still, 200, 120)
    room.begin()
    room.until(lambda: len(ground_of(still)) > 20)
    room.figures.close()
    still.resize(400, 240)
    assert len(ground_of(still)) > 20


def test_where_there_is_no_figure_the_words_stay(room: Room, show) -> None:
    still = Still(room.theme, Depicted(figure="handstand"), (160, 100), "Standing")
    show(still, 160, 100)
    words = ground_of(still)
    room.begin()
    assert ground_of(still) == words
    assert len(words) > 1


def test_it_grows_with_the_text(room: Room, show, qapp) -> None:
    still = Still(room.theme, CLAMSHELL, (84, 54))
    room.theme.show_look(qapp, dark=False, scale=1.5)
    assert (still.sizeHint().width(), still.sizeHint().height()) == (126, 81)
