"""One thread beside the window's own, for what would hold the window up.

It is handed values and gives values. Of Qt's objects it touches none but for one signal, which Qt
hands on to the window's thread. Python must not look for garbage meanwhile: it would destroy old
widgets in the wrong thread.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """Something to make: `work` in the thread, `then` with what came out in the window's."""

    lane: str
    work: Callable[[], Any]
    then: Callable[[Any], object]
    must: bool


class Worker(QObject):
    """Works off tasks one after the other. In each lane the newest wins.

    `failed` names the lane whose work raised something unexpected; the error itself then goes the
    way of every unexpected one.
    """

    failed = Signal(str)
    _ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._waiting: dict[str, _Task] = {}
        self._task: _Task | None = None
        self._future: Future[Any] | None = None
        self._collected = False
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def ask(
        self,
        lane: str,
        work: Callable[[], T],
        then: Callable[[T], object],
        *,
        must: bool = False,
    ) -> None:
        """Have `work` done; `then` is told what it made.

        An earlier task of the lane is dropped, and where it is under way nobody is told of it. What
        `must` be done is done even where `close` comes before its turn.
        """
        self._waiting.pop(lane, None)
        self._waiting[lane] = _Task(lane=lane, work=work, then=then, must=must)
        self._begin()

    def is_busy(self, lane: str) -> bool:
        """Whether something of the lane is waiting or under way."""
        return lane in self._waiting or (self._task is not None and self._task.lane == lane)

    def collect(self) -> None:
        """Let Python look for garbage: from now on, or once nothing is under way."""
        if self._future is None:
            gc.enable()
        else:
            self._collected = True

    def close(self) -> None:
        """Wait for what is under way, which cannot be broken off; nobody is told of it."""
        waiting, self._waiting = self._waiting, {}
        if "_pool" in vars(self):
            self._pool.shutdown(wait=True)
            del self._pool
        self._rest()
        for task in waiting.values():
            if task.must:
                task.work()

    @cached_property
    def _pool(self) -> ThreadPoolExecutor:
        """The thread; it is there from the first task on."""
        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="beside")

    def _begin(self) -> None:
        """Hand the thread what has waited longest, unless it is at work."""
        if self._future is None and self._waiting:
            self._task = task = self._waiting.pop(next(iter(self._waiting)))
            self._collected = gc.isenabled()
            gc.disable()
            tell = self._ended.emit
            self._future = self._pool.submit(task.work)
            self._future.add_done_callback(lambda _future: tell())

    def _rest(self) -> None:
        """Nothing is under way any more."""
        if self._future is not None and self._collected:
            gc.enable()
        self._future = self._task = None

    def _on_ended(self) -> None:
        """Tell what was made, unless something newer is wanted or this was closed meanwhile."""
        future, task = self._future, self._task
        if future is None or task is None:
            return
        self._rest()
        wanted = task.lane not in self._waiting
        self._begin()
        if future.exception():
            self.failed.emit(task.lane)
            future.result()
        if wanted:
            task.then(future.result())
