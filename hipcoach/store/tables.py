"""The diary's tables: what their documents are, and which time of theirs orders them.

The types are imported when they are first used: `hipcoach pain` is a process of its own, it needs
one of them, and importing all would take a third of its time.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic

from hipcoach.store.documents import D

if TYPE_CHECKING:
    from hipcoach.core.pain import PainRating
    from hipcoach.core.run import Absence, CheckIn, Decision, Flare, Run, Settings
    from hipcoach.core.screening import Screening
    from hipcoach.core.session import Session


class Kind(Generic[D]):
    """The documents of a table.

    `table` is its name, `path` the module and name of their type, `time` the field with their own
    time.
    """

    def __init__(self, table: str, path: str, time: str) -> None:
        self.table, self.path, self.time = table, path, time

    @cached_property
    def type(self) -> type[D]:
        """The type of the documents."""
        module, _, name = self.path.rpartition(".")
        found: type[D] = getattr(import_module(module), name)
        return found


PAIN_RATINGS: Kind[PainRating] = Kind("pain_ratings", "hipcoach.core.pain.PainRating", "at")
RUNS: Kind[Run] = Kind("runs", "hipcoach.core.run.Run", "started_on")
SESSIONS: Kind[Session] = Kind("sessions", "hipcoach.core.session.Session", "started_at")
DECISIONS: Kind[Decision] = Kind("decisions", "hipcoach.core.run.Decision", "at")
CHECK_INS: Kind[CheckIn] = Kind("check_ins", "hipcoach.core.run.CheckIn", "at")
FLARES: Kind[Flare] = Kind("flares", "hipcoach.core.run.Flare", "from_")
ABSENCES: Kind[Absence] = Kind("absences", "hipcoach.core.run.Absence", "from_")
SCREENINGS: Kind[Screening] = Kind("screenings", "hipcoach.core.screening.Screening", "at")
SETTINGS: Kind[Settings] = Kind("settings", "hipcoach.core.run.Settings", "created_at")

KINDS: Mapping[str, Kind[Any]] = {
    kind.table: kind
    for kind in (
        PAIN_RATINGS,
        RUNS,
        SESSIONS,
        DECISIONS,
        CHECK_INS,
        FLARES,
        ABSENCES,
        SCREENINGS,
        SETTINGS,
    )
}

TABLES = (*KINDS, "programs", "exercises")
"""All tables. Own programs and exercises are kept as they are: they have no type yet."""
