"""Backups as values: what a file among them is, of when, and what is in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


class BackupKind(StrEnum):
    """How a backup came to be."""

    DAILY = "daily"
    ASKED = "asked"
    REPLACED = "replaced"
    UPDATED = "updated"
    DAMAGED = "damaged"
    PREVIOUS = "previous"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupFile:
    """A file that can be asked for as a backup, unread; `size` is in bytes.

    `day` and `clock` are when it was made, as far as its name and the disk tell.
    """

    name: str
    size: int
    kind: BackupKind
    day: date | None = None
    clock: time | None = None

    @property
    def made(self) -> tuple[date, time]:
        """What the newest is found by."""
        return self.day or date.min, self.clock or time.min


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """What a backup that can be read holds; `last_day` is the day of its last session or rating."""

    sessions: int
    ratings: int
    last_day: date | None = None
