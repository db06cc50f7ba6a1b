"""The settings in the window, on a real diary with a program under way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.clocks import Clocks
from hipcoach.core.run import Band, Look, Settings
from hipcoach.journeys.desk import Desk
from hipcoach.journeys.preferences import Preferences
from hipcoach.journeys.sessions import Sessions
from hipcoach.store.store import Store
from hipcoach.ui.labels import Label
from hipcoach.ui.last_change import LastChange
from hipcoach.ui.rail import Place
from hipcoach.ui.settings.card import SettingsCard
from hipcoach.ui.settings_flow import SettingsFlow
from hipcoach.ui.theme import Theme
from hipcoach.ui.window import Window

NOTHING_HELD = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(tmp_path: Path, catalogue: Catalogue, morning: datetime) -> Iterator[Desk]:
    """Red and yellow bands, the default program since today."""
    ids = count(1)
    clocks = Clocks(seconds=lambda: 0.0, now=lambda: morning, slept=lambda: False)
    with Store.open(tmp_path, now=clocks.now, new_id=lambda: f"{next(ids):032x}") as store:
        made = Desk(store=store, catalogue=catalogue, clocks=clocks, region="GB")
        Preferences(made).keep_bands([Band(colour="yellow"), Band(colour="red")])
        Sessions(made).start_run("hips-three-twice", one_leg_bridge=False)
        yield made


class Visitor:
    """Reads the settings and changes them; the look follows as it does in HipCoach."""

    def __init__(self, theme: Theme, desk: Desk, app: QApplication) -> None:
        self.desk, self._theme, self._app = desk, theme, app
        self.last, self.bar = LastChange(), []
        self.window = Window(
            theme, (Place(page="settings", icon="settings", text="Settings", key="Ctrl+,"),)
        )
        self.flow = SettingsFlow(self.window, theme, desk, self.last)
        self.flow.look_changed.connect(self._follow_look)
        self.last.made.connect(self.bar.append)
        self.last.taken_back.connect(self.flow.refresh)
        QShortcut(QKeySequence("Ctrl+Z"), self.window).activated.connect(self.last.take_back)

    def _follow_look(self) -> None:
        kept = self.kept
        dark = kept.look is Look.DARK
        self._theme.show_look(self._app, dark=dark, scale=kept.text_size / 100)

    @property
    def page(self) -> QWidget:
        return self.flow.page

    @property
    def kept(self) -> Settings:
        """What is stored."""
        return self.desk.store.settings.get()

    @property
    def texts(self) -> list[str]:
        """All that can be read."""
        return [w.text() for w in self.page.findChildren(Label) if w.isVisible() and w.text()]

    @property
    def cards(self) -> list[str]:
        """The headings that are shown."""
        cards = (c for c in self.page.findChildren(SettingsCard) if c.isVisible())
        return [card.findChildren(Label)[0].text() for card in cards]

    def control(self, start: str) -> QWidget:
        """The control whose name starts so, without its parts."""
        for widget in self.page.findChildren(QWidget):
            named = widget.accessibleName() or (
                widget.text() if isinstance(widget, QAbstractButton) else ""
            )
            focusable = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
            if named.startswith(start) and focusable and widget.isVisible():
                return widget
        raise AssertionError(start)

    def press(self, start: str) -> None:
        """Press what is named so, with the mouse."""
        control = self.control(start)
        self.page.ensureWidgetVisible(control)
        QTest.mouseClick(control, Qt.MouseButton.LeftButton)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NOTHING_HELD) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.window.focusWidget(), key, held)

    def type(self, text: str) -> None:
        """Type where the focus is."""
        for letter in text:
            QTest.keyClicks(self.window.focusWidget(), letter)

    def undo(self) -> None:
        """Press Ctrl+Z."""
        self.key(Qt.Key.Key_Z, CONTROL)

    @property
    def focused(self) -> str:
        widget = self.window.focusWidget()
        return widget.accessibleName() or widget.text()


@pytest.fixture
def visitor(theme: Theme, show: Callable[..., QWidget], desk: Desk, qapp) -> Visitor:
    """Somebody who has just opened the settings."""
    made = Visitor(theme, desk, qapp)
    made.flow.show()
    show(made.window)
    made.flow.show()
    return made
