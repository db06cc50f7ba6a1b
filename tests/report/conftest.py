"""A hand-made diary of six weeks and two days whose numbers can be counted on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Resistance, Side
from hipcoach.core.pain import NEXT_MORNING, PainRating, Place, RatingKind
from hipcoach.core.report_wishes import ReportWishes
from hipcoach.core.run import Absence, Decision, Flare, Run
from hipcoach.core.screening import Answer, Screening, Severity, items_of
from hipcoach.core.session import (
    EventKind,
    Session,
    SessionEvent,
    SessionState,
    SideSet,
    Slot,
)
from hipcoach.report.content import report_content
from hipcoach.report.page import Later, ReportContent
from hipcoach.report.scope import ReportOptions, Scope, scope

ZONE = timezone(timedelta(hours=1))
START = date(2026, 11, 2)
LAST = date(2026, 12, 15)
SCORES = [5, 6, 5, 5, 6, 5, 5, 5, 5, 4, 5, 4, 5, 5, 4, 5, 5]  # 2 to 18 Nov; days 0 to 6: mean 5.3
SCORES += [7, 8, 7, 6, 6, 5]  # the flare-up, 19 to 24 Nov
SCORES += [4, 4, 3, None, None, None, 4, 4, 4, 3, 4, 4, 4, 4]  # away 28 to 30 Nov; to 8 Dec
SCORES += [3, 4, 3, 3, 4, 3, 4]  # the last seven days: mean 3.4


def moment(day: date, hour: int = 8, minute: int = 0) -> datetime:
    """A moment of the day, one hour east of Greenwich."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


@pytest.fixture(scope="session")
def fonts(root: Path) -> Path:
    """The shipped fonts."""
    return root / "resources" / "fonts"


@pytest.fixture(scope="session")
def template(root: Path) -> Path:
    """The shipped template."""
    return root / "resources" / "report" / "report.typ"


@pytest.fixture
def at() -> Callable[..., datetime]:
    """`at(day, hour, minute)`: a moment with its offset."""
    return moment


@pytest.fixture
def content_of(catalogue: Catalogue) -> Callable[..., ReportContent]:
    """`content_of(diary, to=..., from_=..., paper=...)`: the page, made on 15 Dec 2026 at 18:20."""

    def made(diary: Diary, **options: object) -> ReportContent:
        given = {"to": LAST, "made_at": moment(LAST, 18, 20)} | options
        return report_content(diary, catalogue, ReportOptions(**given))

    return made


@pytest.fixture
def later_of(content_of: Callable[..., ReportContent]) -> Callable[..., Later]:
    """`later_of(diary, ...)`: the pages after the first."""

    def later(diary: Diary, **options: object) -> Later:
        found = content_of(diary, wishes=ReportWishes(left_out=()), **options).later
        assert found is not None
        return found

    return later


@pytest.fixture
def seen_of(catalogue: Catalogue) -> Callable[..., Scope]:
    """`seen_of(diary, ...)`: what a report made at the same moment looks at."""

    def seen(diary: Diary, **options: object) -> Scope:
        given = {"to": LAST, "made_at": moment(LAST, 18, 20)} | options
        return scope(diary, catalogue, ReportOptions(**given))

    return seen


@pytest.fixture
def rating() -> Callable[..., PainRating]:
    """`rating(day, score, **fields)`: a pain rating at 8 in the morning."""

    def made(day: date, score: int, **fields: object) -> PainRating:
        fields = {"id": f"r-{day}-{score}", "at": moment(day)} | fields
        return PainRating(score=score, **fields)

    return made


@pytest.fixture
def session() -> Callable[..., Session]:
    """`session(day, slot, rungs, **fields)`: two sets of 12 on each side of three exercises."""
    return made_session


def made_session(
    day: date, slot: Slot = Slot.MORNING, rungs: dict[str, str] | None = None, **fields: object
) -> Session:
    """See the fixture `session`."""
    started = moment(day, 8 if slot is Slot.MORNING else 19)
    given = {
        "id": f"s-{day}-{slot}",
        "started_at": started,
        "ended_at": started + timedelta(minutes=18),
        "run": "run",
        "program": "hips-three-twice",
        "slot": slot,
        "state": SessionState.FINISHED,
        "planned_sets": 12,
        "sets": tuple(side_sets(started, rungs or {})),
    } | fields
    return Session(**given)


def side_sets(started: datetime, rungs: dict[str, str]) -> Iterator[SideSet]:
    """Two sets of each exercise; the left side of the second set ends at 11 tidy repetitions."""
    for exercise, rung in rungs.items():
        for number in (1, 2):
            for side in (Side.LEFT, Side.RIGHT):
                yield SideSet(
                    exercise=exercise,
                    rung=rung,
                    side=side,
                    set=number,
                    reps=12,
                    tidy_reps=11 if number == 2 and side is Side.LEFT else 12,
                    low=12,
                    hold=2,
                    tempo="2/2/2/0",
                    resistance=Resistance(),
                    ended_at=started + timedelta(minutes=5),
                )


