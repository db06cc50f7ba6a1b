"""What single numbers come to: green, amber or red (clinical.md C; product.md section 6)."""

from __future__ import annotations

from collections.abc import Iterable

from hipcoach.core.rules import TagRule
from hipcoach.core.session import AMBER, GREEN, RED

_MILDEST_FIRST = (GREEN, AMBER, RED)


def worst(tags: Iterable[str]) -> str:
    """The worst of the tags; "" where there is none."""
    return max(tags, key=_MILDEST_FIRST.index, default="")


def of_height(peak: int, rule: TagRule) -> str:
    """The band that a score lies in: green up to 2, amber 3 to 5, red from 6."""
    return _MILDEST_FIRST[(peak >= rule.amber_from) + (peak >= rule.red_from)]


def of_rise(rise: float, rule: TagRule) -> str:
    """What a rise comes to, of the session or of the morning: 2 is amber, 3 red."""
    return _MILDEST_FIRST[(rise >= rule.amber_rise) + (rise >= rule.red_rise)]


def of_easy_rise(rise: float, rule: TagRule) -> str:
    """What the rise on an easy day comes to: never green, red from 2 (R-PRE6-TAG)."""
    return RED if rise >= rule.easy_red_rise else AMBER


def is_high_base(before: int, peak: int, rule: TagRule) -> bool:
    """Whether only the rise counts: pain was 3 to 5 before, and 5 at most (R-HIGHBASE)."""
    return before >= rule.amber_from and peak < rule.red_from
