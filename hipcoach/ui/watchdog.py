"""A watchdog for the window's thread: whatever holds it up too long is written to the log.

While one callback works, no boundary of a session can be told and no key is answered. Only the time
that the thread itself worked counts, so a busy computer raises no alarm.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QObject
from PySide6.QtGui import QGuiApplication

LIMIT = 0.05
"""Seconds of work from which a turn of the event loop is told."""

log = logging.getLogger("hipcoach.watchdog")


class Watchdog(QObject):
    """Measures each turn of the event loop with `clock`, the thread's own work in seconds.

    A turn is named after the first event that reached a window in it, a key or a press of the
    mouse; where none did, its work came from a timer. Only what the system sends to the windows is
    looked at: with a look at every widget's events a page took twice as long to open.
    """

    def __init__(self, app: QGuiApplication, clock: Callable[[], float] = time.thread_time) -> None:
        super().__init__(app)
        self._clock, self._turned = clock, clock()
        self._first: QEvent.Type | None = None
        dispatcher = QAbstractEventDispatcher.instance()
        # Which of the two ends a turn depends on the system; each does at least no harm.
        dispatcher.aboutToBlock.connect(self._on_turned)
        dispatcher.awake.connect(self._on_turned)
        app.focusWindowChanged.connect(self.watch)
        for window in app.topLevelWindows():
            self.watch(window)

    def watch(self, window: QObject | None) -> None:
        """Name turns after the events of this window too."""
        if window is not None:
            window.installEventFilter(self)

    def _on_turned(self) -> None:
        """A turn of the event loop is over, and the next begins."""
        now = self._clock()
        if (whole := now - self._turned) >= LIMIT:
            log.warning("window busy %.0f ms from %s", 1000 * whole, _told(self._first))
        self._turned, self._first = now, None

    # Qt's own

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note the first event of a turn; nothing is held back."""
        self._first = self._first or event.type()
        return False


def _told(kind: QEvent.Type | None) -> str:
    """The event in words; one of an application's own has a number only."""
    return "a timer" if kind is None else str(getattr(kind, "name", kind))
