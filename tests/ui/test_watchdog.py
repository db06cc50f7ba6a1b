"""The watchdog names what holds the window's thread up, and nothing else."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hipcoach.ui.watchdog import Watchdog


class Clock:
    """The work of the thread, in seconds, as the test tells it."""

    seconds = 7.0

    def __call__(self) -> float:
        return self.seconds


class Worker(QObject):
    """Works for some seconds in each event of its own."""

    def __init__(self, clock: Clock, seconds: float) -> None:
        super().__init__()
        self._clock, self._seconds = clock, seconds

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.User:
            self._clock.seconds += self._seconds
        return super().event(event)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def told() -> Iterator[list[str]]:
    """What a watchdog writes to the log."""
    lines: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(record.getMessage())
    logger = logging.getLogger("hipcoach.watchdog")
    logger.addHandler(handler)
    yield lines
    logger.removeHandler(handler)


@pytest.fixture
def watchdog(qapp: QApplication, clock: Clock, told: list[str]) -> Iterator[Watchdog]:
    """One that watches this application."""
    watchdog = Watchdog(qapp, clock)
    yield watchdog
    for window in qapp.topLevelWindows():
        window.removeEventFilter(watchdog)
    watchdog.deleteLater()


@pytest.fixture
def turn(qapp: QApplication) -> Callable[..., None]:
    """Lets the event loop turn once, with a piece of work for each of these workers."""

    def go(*workers: QObject) -> None:
        qapp.processEvents()
        for worker in workers:
            QCoreApplication.postEvent(worker, QEvent(QEvent.Type.User))
        qapp.processEvents()
        qapp.processEvents()

    return go


def test_what_holds_the_thread_up_is_told_once(
    clock: Clock, told: list[str], watchdog: Watchdog, turn
) -> None:
    turn(Worker(clock, 0.08))
    turn()
    assert told == ["window busy 80 ms from a timer"]


def test_a_turn_is_named_after_what_first_reached_a_window(
    clock: Clock, told: list[str], watchdog: Watchdog, turn
) -> None:
    window = QWindow()
    watchdog.watch(window)
    turn(window, Worker(clock, 0.08))
    turn(Worker(clock, 0.07))
    assert told == ["window busy 80 ms from User", "window busy 70 ms from a timer"]


def test_a_window_that_is_opened_later_is_watched_too(
    clock: Clock, told: list[str], watchdog: Watchdog, turn, qtbot: QtBot
) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    told.clear()
    turn(widget.windowHandle(), Worker(clock, 0.08))
    assert told == ["window busy 80 ms from User"]


def test_short_work_is_not_told_however_often_it_comes(
    clock: Clock, told: list[str], watchdog: Watchdog, turn
) -> None:
    for _ in range(9):
        turn(Worker(clock, 0.04))
    assert told == []


def test_pieces_of_one_turn_count_together(
    clock: Clock, told: list[str], watchdog: Watchdog, turn
) -> None:
    turn(Worker(clock, 0.02), Worker(clock, 0.03), Worker(clock, 0.02))
    assert told == ["window busy 70 ms from a timer"]


def test_events_still_arrive(clock: Clock, watchdog: Watchdog, turn) -> None:
    worker = Worker(clock, 0.01)
    watchdog.watch(worker)
    turn(worker)
    assert clock.seconds == pytest.approx(7.01)
