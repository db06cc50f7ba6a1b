"""What a journey hands back for an entry that it kept."""

from __future__ import annotations

from dataclasses import dataclass

from hipcoach.journeys.desk import Back


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The id of the entry, new or old, and the way back to what was before."""

    id: str
    back: Back
