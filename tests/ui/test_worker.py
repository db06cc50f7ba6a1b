"""The thread beside the window's: the newest wins, and an end comes cleanly."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from hipcoach.ui.worker import Worker

PATIENCE = 30


@pytest.fixture
def worker(qapp) -> Iterator[Worker]:
    """A worker; it is closed after the test."""
    made = Worker()
    yield made
    made.close()


class Gate:
    """Work that waits to be let through, and what was told of it."""

    def __init__(self) -> None:
        self.entered, self.open = Event(), Event()

    def work(self) -> str:
        self.entered.set()
        assert self.open.wait(PATIENCE)
        return "old"


def test_it_works_beside_the_window_and_tells_in_its_thread(worker, qtbot) -> None:
    told = []
    worker.ask("a", current_thread, lambda made: told.append((made, current_thread())))
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE * 1000)
    at_work, telling = told[0]
    assert at_work is not main_thread()
    assert telling is main_thread()


def test_the_newest_of_a_lane_wins_and_nobody_is_told_of_the_others(worker, qtbot) -> None:
    gate, made, told = Gate(), [], []
    worker.ask("a", gate.work, told.append)
    assert gate.entered.wait(PATIENCE)
    for n in range(3):
        worker.ask("a", lambda n=n: made.append(n) or n, told.append)
    assert worker.is_busy("a")

    gate.open.set()
    qtbot.waitUntil(lambda: not worker.is_busy("a"), timeout=PATIENCE * 1000)

    assert (made, told) == ([2], [2])


def test_another_lane_is_not_dropped(worker, qtbot) -> None:
    gate, told = Gate(), []
    worker.ask("a", gate.work, told.append)
    assert gate.entered.wait(PATIENCE)
    worker.ask("b", lambda: "b", told.append)
    worker.ask("a", lambda: "a", told.append)

    gate.open.set()
    qtbot.waitUntil(lambda: not worker.is_busy("a"), timeout=PATIENCE * 1000)

    assert told == ["b", "a"]


def test_an_unexpected_error_is_told_and_the_next_task_is_done(worker, qtbot) -> None:
    told = []
    with (
        qtbot.captureExceptions() as raised,
        qtbot.waitSignal(worker.failed) as failed,
    ):
        worker.ask("a", lambda: 1 // 0, told.append)
    assert failed.args == ["a"]
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]

    worker.ask("a", lambda: 1, told.append)
    qtbot.waitUntil(lambda: told == [1], timeout=PATIENCE * 1000)


def test_close_waits_and_does_what_must_be_done(qapp) -> None:
    worker, gate, done, told = Worker(), Gate(), [], []
    worker.ask("a", lambda: done.append(gate.work()), told.append)
    assert gate.entered.wait(PATIENCE)
    worker.ask("b", lambda: done.append("may"), told.append)
    worker.ask("c", lambda: done.append("must"), told.append, must=True)
    gate.open.set()

    worker.close()
    qapp.processEvents()

    assert done == ["old", "must"]
    assert told == []


def test_a_worker_that_was_never_asked_closes(qapp) -> None:
    Worker().close()


def test_no_widget_is_destroyed_in_the_other_thread(worker, qtbot) -> None:
    """A page that was thrown away waits in a cycle until Python looks for garbage."""
    where: list[str] = []

    class Page(QWidget):
        """PySide looks after Qt's own kinds by itself, not after those made from them."""

    def throw_away() -> None:
        page = Page()
        page.myself = page
        QTimer(page).start(1000)
        told = Qt.ConnectionType.DirectConnection
        page.destroyed.connect(lambda: where.append(current_thread().name), told)

    def allocate() -> bool:
        return bool([[n] for n in range(200_000)])  # so much that Python looks for garbage

    told = []
    worker.ask("a", str, told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE * 1000)
    gc.collect()
    assert gc.isenabled()
    throw_away()
    worker.ask("a", allocate, told.append)
    qtbot.waitUntil(lambda: len(told) > 1, timeout=PATIENCE * 1000)

    assert where in ([], [main_thread().name])
    assert gc.isenabled()
    gc.collect()
    assert where == [main_thread().name]


def test_garbage_is_looked_for_again_only_when_nothing_is_under_way(worker, qtbot) -> None:
    gate, told = Gate(), []
    gc.disable()
    try:
        worker.ask("a", gate.work, told.append)
        assert gate.entered.wait(PATIENCE)
        worker.collect()
        assert not gc.isenabled()

        gate.open.set()
        qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE * 1000)
        assert gc.isenabled()
    finally:
        gc.enable()
