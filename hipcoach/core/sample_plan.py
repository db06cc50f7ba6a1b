"""Which day of the sample holds what; days count from 0, the run's first day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

FIRST_BLOCK = 84
"""The days on which steps, the red session and the first flare-up are spread; shorter samples
squeeze them into their own length, down to half of it."""

LATER_BLOCK = 182
"""After that, every half year has a flare-up and days away."""

CLAMSHELL, HEEL_LIFT, BRIDGE = range(3)
"""The places of the program's exercises."""

STEPS = {20: CLAMSHELL, 26: BRIDGE, 64: HEEL_LIFT}
RED, FLARE_DAYS, STEP_BACK_AFTER = 32, 6, 11
GAP, GAP_DAYS = 56, 2
AWAY, AWAY_DAYS = 68, 4

CLOSING_DAYS = 4
"""Before the last day nothing special happens for so long."""

Chance = Callable[[], float]
"""The next random number from 0 up to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The days of the sample.

    `steps`: the place of the exercise that steps up, by day; `red`: the day with the red session;
    `step_back`: the day on which the way back up is offered and declined. Decisions fall in the
    morning. Flare-ups and days away are ranges of days; on `gaps` nothing was entered at all.
    """

    days: int
    steps: Mapping[int, int]
    red: int | None
    step_back: int | None
    flares: tuple[range, ...]
    away: tuple[range, ...]
    gaps: frozenset[int]

    @property
    def last(self) -> int:
        """The last day."""
        return self.days - 1

    def in_flare(self, day: int) -> bool:
        """Whether the day lies in a flare-up."""
        return any(day in flare for flare in self.flares)

    def is_quiet(self, day: int) -> bool:
        """Whether nothing is entered on the day."""
        return day in self.gaps or any(day in away for away in self.away)

    def flare_before(self, day: int) -> int | None:
        """The number of the flare-up that ended the day before, None without one."""
        return next((n for n, flare in enumerate(self.flares) if flare.stop == day), None)

    def after_away(self, day: int) -> bool:
        """Whether the day is the first one back."""
        return any(day == away.stop for away in self.away)

    def ready(self, day: int) -> frozenset[int]:
        """The exercises that are done in full on this day, one or two days before their step."""
        return frozenset(place for step, place in self.steps.items() if 1 <= step - day <= 2)

    def is_calm(self, day: int) -> bool:
        """Whether the day's sessions must not raise pain: before a step is offered, at the end."""
        offered = (*self.steps, *((self.step_back,) if self.step_back is not None else ()))
        return any(1 <= step - day <= 2 for step in offered) or day == self.last

    def matters(self, day: int) -> bool:
        """Whether the day must hold its sessions in full: the first, a calm one, the red one."""
        return day in {0, self.red} or self.is_calm(day)


def plan_for(weeks: int, chance: Chance) -> Plan:
    """The plan of a sample of so many weeks; what does not fit into a short one is left out."""
    days = 7 * weeks
    scale = min(max(days / FIRST_BLOCK, 0.5), 1.0)
    end = days - CLOSING_DAYS
    red = _kept(round(RED * scale), 0, end)
    gap, away = round(GAP * scale), round(AWAY * scale)
    first_flare = red + 1 if red is not None else end
    later_flares, later_away = _later(days, chance)
    return Plan(
        days=days,
        steps={d: place for at, place in STEPS.items() if (d := round(at * scale)) < days},
        red=red,
        step_back=_kept(red + STEP_BACK_AFTER, 0, end) if red is not None else None,
        flares=(*_period(first_flare, FLARE_DAYS, end), *later_flares),
        away=(*_period(away, AWAY_DAYS, end), *later_away),
        gaps=frozenset(day for period in _period(gap, GAP_DAYS, end) for day in period),
    )


def _kept(day: int, length: int, end: int) -> int | None:
    return day if day + length <= end else None


def _period(first: int, length: int, end: int) -> tuple[range, ...]:
    """The period, if it is over by the day `end`."""
    return (range(first, first + length),) if first + length <= end else ()


def _later(days: int, chance: Chance) -> tuple[tuple[range, ...], tuple[range, ...]]:
    """Flare-ups and days away after the first twelve weeks, at changing dates."""
    flares: tuple[range, ...] = ()
    away: tuple[range, ...] = ()
    for block in range(FIRST_BLOCK, days, LATER_BLOCK):
        flare, leave = block + 20 + int(50 * chance()), block + 100 + int(60 * chance())
        flares += _period(flare, 4 + int(4 * chance()), days - CLOSING_DAYS)
        away += _period(leave, 5 + int(3 * chance()), days - CLOSING_DAYS)
    return flares, away
