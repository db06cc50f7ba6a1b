"""Fixtures for views and rules: a run begun on Monday 2 November 2026, and what happened in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Resistance, Side
from hipcoach.core.pain import PainRating
from hipcoach.core.progression.case import Case, case_of
from hipcoach.core.run import Band, Run, Settings
from hipcoach.core.screening import Answer, answered, items_of
from hipcoach.core.session import Session, SessionState, SideSet, Slot
from tests.core.progression.felt import Felt, ratings_of, session_of
from tests.core.progression.lives import At, Done, Live, World, case_after

START = date(2026, 11, 2)
ZONE = timezone(timedelta(hours=1))

MakeSession = Callable[..., Session]


@pytest.fixture
def at() -> At:
    """`at(day, hour, minute)`: a moment of the run, its first day being 0."""

    def moment(day: int, hour: int, minute: int = 0) -> datetime:
        midnight = datetime(START.year, START.month, START.day, tzinfo=ZONE)
        return midnight + timedelta(days=day, hours=hour, minutes=minute)

    return moment


@pytest.fixture
def make_run() -> Callable[..., Run]:
    """`make_run(program, **changes)`: the run."""

    def made(program: str = "hips-three-twice", **changes: object) -> Run:
        values: dict[str, object] = {"program_version": 1, "started_on": START}
        return Run(id="run", program=program, **(values | changes))

    return made


@pytest.fixture
def make_set(at: At) -> Callable[..., SideSet]:
    """`make_set(exercise, **changes)`: 12 repetitions on the left."""

    def made(exercise: str = "clamshell-band", **changes: object) -> SideSet:
        values: dict[str, object] = {
            "rung": "yellow",
            "side": Side.LEFT,
            "set": 1,
            "reps": 12,
            "tidy_reps": 12,
            "low": 12,
            "hold": 2,
            "tempo": "2/2/2/0",
            "resistance": Resistance(),
            "ended_at": at(0, 9),
        }
        return SideSet(exercise=exercise, **(values | changes))

    return made


@pytest.fixture
def make_session(at: At, make_set: Callable[..., SideSet]) -> MakeSession:
    """`make_session(day, slot, **changes)`: a whole session of one side-set, 20 minutes long."""

    def made(day: int, slot: Slot = Slot.MORNING, **changes: object) -> Session:
        started = at(day, 18 if slot is Slot.EVENING else 8)
        values: dict[str, object] = {
            "id": f"{day}-{slot}",
            "started_at": started,
            "ended_at": started + timedelta(minutes=20),
            "run": "run",
            "program": "hips-three-twice",
            "slot": slot,
            "state": SessionState.FINISHED,
            "planned_sets": 1,
            "sets": (make_set(),),
        }
        return Session(**(values | changes))

    return made


@pytest.fixture
def make_diary(catalogue: Catalogue, at: At, make_run: Callable[..., Run]) -> Callable[..., Diary]:
    """`make_diary(*sessions, **tables)`: screened on day 0, a red band owned, one run."""
    questionnaire = catalogue.questionnaire
    answers = dict.fromkeys(items_of(questionnaire), Answer.NO)

    def made(*sessions: Session, **tables: object) -> Diary:
        values: dict[str, object] = {
            "runs": (make_run(),),
            "sessions": sessions,
            "screenings": (answered(questionnaire, answers, at(0, 6)),),
            "settings": Settings(bands=(Band(colour="red"),)),
        }
        return Diary(**(values | tables))

    return made


@pytest.fixture
def lived(at: At, make_run: Callable[..., Run]) -> Callable[..., Diary]:
    """`lived(*felt, **tables)`: the diary of a run of hips-three-twice with these sessions."""

    def made(*felt: Felt, **tables: Any) -> Diary:
        extra = tuple(tables.pop("pain_ratings", ()))
        told = {r.id or str(r.at): r for one in felt for r in ratings_of(one, at)}
        values: dict[str, Any] = {
            "runs": (make_run(),),
            "sessions": tuple(session_of(one, at) for one in felt),
            "pain_ratings": tuple(sorted((*told.values(), *extra), key=lambda r: r.at)),
            "settings": Settings(bands=tuple(Band(colour=name) for name in World().bands or ())),
        }
        return Diary(**(values | tables))

    return made


@pytest.fixture
def case_at(catalogue: Catalogue, at: At) -> Callable[..., Case]:
    """`case_at(diary, day, hour, calm=False)`: the case of the diary's run at that moment."""

    def made(diary: Diary, day: int, hour: int = 7, *, calm: bool = False) -> Case:
        return case_of(diary, catalogue, diary.runs[-1], at(day, hour), calm=calm)

    return made


@pytest.fixture
def felt() -> type[Felt]:
    """`felt(day, ...)`: a session as it was felt, green as it stands."""
    return Felt


@pytest.fixture
def rated(at: At) -> Callable[..., tuple[PainRating, ...]]:
    """`rated({day: score}, hour=20, **changes)`: one rating a day, in the order of the days."""

    def made(scores: Mapping[int, int], hour: int = 20, **changes: Any) -> tuple[PainRating, ...]:
        return tuple(
            PainRating(id=f"r{day}-{hour}", at=at(day, hour), score=score, **changes)
            for day, score in sorted(scores.items())
        )

    return made


@pytest.fixture
def live(catalogue: Catalogue, at: At, make_run: Callable[..., Run]) -> Live:
    """`live(*done, now=(day, hour), calm=False, **world)`: the case after these sessions."""

    def made(
        *done: Done, now: tuple[int, int] | None = None, calm: bool = False, **world: Any
    ) -> Case:
        around = World(**world)
        run = make_run(around.program, changes=around.changes)
        return case_after(done, around, catalogue, at, run, now, calm=calm)

    return made
