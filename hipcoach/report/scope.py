"""What a report looks at: the diary, the catalogue, the period and the run that it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.document import require_offset
from hipcoach.core.pain import OLDEST, PainRating
from hipcoach.core.report_wishes import Paper, ReportWishes
from hipcoach.core.run import Run
from hipcoach.core.session import Session, SessionState
from hipcoach.core.text import Message, message, say
from hipcoach.core.trends import trend_run
from hipcoach.report.errors import WrongPeriod
from hipcoach.report.words import clean

DAY = timedelta(days=1)
WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOptions:
    """What the user asked for.

    `from_` None: this run, or else from the first entry. `paper` is the one that it is printed on,
    whatever `wishes` says of it. `language` is the page's, as in "en".
    """

    to: date
    made_at: datetime
    from_: date | None = None
    paper: Paper = Paper.A4
    wishes: ReportWishes = ReportWishes()
    language: str = "en"

    def __post_init__(self) -> None:
        require_offset(self.made_at, "made_at")
        first = self.to if self.from_ is None else self.from_
        if problem := _problem(first, self.to, self.made_at.date()):
            raise WrongPeriod(say(problem))


def _problem(first: date, to: date, today: date) -> Message | None:
    """Why there can be no report from `first` to `to`, or None."""
    if first > to:
        return message("The period ends on {to}, before it starts on {first}.", to=to, first=first)
    if to > today:
        return message("The period ends on {to}, which is in the future.", to=to)
    if first < OLDEST:
        return message("The period starts on {first}, before the year 2000.", first=first)
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The period from `first` to `last`, both included, and what of the diary lies in it.

    `run` is the one under way at its end, else the last one before. `wishes`: what the user wants
    on the page. `by_id` has every rating of the diary by its id.
    """

    diary: Diary
    catalogue: Catalogue
    made_at: datetime
    first: date
    last: date
    run: Run | None
    ratings: tuple[PainRating, ...]
    sessions: tuple[Session, ...]
    wishes: ReportWishes
    by_id: Mapping[str, PainRating]

    @property
    def days(self) -> int:
        """How many days the period has."""
        return (self.last - self.first).days + 1

    @property
    def one_year(self) -> bool:
        """Whether the whole period lies in one calendar year, so that dates need no year."""
        return self.first.year == self.last.year

    def exercise_name(self, exercise: str) -> str:
        """The exercise's short name, or its id where the catalogue does not have it."""
        names = self.catalogue.exercise_names.get(exercise)
        return clean(names.short if names else exercise)

    def holds(self, day: date) -> bool:
        """Whether the day lies in the period."""
        return self.first <= day <= self.last

    def touches(self, from_: date, to: date | None) -> bool:
        """Whether days from `from_` to `to` (None: still going on) share one with the period."""
        return from_ <= self.last and (to is None or to >= self.first)


def scope(diary: Diary, catalogue: Catalogue, options: ReportOptions) -> Scope:
    """The part of the diary that the report is about."""
    run = trend_run(diary, options.to)
    first = options.from_ or _beginning(diary, run, options.to)
    return Scope(
        diary=diary,
        catalogue=catalogue,
        made_at=options.made_at,
        first=first,
        last=options.to,
        run=run,
        ratings=tuple(r for r in diary.pain_ratings if first <= r.at.date() <= options.to),
        sessions=tuple(
            session
            for session in diary.sessions
            if first <= session.day <= options.to and session.state is not SessionState.DISCARDED
        ),
        wishes=options.wishes,
        by_id={rating.id: rating for rating in diary.pain_ratings},
    )


def _beginning(diary: Diary, run: Run | None, to: date) -> date:
    """The run's start, or without a run the day of the first entry, or the day itself."""
    if run:
        return max(run.started_on, OLDEST)
    return max(min((day for day in _entry_days(diary) if day <= to), default=to), OLDEST)


def _entry_days(diary: Diary) -> Iterable[date]:
    yield from (rating.at.date() for rating in diary.pain_ratings)
    yield from (session.day for session in diary.sessions)
    yield from (period.from_ for period in (*diary.flares, *diary.absences))
