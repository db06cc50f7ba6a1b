"""How late the boundaries of a session were told, and how far its time drifted. Written to the log.

No text of the diary is written: milliseconds only.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable

from hipcoach.core.clocks import Clocks
from hipcoach.core.events import Counted, PhaseStarted, PlayerEvent
from hipcoach.core.timeline import Phase

log = logging.getLogger("hipcoach.player")


class Punctuality:
    """Measures one session by its own clock, in real seconds."""

    def __init__(self, clocks: Clocks) -> None:
        self._clocks = clocks
        self._since: tuple[Phase, float] | None = None
        self._planned = self._real = 0.0
        self._boundaries = 0

    def told(self, events: Iterable[PlayerEvent]) -> None:
        """Note boundaries that came by themselves: a line for each, and the phases they ended."""
        now = self._clocks.seconds()
        for event in events:
            if isinstance(event, PhaseStarted | Counted):
                self._boundaries += 1
                late = (now - event.at) / self._clocks.rate
                log.info("boundary late=%.2fms", 1000 * late)
            if isinstance(event, PhaseStarted):
                self._add(event.phase, now)

    def interrupted(self, events: Iterable[PlayerEvent]) -> None:
        """The user changed the course of time; what runs now is measured from its next phase on."""
        self._since = None
        now = self._clocks.seconds()
        for event in events:
            if isinstance(event, PhaseStarted) and not event.again:
                self._since = (event.phase, now)

    def close(self) -> None:
        """Log the whole session."""
        rate = self._clocks.rate
        planned, real = self._planned / rate, self._real / rate
        drift = 1000 * (real - planned)
        text = "session planned=%.3fs real=%.3fs drift=%.2fms boundaries=%d"
        log.info(text, planned, real, drift, self._boundaries)

    def _add(self, begun: Phase, now: float) -> None:
        """The phase that ended: its planned length, and how long it really was."""
        if self._since is not None:
            phase, since = self._since
            self._planned += phase.seconds
            self._real += now - since
        self._since = (begun, now)
