"""The diaries that states begin with: none, samples, and samples in which something happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from typing import TypeVar

from hipcoach.core.diary import Diary
from hipcoach.core.document import Document
from hipcoach.core.opening import opened
from hipcoach.core.pain import AFTER_SESSION, BEFORE_SESSION, NEXT_MORNING, PainRating
from hipcoach.core.run import AWAY, ILL, Absence, Band, FigureLook, Flare, Motion
from hipcoach.core.sample import sample_diary
from hipcoach.core.sample_sets import performed
from hipcoach.core.screening import Answer
from hipcoach.core.session import Slot
from hipcoach.paths import resource
from hipcoach.store.catalogue import load_catalogue

PLACE = timezone(timedelta(hours=1))
D = TypeVar("D", bound=Document)
Happened = Callable[[Diary, date], Diary]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A sample of so many weeks (0: nothing at all), written until `before` days before today.

    `happened` is what differs from the sample on the day that is looked at. First-time hints are
    shown where `hints` says so.
    """

    name: str
    weeks: int = 0
    before: int = 1
    hints: bool = False
    happened: Happened = lambda diary, _day: diary


def written(told: Told, day: date) -> Diary:
    """The diary as it is on `day`."""
    until = day - timedelta(days=told.before)
    made = sample_diary(
        weeks=told.weeks, seed=1, until=until, catalogue=load_catalogue(resource()), offset=PLACE
    )
    made = replace(made, settings=replace(made.settings, hints=told.hints))
    return told.happened(made, day)


def _stamped(document: D, day: date, number: int) -> D:
    at = datetime(day.year, day.month, day.day, 7, tzinfo=PLACE)
    return replace(document, id=f"{number:032x}", created_at=at, updated_at=at)


def _flare(days: int) -> Happened:
    """A flare-up that this is the day number `days` of."""

    def happened(diary: Diary, day: date) -> Diary:
        begun = day - timedelta(days=days - 1)
        flare = _stamped(Flare(from_=begun, reason="moving furniture"), begun, 1)
        return replace(diary, flares=(*diary.flares, flare))

    return happened


def _absent(reason: str, first: int, last: int | None = None) -> Happened:
    """Days away or ill, from `first` to `last` days before today."""

    def happened(diary: Diary, day: date) -> Diary:
        begun = day - timedelta(days=first)
        until = None if last is None else day - timedelta(days=last)
        absence = _stamped(Absence(from_=begun, to=until, reason=reason), begun, 2)
        return replace(diary, absences=(*diary.absences, absence))

    return happened


def _low_focus(diary: Diary, _day: date) -> Diary:
    return replace(diary, settings=replace(diary.settings, low_focus=True))


def _owning(*bands: Band) -> Happened:
    """Other bands than the sample's."""

    def happened(diary: Diary, _day: date) -> Diary:
        return replace(diary, settings=replace(diary.settings, bands=bands))

    return happened


def _ended(diary: Diary, day: date) -> Diary:
    *older, run = diary.runs
    return replace(diary, runs=(*older, replace(run, ended_on=day - timedelta(days=1))))


def _beginning(diary: Diary, day: date) -> Diary:
    """No program under way, and none of the exercises was ever done."""
    ended = _ended(diary, day)
    runs = tuple(replace(run, program="band-abductors-3wk", changes=()) for run in ended.runs)
    return replace(ended, runs=runs, sessions=(), decisions=())


def _fresh(diary: Diary, day: date) -> Diary:
    """The first run is just done, and nothing is noted yet."""
    runs = tuple(replace(run, started_on=day, changes=()) for run in diary.runs)
    settings = replace(diary.settings, sample=False)
    return Diary(runs=runs, screenings=diary.screenings, settings=settings)


