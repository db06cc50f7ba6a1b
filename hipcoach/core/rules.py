"""The constants of the rules, as resources/rules.toml gives them with their sources.

Source: clinical.md section C.
"""

from __future__ import annotations

from collections.abc import Mapping
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

    `untidy_in_a_row` repetitions taken back end a set (R-STOP-EX). Source: product.md section 6.
    """

    side_set_share: float
    untidy_in_a_row: int
    session_share: float
    evening_from_hour: int
    check_in_days_around: int
    short_screening_weeks: tuple[int, ...]
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
class TagRule:
    """R-GREEN, R-AMBER, R-RED and what goes with them: bands, rises, the usual morning.

    `morning` is compared with the median of the mornings of the `usual_days` before it. A missing
    answer is taken from the next session, if it begins within `morning_within_hours` (R-NOAM).
    "Not settled" is a rating `settled_from` to `settled_to` hours later.
    """

    amber_from: int
    red_from: int
    amber_rise: int
    red_rise: int
    easy_red_rise: int
    usual_days: int
    morning_within_hours: float
    settled_from: float
    settled_to: float


@dataclass(frozen=True, slots=True, kw_only=True)
class UpRule:
    """R-UP and R-LIMIT: what a step up needs, and how many there are at a time.

    `sessions` in a row and on as many days, effort up to `effort`, mornings up to `near` above the
    usual one; `per_session` exercises at a time, and `days_between` two steps of one exercise.
    """

    sessions: int
    effort: int
    near: int
    per_session: int
    days_between: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DownRule:
    """R-DOWN and R-HOLD: ambers in a row, greens after which the step is offered back, the fall."""

    ambers: int
    greens_back: int
    fall_percent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EasyWeekRule:
    """R-DELOAD: weeks with a step, or amber mornings within some days at such an effort."""

    weeks_with_step: int
    amber_mornings: int
    within_days: int
    effort: int
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellRule:
    """R-WEEK, R-WORSE, R-NOCHANGE, R-SORE and R-FLARE's mornings: what is looked at over weeks.

    `week_rises` weeks running with `fewest_mornings` each; `worse_week` and `worse_points`;
    `no_change_week`; ache that lasts longer than `ache_hours`, and is another one after
    `ache_gap_hours` without it; `flare_mornings` running with a rise of `flare_rise`; `easy_days`
    running, after which a professional is named.
    """

    week_rises: int
    fewest_mornings: int
    worse_week: int
    worse_points: float
    no_change_week: int
    ache_hours: float
    ache_gap_hours: float
    flare_mornings: int
    flare_rise: int
    easy_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionRule:
    """The change of a function measure that counts: so many points, or percent of the start.

    A start below `percent_from` is too small for a percentage to say anything.
    """

    points: float
    percent: float | None = None
    percent_from: float = 0
    higher_is_better: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """All constants of the rules; `function` by the item of a check-in that gives the measure."""

    start: StartRule
    hurt: HurtRule
    tag: TagRule
    up: UpRule
    down: DownRule
    easy_week: EasyWeekRule
    spell: SpellRule
    trend: TrendRule
    count: CountRule
    flare: FlareRule
    missed: MissedRule
    dose: DoseRule
    function: Mapping[str, FunctionRule]
