"""Believable pain for the sample: a slow decline with noise, higher in a flare-up."""

from __future__ import annotations

from math import exp, pi, sin

from hipcoach.core.pain import HIGHEST, LOWEST
from hipcoach.core.sample_plan import FIRST_BLOCK, Chance, Plan

FLOOR, FALL, FALL_DAYS = 3.35, 2.2, 24.0
"""The level that pain comes down to, how far, and how many days most of it takes."""

SWING, SWING_DAYS = 0.4, 260.0
"""In a long sample the level goes up and down by so much."""

FLARE_RISE = 2.2


def level(plan: Plan, day: int) -> float:
    """The day's level of pain, from 0 to 10, before noise."""
    calm = FLOOR + FALL * exp(-day / FALL_DAYS)
    later = max(day - FIRST_BLOCK, 0)
    rise = FLARE_RISE if plan.in_flare(day) else 0.0
    return calm + rise + SWING * sin(2 * pi * later / SWING_DAYS)


def score(value: float, chance: Chance, most: int = HIGHEST) -> int:
    """A rating near `value`, and not above `most`."""
    noise = chance() + chance() + chance() - 1.5
    return max(min(round(value + noise), most), LOWEST)
