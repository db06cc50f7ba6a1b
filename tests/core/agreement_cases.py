"""Diaries whose trend can be computed by hand: clinical.md F, and all that is easy to get wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone

from hipcoach.core.pain import PainRating, RatingKind
from hipcoach.core.run import Run

START = date(2026, 11, 2)


def moment(
    day: int, hour: int = 12, minute: int = 0, east: int = 1, start: date = START
) -> datetime:
    """A moment so many days after the start, so many hours east of Greenwich."""
    zone = timezone(timedelta(hours=east))
    midnight = datetime(start.year, start.month, start.day, tzinfo=zone)
    return midnight + timedelta(days=day, hours=hour, minutes=minute)


def daily(scores: Iterable[int | None], first: int = 0, start: date = START) -> list[PainRating]:
    """One rating a day at noon, None for a day without one."""
    days = enumerate(scores, first)
    return [PainRating(at=moment(d, start=start), score=s) for d, s in days if s is not None]


def run(start: date = START, ended_on: date | None = None, name: str = "run") -> Run:
    return Run(
        id=name, program="hips-three-twice", program_version=1, started_on=start, ended_on=ended_on
    )


@dataclass(frozen=True, kw_only=True)
class Case:
    """Ratings, the run, the day that is looked at, and what must be said of them."""

    name: str
    ratings: list[PainRating]
    said: str
    edges: tuple[str, ...] = ()
    tile: str = ""
    day: int = 41
    start: date = START
    runs: tuple[Run, ...] = field(default_factory=lambda: (run(),))


def six_weeks(name: str, before: list[int | None], after: list[int | None], **told: object) -> Case:
    """The first seven days of a run and the last seven of its six weeks."""
    return Case(name=name, ratings=[*daily(before), *daily(after, 35)], **told)


SUMMER, WINTER = 2, 1
AUTUMN = date(2026, 9, 14)
CLOCKS_CHANGE = 41  # days from 14 September to 25 October
LEAP = date(2028, 2, 25)

CASES = [
    six_weeks(
        "6 to 4",
        [6] * 7,
        [4] * 7,
        said="start 6.0 (n = 7), now 4.0 (n = 7), change −2.0 (−33 %): clear change",
        edges=("4.2 (−30 %)", "4.0 (−2)"),
        tile="6.0 → 4.0",
    ),
    six_weeks(
        "4 to 3",
        [4] * 7,
        [3] * 7,
        said="start 4.0 (n = 7), now 3.0 (n = 7), change −1.0 (−25 %): "
        "within normal day-to-day variation",
        edges=("2.8 (−30 %)", "2.0 (−2)"),
        tile="4.0 → 3.0",
    ),
    six_weeks(
        "3 to 2",
        [3] * 7,
        [2] * 7,
        said="start 3.0 (n = 7), now 2.0 (n = 7), change −1.0 (−33 %): possible change",
        edges=("2.1 (−30 %)", "1.0 (−2)"),
        tile="3.0 → 2.0",
    ),
    six_weeks(
        "8 to 6",
        [8] * 7,
        [6] * 7,
        said="start 8.0 (n = 7), now 6.0 (n = 7), change −2.0 (−25 %): possible change",
        edges=("5.6 (−30 %)", "6.0 (−2)"),
        tile="8.0 → 6.0",
    ),
    six_weeks(
        "the change of the numbers shown",  # 5.25 and 3.43, a difference of 1.82
        [5, 5, 5, 6],
        [3, 3, 3, 4, 3, 4, 4],
        said="start 5.3 (n = 4), now 3.4 (n = 7), change −1.9 (−36 %): possible change",
        edges=("3.7 (−30 %)", "3.3 (−2)"),
        tile="5.3 → 3.4",
    ),
    six_weeks(
        "a start too low for percent and band",
        [1] * 7,
        [0] * 7,
        said="start 1.0 (n = 7), now 0.0 (n = 7), change −1.0: within normal day-to-day variation",
        tile="1.0 → 0.0",
    ),
    six_weeks(
        "gaps",
        [7, None, None, 5, None, None, 6],
        [None, 2, None, None, 4, None, 4],
        said="start 6.0 (n = 3), now 3.3 (n = 3), change −2.7 (−45 %): clear change",
        edges=("4.2 (−30 %)", "4.0 (−2)"),
        tile="6.0 → 3.3",
    ),
    six_weeks(
        "too few days now",
        [6] * 7,
        [None, None, None, None, None, 4, 4],
        said="start 6.0 (n = 7), now 4.0 (n = 2), not enough days yet: 2 of 3 days",
        edges=("4.2 (−30 %)", "4.0 (−2)"),
        tile="6.0 → 4.0",
    ),
    Case(
        name="several a day count as one",  # days 0 to 2: 2, 6, 7; days 39 to 41: 1.5, 3, 3
        ratings=[
            *(PainRating(at=moment(0, hour), score=2) for hour in (7, 8, 9, 21)),
            *daily([6, 7], 1),
            *(PainRating(at=moment(39, hour), score=hour // 7) for hour in (7, 14)),
            *daily([3, 3], 40),
            PainRating(at=moment(41, 20), score=9, kind=RatingKind.WORST),
        ],
        said="start 5.0 (n = 3), now 2.5 (n = 3), change −2.5 (−50 %): clear change",
        edges=("3.5 (−30 %)", "3.0 (−2)"),
        tile="5.0 → 2.5",
    ),
    Case(
        name="back-dated before the start",
        ratings=[*daily([9, 9, 9], -3), *daily([4] * 7), *daily([4] * 7, 35)],
        said="start 4.0 (n = 7), now 4.0 (n = 7), change 0.0 (0 %): "
        "within normal day-to-day variation",
        edges=("2.8 (−30 %)", "2.0 (−2)"),
        tile="4.0 → 4.0",
    ),
    Case(
        name="dated ahead of now",
        ratings=[*daily([6] * 7), *daily([4] * 7, 35), *daily([9], 42)],
        said="start 6.0 (n = 7), now 4.0 (n = 7), change −2.0 (−33 %): clear change",
        edges=("4.2 (−30 %)", "4.0 (−2)"),
        tile="6.0 → 4.0",
    ),
    Case(
        name="the night of the clock change is one day",  # 4 and 5 at half past two, 4.5 that day
        ratings=[
            *daily([6] * 7, start=AUTUMN),
            *daily([3, 3], CLOCKS_CHANGE - 2, AUTUMN),
            *(
                PainRating(at=moment(CLOCKS_CHANGE, 2, 30, east, AUTUMN), score=score)
                for east, score in ((SUMMER, 4), (WINTER, 5))
            ),
        ],
        said="start 6.0 (n = 7), now 3.5 (n = 3), change −2.5 (−42 %): clear change",
        edges=("4.2 (−30 %)", "4.0 (−2)"),
        tile="6.0 → 3.5",
        start=AUTUMN,
        runs=(run(AUTUMN),),
    ),
    Case(
        name="a flight moves no rating to another day",  # half an hour apart: days 40 and 41
        ratings=[
            *daily([6] * 7),
            *daily([2], 39),
            PainRating(at=moment(40, 23, 30, east=-5), score=4),
            PainRating(at=moment(41, 6, 0, east=1), score=6),
        ],
        said="start 6.0 (n = 7), now 4.0 (n = 3), change −2.0 (−33 %): clear change",
        edges=("4.2 (−30 %)", "4.0 (−2)"),
        tile="6.0 → 4.0",
    ),
    Case(
        name="the leap day is a day",  # 25 February to 2 March are days 0 to 6
        ratings=[*daily([5, 5, 5, 5, 9, 5, 5, 1], start=LEAP), *daily([3] * 7, 8, LEAP)],
        said="start 5.6 (n = 7), now 3.0 (n = 7), change −2.6 (−46 %): clear change",
        edges=("3.9 (−30 %)", "3.6 (−2)"),
        tile="5.6 → 3.0",
        day=14,
        start=LEAP,
        runs=(run(LEAP),),
    ),
    Case(
        name="a start so far",
        ratings=daily([6, 5]),
        said="start so far 5.5 (n = 2), now 5.5 (n = 2), not enough days yet: 2 of 3 days",
        day=1,
    ),
    Case(
        name="day 12",
        ratings=daily([6] * 7 + [4] * 7),
        said="start 6.0 (n = 7), now 4.3 (n = 7), too early to judge a change",
        edges=("4.2 (−30 %)", "4.0 (−2)"),
        tile="6.0 → 4.3",
        day=12,
    ),
    Case(
        name="a run that has ended",
        ratings=[*daily([6] * 7), *daily([4] * 7, 35)],
        said="start 6.0 (n = 7), now 4.0 (n = 7), change −2.0 (−33 %): clear change",
        edges=("4.2 (−30 %)", "4.0 (−2)"),
        tile="6.0 → 4.0",
        runs=(run(ended_on=START + timedelta(days=30)),),
    ),
    Case(
        name="the second of two runs",
        ratings=[*daily([8] * 7), *daily([6] * 7, 21), *daily([4] * 7, 35)],
        said="start 6.0 (n = 7), now 4.0 (n = 7), change −2.0 (−33 %): clear change",
        edges=("4.2 (−30 %)", "4.0 (−2)"),
        tile="6.0 → 4.0",
        runs=(
            run(ended_on=START + timedelta(days=21)),
            run(START + timedelta(days=21), name="second"),
        ),
    ),
    Case(
        name="ratings that are neither of the start nor of now",
        ratings=daily([5] * 3, 15),
        said="start: no ratings, now: no ratings, not enough days yet: 0 of 3 days",
    ),
    Case(name="no run", ratings=daily([6] * 40), said="now 6.0 (n = 5)", runs=()),
    Case(name="nothing", ratings=[], said="no ratings yet"),
]
