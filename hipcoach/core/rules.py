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
class Limit:
    """The lowest and the highest value that may be chosen."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(f"low must be up to high, not {self.low} to {self.high}")

    def holds(self, value: float) -> bool:
        """Whether the value lies in it; NaN lies nowhere."""
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseRule:
    """Within which limits a user may change a dose (HipCoach's choice): numbers, and seconds."""

    sets: Limit
    repetitions: Limit
    lift: Limit
    hold: Limit
    lower: Limit
    pause: Limit
    rest: Limit


@dataclass(frozen=True, slots=True, kw_only=True)
class FlareRule:
    """R-FLARE: how long the easy session is offered, and when mornings are near the usual.

    `near` points above the median of the mornings of the `usual_days` before it, `calm_mornings`
    running.
    """

    easy_days: int
    calm_mornings: int
    near: int
    usual_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedRule:
    """R-MISS: days without a session up to which a rule holds, and how long it makes it easier.

    Up to `same_up_to` nothing changes, up to `low_up_to` the next session's sets end at low, up to
    `fewer_up_to` it is one set fewer for `fewer_sessions`, up to `half_up_to` half the sets for
    `half_days`. After that the program starts again.
    """

    same_up_to: int
    low_up_to: int
    fewer_up_to: int
    half_up_to: int
    fewer_sessions: int
    half_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """All constants of the rules."""

    start: StartRule
    hurt: HurtRule
    trend: TrendRule
    count: CountRule
    flare: FlareRule
    missed: MissedRule
    dose: DoseRule
