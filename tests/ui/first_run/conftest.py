"""A new user at the real screens, on a real diary that outlives the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.clocks import Clocks
from hipcoach.core.screening import Answer
from hipcoach.journeys.desk import Desk
from hipcoach.journeys.screener import Screener
from hipcoach.store.store import Store
from hipcoach.ui.controls.choice_tile import CheckTile, ChoiceTile
from hipcoach.ui.first_run.flow import FirstRun
from hipcoach.ui.first_run.safety import Safety
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme

NOTHING_HELD = Qt.KeyboardModifier.NoModifier
TILES = {Answer.NO: "No,", Answer.YES: "Yes,", Answer.UNSURE: "Not sure,"}


@pytest.fixture
def desk(tmp_path: Path, catalogue: Catalogue, morning: datetime) -> Iterator[Desk]:
    """An empty diary in Britain."""
    ids = count(1)
    clocks = Clocks(seconds=lambda: 0.0, now=lambda: morning, slept=lambda: False)
    with Store.open(tmp_path, now=clocks.now, new_id=lambda: f"{next(ids):032x}") as store:
        yield Desk(store=store, catalogue=catalogue, clocks=clocks, region="GB")


@dataclass
class User:
    """Reads what a page shows and presses what it names."""

    window: QWidget
    desk: Desk
    told: list[str] = field(default_factory=list)

    @property
    def texts(self) -> str:
        """All that can be read."""
        labels = (w for w in self.window.findChildren(Label) if w.isVisible())
        return "\n".join(label.text() for label in labels)

    def buttons(self) -> dict[str, QAbstractButton]:
        """What can be pressed, by name."""
        found = self.window.findChildren(QAbstractButton)
        return {b.accessibleName(): b for b in found if b.isVisible()}

    def press(self, start: str) -> None:
        """Press the control whose name starts so."""
        (button,) = (b for name, b in self.buttons().items() if name.startswith(start))
        assert button.isEnabled(), start
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def answer(self, answer: Answer = Answer.NO, *ticks: str) -> None:
        """Answer a page of the screening and go on."""
        for name, button in self.buttons().items():
            if isinstance(button, ChoiceTile) and name.startswith(TILES[answer]):
                button.click()
        known = {i.id: i.text for t in self.desk.catalogue.questionnaire.topics for i in t.items}
        for item in ticks:
            self.press(known[item])
        self.press("Continue")

    def answer_all(self, **yes: Answer) -> None:
        """Answer every page with no, but those whose topic is named."""
        for topic in self.desk.catalogue.questionnaire.topics:
            self.answer(yes.get(topic.id.replace("-", "_"), Answer.NO))

    def chosen(self) -> list[str]:
        """The names of the tiles that are chosen or ticked."""
        kinds = (ChoiceTile, CheckTile)
        return [n for n, b in self.buttons().items() if isinstance(b, kinds) and b.isChecked()]

    def key(
        self, key: Qt.Key, control: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, control)

    @property
    def screener(self) -> Screener:
        """The gate's side of it."""
        return Screener(self.desk)


@pytest.fixture
def first_run(
    theme: Theme, show: Callable[..., QWidget], desk: Desk, qtbot: QtBot
) -> Callable[[], User]:
    """Open the first run, as a start of HipCoach does; a second one is a start after a kill."""

    def opened() -> User:
        window = FirstRun(theme, desk)
        user = User(show(window), desk)
        window.finished.connect(lambda: user.told.append("finished"))
        with qtbot.waitActive(window):
            window.activateWindow()
        window.start()
        return user

    return opened


@pytest.fixture
def safety(theme: Theme, show: Callable[..., QWidget], desk: Desk) -> Callable[[], User]:
    """Open the safety questions outside the first run."""

    def opened() -> User:
        window = Safety(theme, desk)
        user = User(show(window), desk)
        window.passed.connect(lambda: user.told.append("passed"))
        window.left.connect(lambda: user.told.append("left"))
        window.stopped.connect(lambda stands: user.told.append(f"stopped {stands.severity}"))
        return user

    return opened
