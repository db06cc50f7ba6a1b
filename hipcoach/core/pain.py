"""The pain rating: a whole number from 0 to 10 with its window, as in clinical.md E1."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from hipcoach.core.document import Document, require_offset, require_year
from hipcoach.core.text import Message, message

LOWEST, HIGHEST = 0, 10
NOTE_LIMIT = 10_000
OLDEST = date(2000, 1, 1)
AHEAD = timedelta(hours=24)

BEFORE_SESSION = "before-session"
AFTER_SESSION = "after-session"
NEXT_MORNING = "next-morning"

MUSCLE_ACHE = "muscle-ache"
"""The tag of a rating with which muscle ache in buttock or thigh was told (clinical.md, R-SORE)."""


class RatingKind(StrEnum):
    """The window that a rating speaks of: right now, or the last 24 hours."""

    NOW = "now"
    AVERAGE = "average"
    WORST = "worst"
    LEAST = "least"


class Place(StrEnum):
    """The nine areas of the body chart, seen from behind."""

    LOW_BACK_LEFT = "low-back-left"
    LOW_BACK_MIDDLE = "low-back-middle"
    LOW_BACK_RIGHT = "low-back-right"
    BUTTOCK_LEFT = "buttock-left"
    BUTTOCK_RIGHT = "buttock-right"
    THIGH_LEFT = "thigh-left"
    THIGH_RIGHT = "thigh-right"
    BELOW_KNEE_LEFT = "below-knee-left"
    BELOW_KNEE_RIGHT = "below-knee-right"


_PLACE_NAMES = {
    Place.LOW_BACK_LEFT: "low back, left",
    Place.LOW_BACK_MIDDLE: "low back, middle",
    Place.LOW_BACK_RIGHT: "low back, right",
    Place.BUTTOCK_LEFT: "left buttock",
    Place.BUTTOCK_RIGHT: "right buttock",
    Place.THIGH_LEFT: "left thigh",
    Place.THIGH_RIGHT: "right thigh",
    Place.BELOW_KNEE_LEFT: "below the knee, left",
    Place.BELOW_KNEE_RIGHT: "below the knee, right",
}


def place_names() -> tuple[str, ...]:
    """The names of the nine areas in the order of `Place`, to be translated by the edge."""
    return tuple(_PLACE_NAMES[place] for place in Place)


BELOW_KNEE = frozenset({Place.BELOW_KNEE_LEFT, Place.BELOW_KNEE_RIGHT})
"""Where pain that is new is a warning sign (clinical.md A, E1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PainRating(Document):
    """One answer on the 0-10 scale. `session` is the id of the session that it was given for.

    `told_at`: when pain below the knee was told in it, where that was not at `at` itself.
    """

    at: datetime
    kind: RatingKind = RatingKind.NOW
    score: int
    tags: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    medicine: str = ""
    note: str = ""
    session: str = ""
    told_at: datetime | None = None

    def __post_init__(self) -> None:
        require_year(self.at, "at")
        require_offset(self.told_at or self.at, "told_at")
        check_score(self.score)
        if len(self.note) > NOTE_LIMIT or len(self.medicine) > NOTE_LIMIT:
            raise ValueError(f"a note holds at most {NOTE_LIMIT:,} characters")


def check_score(score: object) -> None:
    """Raise ValueError unless `score` is a whole number from 0 to 10."""
    if not isinstance(score, int) or isinstance(score, bool) or not LOWEST <= score <= HIGHEST:
        raise ValueError(f"a pain score is a whole number from 0 to 10, not {score!r}")


def moment_problem(at: datetime, now: datetime) -> Message | None:
    """Why a rating cannot be dated `at`, or None.

    Not before 2000, not later than 24 hours from now.
    """
    if at.date() < OLDEST:
        return message("{date} is before the year 2000.", date=at.date().isoformat())
    if at > now + AHEAD:
        return message("{date} is in the future.", date=at.date().isoformat())
    return None
