"""A desk on a real diary in a folder, whose clock the test sets."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.clocks import Clocks
from hipcoach.core.gate import Asked
from hipcoach.core.guided import GuidedSession
from hipcoach.core.levels import levels
from hipcoach.core.opening import Kind
from hipcoach.core.pain import PainRating
from hipcoach.core.review import Review
from hipcoach.core.run import Band
from hipcoach.core.screening import Answer
from hipcoach.core.session import EventKind, SessionEvent
from hipcoach.journeys.coach import Coach
from hipcoach.journeys.desk import Desk
from hipcoach.journeys.preferences import Preferences
from hipcoach.journeys.ratings import Ratings
from hipcoach.journeys.screener import Screener
from hipcoach.journeys.sessions import Sessions
from hipcoach.store.disk import Disk
from hipcoach.store.store import Store

PROGRAM = "hips-three-twice"


class FragileDisk(Disk):
    """The real disk, full from the write on that `left` says (None: never)."""

    def __init__(self) -> None:
        self.left: int | None = None

    def write(self, descriptor: int, content: bytes | memoryview) -> int:
        if self.left is not None:
            self.left -= 1
            if self.left < 0:
                raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(descriptor, content)


class Room:
    """A user at a desk: time passes by hand, `crash` opens what is on the disk."""

    def __init__(self, folder: Path, catalogue: Catalogue, now: datetime) -> None:
        self.folder, self.catalogue, self.now = folder, catalogue, now
        self.seconds = 0.0
        self.disk = FragileDisk()
        self.ids = count(1)
        self.heard: list[object] = []
        self.open()

    def open(self) -> None:
        self.store = Store.open(
            self.folder,
            now=self.clock,
            new_id=lambda: f"id-{next(self.ids):04}",
            disk=self.disk,
        )
        clocks = Clocks(seconds=lambda: self.seconds, now=self.clock, slept=lambda: False)
        self.desk = Desk(store=self.store, catalogue=self.catalogue, clocks=clocks, region="DE")
        self.sessions, self.ratings = Sessions(self.desk), Ratings(self.desk)
        self.screener, self.preferences = Screener(self.desk), Preferences(self.desk)

    def crash(self) -> None:
        """Start again from what is on the disk at this moment."""
        self.disk.left = None
        after = self.folder.with_name(f"{self.folder.name}-after")
        shutil.copytree(self.folder, after)
        self.store.close()
        self.folder = after
        self.open()

    def clock(self) -> datetime:
        return self.now + timedelta(seconds=self.seconds)

    def later(self, **delta: float) -> None:
        self.now, self.seconds = self.clock() + timedelta(**delta), 0.0

    @property
    def diary(self):
        return self.store.diary()

    def answers(self, **said: str) -> dict[str, Answer]:
        """The whole screening answered with no, but for what is named (- written as _)."""
        items = [item.id for page in self.screener.pages(Asked.FULL) for item in page.items]
        told = {name.replace("_", "-"): Answer(answer) for name, answer in said.items()}
        assert told.keys() <= set(items)
        return dict.fromkeys(items, Answer.NO) | told

    def settle(self) -> None:
        """Screened, with bands and a run."""
        self.screener.keep(self.answers(), {})
        self.preferences.keep_bands([Band(colour="yellow"), Band(colour="red")])
        self.sessions.start_run(PROGRAM, one_leg_bridge=False)

    def rate(self, score: int) -> PainRating:
        return self.ratings.rate(score)

    def guide(self, ready) -> GuidedSession:
        guided = self.sessions.guided(ready, self.heard.append)
        guided.start()
        return guided

    def play(self, guided: GuidedSession, sets: int = 99) -> None:
        """Play until that many side-sets are done, or to the end."""
        while len(guided.session.sets) < sets:
            boundary = guided.player.next_boundary
            if boundary is None:
                return
            self.seconds = max(self.seconds, boundary)
            guided.player.wake()

    def leave(self, kind, sets: int = 3):
        """Begin, do some sets, and leave: the session as it is stored then."""
        guided = self.guide(self.sessions.begin(kind))
        self.play(guided, sets)
        return guided.session


@pytest.fixture
def room(tmp_path: Path, catalogue: Catalogue, morning: datetime) -> Iterator[Room]:
    """A new diary on a Monday at nine."""
    room = Room(tmp_path / "diary", catalogue, morning)
    yield room
    room.disk.left = None
    room.store.close()


@pytest.fixture
def settled(room: Room) -> Room:
    """The same with the screening answered, bands and a run."""
    room.settle()
    return room


CALM = Review(effort=5, worst=2, after=2)


class Trainee:
    """Someone's days, who does every repetition: `train` at the hour, `rise` the next morning."""

    def __init__(self, room) -> None:
        self.room, self.coach = room, Coach(room.desk)

    def open(self) -> None:
        self.room.crash()
        self.coach = Coach(self.room.desk)

    def train(self, review: Review = CALM, *, before: int = 2, hurts: str = "", score: int = 6):
        room = self.room
        room.rate(before)
        guided = room.guide(room.sessions.begin(Kind.SESSION))
        room.play(guided)
        session = guided.session
        if hurts:
            told = SessionEvent(
                at=room.clock(), kind=EventKind.HURT, exercise=hurts, score=score, choice="skip"
            )
            session = room.store.sessions.replace(replace(session, events=(told,)))
        return room.sessions.keep_review(session, review)

    def rise(self, score: int | None = 2, hour: int = 8) -> PainRating | None:
        """The next day's question; None leaves it."""
        room = self.room
        hours = 24 + hour - room.clock().hour
        room.later(hours=hours)
        return room.ratings.answer_morning(score)

    @property
    def told(self) -> list[tuple[str, str, bool]]:
        return [(d.rule, d.exercise, d.accepted) for d in self.room.diary.decisions]

    def level(self, exercise: str) -> str:
        diary = self.room.diary
        today = self.room.clock().date()
        return levels(diary, diary.runs[-1], self.room.catalogue, today)[exercise]


@pytest.fixture
def trainee(settled: Room) -> Trainee:
    """In a diary with a run, with nothing done."""
    return Trainee(settled)


@pytest.fixture
def earning(trainee: Trainee) -> Trainee:
    """Two sessions on two days that earned steps, the second one's morning still to come."""
    trainee.train()
    trainee.rise()
    trainee.train()
    return trainee


@pytest.fixture
def calm() -> Review:
    """A review after which a step may follow."""
    return CALM
