"""The data folder: which file lies where, and what backups are called."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

DAILY = "diary"
ASKED = "kept"
PREVIOUS = "previous.json"


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths of one diary."""

    folder: Path

    @property
    def diary(self) -> Path:
        """The checkpoint."""
        return self.folder / "diary.json"

    @property
    def journal(self) -> Path:
        """The transactions since the checkpoint."""
        return self.folder / "diary.json.journal"

    @property
    def lock(self) -> Path:
        """The file that a writer holds locked."""
        return self.folder / "diary.lock"

    @property
    def backups(self) -> Path:
        """The folder of backups and of everything that was ever set aside."""
        return self.folder / "backups"

    @property
    def previous(self) -> Path:
        """The checkpoint before the present one."""
        return self.backups / PREVIOUS

    @property
    def previous_journal(self) -> Path:
        """The transactions that lead from the previous checkpoint to the present one."""
        return self.backups / "previous.journal"

    def daily(self, day: date) -> Path:
        """The copy kept for a day: the checkpoint that the day's first one replaced."""
        return self.backups / f"{DAILY}-{day.isoformat()}.json"

    def aside(self, why: str, moment: datetime, suffix: str) -> Path:
        """A dated name; `why` is damaged, torn, replaced, format-N, or kept (a copy asked for)."""
        return self.backups / f"{why}-{moment:%Y-%m-%dT%H%M%S}{suffix}"
