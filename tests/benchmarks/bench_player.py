"""How late the player tells its boundaries while the terminal shows it (product.md section 11)."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from hipcoach.core.clocks import Clocks
from hipcoach.core.diary import Diary
from hipcoach.core.events import PlayerEvent
from hipcoach.core.guided import GuidedSession
from hipcoach.core.opening import opened
from hipcoach.core.run import Run, Times
from hipcoach.core.session import Slot
from hipcoach.store.catalogue import load_catalogue
from hipcoach.terminal.follow import Follower

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 30.0
"""How long the session is followed, at real speed."""


class Clockwork:
    """A stage without a screen: it waits as a keyboard does, and leaves when the time is up."""

    size = (79, 23)

    def __init__(self) -> None:
        self._end = time.monotonic() + SECONDS
        self._last = ["l", "escape"]

    def key(self, seconds: float | None) -> str:
        if time.monotonic() > self._end or seconds is None:
            return self._last.pop()
        time.sleep(seconds)
        return ""

    def show(self, lines: Sequence[str]) -> None:
        "\n".join(lines)

    def bell(self) -> None: ...


def run() -> list[tuple[str, float, float]]:
    """Milliseconds of lateness: the 99th percentile, and how far the last boundary drifted."""
    late: list[float] = []
    catalogue = load_catalogue(ROOT / "resources")
    now = datetime(2026, 11, 2, 9, tzinfo=UTC)
    program = Run(id="run", program="hips-three-twice", program_version=1, started_on=now.date())
    ready = opened(Diary(runs=(program,)), catalogue, program, now, Slot.MORNING)
    follower = Follower(Clockwork(), catalogue.exercise_names, ["here"] * 9, 1.0)

    def heard(event: PlayerEvent) -> None:
        late.append(1000 * (time.monotonic() - event.at))
        follower.hear(event)

    guided = GuidedSession(
        session=ready.session,
        parts=ready.parts,
        catalogue=catalogue,
        times=Times(prepare_far=3),
        clocks=Clocks(seconds=time.monotonic, now=lambda: now, slept=lambda: False),
        save=lambda session: session,
        emit=heard,
    )
    follower.follow(guided, time.monotonic)
    told = sorted(late)
    return [
        ("boundary lateness, 99th percentile, ms", told[int(len(told) * 0.99)], 17.0),
        ("boundary lateness, latest boundary, ms", late[-2], 17.0),
    ]
