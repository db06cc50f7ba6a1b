"""How function has changed in a run: its first check-in against the latest (clinical.md E2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hipcoach.core.progression.case import Case
from hipcoach.core.rules import FunctionRule
from hipcoach.core.text import Message, message

_MEASURES = {
    "activities": message("My activities"),
    "rmdq": message("RMDQ total"),
    "odi": message("ODI total"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """A measure at the run's start and now; `gain` is above 0 where it is better."""

    name: str
    start: float
    now: float
    rule: FunctionRule

    @property
    def words(self) -> Message:
        """Its name."""
        return _MEASURES[self.name]

    @property
    def gain(self) -> float:
        """The change in points, above 0 where it is better."""
        change = self.now - self.start
        return change if self.rule.higher_is_better else -change

    @property
    def counts(self) -> bool:
        """Whether the change is as large as its threshold, either way."""
        percent, told = self.rule.percent, self.start > 0 and self.start >= self.rule.percent_from
        share = percent is not None and told and abs(self.gain) * 100 >= percent * self.start
        return abs(self.gain) >= self.rule.points or share


def functions(case: Case, day: date) -> Iterator[Function]:
    """The measures that the run's first check-in and its latest one by `day` both have."""
    own = [c for c in case.diary.check_ins if c.run == case.run.id and c.at.date() <= day]
    first = next((c.items for c in own if c.week == 0), {})
    for name, rule in case.catalogue.rules.function.items():
        later = [c.items[name] for c in own if c.week > 0 and name in c.items]
        start, now = first.get(name), later[-1] if later else None
        if isinstance(start, int | float) and isinstance(now, int | float):
            yield Function(name=name, start=start, now=now, rule=rule)
