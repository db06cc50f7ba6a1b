"""The Report page in the window, on a real diary of two weeks."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.clocks import Clocks
from hipcoach.core.pain import PainRating
from hipcoach.core.report_wishes import ReportWishes
from hipcoach.core.run import Flare
from hipcoach.journeys.desk import Desk
from hipcoach.journeys.sessions import Sessions
from hipcoach.store.disk import Disk
from hipcoach.store.store import Store
from hipcoach.ui.labels import Label
from hipcoach.ui.last_change import LastChange
from hipcoach.ui.rail import Place
from hipcoach.ui.report.files import FILE
from hipcoach.ui.report_flow import PICTURE, ReportFlow
from hipcoach.ui.theme import Theme
from hipcoach.ui.window import Window
from hipcoach.ui.worker import Worker

PATIENCE = 30_000
"""Milliseconds within which something expected must happen; only a failing test waits that long."""
CONTROL = Qt.KeyboardModifier.ControlModifier
NOTHING_HELD = Qt.KeyboardModifier.NoModifier
DAYS = 14


class FragileDisk(Disk):
    """The real disk; `full` lets every write fail."""

    full = False

    def write(self, descriptor: int, content: bytes | memoryview) -> int:
        if self.full:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(descriptor, content)


@pytest.fixture
def disk() -> FragileDisk:
    """The disk of the diary."""
    return FragileDisk()


@pytest.fixture
def desk(
    tmp_path: Path, catalogue: Catalogue, morning: datetime, disk: FragileDisk
) -> Iterator[Desk]:
    """Rated daily since the default program was begun two weeks ago; one flare-up."""
    ids, now = count(1), [morning - timedelta(days=DAYS)]
    clocks = Clocks(seconds=lambda: 0.0, now=lambda: now[0], slept=lambda: False)
    with Store.open(
        tmp_path / "diary", now=clocks.now, new_id=lambda: f"{next(ids):032x}", disk=disk
    ) as store:
        made = Desk(store=store, catalogue=catalogue, clocks=clocks, region="GB")
        Sessions(made).start_run("hips-three-twice", one_leg_bridge=False)
        for day in range(DAYS):
            at = morning - timedelta(days=DAYS - day)
            store.pain_ratings.add(PainRating(at=at, score=5 - day % 3))
        first = morning.date() - timedelta(days=6)
        store.flares.add(Flare(from_=first, to=first + timedelta(days=1), reason="gardening"))
        now[0] = morning
        yield made


class Visitor:
    """Reads the page and uses it, with keys and mouse."""

    def __init__(self, qtbot: QtBot, theme: Theme, desk: Desk) -> None:
        self._qtbot, self.desk, self.is_open = qtbot, desk, True
        self.last, self.bar = LastChange(), []
        places = (
            Place(page="today", icon="house", text="Today", key="Ctrl+1"),
            Place(page="report", icon="file-text", text="Report", key="Ctrl+5"),
        )
        self.window = Window(theme, places)
        self.window.add_page("today", QWidget())
        self.worker = Worker()
        self.flow = ReportFlow(self.window, theme, desk, self.last, self.worker)
        self.last.made.connect(self.bar.append)
        self.last.taken_back.connect(self.flow.refresh)
        QShortcut(QKeySequence("Ctrl+Z"), self.window).activated.connect(self.last.take_back)

    @property
    def page(self) -> QWidget:
        return self.flow.page

    @property
    def kept(self) -> ReportWishes:
        """What is stored."""
        return self.desk.store.settings.get().report

    @property
    def texts(self) -> list[str]:
        """All that can be read beside the page's picture."""
        return [w.text() for w in self.page.findChildren(Label) if w.isVisible() and w.text()]

    @property
    def picture(self) -> QImage:
        """The page that is shown."""
        return self.page.preview.sheet._image

    @property
    def summary(self) -> str:
        """What a screen reader says of it."""
        return self.page.preview.sheet.accessibleDescription()

    @property
    def pages(self) -> str:
        return next(text for text in self.texts if text.startswith("Page "))

    def settle(self) -> None:
        """Let the app work until the page and the file are there that were asked for."""
        flow = self.flow
        self._qtbot.waitUntil(
            lambda: (
                not (
                    any(timer.isActive() for timer in (flow._soon, flow._fits))
                    or any(self.worker.is_busy(lane) for lane in (PICTURE, FILE))
                )
            ),
            timeout=PATIENCE,
        )

    def work_off(self) -> None:
        """Let the layouts settle, which they do from the inside out."""
        for _ in range(12):
            QApplication.processEvents()

    def press(self, control: QWidget) -> None:
        """Press a control, and wait for what comes of it."""
        QTest.mouseClick(control, Qt.MouseButton.LeftButton)
        self.settle()

    def choose(self, segmented: QWidget, part: int) -> None:
        """Press a part of a segmented control."""
        self.press(segmented._parts[part])

    def write(self, field: QWidget, text: str) -> None:
        """Type into a field, and go on to the next."""
        field.setFocus()
        QTest.keyClicks(field, text)
        self.key(Qt.Key.Key_Tab)
        self.settle()

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NOTHING_HELD) -> None:
        QTest.keyClick(self.window.focusWidget(), key, held)

    def undo(self) -> None:
        """Press Ctrl+Z."""
        self.key(Qt.Key.Key_Z, CONTROL)
        self.settle()

    def dialog(self) -> QFileDialog | None:
        """The question where to save, None where it is not asked."""
        found = QApplication.activeModalWidget()
        return found if isinstance(found, QFileDialog) else None

    def save_as(self, path: Path) -> None:
        """Press Save and name a file."""
        self.press(self.page.foot.save)
        self.answer(path)

    def answer(self, path: Path) -> None:
        """Name the file in the question that is open, as after its own "replace it?"."""
        asked = self.dialog()
        assert asked
        asked.fileSelected.emit(str(path))
        asked.done(0)
        self.settle()

    def close(self) -> None:
        """End the program."""
        self.is_open = False
        self.flow.close()
        self.worker.close()
        self.window.close()
        self.flow.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def visitor(
    theme: Theme, show: Callable[..., QWidget], desk: Desk, qtbot: QtBot
) -> Iterator[Visitor]:
    """Somebody who has just opened the page."""
    made = Visitor(qtbot, theme, desk)
    show(made.window)
    made.flow.show()
    made.settle()
    yield made
    if made.is_open:
        made.close()
