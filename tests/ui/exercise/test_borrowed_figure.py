"""An exercise of one's own borrows another's figure: from its file to the pictures on its page."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.depicted import depicted
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Side
from hipcoach.core.exercise_view import exercise_view
from hipcoach.core.tempo import PhaseKind
from hipcoach.paths import resource
from hipcoach.store.catalogue import load_catalogue
from hipcoach.ui.exercise.mistakes_card import MistakesCard
from hipcoach.ui.exercise.stage import Stage
from hipcoach.ui.still import Still
from hipcoach.ui.theme import Theme

HELD = (PhaseKind.HOLD, 0.5)

NAMES = """
[exercise.my-clam]
short = "My clam"
long = "My own clam"
spoken = "My clam"
"""


@pytest.fixture
def with_own(tmp_path: Path) -> Catalogue:
    """The catalogue with an exercise more, which has no figure of its own."""
    folder = tmp_path / "resources"
    for part in ("", "exercises", "programs"):
        (folder / part).mkdir(exist_ok=True)
        for file in resource(part).glob("*.toml"):
            shutil.copy(file, folder / part / file.name)
    text = (folder / "exercises" / "clamshell.toml").read_text(encoding="utf-8")
    own = text.replace('id = "clamshell"', 'id = "my-clam"\nfigure = "clamshell"', 1)
    (folder / "exercises" / "my-clam.toml").write_text(own, encoding="utf-8")
    with (folder / "names.toml").open("a", encoding="utf-8") as names:
        names.write(NAMES)
    return load_catalogue(folder)


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def test_what_is_pictured_is_the_borrowed_figure(with_own: Catalogue) -> None:
    own = with_own.exercises["my-clam"]
    asked = depicted(own, own.ladder[0], Side.LEFT)
    assert (asked.figure, asked.side) == ("clamshell", Side.LEFT)


def test_its_page_shows_the_borrowed_figure_and_its_pairs(
    with_own: Catalogue,
    morning: datetime,
    theme: Theme,
    drawing: Callable[[], None],
    show: Callable[..., QWidget],
    qtbot,
) -> None:
    drawing()
    views = [exercise_view(Diary(), with_own, name, morning) for name in ("my-clam", "clamshell")]
    stages = [show(Stage(theme, view), 400, 320) for view in views]
    for stage in stages:
        figure = stage.figure
        qtbot.waitUntil(lambda figure=figure: figure.film and figure.film.is_full, timeout=30_000)
        stage.button.click()
        figure.show_moment(*HELD)
    own, lender = (picture(stage.figure) for stage in stages)
    assert own == lender
    assert not theme.figures.problem(views[0].picture)

    stills = MistakesCard(theme, views[0]).findChildren(Still)
    assert [still._asked.figure for still in stills] == ["clamshell"] * 2
