"""A user's computer: the diary in memory, the journeys on it, a clock that is set by hand."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.clocks import Clocks
from hipcoach.core.diary import Diary
from hipcoach.core.guided import GuidedSession
from hipcoach.core.run import Band
from hipcoach.core.screening import Answer
from hipcoach.journeys.coach import Coach
from hipcoach.journeys.days_off import DaysOff
from hipcoach.journeys.desk import Desk
from hipcoach.journeys.entries import Entries
from hipcoach.journeys.preferences import Preferences
from hipcoach.journeys.ratings import Ratings
from hipcoach.journeys.screener import Screener
from hipcoach.journeys.sessions import Sessions
from hipcoach.store.store import Store
from tests.store.conftest import MemoryDisk


class Home:
    """The desk and the journeys of one user."""

    def __init__(self, catalogue: Catalogue, now: datetime) -> None:
        self.catalogue, self.now, self.seconds = catalogue, now, 0.0
        ids = count(1)
        self.store = Store.open(
            Path("/diary"),
            now=self.clock,
            new_id=lambda: f"id-{next(ids):06}",
            disk=MemoryDisk(),
        )
        clocks = Clocks(seconds=lambda: self.seconds, now=self.clock, slept=lambda: False)
        self.desk = Desk(store=self.store, catalogue=catalogue, clocks=clocks, region="DE")
        self.sessions, self.ratings = Sessions(self.desk), Ratings(self.desk)
        self.screener, self.days_off = Screener(self.desk), DaysOff(self.desk)
        self.entries, self.coach = Entries(self.desk), Coach(self.desk)

    def clock(self) -> datetime:
        """The wall clock."""
        return self.now + timedelta(seconds=self.seconds)

    def set_clock(self, at: datetime) -> None:
        """Time goes on to this moment."""
        assert at >= self.clock()
        self.now, self.seconds = at, 0.0

    @property
    def diary(self) -> Diary:
        """The diary as it is stored."""
        return self.store.diary()

    def move_in(self, program: str, bands: tuple[str, ...]) -> None:
        """The first run: screened, bands named, the program started."""
        self.answer_screening()
        Preferences(self.desk).keep_bands([Band(colour=colour) for colour in bands])
        self.sessions.start_run(program, one_leg_bridge=False)

    def answer_screening(self) -> None:
        """Answer whatever safety questions are asked with no."""
        asked = self.screener.standing().asked
        if asked:
            items = (item.id for page in self.screener.pages(asked) for item in page.items)
            self.screener.keep(dict.fromkeys(items, Answer.NO), {})

    def guide(self, guided: GuidedSession) -> bool:
        """Let time pass up to the next change; False where nothing comes any more."""
        boundary = guided.player.next_boundary
        if boundary is None:
            return False
        self.seconds = max(self.seconds, boundary)
        guided.player.wake()
        return True
