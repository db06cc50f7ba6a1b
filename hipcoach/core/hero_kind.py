"""What Today's main card is about."""

from __future__ import annotations

from enum import StrEnum

from hipcoach.core.gate import Permission, Standing
from hipcoach.core.schedule import Due
from hipcoach.core.screening import Severity


class HeroKind(StrEnum):
    """What the card is about. Of several the first one here counts."""

    STOP = "stop"
    NO_PROGRAM = "no-program"
    REST_DAY = "rest-day"
    ILL = "ill"
    FLARE = "flare"
    AWAY = "away"
    ALL_DONE = "all-done"
    EASY_DAY = "easy-day"
    SESSION = "session"


WITH_START = frozenset({HeroKind.SESSION, HeroKind.EASY_DAY, HeroKind.FLARE})
"""The kinds of card that may have a Start."""

WITH_SESSION = WITH_START | {HeroKind.ALL_DONE, HeroKind.AWAY}
"""The kinds in which a session may be started at all; the last two only by Ctrl+Return."""

WITHOUT_DAYS_OFF = frozenset({HeroKind.STOP, HeroKind.NO_PROGRAM})
"""The kinds in which no flare-up and no days away are noted."""


def hero_kind(found: Due, stands: Standing, pain: Permission) -> HeroKind:
    """The kind for what is due; `pain` is what the gate says to the pain alone."""
    met = {
        HeroKind.STOP: stands.severity is not Severity.CLEAR,
        HeroKind.NO_PROGRAM: found.program is None,
        HeroKind.REST_DAY: pain is Permission.REST_DAY,
        HeroKind.ILL: found.ill,
        HeroKind.FLARE: found.flare is not None,
        HeroKind.AWAY: found.absence is not None,
        HeroKind.ALL_DONE: not found.session_due,
        HeroKind.EASY_DAY: pain is Permission.EASY_DAY,
    }
    return next((kind for kind, holds in met.items() if holds), HeroKind.SESSION)
