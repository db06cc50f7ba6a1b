"""A made-up user with a temperament, who lives through a program day by day.

What is strong and what hurts follows from the day, from what was done before and from a fixed
series of chances. All of it passes through the journeys, as the window and the terminal do it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta, timezone
from random import Random

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.exercise import Side
from hipcoach.core.gate import Permission
from hipcoach.core.guided import GuidedSession
from hipcoach.core.hurt import Choice
from hipcoach.core.opening import Kind
from hipcoach.core.pain import PainRating
from hipcoach.core.parts import Part
from hipcoach.core.progression.settle import changes
from hipcoach.core.review import Review
from hipcoach.core.run import AWAY
from hipcoach.core.session import Session
from tests.simulated.home import Home
from tests.simulated.temperaments import Temperament

FIRST = date(2026, 9, 7)
ZONE = timezone(timedelta(hours=2))
DAY = timedelta(days=1)
TRAINING_DAYS = (0, 2, 4)
"""The weekdays of a program that wants three days a week."""


@dataclass(kw_only=True)
class Person:
    """Somebody who does a program for its whole length."""

    program: str
    temper: Temperament
    catalogue: Catalogue
    home: Home = field(init=False)
    random: Random = field(init=False)
    able: dict[tuple[str, str], float] = field(default_factory=dict)
    felt: int = 0

    def __post_init__(self) -> None:
        self.home = Home(self.catalogue, self._at(0, 6))
        self.random = Random(f"{self.program} {self.temper.name}")

    @property
    def days(self) -> int:
        """The length of the program."""
        return 7 * self.catalogue.programs[self.program].weeks

    @property
    def planned(self) -> int:
        """The sessions that the program asks for."""
        program = self.catalogue.programs[self.program]
        return program.weeks * program.days_per_week * program.sessions_per_day

    def live(self) -> None:
        """The whole program, and the morning after it."""
        self.home.move_in(self.program, self.temper.bands)
        for day in range(self.days):
            self._live_through(day)
        self._wake(self.days)

    def _at(self, day: int, hour: float) -> datetime:
        return datetime.combine(FIRST + day * DAY, time(), ZONE) + timedelta(hours=hour)

    def _chance(self, share: float) -> bool:
        return self.random.random() < share

    # The day

    def _live_through(self, day: int) -> None:
        self._wake(day)
        if self._away(day):
            return
        for hour in self._hours(day):
            self.home.set_clock(self._at(day, hour))
            self._train(day, last=hour > 12 or self._once())
        self.home.set_clock(self._at(day, 21))
        self._tell_the_evening(day)

    def _away(self, day: int) -> bool:
        if self.temper.away is None or self.days < 30:
            return False
        first, length = self.temper.away
        if day == first:
            last = FIRST + (first + length - 1) * DAY
            self.home.days_off.start_absence(AWAY, FIRST + first * DAY, last)
        return first <= day < first + length

    def _once(self) -> bool:
        return self.catalogue.programs[self.program].sessions_per_day == 1

    def _hours(self, day: int) -> Iterator[float]:
        """When sessions are begun on the day."""
        program = self.catalogue.programs[self.program]
        if program.days_per_week < 7 and (FIRST + day * DAY).weekday() not in TRAINING_DAYS:
            return
        for hour in (7.5, 18.0)[: program.sessions_per_day]:
            if not self._chance(self.temper.left_out):
                yield hour

    def _wake(self, day: int) -> None:
        """The morning: its question, the news, and whether a flare-up begins or ends."""
        self.home.set_clock(self._at(day, 6.5))
        if self.home.desk.due().morning_question:
            skipped = self._chance(self.temper.no_morning)
            self.home.ratings.answer_morning(None if skipped else self._morning(day))
        self._decline_news()
        first, length = self.temper.flare or (self.days, 0)
        if day == first:
            self.home.days_off.start_flare()
        if day == first + length:
            self.home.days_off.end_flare()

    def _decline_news(self) -> None:
        """Some of what the morning brought is declined."""
        since = self._at(0, 0) if not self.home.diary.sessions else self.home.clock()
        for told in self.home.diary.decisions:
            made_now = told.at >= since and told.exercise and told.accepted
            if made_now and self._chance(self.temper.declines):
                self.home.coach.decline(told)

    def _tell_the_evening(self, day: int) -> None:
        tags = ("muscle-ache",) if day in self.temper.ache else ()
        score = self._score(day)
        rating = PainRating(at=self.home.clock(), score=score, tags=tags)
        self.home.entries.keep_rating(rating, sure=True)

    # Pain

    def _score(self, day: int, more: float = 0) -> int:
        start, end = self.temper.pain
        share = day / self.days
        noise = self.temper.noise * (2 * self.random.random() - 1)
        flare = 2 if self._in_flare(day) else 0
        return max(round(start + (end - start) * share + noise + flare + more), 0)

    def _in_flare(self, day: int) -> bool:
        first, length = self.temper.flare or (self.days, 0)
        return first <= day < first + length

    def _morning(self, day: int) -> int:
        """A session that hurt is still felt."""
        return self._score(day, more=2 if day - 1 in self.temper.red else 0)

    # A session

    def _train(self, day: int, *, last: bool) -> None:
        """A session, if anything may be started."""
        home = self.home
        home.answer_screening()
        self.felt = self._score(day)
        if not self._chance(self.temper.no_before):
            home.ratings.rate(self.felt)
        kind = self._kind()
        if kind is None or home.sessions.refusal(kind):
            return
        guided = home.sessions.guided(home.sessions.begin(kind), _Nothing())
        guided.start()
        hurts = last and day in self.temper.red and kind is Kind.SESSION
        self._play(guided, hurts=hurts, ends=self._chance(self.temper.ended_early))
        self._tire(guided.session)
        self._review(guided.session, day, hurts=hurts)

    def _kind(self) -> Kind | None:
        permitted = self.home.sessions.permission()
        if permitted is Permission.EASY_DAY or self.home.days_off.flare():
            return Kind.EASY_DAY
        if permitted is not Permission.SESSION:
            return None
        return Kind.EASIER if self._chance(self.temper.easier) else Kind.SESSION

    def _play(self, guided: GuidedSession, *, hurts: bool, ends: bool) -> None:
        """Each set to what they are able to do, unless it hurts or they leave halfway."""
        half = guided.session.planned_sets // 2
        while guided.goes_on and self.home.guide(guided):
            if not guided.goes_on or not guided.player.phase.works:
                continue
            if ends and len(guided.session.sets) == half:
                guided.end()
            elif hurts and len(guided.session.sets) == 1 and guided.player.count >= 3:
                self._stop_hurting(guided)
            elif guided.player.count >= self._able(guided):
                guided.enter()

    def _stop_hurting(self, guided: GuidedSession) -> None:
        guided.hurt()
        found = guided.answer(self.felt + 3)
        guided.choose(Choice.SKIP if Choice.SKIP in found.choices else Choice.END)
        if guided.goes_on:
            with suppress(ValueError):
                guided.resume()

    def _able(self, guided: GuidedSession) -> int:
        part, point = guided.part, guided.player.phase.point
        able = self.able.setdefault(_key(part), self._first(part))
        weak = point.side is Side.RIGHT and self._today() < self.temper.weaker_until
        return max(int(able) - (2 if weak else 0), 1)

    def _first(self, part: Part) -> float:
        """The repetitions with which a level begins; the program's first ones are no problem."""
        share = 1.0 if not self._known(part) else self.temper.first_try
        return max(part.dose.low * share, 1.0)

    def _known(self, part: Part) -> bool:
        return any(name == part.ladder.id for name, _ in self.able)

    def _today(self) -> int:
        return (self.home.clock().date() - FIRST).days

    def _tire(self, session: Session) -> None:
        """What was practised is stronger the next time."""
        for name, rung in {(done.exercise, done.rung) for done in session.sets}:
            self.able[name, rung] = self.able.get((name, rung), 0) + 0.7

    def _review(self, session: Session, day: int, *, hurts: bool) -> None:
        home = self.home
        home.set_clock(home.clock() + timedelta(minutes=1))
        if not session.sets and not session.events:
            return
        more = 3 if hurts else 2 if day in self.temper.sore else 0
        no_effort = self._chance(self.temper.no_effort)
        review = Review(
            effort=None if no_effort else self.temper.effort + int(self._chance(0.4)),
            worst=min(self.felt + more, 10),
            after=min(self.felt + more // 2, 10),
        )
        found = home.coach.next_time(session, review)
        offered = [v.exercise for v in found.verdicts if changes(v)] if found else []
        declined = frozenset(name for name in offered if self._chance(self.temper.declines))
        home.sessions.keep_review(session, replace(review, declined=declined))


class _Nothing:
    """Nobody looks at what the player tells."""

    def __call__(self, event: object) -> None:
        """It is not needed: the record has it."""


def _key(part: Part) -> tuple[str, str]:
    return part.ladder.id, part.rung.id
