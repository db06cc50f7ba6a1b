"""A played session: the real page on a clock that only tests move."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.clocks import Clocks
from hipcoach.core.diary import Diary
from hipcoach.core.document import NotSavedError
from hipcoach.core.events import Emit
from hipcoach.core.guided import GuidedSession
from hipcoach.core.opening import Opened, opened
from hipcoach.core.pain import Place
from hipcoach.core.run import Run, Times
from hipcoach.core.session import Session, Slot
from hipcoach.ui.player.page import PlayerPage
from hipcoach.ui.theme import Theme


@dataclass
class KeepAwake:
    """Notes whether the screen is kept awake."""

    held: bool = False

    def hold(self) -> None:
        self.held = True

    def release(self) -> None:
        self.held = False


@dataclass
class Played:
    """A session on the page. Time stands still until `pass_time`."""

    page: PlayerPage
    catalogue: Catalogue
    at: datetime
    ready: Opened
    awake: KeepAwake
    seconds: float = 0.0
    rate: float = 1.0
    asleep: bool = False
    disk_full: bool = False
    saved: list[Session] = field(default_factory=list)
    told: list[tuple[str, object]] = field(default_factory=list)

    def begin(
        self, session: Session | None = None, known: frozenset[Place] = frozenset(), **more: int
    ) -> None:
        wanted = session or self.ready.session
        self.page.play(lambda emit: self._made(wanted, emit), self.clocks, known, **more)

    @property
    def clocks(self) -> Clocks:
        return Clocks(
            seconds=lambda: self.seconds,
            now=lambda: self.at + timedelta(seconds=self.seconds),
            slept=self._slept,
            rate=self.rate,
        )

    @property
    def guided(self) -> GuidedSession:
        guided = self.page.guided
        assert guided is not None
        return guided

    @property
    def driver(self):
        return self.page._driver

    def pass_time(self, seconds: float) -> None:
        """Let time pass as it does: every boundary on time."""
        end = self.seconds + seconds
        while self.driver and self.seconds < end:
            boundary = self.guided.player.next_boundary
            self.seconds = min(end, boundary) if boundary is not None else end
            self.driver._on_boundary()

    def to_work(self) -> None:
        """Into the first repetition, 3 s after its start."""
        self.pass_time(20 + 3)

    def press(self, key: Qt.Key, on: QWidget | None = None, text: str = "") -> None:
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(on or self.page.frame, event)

    def _made(self, session: Session, emit: Emit) -> GuidedSession:
        return GuidedSession(
            session=session,
            parts=self.ready.parts,
            catalogue=self.catalogue,
            times=Times(),
            clocks=self.clocks,
            save=self._save,
            emit=emit,
            pain_before=2,
        )

    def _slept(self) -> bool:
        slept, self.asleep = self.asleep, False
        return slept

    def _save(self, session: Session) -> Session:
        if self.disk_full:
            raise NotSavedError("Not saved: the disk is full.")
        self.saved.append(session)
        return session


@pytest.fixture
def played(
    theme: Theme, catalogue: Catalogue, morning: datetime, show: Callable[..., QWidget]
) -> Played:
    """The page in a window, and a session of the default program that has not begun."""
    run = Run(id="run", program="hips-three-twice", program_version=1, started_on=morning.date())
    ready = opened(Diary(runs=(run,)), catalogue, run, morning, Slot.MORNING)
    ready = replace(ready, session=replace(ready.session, id="session"))
    awake = KeepAwake()
    page = PlayerPage(theme, catalogue.exercise_names, catalogue.texts, awake)
    play = Played(page, catalogue, morning, ready, awake)
    for name in ("finished", "left", "warning_told", "something_new", "pain_answered", "failed"):
        getattr(page, name).connect(lambda *facts, name=name: play.told.append((name, *facts)))
    show(page)
    yield play
    page.stop()
