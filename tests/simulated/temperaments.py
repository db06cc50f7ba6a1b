"""How the made-up users are: steady, sore, erratic."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Temperament:
    """How somebody is. Days count from 0; shares are chances from 0 to 1.

    `pain`, at the start and at the end; `noise` around it. `bands` are owned. `red` days are those
    on which the first exercise hurts in the last session, on `sore` days it takes more out of them
    than usual, on `ache` days there is muscle ache. The right side is weaker up to a day. On a new
    level they begin with a share of the lower number (`first_try`). Left out are, by chance,
    training days, mornings, the pain before and the effort. `flare`, `away`: first day and length.
    """

    name: str
    pain: tuple[float, float]
    noise: float = 0.0
    bands: tuple[str, ...] = ("yellow", "red", "green")
    effort: int = 5
    first_try: float = 1.0
    red: tuple[int, ...] = ()
    sore: tuple[int, ...] = ()
    weaker_until: int = 0
    left_out: float = 0.0
    no_morning: float = 0.0
    no_before: float = 0.0
    no_effort: float = 0.0
    declines: float = 0.0
    ended_early: float = 0.0
    easier: float = 0.0
    ache: tuple[int, ...] = ()
    flare: tuple[int, int] | None = None
    away: tuple[int, int] | None = None


STEADY = Temperament(name="steady", pain=(2.4, 0.6))
SORE = Temperament(
    name="sore",
    pain=(3.6, 3.0),
    noise=0.6,
    bands=("yellow", "red"),
    effort=6,
    red=(9, 18),
    sore=(3, 4, 12, 13, 14, 22, 23, 24),
    weaker_until=10,
    no_morning=0.1,
    ache=(10, 11, 12, 13, 14),
    flare=(27, 5),
)
ERRATIC = Temperament(
    name="erratic",
    pain=(3.0, 2.0),
    noise=2.2,
    bands=("yellow",),
    first_try=0.4,
    left_out=0.3,
    no_morning=0.4,
    no_before=0.15,
    no_effort=0.15,
    declines=0.4,
    ended_early=0.1,
    easier=0.1,
    away=(9, 6),
)
TEMPERAMENTS = (STEADY, SORE, ERRATIC)
