"""The diaries that states begin with: none, samples, and samples in which something happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from typing import TypeVar

from hipcoach.core.diary import Diary
from hipcoach.core.document import Document
from hipcoach.core.run import ILL, Absence, Flare
from hipcoach.core.sample import sample_diary
from hipcoach.core.screening import Answer
from hipcoach.paths import resource
from hipcoach.store.catalogue import load_catalogue

PLACE = timezone(timedelta(hours=1))
D = TypeVar("D", bound=Document)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A sample of so many weeks (0: nothing at all), written until `before` days before today.

    `happened` is what differs from the sample on the day that is looked at.
    """

    name: str
    weeks: int = 0
    before: int = 1
    happened: Callable[[Diary, date], Diary] = lambda diary, _day: diary


def written(told: Told, day: date) -> Diary:
    """The diary as it is on `day`."""
    until = day - timedelta(days=told.before)
    made = sample_diary(
        weeks=told.weeks, seed=1, until=until, catalogue=load_catalogue(resource()), offset=PLACE
    )
    return told.happened(made, day)


def _stamped(document: D, day: date, number: int) -> D:
    at = datetime(day.year, day.month, day.day, 7, tzinfo=PLACE)
    return replace(document, id=f"{number:032x}", created_at=at, updated_at=at)


def _flare(diary: Diary, day: date) -> Diary:
    begun = day - timedelta(days=8)
    flare = _stamped(Flare(from_=begun, reason="moving furniture"), begun, 1)
    return replace(diary, flares=(*diary.flares, flare))


def _ill(diary: Diary, day: date) -> Diary:
    ill = _stamped(Absence(from_=day, reason=ILL), day, 2)
    return replace(diary, absences=(*diary.absences, ill))


def _ended(diary: Diary, day: date) -> Diary:
    *older, run = diary.runs
    return replace(diary, runs=(*older, replace(run, ended_on=day - timedelta(days=1))))


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
FLARE = Told(name="flare", weeks=4, happened=_flare)
ILLNESS = Told(name="ill", weeks=4, happened=_ill)
ENDED = Told(name="ended", weeks=12, happened=_ended)
PAUSED = Told(name="paused", weeks=4, before=20)
CLEARED = Told(name="cleared", weeks=4, before=20, happened=_cleared)
