"""The whole window on a real diary, with a clock, a disk and a bed that the test commands."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from math import inf
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from hipcoach.app import compose
from hipcoach.core.clocks import Clocks
from hipcoach.core.gate import Asked
from hipcoach.core.pain import PainRating
from hipcoach.core.run import Band
from hipcoach.core.screening import Answer
from hipcoach.core.session import Session
from hipcoach.journeys.desk import Desk
from hipcoach.journeys.preferences import Preferences
from hipcoach.journeys.ratings import Ratings
from hipcoach.journeys.screener import Screener
from hipcoach.journeys.sessions import Sessions
from hipcoach.store.disk import Disk
from hipcoach.store.ids import IdSource
from hipcoach.store.store import Store
from hipcoach.ui.labels import Label
from hipcoach.ui.navigator import Navigator
from hipcoach.ui.theme import Theme
from hipcoach.ui.window import Window

CONTROL = Qt.KeyboardModifier.ControlModifier
NOTHING_HELD = Qt.KeyboardModifier.NoModifier
PATIENCE = 30_000
"""Milliseconds within which something expected must happen; only a failing test waits that long."""
HOUR = 3_600_000


class FragileDisk(Disk):
    """The real disk, full from the write on that `left` says (None: never)."""

    left: int | None = None

    def write(self, descriptor: int, content: bytes | memoryview) -> int:
        if self.left is not None:
            self.left -= 1
            if self.left < 0:
                raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(descriptor, content)


class Lookout(QObject):
    """Notes what is shown as a window of its own: a part that flashes up takes the keys with it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.windows: list[str] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = event.type() is QEvent.Type.Show and isinstance(watched, QWidget)
        if shown and watched.isWindow() and not isinstance(watched, Window):
            self.windows.append(type(watched).__name__)
        return False


def hold_bar(window: Window) -> None:
    """Let the bar below stay until the test has read it, however slow the computer is."""
    window.undo_bar._timer.setInterval(HOUR)


