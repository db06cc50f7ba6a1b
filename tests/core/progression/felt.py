"""Sessions of hips-three-twice as they were felt: what the tags and the ways down go by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from hipcoach.core.exercise import Resistance, Side
from hipcoach.core.pain import AFTER_SESSION, BEFORE_SESSION, NEXT_MORNING, PainRating
from hipcoach.core.session import (
    EventKind,
    Session,
    SessionEvent,
    SessionState,
    SideSet,
    Slot,
)
from tests.core.progression.lives import BRIDGE, CLAM, HEEL, At

TWO_LEGS = "two-legs"
RUNGS = {CLAM: "yellow", HEEL: "none", BRIDGE: TWO_LEGS}


@dataclass(frozen=True, kw_only=True)
class Felt:
    """A session as it was felt, green as it stands; None was not answered.

    `hurt` has a score for each exercise told with "this hurts". `tidy` are the tidy repetitions of
    each set: one number for all, or by exercise and side. `rungs` are those that differ.
    """

    day: int = 0
    slot: Slot = Slot.MORNING
    before: int | None = 2
    worst: int | None = 2
    after: int | None = 2
    morning: int | None = 2
    effort: int | None = 5
    hurt: Mapping[str, int | None] = field(default_factory=dict)
    tidy: int | Mapping[tuple[str, Side], tuple[int, ...]] = 12
    sets: int = 2
    rungs: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    program: str = "hips-three-twice"
    state: SessionState = SessionState.FINISHED

    @property
    def id(self) -> str:
        return f"s{self.day}-{self.slot}"


def session_of(felt: Felt, at: At) -> Session:
    """The session, with each answer as a rating of its own."""
    begun = at(felt.day, 18 if felt.slot is Slot.EVENING else 8)
    rungs = RUNGS | dict(felt.rungs)
    sets = [
        one
        for name in (CLAM, HEEL, BRIDGE)
        if name not in felt.left_out
        for one in _sets(felt, name, rungs[name], begun)
    ]
    events = [_event(begun, EventKind.HURT, name, score) for name, score in felt.hurt.items()]
    events += [_event(begun, EventKind.SKIP, name, None) for name in felt.skipped]
    return Session(
        id=felt.id,
        started_at=begun,
        ended_at=begun + timedelta(minutes=20),
        run="run",
        program=felt.program,
        slot=felt.slot,
        state=felt.state,
        planned_sets=10,
        sets=tuple(sets),
        events=tuple(events),
        effort=felt.effort,
        pain_worst=felt.worst,
        pain_before="" if felt.before is None else f"{felt.id}-before",
        pain_after="" if felt.after is None else f"{felt.id}-after",
        next_morning="" if felt.morning is None else f"am{felt.day}",
    )


def _event(at: datetime, kind: EventKind, name: str, score: int | None) -> SessionEvent:
    return SessionEvent(at=at, kind=kind, exercise=name, score=score)


def _sets(felt: Felt, name: str, rung: str, at: datetime) -> Iterable[SideSet]:
    sides = (Side.BOTH,) if (name, rung) == (BRIDGE, TWO_LEGS) else (Side.LEFT, Side.RIGHT)
    for number in range(felt.sets):
        for side in sides:
            tidy = felt.tidy if isinstance(felt.tidy, int) else _tidy(felt.tidy, name, side, number)
            if tidy is not None:
                yield _side_set(name, rung, side, number + 1, tidy, at)


def _tidy(
    told: Mapping[tuple[str, Side], tuple[int, ...]], name: str, side: Side, number: int
) -> int | None:
    """The repetitions of that set: 12 where nothing is told, None where it was not done."""
    if (name, side) not in told:
        return 12
    of_side = told[name, side]
    return of_side[number] if number < len(of_side) else None


def _side_set(name: str, rung: str, side: Side, number: int, tidy: int, at: datetime) -> SideSet:
    return SideSet(
        exercise=name,
        rung=rung,
        side=side,
        set=number,
        reps=max(tidy, 12),
        tidy_reps=tidy,
        low=12,
        hold=2,
        tempo="2/2/2/0",
        resistance=Resistance(),
        ended_at=at + timedelta(minutes=number),
    )


def ratings_of(felt: Felt, at: At) -> Iterable[PainRating]:
    """The pain before it and after it, and the next morning's."""
    begun = at(felt.day, 18 if felt.slot is Slot.EVENING else 8)
    told = {
        f"{felt.id}-before": (begun, felt.before, BEFORE_SESSION),
        f"{felt.id}-after": (begun + timedelta(minutes=21), felt.after, AFTER_SESSION),
        f"am{felt.day}": (at(felt.day + 1, 6), felt.morning, NEXT_MORNING),
    }
    for name, (moment, score, tag) in told.items():
        if score is not None:
            yield PainRating(id=name, at=moment, score=score, tags=(tag,), session=felt.id)
