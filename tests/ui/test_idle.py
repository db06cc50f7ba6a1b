"""Work that can wait: a step a turn, and nothing of it is kept once it is stopped."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from hipcoach.ui.idle import SLICE, Idle, sliced


def turns(*steps: Callable[[], object]) -> Iterator[None]:
    for step in steps:
        step()
        yield


def test_the_steps_are_done_one_a_turn(qtbot: QtBot) -> None:
    done: list[int] = []
    parent = QObject()
    idle = Idle(turns(*(lambda n=n: done.append(n) for n in range(3))), parent)
    assert done == []
    qtbot.waitUntil(lambda: done == [0, 1, 2])
    qtbot.waitUntil(lambda: not idle._timer.isActive())


def test_what_is_stopped_does_no_more_and_holds_nothing(qtbot: QtBot) -> None:
    class Much:
        pass

    def holding() -> Iterator[None]:
        much = Much()
        held.append(weakref.ref(much))
        while True:
            yield

    held: list[weakref.ref[Much]] = []
    parent = QObject()
    idle = Idle(holding(), parent)
    qtbot.waitUntil(lambda: bool(held))
    assert held[0]() is not None
    idle.stop()
    assert held[0]() is None


def test_a_step_may_stop_its_own_work(qtbot: QtBot) -> None:
    done: list[str] = []
    parent = QObject()

    def last() -> None:
        done.append("last")
        idle.stop()

    idle = Idle(turns(last, lambda: done.append("more")), parent)
    qtbot.waitUntil(lambda: bool(done) and not idle._timer.isActive())
    assert done == ["last"]


def test_very_small_steps_are_done_many_at_a_time() -> None:
    small = iter(range(2 * SLICE + 1))
    assert sum(1 for _ in sliced(small)) == 3
    assert list(sliced(iter(()))) == []
