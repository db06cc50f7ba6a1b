"""The watchdog names what holds the window's thread up, and nothing else."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hipcoach.ui.watchdog import Watchdog


class Clock:
    """The work of the thread, in seconds, as the test tells it."""

    seconds = 7.0

    def __call__(self) -> float:
        return self.seconds


class Worker(QObject):
    """Works for some seconds in each event, after it handed one on to another."""

    def __init__(self, clock: Clock, seconds: float, helper: Worker | None = None) -> None:
        super().__init__()
        self._clock, self._seconds, self._helper = clock, seconds, helper

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.User, QEvent.Type.LanguageChange):
            self._clock.seconds += self._seconds
            if self._helper:
                QCoreApplication.sendEvent(self._helper, QEvent(QEvent.Type.LanguageChange))
            return True
        return super().event(event)


class Helper(Worker):
    """One that another hands an event on to."""


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def told(qapp: QApplication, clock: Clock) -> Iterator[list[str]]:
    """What the watchdog of this application writes to the log."""
    lines: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("hipcoach.watchdog")
    logger.addHandler(handler)
    watchdog = Watchdog(qapp, clock)
    yield lines
    qapp.removeEventFilter(watchdog)
    watchdog.deleteLater()
    logger.removeHandler(handler)


@pytest.fixture
def turn(qapp: QApplication) -> Callable[..., None]:
    """Lets the event loop turn once, with a piece of work for each of these workers."""

    def go(*workers: Worker) -> None:
        qapp.processEvents()
        for worker in workers:
            QCoreApplication.postEvent(worker, QEvent(QEvent.Type.User))
        qapp.processEvents()
        qapp.processEvents()

    return go


def test_what_holds_the_thread_up_is_named_once(clock: Clock, told: list[str], turn) -> None:
    turn(Worker(clock, 0.08))
    turn()
    assert told == ["window busy 80 ms from Worker User, 80 of it in Worker User"]


def test_short_work_is_not_told_however_often_it_comes(clock: Clock, told: list[str], turn) -> None:
    for _ in range(9):
        turn(Worker(clock, 0.04))
    assert told == []


def test_pieces_of_one_turn_count_together_and_the_longest_names_it(
    clock: Clock, told: list[str], turn
) -> None:
    turn(Worker(clock, 0.02), Helper(clock, 0.03), Worker(clock, 0.02))
    assert told == ["window busy 70 ms from Worker User, 30 of it in Helper User"]


def test_work_that_is_handed_on_is_counted_where_it_is_done(
    clock: Clock, told: list[str], turn
) -> None:
    turn(Worker(clock, 0.01, helper=Helper(clock, 0.06)))
    assert told == ["window busy 70 ms from Worker User, 60 of it in Helper LanguageChange"]


def test_events_still_arrive(clock: Clock, told: list[str], qtbot: QtBot, turn) -> None:
    worker = Worker(clock, 0.01)
    turn(worker)
    assert clock.seconds == pytest.approx(7.01)
