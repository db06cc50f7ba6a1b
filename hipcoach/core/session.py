"""A session: what was done. Planned sets, finished side-sets, events, answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from hipcoach.core.document import Document, require_offset, require_year
from hipcoach.core.exercise import Resistance, Side
from hipcoach.core.pain import NOTE_LIMIT, Place, check_score

GREEN, AMBER, RED = "green", "amber", "red"
"""The tags of a session, mildest first (clinical.md C)."""


class Slot(StrEnum):
    """The half of the day that a session fills; a session beyond the planned ones is extra."""

    MORNING = "morning"
    EVENING = "evening"
    EXTRA = "extra"


class SessionState(StrEnum):
    """Where a session stands."""

    RUNNING = "running"
    FINISHED = "finished"
    ENDED_EARLY = "ended_early"
    DISCARDED = "discarded"


EASY_DAY = "easy-day"
"""What stands as `program` in the record of an easy day."""

EASIER_TODAY = "easier-today"
"""The same for the program's session with one set of each exercise, one rung lower. Both count as
sessions, and neither earns a step (product.md section 6)."""

WARNING_SIGN = "warning-sign"
"""The choice of an event that ended the session for a warning sign."""


class EventKind(StrEnum):
    """What happened besides repetitions."""

    HURT = "hurt"
    EASIER = "easier"
    FEWER = "fewer"
    SKIP = "skip"
    END = "end"
    SLEPT = "slept"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True, kw_only=True)
class SideSet:
    """A finished set of one side (or both): what was counted, and under which conditions.

    `set` counts from 1; `reps` are per side where sides alternate; `low` is the repetitions at
    which the set could end; `tempo` is seconds as in "2/2/2/0".
    """

    exercise: str
    rung: str
    side: Side
    set: int
    reps: int
    tidy_reps: int
    low: int
    hold: float
    tempo: str
    resistance: Resistance
    ended_at: datetime

    def __post_init__(self) -> None:
        require_offset(self.ended_at, "ended_at")
        if not 0 <= self.tidy_reps <= self.reps:
            raise ValueError("tidy repetitions lie between 0 and the repetitions done")


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionEvent:
    """Something that happened at a point of the session; `choice` is what the user chose then."""

    at: datetime
    kind: EventKind
    exercise: str = ""
    side: Side = Side.BOTH
    set: int = 0
    rep: int = 0
    score: int | None = None
    places: tuple[Place, ...] = ()
    choice: str = ""

    def __post_init__(self) -> None:
        require_offset(self.at, "at")
        if self.score is not None:
            check_score(self.score)


@dataclass(frozen=True, slots=True, kw_only=True)
class Session(Document):
    """One session. `pain_before`, `pain_after`, `next_morning` are ids of pain ratings ("".

    Not given). `without_app`: it was entered afterwards. It counts for adherence, and no rule goes
    by it: it earns no step, makes no day that was missed, and puts no question off.
    """

    started_at: datetime
    ended_at: datetime | None = None
    run: str
    program: str
    slot: Slot
    state: SessionState = SessionState.RUNNING
    planned_sets: int
    sets: tuple[SideSet, ...] = ()
    events: tuple[SessionEvent, ...] = ()
    effort: int | None = None
    pain_before: str = ""
    pain_after: str = ""
    next_morning: str = ""
    pain_worst: int | None = None
    tag: str = ""
    note: str = ""
    without_app: bool = False

    def __post_init__(self) -> None:
        require_year(self.started_at, "started_at")
        for score in (self.effort, self.pain_worst):
            if score is not None:
                check_score(score)
        if self.planned_sets < 1:
            raise ValueError("planned_sets must be at least 1")
        if len(self.note) > NOTE_LIMIT:
            raise ValueError(f"a note holds at most {NOTE_LIMIT:,} characters")

    @property
    def day(self) -> date:
        """The calendar day of the start, in the UTC offset stored with it."""
        return self.started_at.date()
