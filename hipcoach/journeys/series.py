"""Changes that follow one another and count as one."""

from __future__ import annotations

from collections.abc import Sequence

from hipcoach.journeys.desk import Back, Desk


def all_back(desk: Desk, backs: Sequence[Back]) -> Back:
    """The way back past all of these changes, the newest first, in one change of the diary."""

    def back() -> None:
        with desk.store.transaction():
            for one in reversed(backs):
                one()

    return back