class Desktop:
    """A user at the window. Time stands still until it is moved."""

    def __init__(self, qtbot: QtBot, theme: Theme, folder: Path, now: datetime) -> None:
        self._qtbot, self._theme, self.folder = qtbot, theme, folder
        self.wall, self.seconds, self.slept = now, 0.0, False
        self.disk = FragileDisk()
        self._take()

    def follow(self, navigator: Navigator) -> None:
        """Look at another window, and at its diary."""
        self.navigator, self.window = navigator, navigator.window
        self.desk = navigator._desk
        self.store = self.desk.store
        hold_bar(self.window)

    def _take(self) -> None:
        """Open the diary and the window."""
        self.store = Store.open(
            self.folder, now=self.now, new_id=IdSource(self.now, os.urandom), disk=self.disk
        )
        clocks = Clocks(seconds=lambda: self.seconds, now=self.now, slept=self._has_slept)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.navigator = compose(app, self._theme, self.store, clocks)
        self.window = self.navigator.window
        hold_bar(self.window)
        self.desk = Desk(
            store=self.store, catalogue=self.navigator._desk.catalogue, clocks=clocks, region="DE"
        )
        self.screener, self.sessions = Screener(self.desk), Sessions(self.desk)
        self.ratings, self.preferences = Ratings(self.desk), Preferences(self.desk)

    def _has_slept(self) -> bool:
        slept, self.slept = self.slept, False
        return slept

    def now(self) -> datetime:
        return self.wall + timedelta(seconds=self.seconds)

    # What was there before

    def settle(self) -> None:
        """Screened the day before, with bands and a run."""
        self.wall -= timedelta(days=1)
        items = [item.id for page in self.screener.pages(Asked.FULL) for item in page.items]
        self.screener.keep(dict.fromkeys(items, Answer.NO), {})
        self.preferences.keep_bands([Band(colour="yellow"), Band(colour="red")])
        self.sessions.start_run("hips-three-twice", one_leg_bridge=False)
        self.wall += timedelta(days=1)

    # What the user does

    def open(self) -> None:
        """Start the app."""
        self.navigator.open()
        self.window.show()
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)
        QApplication.processEvents()

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the app work until it holds."""
        self._qtbot.waitUntil(holds, timeout=PATIENCE)

    def kill(self) -> None:
        """Start again from what is on the disk at this moment."""
        self.disk.left = None
        after = self.folder.with_name(f"{self.folder.name}-after")
        shutil.copytree(self.folder, after)
        self.close()
        self.folder = after
        self._take()
        self.open()

    def close(self) -> None:
        self.disk.left = None
        self.navigator.close()
        self.window.may_close = True
        self.window.close()
        self.window.deleteLater()
        self.navigator.deleteLater()
        self.store.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def later(self, **delta: float) -> None:
        """Let wall time pass: the player's clock stands, as where the computer slept."""
        self.wall += timedelta(**delta)
        self.navigator._clock.timeout.emit()

    def play(self, seconds: float) -> None:
        """Let the session's time pass."""
        guided = self.navigator.flow.player.guided
        end = self.seconds + seconds
        while guided and guided.goes_on and (due := guided.player.next_boundary or inf) <= end:
            self.seconds = max(self.seconds, due)
            self._wake()
        self.seconds = end
        self._wake()

    def _wake(self) -> None:
        driver = self.navigator.flow.player._driver
        if driver:
            driver._on_boundary()

    def button(self, start: str) -> QAbstractButton:
        """The control that is shown whose name starts so."""
        found = [b for b in self.window.findChildren(QAbstractButton) if b.isVisible()]
        named = {b.accessibleName(): b for b in found}
        whole = [b for name, b in named.items() if name == start]
        begun = [b for name, b in named.items() if name.startswith(start)]
        assert whole or begun, f"there is no {start!r}; there are {sorted(named)}"
        return (whole or begun)[0]

    def shows(self, start: str) -> bool:
        found = [b for b in self.window.findChildren(QAbstractButton) if b.isVisible()]
        return any(b.isEnabled() and b.accessibleName().startswith(start) for b in found)

    def press(self, *starts: str) -> None:
        """Click controls one after the other."""
        for start in starts:
            button = self.button(start)
            assert button.isEnabled(), start
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            self._work_off()

    def double_press(self, start: str) -> None:
        """Double-click, the second press on whatever stands there then."""
        button = self.button(start)
        there = button.mapTo(self.window, button.rect().center())
        handle = self.window.windowHandle()
        QTest.mouseDClick(handle, Qt.MouseButton.LeftButton, NOTHING_HELD, there)
        QApplication.processEvents()

    @staticmethod
    def _work_off() -> None:
        """What the app's event loop does after each event."""
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NOTHING_HELD) -> None:
        QTest.keyClick(self.window.windowHandle(), key, held)
        self._work_off()

    def repeat(self, key: Qt.Key, text: str = "") -> None:
        """What a key sends that is held down."""
        event = QKeyEvent(QEvent.Type.KeyPress, key, NOTHING_HELD, text, True)
        QApplication.sendEvent(self.focused(), event)
        QApplication.processEvents()

    def answer_pages(self, said: str = "No, none of these", pages: int = 99) -> None:
        """Answer pages of the screening, as long as there are some."""
        while pages and self.shows(said):
            self.press(said, "Continue")
            pages -= 1

    # What there is

    @property
    def shown(self) -> str:
        return self.window.shown

    @property
    def texts(self) -> str:
        """All that can be read."""
        labels = (w for w in self.window.findChildren(Label) if w.isVisible())
        return "\n".join(label.text() for label in labels)

    @property
    def guided(self):
        guided = self.navigator.flow.player.guided
        assert guided is not None
        return guided

    @property
    def plays(self) -> bool:
        """Whether a session runs in the window."""
        return self.shown == "player" and self.navigator.flow.player.guided is not None

    @property
    def diary(self):
        return self.store.diary()

    @property
    def ratings_kept(self) -> list[tuple[int, tuple[str, ...]]]:
        kept: tuple[PainRating, ...] = self.diary.pain_ratings
        return [(rating.score, rating.tags) for rating in kept]

    @property
    def session(self) -> Session:
        return self.diary.sessions[-1]

    def focused(self) -> QWidget:
        focused = self.window.focusWidget()
        return focused if focused and focused.isVisible() else self.window


@pytest.fixture
def desktop(qtbot: QtBot, theme: Theme, tmp_path: Path, morning: datetime) -> Iterator[Desktop]:
    """A new diary on a Monday at nine; the window is not open yet."""
    desktop = Desktop(qtbot, theme, tmp_path / "diary", morning)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    lookout = Lookout(app)
    yield desktop
    app.removeEventFilter(lookout)
    desktop.close()
    assert lookout.windows == []


@pytest.fixture
def settled(desktop: Desktop) -> Desktop:
    """Screened, with bands and a run, and the window open on Today."""
    desktop.settle()
    desktop.open()
    return desktop
