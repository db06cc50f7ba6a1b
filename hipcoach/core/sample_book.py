"""The sample while it is written: its documents so far, each with its id and times."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta, timezone
from itertools import takewhile
from operator import attrgetter
from random import Random
from statistics import median
from typing import TypeVar

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.document import Document
from hipcoach.core.ids import RANDOM_BITS, milliseconds, uuid7
from hipcoach.core.pain import HIGHEST, PainRating
from hipcoach.core.program import Prescription
from hipcoach.core.run import Absence, CheckIn, Decision, Flare, Run, Settings
from hipcoach.core.sample_pain import level
from hipcoach.core.sample_plan import Plan
from hipcoach.core.screening import Screening
from hipcoach.core.session import Session

D = TypeVar("D", bound=Document)

MORNINGS = 7
"""The usual morning is the median of so many days (clinical.md C, base)."""

RECENT = timedelta(weeks=8)
"""How far back the rules look, but for the run's first week and what was decided."""


@dataclass(slots=True, kw_only=True)
class Book:
    """The documents written so far, and what the next ones depend on.

    `mornings`: the score of each answered morning, by day. `most`: the highest score of a day on
    which pain from a session has to settle. `changed`: the day of each exercise's latest change.
    """

    catalogue: Catalogue
    plan: Plan
    first: date
    offset: timezone
    random: Random
    run: Run
    settings: Settings
    ratings: list[PainRating] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    check_ins: list[CheckIn] = field(default_factory=list)
    flares: list[Flare] = field(default_factory=list)
    absences: list[Absence] = field(default_factory=list)
    screenings: list[Screening] = field(default_factory=list)
    mornings: dict[int, int] = field(default_factory=dict)
    most: dict[int, int] = field(default_factory=dict)
    changed: dict[str, int] = field(default_factory=dict)

    def chance(self) -> float:
        """The next random number from 0 up to 1."""
        return self.random.random()

    def at(self, day: int, hour: int, minutes: float = 0) -> datetime:
        """A moment of a day, to the second."""
        midnight = datetime.combine(self.first + timedelta(days=day), time(), self.offset)
        return midnight + timedelta(hours=hour, seconds=round(60 * minutes))

    def new_id(self, at: datetime) -> str:
        """An id of the moment `at`."""
        return uuid7(milliseconds(at), self.random.getrandbits(RANDOM_BITS))

    def stamped(self, document: D, at: datetime) -> D:
        """The document as stored at the moment `at`."""
        return replace(document, id=self.new_id(at), created_at=at, updated_at=at)

    def rate(self, rating: PainRating) -> PainRating:
        """Keep a rating."""
        self.ratings.append(self.stamped(rating, rating.at))
        return self.ratings[-1]

    @property
    def easy_from(self) -> int:
        """The pain from which only the easy day is offered."""
        return self.catalogue.rules.start.easy_day_from

    def highest(self, day: int) -> int:
        """The highest pain that a day may have before a session; days that matter are not easy."""
        most = self.most.get(day, HIGHEST)
        return min(most, self.easy_from - 1) if self.plan.matters(day) else most

    @property
    def prescriptions(self) -> tuple[Prescription, ...]:
        """What the program asks for."""
        return self.catalogue.programs[self.run.program].prescriptions(1)

    def exercise(self, place: int) -> str:
        """The exercise at this place of the program."""
        return self.prescriptions[place].exercises[0]

    def check_in_day(self, week: int) -> int | None:
        """The day on which a week's check-in was done: when it was due, or the nearest open day."""
        around = self.catalogue.rules.count.check_in_days_around
        due = 7 * week
        days = sorted(range(due - around, due + around + 1), key=lambda day: abs(day - due))
        kept = (day for day in days if 0 <= day < self.plan.days and not self.plan.is_quiet(day))
        return next(kept, None)

    def decide(self, decisions: Iterable[Decision], at: datetime) -> None:
        """Keep decisions made at the moment `at`."""
        self.decisions.extend(self.stamped(decision, at) for decision in decisions)

    def diary_for_levels(self) -> Diary:
        """What the levels, and the way back after days missed, are computed from."""
        return Diary(
            runs=(self.run,),
            sessions=tuple(self.sessions),
            decisions=tuple(self.decisions),
            flares=tuple(self.flares),
            settings=self.settings,
        )

    def recent(self, at: datetime) -> Diary:
        """The diary of the last weeks and of the run's first one: all that the rules look at."""
        begun = self.at(MORNINGS + 1, 0)
        first = takewhile(lambda r: r.at < begun, self.ratings)
        since = max(at - RECENT, begun)
        ratings = (*first, *takewhile(lambda r: r.at >= since, reversed(self.ratings)))
        sessions = takewhile(lambda s: s.started_at >= at - RECENT, reversed(self.sessions))
        return Diary(
            pain_ratings=_by(ratings, "at"),
            runs=(self.run,),
            sessions=_by(sessions, "started_at"),
            decisions=tuple(self.decisions),
            check_ins=tuple(self.check_ins),
            flares=tuple(self.flares),
            settings=self.settings,
        )

    def most_of_last_mornings(self, day: int) -> int:
        """What mornings of the last week have at most: the mean of the week before.

        So that the sample does not end on mornings that have risen week by week.
        """
        week = range(self.plan.days - 2 * MORNINGS, self.plan.days - MORNINGS)
        before = [self.mornings[one] for one in week if one in self.mornings]
        if day not in range(self.plan.days - MORNINGS, self.plan.days) or not before:
            return HIGHEST
        return int(sum(before) / len(before))

    def usual_morning(self, day: int) -> float:
        """What the morning of a day is compared with."""
        before = (self.mornings.get(day - back) for back in range(1, MORNINGS + 1))
        known = [score for score in before if score is not None]
        return median(known) if known else round(level(self.plan, 0))

    def diary(self) -> Diary:
        """Everything written so far, in the order of its own times."""
        return Diary(
            pain_ratings=_by(self.ratings, "at"),
            runs=(self.run,),
            sessions=_by(self.sessions, "started_at"),
            decisions=_by(self.decisions, "at"),
            check_ins=_by(self.check_ins, "at"),
            flares=tuple(self.flares),
            absences=tuple(self.absences),
            screenings=_by(self.screenings, "at"),
            settings=self.settings,
        )


def _by(documents: Iterable[D], name: str) -> tuple[D, ...]:
    return tuple(sorted(documents, key=attrgetter(name)))
