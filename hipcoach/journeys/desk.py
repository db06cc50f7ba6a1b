"""What every journey needs, handed in by the composition root."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.clocks import Clocks
from hipcoach.core.diary import Diary
from hipcoach.core.gap import last_session
from hipcoach.core.schedule import Due, due
from hipcoach.store.store import Store

Back = Callable[[], object]
"""The way back from a change: what was before, with the same ids, in one transaction."""

RECENT = timedelta(weeks=8)
"""How far back a first look reaches: twice the 4 weeks that Today's trend shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The open diary, the content and the clocks. `region` is an ISO 3166 code, "" if unknown."""

    store: Store
    catalogue: Catalogue
    clocks: Clocks
    region: str

    def now(self) -> datetime:
        """The wall clock's time with its offset."""
        return self.clocks.now()

    def diary(self) -> Diary:
        """The diary as it is now."""
        return self.store.diary()

    def recent(self) -> Diary:
        """Its last weeks, and what a first look at Today needs of what was before.

        The whole diary where the last session that counts lies further back.
        """
        since = self.now().date() - RECENT
        found = self.store.recent(since)
        last = last_session(found, self.now(), self.catalogue.rules.count)
        return found if last and last.day >= since else self.diary()

    def due(self) -> Due:
        """What is due now."""
        return due(self.diary(), self.catalogue, self.now())
