"""Work that can wait, done in small pieces while the window has nothing else to do."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QObject, QTimer

SLICE = 200
"""Documents that are read in one turn of the event loop: a few milliseconds."""


def sliced(steps: Iterator[object]) -> Iterator[None]:
    """Very small steps, so many of them in one."""
    while sum(1 for _ in islice(steps, SLICE)):
        yield


class Idle(QObject):
    """Runs the steps of `work`, one a turn of the event loop, until it ends or `stop`.

    A step that raises ends the work; the error goes the way of every unexpected one.
    """

    def __init__(self, work: Iterator[object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_turn)
        self._timer.start(0)

    def stop(self) -> None:
        """Leave the rest, and let go of what it holds; a step that is under way is the last one."""
        self._timer.stop()
        self._work = iter(())

    def _on_turn(self) -> None:
        self._timer.stop()
        for _ in self._work:
            self._timer.start(0)
            return
