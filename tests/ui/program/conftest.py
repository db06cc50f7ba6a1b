"""The Program page at work in the window, on a real diary."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.clocks import Clocks
from hipcoach.core.gate import Asked
from hipcoach.core.run import Band, Run
from hipcoach.core.screening import Answer
from hipcoach.journeys.desk import Desk
from hipcoach.journeys.preferences import Preferences
from hipcoach.journeys.programs import Programs
from hipcoach.journeys.screener import Screener
from hipcoach.store.disk import Disk
from hipcoach.store.store import Store
from hipcoach.ui.labels import Label
from hipcoach.ui.last_change import LastChange
from hipcoach.ui.program_flow import ProgramFlow
from hipcoach.ui.rail import Place
from hipcoach.ui.theme import Theme
from hipcoach.ui.window import Window

NOTHING_HELD = Qt.KeyboardModifier.NoModifier


@dataclass
class StandingClock:
    """Stands until it is moved."""

    at: datetime

    def now(self) -> datetime:
        return self.at


class FragileDisk(Disk):
    """The real disk, full while it is said to be."""

    full = False

    def write(self, descriptor: int, content: bytes | memoryview) -> int:
        if self.full:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(descriptor, content)


@dataclass
class User:
    """Reads what the window shows and presses what it names."""

    window: Window
    flow: ProgramFlow
    desk: Desk
    last: LastChange
    clock: StandingClock
    disk: FragileDisk
    told: list[str] = field(default_factory=list)
    bars: list[str] = field(default_factory=list)

    @property
    def run(self) -> Run | None:
        return Programs(self.desk).run()

    @property
    def texts(self) -> str:
        """All that can be read."""
        labels = (w for w in self.window.findChildren(Label) if w.isVisible())
        return "\n".join(label.text() for label in labels)

    def buttons(self) -> dict[str, QAbstractButton]:
        """What can be pressed, by name."""
        found = self.window.findChildren(QAbstractButton)
        return {b.accessibleName(): b for b in found if b.isVisible() and b.isEnabled()}

    def press(self, *starts: str) -> None:
        """Press the controls whose names start so, one after the other."""
        for start in starts:
            found = self.buttons()
            named = [found[start]] if start in found else []
            named += [b for name, b in found.items() if name.startswith(start)]
            assert named, f"there is no {start!r}; there are {sorted(found)}"
            QTest.mouseClick(named[0], Qt.MouseButton.LeftButton, pos=named[0].rect().center())
            self.work_off()

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NOTHING_HELD) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, held)
        self.work_off()

    @staticmethod
    def work_off() -> None:
        """What the app's event loop does after each event."""
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    @property
    def focused(self) -> str:
        """The name of what has the focus."""
        focused = QApplication.focusWidget()
        return focused.accessibleName() if focused else ""


@pytest.fixture
def user(
    theme: Theme,
    show: Callable[..., QWidget],
    tmp_path: Path,
    catalogue: Catalogue,
    morning: datetime,
) -> Iterator[User]:
    """Screened, with bands, and the first day of the default program; the window stands."""
    ids, clock = count(1), StandingClock(morning)
    clocks = Clocks(seconds=lambda: 0.0, now=clock.now, slept=lambda: False)
    places = tuple(
        Place(page=name, icon="house", text=name, key="") for name in ("today", "program")
    )
    disk = FragileDisk()
    with Store.open(
        tmp_path, now=clocks.now, new_id=lambda: f"{next(ids):032x}", disk=disk
    ) as store:
        desk = Desk(store=store, catalogue=catalogue, clocks=clocks, region="GB")
        items = [item.id for page in Screener(desk).pages(Asked.FULL) for item in page.items]
        Screener(desk).keep(dict.fromkeys(items, Answer.NO), {})
        Preferences(desk).keep_bands([Band(colour="yellow"), Band(colour="red")])
        Programs(desk).start("hips-three-twice", one_leg_bridge=False)
        window, last = Window(theme, places), LastChange()
        flow = ProgramFlow(window, theme, desk, last)
        user = User(show(window), flow, desk, last, clock, disk)
        last.taken_back.connect(flow.refresh)
        last.made.connect(user.bars.append)
        flow.started.connect(lambda: user.told.append("started"))
        flow.kit_asked.connect(lambda: user.told.append("kit"))
        flow.exercise_asked.connect(user.told.append)
        yield user
        disk.full = False
