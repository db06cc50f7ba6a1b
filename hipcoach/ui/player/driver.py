"""Drives a guided session: wakes the player at absolute deadlines and tells what it said.

Two timers: one armed to the next boundary (it runs on when the window is hidden), one that only
asks for pictures. Position is never counted from wake-ups (engineering.md section 4).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import ceil

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from hipcoach.core.clocks import Clocks
from hipcoach.core.cues import cue, form_lost, newest
from hipcoach.core.events import (
    Emit,
    FormLost,
    NotKept,
    Paused,
    PauseReason,
    PlayerEvent,
    PlayerState,
    SetEnded,
)
from hipcoach.core.exercise import Names
from hipcoach.core.guided import GuidedSession
from hipcoach.core.text import say, tr
from hipcoach.ui.player.awake import Awake
from hipcoach.ui.player.punctuality import Punctuality

FRAME = 33
"""Milliseconds between two pictures."""

LONGEST_SLEEP = 500
"""Milliseconds after which the player is woken at the latest while it plays, also where it waits:
a longer gap would look as if the computer had slept."""


class Driver(QObject):
    """One session from `start` to `finished`, or until it is stopped.

    `changed` asks for a new picture of everything, `moved` for the next one of what moves. `said`
    is the caption of what was said last, `noted` a calm line ("" takes it away).
    """

    changed = Signal()
    moved = Signal()
    said = Signal(str)
    noted = Signal(str)
    not_kept = Signal(str)
    finished = Signal()

    def __init__(
        self,
        make: Callable[[Emit], GuidedSession],
        clocks: Clocks,
        names: Mapping[str, Names],
        awake: Awake,
    ) -> None:
        super().__init__()
        self._clocks, self._names, self._awake = clocks, names, awake
        self._heard: list[PlayerEvent] = []
        self._is_over, self._is_seen = False, True
        self._punctuality = Punctuality(clocks)
        self.boundaries = QTimer(self, singleShot=True)
        self.boundaries.setTimerType(Qt.TimerType.PreciseTimer)
        self.boundaries.timeout.connect(self._on_boundary)
        self.frames = QTimer(self, interval=FRAME)
        self.frames.timeout.connect(self.moved)
        self.guided = make(self._heard.append)

    def start(self) -> None:
        """Get into the first position."""
        self.act(self.guided.start)

    def act(self, action: Callable[[], object]) -> None:
        """Do what the user asked of the session, and tell what came of it."""
        if not self._is_over:
            action()
            self._punctuality.interrupted(self._heard)
            self._tell()

    def show_frames(self, *, seen: bool) -> None:
        """Whether anybody can see the pictures."""
        self._is_seen = seen
        self._arm()

    def rest(self) -> None:
        """Let time stand still until the next `start`; the record knows nothing of it."""
        self.boundaries.stop()
        self.frames.stop()
        self._awake.release()

    def stop(self) -> None:
        """Leave the session where it is. Nothing more is told."""
        self._is_over = True
        self.rest()

    def _on_boundary(self) -> None:
        self.guided.player.wake()
        if self._heard:
            self._punctuality.told(self._heard)
            self._tell()
        else:
            self._arm()

    def _tell(self) -> None:
        """Tell what was heard; the session's end comes last."""
        heard = self._heard.copy()
        self._heard.clear()
        self._caption(heard)
        self._note(heard)
        self.changed.emit()
        if self.guided.goes_on:
            self._arm()
        elif not self._is_over:
            self._punctuality.close()
            self.stop()
            self.finished.emit()

    def _caption(self, heard: list[PlayerEvent]) -> None:
        """Of several late cues only the newest is said, and none that is stale."""
        told = [(event.at, cue(event, self.guided.parts, self._names)) for event in heard]
        cues = [(at, words) for at, words in told if words]
        spoken = newest(cues, self._clocks.seconds(), self._clocks.rate)
        if spoken and spoken.words:
            self.said.emit(" ".join(say(word) for word in spoken.words))
        elif any(isinstance(event, Paused) for event in heard):
            self.said.emit("")

    def _note(self, heard: list[PlayerEvent]) -> None:
        """Why the session paused or the set ended by itself, or that it could not be written."""
        ended = [form_lost(e, self.guided.parts) for e in heard if isinstance(e, FormLost)]
        lost = [event.reason for event in heard if isinstance(event, NotKept)]
        slept = any(isinstance(e, Paused) and e.reason is PauseReason.SLEPT for e in heard)
        if lost:
            self.noted.emit(lost[-1])
            self.not_kept.emit(lost[-1])
        elif slept:
            self.noted.emit(tr("The computer slept, so the session paused where it was."))
        elif ended:
            self.noted.emit(" ".join(say(words) for words in ended[-1]))
        elif any(isinstance(event, SetEnded) for event in heard):
            self.noted.emit("")

    def _arm(self) -> None:
        """The next wake-up, by the clock and not after an interval; pictures while time goes on."""
        player = self.guided.player
        playing = player.state is PlayerState.PLAYING and not self._is_over
        if playing:
            self.boundaries.start(self._milliseconds())
            self._awake.hold()
        else:
            self.boundaries.stop()
            self._awake.release()
        if playing and self._is_seen and not player.waits:
            if not self.frames.isActive():
                self.frames.start()
        else:
            self.frames.stop()

    def _milliseconds(self) -> int:
        """Real milliseconds to the next boundary, never more than the longest sleep."""
        boundary = self.guided.player.next_boundary
        if boundary is None:
            return LONGEST_SLEEP
        real = 1000 * (boundary - self._clocks.seconds()) / self._clocks.rate
        return min(max(ceil(real), 0), LONGEST_SLEEP)
