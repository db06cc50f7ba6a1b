"""A watchdog for the window's thread: whatever holds it up too long is written to the log.

While one callback works, no boundary of a session can be told and no key is answered. Only the time
that the thread itself worked counts, so a busy computer raises no alarm.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEvent, QObject

LIMIT = 0.05
"""Seconds of work from which a turn of the event loop is told."""

Event = tuple[str, QEvent.Type]
"""What received it, and its kind."""
NOTHING: Event = ("nothing", QEvent.Type.None_)

log = logging.getLogger("hipcoach.watchdog")


class Watchdog(QObject):
    """Measures each turn of the event loop with `clock`, the thread's own work in seconds.

    A turn is named after the event that it began with, and the one that took the largest part of
    it: what received it, and its kind. Made once the window stands: it looks at every event, which
    is time that a start needs.
    """

    def __init__(
        self, app: QCoreApplication, clock: Callable[[], float] = time.thread_time
    ) -> None:
        super().__init__(app)
        self._clock = clock
        self._turned = self._began = clock()
        self._first: Event | None = None
        self._event = self._longest = NOTHING
        self._most = 0.0
        dispatcher = QAbstractEventDispatcher.instance()
        # Which of the two ends a turn depends on the system; each does at least no harm.
        dispatcher.aboutToBlock.connect(self._on_turned)
        dispatcher.awake.connect(self._on_turned)
        app.installEventFilter(self)

    def _on_turned(self) -> None:
        """A turn of the event loop is over, and the next begins."""
        self._next_event(NOTHING)
        if (whole := self._began - self._turned) >= LIMIT:
            first, part = _told(self._first or NOTHING), 1000 * self._most
            text = "window busy %.0f ms from %s, %.0f of it in %s"
            log.warning(text, 1000 * whole, first, part, _told(self._longest))
        self._turned, self._most, self._first = self._began, 0.0, None

    def _next_event(self, event: Event) -> None:
        """The event before has ended or handed on to this one; remember the longest."""
        now = self._clock()
        if now - self._began > self._most:
            self._most, self._longest = now - self._began, self._event
        self._began, self._event = now, event

    # Qt's own

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note what comes next; nothing is held back."""
        coming = (type(watched).__name__, event.type())
        self._first = self._first or coming
        self._next_event(coming)
        return False


def _told(event: Event) -> str:
    """The event in words; one of an application's own has a number only."""
    who, kind = event
    return f"{who} {getattr(kind, 'name', kind)}"