@pytest.fixture
def run() -> Run:
    """Three exercises twice a day since 2 Nov 2026."""
    return Run(id="run", program="hips-three-twice", program_version=1, started_on=START)


@pytest.fixture
def screening(catalogue: Catalogue) -> Callable[..., Screening]:
    """`screening(day, short=..., **answers)`: everything answered no, but for the given answers."""

    def made(day: date, *, short: bool = False, **answers: Answer) -> Screening:
        asked = items_of(catalogue.questionnaire, short=short)
        given = dict.fromkeys(asked, Answer.NO)
        given |= {item.replace("_", "-"): answer for item, answer in answers.items()}
        return Screening(
            at=moment(day),
            wording="1",
            answers=given,
            result=Severity.EMERGENCY if answers else Severity.CLEAR,
            cleared_on={},
        )

    return made


@pytest.fixture
def diary(catalogue: Catalogue, run: Run, screening: Callable[..., Screening]) -> Diary:
    """Six weeks and two days: a flare-up, days away, missed sessions, steps up and down, notes."""
    rungs = {
        prescription.exercises[0]: catalogue.exercises[prescription.exercises[0]].ladder[1].id
        for prescription in catalogue.programs["hips-three-twice"].prescriptions(1)
    }
    days = {START + timedelta(days=number): score for number, score in enumerate(SCORES)}
    return Diary(
        runs=(run,),
        pain_ratings=tuple(ratings(days)),
        sessions=tuple(sessions(days, rungs)),
        decisions=tuple(decisions(catalogue)),
        flares=(
            Flare(id="f", from_=date(2026, 11, 19), to=date(2026, 11, 24), reason="long drive"),
        ),
        absences=(
            Absence(id="a", from_=date(2026, 11, 28), to=date(2026, 11, 30), reason="work trip"),
        ),
        screenings=(
            screening(START),
            screening(date(2026, 11, 25), short=True),
        ),
    )


def ratings(days: dict[date, int | None]) -> Iterator[PainRating]:
    """One morning rating a day, the check-ins' three others, a medicine and a note."""
    for day, score in days.items():
        if score is None:
            continue
        yield PainRating(
            id=f"r-{day}",
            at=moment(day, 7, 30),
            score=score,
            tags=(NEXT_MORNING,),
            places=(Place.LOW_BACK_MIDDLE, Place.BUTTOCK_LEFT) if day.day % 5 == 0 else (),
            medicine="Ibuprofen 400 mg" if 10 <= day.day <= 25 and day.day % 5 == 0 else "",
            note="Größere Pause beim Fahren: besser" if day == date(2026, 12, 12) else "",
        )
    for week, scores in ((0, (5, 7, 3)), (3, (5, 7, 3)), (6, (3, 5, 1))):
        for kind, score in zip(("average", "worst", "least"), scores, strict=True):
            day = START + timedelta(weeks=week)
            yield PainRating(
                id=f"r-{week}-{kind}", at=moment(day, 20), score=score, kind=RatingKind(kind)
            )


def sessions(days: dict[date, int | None], rungs: dict[str, str]) -> Iterator[Session]:
    """Two a day, but for the flare-up, the days away, Sundays' evenings and today's evening."""
    for day, score in days.items():
        flare = date(2026, 11, 19) <= day <= date(2026, 11, 24)
        if score is None or flare:
            continue
        next_morning = f"r-{day + timedelta(days=1)}"
        yield made_session(day, Slot.MORNING, rungs, next_morning=next_morning)
        if day.weekday() != 6 and day != LAST:
            hurt = (
                SessionEvent(
                    at=moment(day, 19, 9),
                    kind=EventKind.HURT,
                    exercise="single-leg-bridge",
                    score=6,
                    choice="skip",
                ),
            )
            yield made_session(
                day,
                Slot.EVENING,
                rungs,
                next_morning=next_morning,
                events=hurt if day == date(2026, 11, 18) else (),
                state=SessionState.ENDED_EARLY if day.day == 18 else SessionState.FINISHED,
                note="Bridge felt steadier on the left" if day == date(2026, 12, 10) else "",
            )


def decisions(catalogue: Catalogue) -> Iterator[Decision]:
    """Two steps up of the clamshell; one up, down and up again of the bridge."""
    clam = [rung.id for rung in catalogue.exercises["clamshell-band"].ladder]
    bridge = [rung.id for rung in catalogue.exercises["single-leg-bridge"].ladder]
    for day, exercise, from_, to in (
        (date(2026, 11, 12), "clamshell-band", clam[1], clam[2]),
        (date(2026, 11, 16), "single-leg-bridge", bridge[0], bridge[1]),
        (date(2026, 11, 25), "single-leg-bridge", bridge[1], bridge[0]),
        (date(2026, 12, 3), "clamshell-band", clam[2], clam[3]),
        (date(2026, 12, 11), "single-leg-bridge", bridge[0], bridge[1]),
    ):
        yield Decision(
            at=moment(day, 20),
            rule="R-UP",
            exercise=exercise,
            from_=from_,
            to=to,
            text="One step.",
            accepted=True,
        )
