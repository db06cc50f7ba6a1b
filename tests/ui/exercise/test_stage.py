"""The figure on an exercise's page: it moves while it is seen, and stops when it is asked to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.demonstration import demonstration_seconds
from hipcoach.core.depicted import Depicted
from hipcoach.core.diary import Diary
from hipcoach.core.exercise_view import ExerciseView, exercise_view
from hipcoach.core.run import Motion
from hipcoach.core.tempo import PhaseKind
from hipcoach.paths import resource
from hipcoach.ui.exercise.mistakes_card import MistakesCard
from hipcoach.ui.exercise.stage import TICK, Stage
from hipcoach.ui.still import Still
from hipcoach.ui.theme import Theme
from hipcoach.ui.worker import Worker

PATIENCE = 30_000
See = Callable[[str], ExerciseView]


@pytest.fixture
def see(catalogue: Catalogue, morning: datetime) -> See:
    """The page of an exercise without a program."""
    return lambda exercise: exercise_view(Diary(), catalogue, exercise, morning)


@pytest.fixture
def drawing(theme: Theme, qtbot, tmp_path: Path) -> Iterator[Theme]:
    """The theme, whose figures can be drawn."""
    worker = Worker()
    theme.figures.open(resource("figure"), tmp_path, lambda: worker)
    theme.figures.begin(lambda: None)
    with qtbot.waitSignal(theme.figures.ready, timeout=PATIENCE):
        theme.figures.load()
    yield theme
    theme.figures.close()
    worker.close()


def ticked(stage: Stage, seconds: float) -> list[tuple[PhaseKind, float, bool]]:
    """What it shows during the next seconds."""
    told: list[tuple[PhaseKind, float, bool]] = []
    stage.moment_shown.connect(lambda *moment: told.append(moment))
    for _ in range(round(seconds * 1000 / TICK)):
        stage._timer.timeout.emit()
    stage.moment_shown.disconnect()
    return told


def test_it_goes_through_the_phases_of_the_exercise_s_tempo(drawing, show, see: See) -> None:
    view = see("clamshell-band")
    stage = show(Stage(drawing, view), 560, 320)
    assert stage._timer.isActive()
    told = ticked(stage, demonstration_seconds(view.tempo))
    order = [PhaseKind.PAUSE, PhaseKind.LIFT, PhaseKind.HOLD, PhaseKind.LOWER]
    assert list(dict.fromkeys(kind for kind, _, _ in told)) == order
    assert not any(other for _, _, other in told)


def test_the_sides_of_an_alternating_exercise_take_turns(drawing, show, see: See) -> None:
    view = see("dead-bug")
    stage = show(Stage(drawing, view), 560, 320)
    told = ticked(stage, 2 * demonstration_seconds(view.tempo))
    assert [other for _, _, other in told] == sorted(other for _, _, other in told)
    assert {other for _, _, other in told} == {False, True}


def test_pause_stops_it_and_play_lets_it_go_on(drawing, show, see: See) -> None:
    stage = show(Stage(drawing, see("clamshell-band")), 560, 320)
    stage.button.click()
    assert (stage._timer.isActive(), stage.button.accessibleName()) == (False, "Play")
    assert stage.button.accessibleDescription() == "the movement of the figure"
    stage.button.click()
    assert (stage._timer.isActive(), stage.button.accessibleName()) == (True, "Pause")


def test_nothing_moves_while_nobody_sees_it(drawing, show, see: See) -> None:
    page = QWidget()
    stage = Stage(drawing, see("clamshell-band"))
    stage.setParent(page)
    show(page, 560, 320)
    page.hide()
    assert not stage._timer.isActive()
    page.show()
    assert stage._timer.isActive()


def test_with_stills_it_moves_only_when_it_is_asked_to(drawing, show, see: See) -> None:
    drawing.figures.show_settings("sage", Motion.STILLS)
    stage = show(Stage(drawing, see("clamshell-band")), 560, 320)
    assert (stage._timer.isActive(), stage.button.text()) == (False, "Play")
    drawing.figures.show_settings("sage", Motion.MOVING)
    assert stage._timer.isActive()


def test_words_stand_there_where_it_cannot_be_drawn(drawing, show, see: See) -> None:
    view = replace(see("clamshell-band"), picture=Depicted(figure="handstand"))
    stage = show(Stage(drawing, view), 560, 320)
    told = [label.text() for label in (stage._words, stage._why) if label.isVisible()]
    assert told[0] == "Lying on one side"
    assert "handstand" in told[1]
    assert (stage.button.isVisible(), stage._timer.isActive()) == (False, False)


def test_the_figure_comes_once_it_can_be_drawn(
    theme: Theme, show, see: See, qtbot, tmp_path
) -> None:
    worker = Worker()
    theme.figures.open(resource("figure"), tmp_path, lambda: worker)
    stage = show(Stage(theme, see("clamshell-band")), 560, 320)
    assert (stage._words.isVisible(), stage.button.isVisible()) == (True, False)
    theme.figures.begin(lambda: None)
    with qtbot.waitSignal(theme.figures.ready, timeout=PATIENCE):
        theme.figures.load()
    assert (stage._words.isVisible(), stage.button.isVisible()) == (False, True)
    worker.close()


def test_each_drawn_mistake_has_its_pair_of_pictures(theme: Theme, show, see: See) -> None:
    view = see("side-lying-hip-abduction")
    card = show(MistakesCard(theme, view), 540, 800)
    drawn = [mistake for mistake in view.mistakes if mistake.drawn]
    told = [still.accessibleName() for still in card.findChildren(Still)]
    assert told == ["Common mistake", "Do this"] * len(drawn)
    assert drawn
