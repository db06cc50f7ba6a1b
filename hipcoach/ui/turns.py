"""Several works that can wait, one small step at a time, each in its turn."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from PySide6.QtCore import QObject

from hipcoach.ui.idle import Idle


class Turns(QObject):
    """However many there are, the window waits for one step only.

    A step that raises ends its work and no other; the error goes the way of every unexpected one.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._works: deque[Iterator[object]] = deque()
        self._idle: Idle | None = None

    def add(self, work: Iterator[object]) -> None:
        """Take up a work, one step now and then, until it ends or is left."""
        self._works.append(work)
        self._go_on()

    def leave(self, work: Iterator[object]) -> None:
        """Let go of a work; nothing where it has ended."""
        if work in self._works:
            self._works.remove(work)

    def _steps(self) -> Iterator[None]:
        while self._works:
            work = self._works.popleft()
            self._works.append(work)
            try:
                if next(work, self) is self:
                    self.leave(work)
            except Exception:
                self.leave(work)
                self._rest()
                self._go_on()
                raise
            yield
        self._rest()

    def _go_on(self) -> None:
        if self._works and self._idle is None:
            self._idle = Idle(self._steps(), self)

    def _rest(self) -> None:
        """Nothing is left; the next work has turns of its own."""
        if self._idle:
            self._idle.deleteLater()
        self._idle = None