def _earned(diary: Diary, day: date) -> Diary:
    """The run began yesterday, with a session of which everything was tidy, and a calm morning."""
    catalogue, yesterday = load_catalogue(resource()), day - timedelta(days=1)
    at = datetime(yesterday.year, yesterday.month, yesterday.day, 8, tzinfo=PLACE)
    runs = tuple(replace(run, started_on=yesterday, changes=()) for run in diary.runs)
    settings = replace(
        diary.settings,
        sample=False,
        morning_asked_on=day,
        bands=tuple(Band(colour=colour) for colour in ("yellow", "red", "green")),
    )
    begun = Diary(runs=runs, screenings=diary.screenings, settings=settings)
    ready = opened(begun, catalogue, runs[-1], at, Slot.MORNING)
    done = performed(ready, catalogue, lambda part, _point: (part.dose.high, part.dose.high))
    now = datetime(day.year, day.month, day.day, 8, tzinfo=PLACE)
    told = ((at, BEFORE_SESSION), (done.ended_at or at, AFTER_SESSION), (now, NEXT_MORNING))
    ratings = tuple(
        _stamped(PainRating(at=moment, score=2, tags=(tag,)), moment.date(), number)
        for number, (moment, tag) in enumerate(told, start=10)
    )
    before, after, morning = (rating.id for rating in ratings)
    done = replace(done, effort=5, pain_worst=2, pain_before=before, pain_after=after)
    done = _stamped(replace(done, next_morning=morning), yesterday, 20)
    return replace(begun, sessions=(done,), pain_ratings=ratings)


def _begun(program: str) -> Happened:
    """Another program, of which nothing was done yet."""

    def happened(diary: Diary, _day: date) -> Diary:
        runs = tuple(replace(run, program=program, changes=()) for run in diary.runs)
        return replace(diary, runs=runs, sessions=(), decisions=())

    return happened


def _pictured(look: FigureLook, motion: Motion) -> Happened:
    """Another figure than the usual one."""

    def happened(diary: Diary, _day: date) -> Diary:
        return replace(diary, settings=replace(diary.settings, figure_look=look, motion=motion))

    return happened


def _cleared(diary: Diary, day: date) -> Diary:
    """A doctor checked one sign and said that exercise is all right."""
    *older, screening = diary.screenings
    sign = next(iter(load_catalogue(resource()).questionnaire.topics)).items[0].id
    checked = replace(
        screening,
        answers={**screening.answers, sign: Answer.YES},
        cleared_on={**screening.cleared_on, sign: screening.at.date()},
    )
    return replace(diary, screenings=(*older, checked))


EMPTY = Told(name="empty")
SAMPLE = Told(name="sample", weeks=12)
MIDWAY = Told(name="midway", weeks=4)
DONE_TODAY = Told(name="done-today", weeks=4, before=0)
TEN_YEARS = Told(name="ten-years", weeks=520)
FLARE = Told(name="flare", weeks=4, happened=_flare(3))
FLARE_WEEK = Told(name="flare-week", weeks=4, happened=_flare(8))
ILLNESS = Told(name="ill", weeks=4, happened=_absent(ILL, 0))
FLARE_BEGAN = Told(name="flare-began", weeks=4, happened=_flare(1))
AWAY_NOW = Told(name="away", weeks=4, happened=_absent(AWAY, 2, -4))
BACK_5 = Told(name="back-5", weeks=4, before=6, happened=_absent(AWAY, 5, 1))
BACK_10 = Told(name="back-10", weeks=4, before=11, happened=_absent(AWAY, 10, 1))
BACK = Told(name="back", weeks=4, before=22, happened=_absent(AWAY, 21, 1))
LOW_FOCUS = Told(name="low-focus", weeks=4, before=2, happened=_low_focus)
HINTS = Told(name="hints", weeks=4, hints=True)
HINTS_LATER = Told(name="hints-later", weeks=4, before=2, hints=True)
PAST_END = Told(name="past-end", weeks=6, before=7)
ENDED = Told(name="ended", weeks=12, happened=_ended)
BANDLESS = Told(name="bandless", weeks=4, happened=_owning())
BEGINNING = Told(name="beginning", weeks=4, happened=_beginning)
EARNED = Told(name="earned", weeks=1, happened=_earned)
FRESH = Told(name="fresh", weeks=1, happened=_fresh)
PAUSED = Told(name="paused", weeks=4, before=20)
CLEARED = Told(name="cleared", weeks=4, before=20, happened=_cleared)
TRUNK = Told(name="trunk", weeks=1, happened=_begun("hip-plus-trunk-6wk"))
HOLDS = Told(name="holds", weeks=1, happened=_begun("hips-five-hold"))
DIRECTIONS = Told(name="directions", weeks=1, happened=_begun("all-directions"))
PLUM = Told(name="plum", weeks=4, happened=_pictured(FigureLook.PLUM, Motion.SYSTEM))
STILLS = Told(name="stills", weeks=4, happened=_pictured(FigureLook.SAGE, Motion.STILLS))
