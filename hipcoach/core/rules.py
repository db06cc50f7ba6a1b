"""The constants of the rules, as resources/rules.toml gives them with their sources.

Source: clinical.md section C.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StartRule:
    """R-START and R-PRE6: the pain now at which no session, or only the easy day, is offered."""

    rest_day_from: int
    easy_day_from: int
    prefill_hours: float


@dataclass(frozen=True, slots=True, kw_only=True)
class HurtRule:
    """This hurts (product.md section 5): the score from which choices narrow."""

    easier_from: int
    skip_or_end_from: int
    end_from: int
    rise: int
    end_at_exercise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendRule:
    """How the trend is computed and judged (product.md section 6, clinical.md E1)."""

    window_days: int
    fewest_rated_days: int
    judged_from_day: int
    clear_points: float
    clear_percent: int
    percent_shown_from: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRule:
    """When a side-set is done and a session counts, and when a check-in is open.

    Source: product.md section 6.
    """

    side_set_share: float
    session_share: float
    evening_from_hour: int
    check_in_days_around: int
    short_screening_after_days: int
    full_screening_after_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """All constants of the rules."""

    start: StartRule
    hurt: HurtRule
    trend: TrendRule
    count: CountRule
