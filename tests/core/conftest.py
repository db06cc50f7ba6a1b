"""Fixtures for the views: a run that began on Monday 2 November 2026, and what happened in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Resistance, Side
from hipcoach.core.run import Band, Run, Settings
from hipcoach.core.screening import Answer, answered, items_of
from hipcoach.core.session import Session, SessionState, SideSet, Slot

START = date(2026, 11, 2)
ZONE = timezone(timedelta(hours=1))

At = Callable[..., datetime]
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
