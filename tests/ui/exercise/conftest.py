"""The page of an exercise in a window on a real diary, whose clock the test sets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QRadioButton, QSpinBox, QWidget

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.clocks import Clocks
from hipcoach.core.dose_view import dose_view
from hipcoach.core.opening import opened
from hipcoach.core.run import Band, Run
from hipcoach.core.session import Slot
from hipcoach.journeys.desk import Desk
from hipcoach.journeys.preferences import Preferences
from hipcoach.journeys.programs import Programs
from hipcoach.store.store import Store
from hipcoach.ui.exercise_flow import ExerciseFlow
from hipcoach.ui.labels import Label
from hipcoach.ui.last_change import LastChange
from hipcoach.ui.rail import Place
from hipcoach.ui.theme import Theme
from hipcoach.ui.window import Window

PLACES = (
    Place(page="today", icon="house", text="Today", key="Ctrl+1"),
    Place(page="program", icon="list-checks", text="Program", key="Ctrl+2"),
)


class Room:
    """A user before the page; every press can be looked at in the store."""

    def __init__(self, theme: Theme, store: Store, catalogue: Catalogue, now: datetime) -> None:
        self.moment = now
        clocks = Clocks(seconds=lambda: 0.0, now=lambda: self.moment, slept=lambda: False)
        self.store, self.catalogue = store, catalogue
        self.desk = Desk(store=store, catalogue=catalogue, clocks=clocks, region="DE")
        self.programs = Programs(self.desk)
        self.window, self.last = Window(theme, PLACES), LastChange()
        self.flow = ExerciseFlow(self.window, theme, self.desk, self.last)
        self.last.taken_back.connect(self.flow.refresh)
        self.left: list[bool] = []
        self.flow.left.connect(lambda: self.left.append(True))

    def start(self, program: str, *bands: str) -> None:
        Preferences(self.desk).keep_bands([Band(colour=colour) for colour in bands])
        self.programs.start(program, one_leg_bridge=False)

    def show(self, exercise: str) -> None:
        self.flow.show_exercise(exercise)
        QApplication.processEvents()

    # What the user does

    def spin(self, name: str) -> QSpinBox:
        found = [it for it in self.flow.page.findChildren(QSpinBox) if it.isVisible()]
        return next(it for it in found if it.accessibleName() == name)

    def step(self, name: str, key: Qt.Key = Qt.Key.Key_Up, times: int = 1) -> None:
        field = self.spin(name)
        field.setFocus()
        for _ in range(times):
            self.later(seconds=1)
            QTest.keyClick(field, key)

    def type(self, name: str, digits: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
        field = self.spin(name)
        field.setFocus()
        QTest.keyClicks(field, digits)
        QTest.keyClick(field, key)

    def button(self, name: str) -> QAbstractButton | None:
        found = [it for it in self.flow.page.findChildren(QAbstractButton) if it.isVisible()]
        named = (it for it in found if name in (it.accessibleName(), it.text()))
        return next(named, None)

    def press(self, name: str) -> None:
        button = self.button(name)
        assert button is not None, name
        button.setFocus()
        key = Qt.Key.Key_Space if isinstance(button, QRadioButton) else Qt.Key.Key_Return
        QTest.keyClick(button, key)
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, 52)  # what the event loop deletes later

    def later(self, **delta: float) -> None:
        self.moment += timedelta(**delta)

    # What there is

    @property
    def run(self) -> Run:
        return self.store.diary().runs[-1]

    @property
    def changes(self) -> list[tuple[str, object]]:
        return [(change.what, change.value) for change in self.run.changes[1:]]

    def dose(self, exercise: str) -> dict[str, object]:
        view = dose_view(self.store.diary(), self.catalogue, self.run, exercise, self.moment)
        assert view is not None
        return dict(view.now)

    @property
    def minutes(self) -> int:
        """The length of the session that would start now."""
        ready = opened(self.store.diary(), self.catalogue, self.run, self.moment, Slot.MORNING)
        return round(ready.seconds / 60)

    @property
    def texts(self) -> list[str]:
        labels = self.flow.page.findChildren(Label)
        return [label.text() for label in labels if label.isVisible()]

    @property
    def focused(self) -> QWidget | None:
        return self.window.focusWidget()


@pytest.fixture
def room(
    theme: Theme, show: Callable[..., QWidget], catalogue: Catalogue, tmp_path: Path,
    morning: datetime,
) -> Iterator[Room]:  # fmt: skip
    """The three-exercise program, with a yellow and a green band, in a window of 1280 x 800."""
    ids = count(1)
    folder = tmp_path / "diary"
    with Store.open(folder, now=lambda: morning, new_id=lambda: f"id-{next(ids):04}") as store:
        room = Room(theme, store, catalogue, morning)
        room.start("hips-three-twice", "yellow", "green")
        show(room.window)
        yield room
