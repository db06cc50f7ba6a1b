"""A made-up diary to look around in: weeks of sessions, ratings and everything around them.

The same arguments give the same diary, byte for byte. The person in it is invented; the numbers
keep to the rules of clinical.md C.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from random import Random

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.pain import OLDEST
from hipcoach.core.progression.facts import facts_of
from hipcoach.core.progression.judged import judged
from hipcoach.core.run import (
    ONE_LEG_BRIDGE,
    Absence,
    Band,
    Change,
    Flare,
    Run,
    Settings,
)
from hipcoach.core.sample_book import Book
from hipcoach.core.sample_day import write_day
from hipcoach.core.sample_plan import plan_for

PROGRAM = "hips-three-twice"
MOST_WEEKS = 520
BANDS = (1, 2, 3)
"""The levels of the bands that the person owns."""

FLARE_REASONS = ("long drive, lifting a suitcase", "moving furniture", "a bad cold", "no idea why")
AWAY_REASONS = ("visiting family", "work trip", "holiday")


def sample_diary(
    *, weeks: int, seed: int, until: date, catalogue: Catalogue, offset: timezone
) -> Diary:
    """A diary of so many weeks that ends on the evening of `until`, all times in one UTC offset.

    Raises ValueError for weeks outside 1 to 520, and where it would begin before the year 2000.
    """
    if not 1 <= weeks <= MOST_WEEKS:
        raise ValueError(f"a sample has 1 to {MOST_WEEKS} weeks, not {weeks}")
    if until.toordinal() - OLDEST.toordinal() < 7 * weeks - 1:
        raise ValueError(f"a sample of {weeks} weeks until {until} begins before the year 2000")
    book = _new_book(weeks, until - timedelta(days=7 * weeks - 1), Random(seed), catalogue, offset)
    for day in range(book.plan.days):
        write_day(book, day)
    return _tagged(book)


def _tagged(book: Book) -> Diary:
    """The diary with each session's tag as it stands on its last evening."""
    diary, rules, night = book.diary(), book.catalogue.rules, book.at(book.plan.days, 0)
    told = facts_of(diary.sessions, diary, book.run, rules, night)
    tagged = (replace(facts.session, tag=judged(facts, rules.tag).tag) for facts in told)
    return replace(diary, sessions=tuple(tagged))


def _new_book(
    weeks: int, first: date, random: Random, catalogue: Catalogue, offset: timezone
) -> Book:
    plan = plan_for(weeks, random.random)
    begun = datetime.combine(first, time(6, 20), offset)
    book = Book(
        catalogue=catalogue,
        plan=plan,
        first=first,
        offset=offset,
        random=random,
        run=_run(catalogue, begun),
        settings=_settings(catalogue),
    )
    book.run = book.stamped(book.run, begun)
    book.settings = book.stamped(book.settings, begun)
    _write_periods(book)
    return book


def _run(catalogue: Catalogue, begun: datetime) -> Run:
    """The default program, begun with the bridge on two legs."""
    return Run(
        program=PROGRAM,
        program_version=catalogue.programs[PROGRAM].version,
        started_on=begun.date(),
        changes=(Change(at=begun, what=ONE_LEG_BRIDGE, value=False),),
    )


def _settings(catalogue: Catalogue) -> Settings:
    bands = tuple(Band(colour=catalogue.bands[level].colour) for level in BANDS)
    return Settings(bands=bands, sample=True)


def _write_periods(book: Book) -> None:
    """The flare-ups and days away, entered on the morning they began."""
    for number, days in enumerate(book.plan.flares):
        first, last = book.at(days.start, 7).date(), book.at(days.stop - 1, 7).date()
        flare = Flare(from_=first, to=last, reason=FLARE_REASONS[number % len(FLARE_REASONS)])
        book.flares.append(book.stamped(flare, book.at(days.start, 7)))
    for number, days in enumerate(book.plan.away):
        first, last = book.at(days.start, 7).date(), book.at(days.stop - 1, 7).date()
        away = Absence(from_=first, to=last, reason=AWAY_REASONS[number % len(AWAY_REASONS)])
        book.absences.append(book.stamped(away, book.at(days.start, 7)))
