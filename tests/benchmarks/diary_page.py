"""The Diary page of the real window, measured in a process of its own for bench_diary.py."""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsView, QWidget

from hipcoach import app as root
from hipcoach.core.clocks import Clocks
from hipcoach.core.diary_chart import Reach
from hipcoach.store.store import Store
from hipcoach.ui.diary.loading import ChartLoader
from hipcoach.ui.navigator import Navigator

PATIENCE, TURNS = 60.0, 20
"""Seconds for anything to happen, and how often the wheel is turned and the chart is dragged."""


class Painted(QObject):
    """Notes that a part of the chart was painted which has the diary already."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.times: list[float] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look on; the event goes its way."""
        if event.type() is QEvent.Type.Paint and _within_chart(watched):
            self.times.append(time.perf_counter())
        return False


def measured(home: str, now: str, when: str) -> None:
    """Print seconds from the press to the picture, points, memory, and the slowest frame in ms.

    `when` the page is asked for: "at-once", as soon as Today stands, "before-chart", when all is
    made ahead but what draws the chart, or "settled".
    """
    app = QApplication([])
    theme = root.look(app)
    at = datetime.fromisoformat(now)
    clocks = Clocks(seconds=time.monotonic, now=lambda: at, slept=lambda: False)
    with Store.open(Path(home), now=clocks.now, new_id=lambda: "new") as store:
        navigator = root.compose(app, theme, store, clocks)
        navigator.open()
        navigator.window.show()
        _prepare(navigator, when)
        painted, start = Painted(app), time.perf_counter()
        navigator.areas.show_diary()
        _until(lambda: bool(painted.times))
        found = {"seconds": painted.times[0] - start}
        app.removeEventFilter(painted)
        _settle(1.0)
        found |= {"points": _points(navigator), "kilobytes": resident()}
        found |= {"frame": _slowest(navigator)}
        navigator.close()
        navigator.window.close()
    print(json.dumps(found), flush=True)


def _prepare(navigator: Navigator, when: str) -> None:
    """Have made ahead what is ready by then."""
    ready: list[bool] = []
    navigator.window.painted.connect(lambda: ready.append(True))
    _until(lambda: bool(ready))
    if when == "at-once":
        navigator.settle()
        return
    start, loader = ChartLoader.start, navigator.areas.diary._loader
    if when == "before-chart":
        ChartLoader.start = lambda self: None
    settled: list[bool] = []
    navigator.settled.connect(lambda: settled.append(True))
    navigator.settle()
    _until(lambda: bool(settled) and (when == "before-chart" or loader.is_ready))
    ChartLoader.start = start
    assert ("pyqtgraph" in sys.modules) is (when == "settled")
    _settle(0.5)
    gc.freeze()


def resident() -> float:
    """Kilobytes of memory that the process has of its own and shares."""
    pages = Path("/proc/self/statm").read_text("ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / 1024


def _within_chart(watched: QObject | None) -> bool:
    while watched is not None:
        if type(watched).__name__ == "PainChart":
            return watched._chart is not None
        watched = watched.parent()
    return False


def _chart(navigator: Navigator) -> QWidget:
    found = navigator.window.findChildren(QWidget)
    return next(it for it in found if type(it).__name__ == "PainChart")


def _points(navigator: Navigator) -> int:
    return len(_chart(navigator)._chart.points)


def _slowest(navigator: Navigator) -> float:
    """Wheel and drag over everything that the diary holds."""
    chart = _chart(navigator)
    chart.show_reach(Reach.ALL)
    _settle(1.0)
    canvas = next(it for it in chart.findChildren(QGraphicsView)).viewport()
    middle = QPoint(canvas.width() // 2, canvas.height() // 3)
    frames = [_frame(partial(_wheel, canvas, by)) for by in [120] * TURNS + [-120] * TURNS]
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=middle)
    for turn in range(TURNS):
        at = middle + QPoint(5 * turn, 0)
        frames.append(_frame(partial(QTest.mouseMove, canvas, at)))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=middle)
    return max(frames) * 1000


def _wheel(canvas: QWidget, by: int) -> None:
    at = QPointF(canvas.width() / 2, canvas.height() / 3)
    turned = QWheelEvent(
        at,
        canvas.mapToGlobal(at),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, turned)


def _frame(moved: Callable[[], object]) -> float:
    """From a movement until everything that it asks for is painted."""
    start = time.perf_counter()
    moved()
    QApplication.processEvents()
    QApplication.processEvents()
    return time.perf_counter() - start


def _until(holds: Callable[[], bool]) -> None:
    """Wait as an idle window does: without taking time from what works beside it."""
    loop, look = QEventLoop(), QTimer(interval=1)
    look.timeout.connect(lambda: loop.quit() if holds() else None)
    look.start()
    QTimer.singleShot(round(PATIENCE * 1000), loop.quit)
    loop.exec()
    if not holds():
        raise TimeoutError("what is measured never came")


def _settle(seconds: float) -> None:
    end = time.perf_counter() + seconds
    _until(lambda: time.perf_counter() >= end)
