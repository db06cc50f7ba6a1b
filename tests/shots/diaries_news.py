"""Diaries in which the rules have something to say: the sample, felt in another way of late."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from hipcoach.core.diary import Diary
from hipcoach.core.pain import NEXT_MORNING, PainRating
from hipcoach.core.run import RUNG, Change
from hipcoach.core.session import Session
from tests.shots.diaries import Happened, Told

Score = Callable[[int], int]

HIGHER = {
    "clamshell-band": "red",
    "quadruped-hip-extension": "hold-4",
    "single-leg-bridge": "knee-bent",
}

CALM, HARD = 5, 8
"""The effort of sessions that earn a step, and of those that need rest."""


def _felt(
    pain: Score,
    *,
    morning: Score | None = None,
    worst: Score | None = None,
    tidy: int = 12,
    effort: int = CALM,
) -> Happened:
    """Every rating and session felt like this, by the days that it is ago; nothing else happened.

    `morning` is the next morning's score and `worst` a session's, where they are not `pain`.
    """

    def scored(rating: PainRating, ago: int) -> PainRating:
        is_morning = NEXT_MORNING in rating.tags
        return replace(rating, score=(morning or pain)(ago) if is_morning else pain(ago))

    def lived(session: Session, ago: int) -> Session:
        sets = tuple(replace(made, reps=tidy, tidy_reps=tidy) for made in session.sets)
        peak = (worst or pain)(ago)
        return replace(session, sets=sets, effort=effort, pain_worst=peak, events=(), tag="")

    def happened(diary: Diary, day: date) -> Diary:
        ratings = tuple(scored(r, (day - r.at.date()).days) for r in diary.pain_ratings)
        sessions = tuple(lived(s, (day - s.day).days) for s in diary.sessions)
        calm = replace(diary, flares=(), absences=(), decisions=())
        return replace(calm, pain_ratings=ratings, sessions=sessions)

    return happened


def _higher(happened: Happened) -> Happened:
    """The same, with each exercise on a step that has others below it."""

    def climbed(diary: Diary, day: date) -> Diary:
        lived = happened(diary, day)
        *older, run = lived.runs
        chosen = [
            Change(at=r.at, exercise=name, what=RUNG, value=rung)
            for r in lived.pain_ratings[:1]
            for name, rung in HIGHER.items()
        ]
        return replace(lived, runs=(*older, replace(run, changes=(*run.changes, *chosen))))

    return climbed


def _of(ago: int, then: int, before: int) -> Score:
    """So much in the last `ago` days, and so much before."""
    return lambda days: then if days <= ago else before


def _two(_days: int) -> int:
    return 2


def _asked_again(diary: Diary, _day: date) -> Diary:
    """The screening was answered at the start only."""
    return replace(diary, screenings=diary.screenings[:1], flares=())


def _rising(days: int) -> int:
    """Half a point more each of the last weeks."""
    return 3 if days <= 7 or (days <= 14 and days % 2) else 2


STEP_UP = Told(name="step-up", weeks=2, happened=_felt(_two, tidy=15))
THREE_DOWN = Told(name="three-down", weeks=2, happened=_higher(_felt(_two, worst=_of(3, 4, 2))))
ALL_FEWER = Told(name="all-fewer", weeks=2, happened=_felt(_two, worst=_of(1, 6, 2)))
EASY_WEEK = Told(
    name="easy-week",
    weeks=2,
    happened=_felt(_two, morning=lambda days: 4 if days in {2, 5} else 2, effort=HARD),
)
RISING = Told(name="rising", weeks=4, happened=_felt(_rising))
WORSE = Told(name="worse", weeks=4, happened=_felt(_of(7, 5, 3)))
HIGH = Told(name="high-mornings", weeks=2, happened=_felt(_two, morning=_of(2, 5, 2)))
UNCHANGED = Told(name="unchanged", weeks=6, before=1, happened=_felt(_two))
PAST_END = Told(name="past-end-unchanged", weeks=6, before=4, happened=_felt(_two))
WEEK_3 = Told(name="week-3", weeks=4, happened=_asked_again)
