"""Changes of entries that must not open what is closed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from hipcoach.core.diary import Diary
from hipcoach.core.loosening import lifted, way
from hipcoach.journeys.desk import Desk
from hipcoach.journeys.errors import NotAllowed

T = TypeVar("T")


def guarded(desk: Desk, diary: Diary, change: Callable[[], T], felt: Diary | None = None) -> T:
    """Make the change in one transaction, and hand on what it returns.

    Raises NotAllowed, and nothing was changed, where less would be asked or more permitted than in
    the `diary` before it. `felt`: the diary with which the pain is compared instead.
    """
    now = desk.now()
    with desk.store.transaction():
        made = change()
        for bar in lifted(diary, desk.diary(), desk.catalogue, now, felt):
            raise NotAllowed(way(bar))
    return made
