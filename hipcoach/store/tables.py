"""The diary's tables: what their documents are, and which time of theirs orders them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic

from hipcoach.core.pain import PainRating
from hipcoach.core.run import Absence, CheckIn, Decision, Flare, Run, Settings
from hipcoach.core.screening import Screening
from hipcoach.core.session import Session
from hipcoach.store.documents import D


@dataclass(frozen=True, slots=True)
class Kind(Generic[D]):
    """The documents of a table: its name, their type and their own time."""

    table: str
    type: type[D]
    time: Callable[[D], Any]


PAIN_RATINGS = Kind("pain_ratings", PainRating, lambda rating: rating.at)
RUNS = Kind("runs", Run, lambda run: run.started_on)
SESSIONS = Kind("sessions", Session, lambda session: session.started_at)
DECISIONS = Kind("decisions", Decision, lambda decision: decision.at)
CHECK_INS = Kind("check_ins", CheckIn, lambda check_in: check_in.at)
FLARES = Kind("flares", Flare, lambda flare: flare.from_)
ABSENCES = Kind("absences", Absence, lambda absence: absence.from_)
SCREENINGS = Kind("screenings", Screening, lambda screening: screening.at)
SETTINGS = Kind("settings", Settings, lambda settings: settings.created_at)

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
