"""What a session costs the processor, measured in a process of its own for bench_figure.py."""

from __future__ import annotations

import json
import sys
import time
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from hipcoach import app as root
from hipcoach.core.clocks import Clocks
from hipcoach.store.store import Store
from hipcoach.ui.figure_view import FigureView
from tests.shots.hand import Hand, StandingClock
from tests.shots.states import STATES

SECONDS = 20.0
FRAME = 33
"""Milliseconds between two pictures."""

SIZE = (1280, 800)


class RunningClock(StandingClock):
    """A clock that goes on by itself, and can be moved on besides."""

    def __init__(self, start: datetime) -> None:
        super().__init__(start)
        self._began = time.monotonic()

    def seconds(self) -> float:
        """The time that has passed, with what was added to it."""
        return time.monotonic() - self._began + self._passed

    def clocks(self) -> Clocks:
        """The same as the player is handed it; the computer never sleeps."""
        return Clocks(seconds=self.seconds, now=self.now, slept=lambda: False)


def measured(home: str, now: str) -> None:
    """Print the seconds of processor that a set takes at real speed, and its figure's size."""
    app = QApplication([])
    theme, clock = root.look(app), RunningClock(datetime.fromisoformat(now))
    with Store.open(Path(home), now=clock.now, new_id=lambda: "new") as store:
        navigator = root.compose(app, theme, store, clock.clocks())
        navigator.window.painted.connect(navigator.settle)
        navigator.window.resize(*SIZE)
        navigator.open()
        navigator.window.show()
        hand = Hand(navigator, clock)
        _wait(navigator)
        next(state for state in STATES if state.name == "02-player-work").way(hand)
        hand.settle(3)
        view = next(it for it in navigator.window.findChildren(FigureView) if it.isVisible())
        print(json.dumps({"cpu": _cost(), "size": [view.width(), view.height()]}), flush=True)
        navigator.close()
        navigator.window.may_close = True
        navigator.window.close()


class Bare(QMainWindow):
    """A window that shows one of two pictures of this size, 30 times a second."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self.resize(*SIZE)
        self._picture = _Picture(self)
        self._picture.setGeometry(24, 76, width, height)
        self._timer = QTimer(self, interval=FRAME)
        self._timer.timeout.connect(self._picture.turn)
        self._timer.start()


class _Picture(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._turn, self._images = 0, ()

    def turn(self) -> None:
        """Show the other one."""
        self._turn = 1 - self._turn
        self.update()

    # Qt's own

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        if not self._images:
            self._images = tuple(self._plain(colour) for colour in ("#ECEDE8", "#DCECE8"))
        painter = QPainter(self)
        painter.drawImage(0, 0, self._images[self._turn])
        painter.end()

    def _plain(self, colour: str) -> QImage:
        image = QImage(self.size(), QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        return image


def bare(width: str, height: str) -> None:
    """Print the seconds of processor that the bare window takes."""
    app = QApplication([])
    window = Bare(int(width), int(height))
    window.show()
    _spin(2)
    print(json.dumps({"cpu": _cost()}), flush=True)
    window.close()
    app.shutdown()


def _wait(navigator: root.Navigator) -> None:
    """Until all is made ahead."""
    loop = QEventLoop()
    navigator.settled.connect(loop.quit)
    QTimer.singleShot(30_000, loop.quit)
    loop.exec()


def _spin(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def _cost() -> float:
    """Seconds of processor in so many seconds."""
    before = time.process_time()
    _spin(SECONDS)
    return time.process_time() - before


if __name__ == "__main__":
    {"session": measured, "bare": bare}[sys.argv[1]](*sys.argv[2:])
