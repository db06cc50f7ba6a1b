"""Work that can wait, done in small pieces while the window has nothing else to do."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer


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
        """Leave the rest."""
        self._timer.stop()

    def _on_turn(self) -> None:
        self._timer.stop()
        for _ in self._work:
            self._timer.start(0)
            return
