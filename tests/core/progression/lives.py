"""Sessions of any program as they were done, and the case that they make: what the steps go by."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Side
from hipcoach.core.exercise_view import run_parts
from hipcoach.core.pain import BEFORE_SESSION, NEXT_MORNING, PainRating
from hipcoach.core.parts import Part
from hipcoach.core.progression.begun import begun, easier_note
from hipcoach.core.progression.case import Case, case_of
from hipcoach.core.progression.not_yet import not_yet
from hipcoach.core.progression.up import step_up
from hipcoach.core.progression.verdict import Move, Verdict
from hipcoach.core.run import Band, Change, Decision, Run, Settings
from hipcoach.core.session import (
    EASIER_TODAY,
    EASY_DAY,
    EventKind,
    Session,
    SessionEvent,
    SessionState,
    SideSet,
    Slot,
)
from hipcoach.core.tempo import tempo_text
from hipcoach.core.text import Message, say

CLAM, HEEL, BRIDGE = "clamshell-band", "quadruped-hip-extension", "single-leg-bridge"
LEG_LIFT, STEP, BRACE = "side-lying-hip-abduction", "lateral-step-down", "abdominal-brace"
PLANK, HIPS = "side-plank", "hip-rotation-mobility"
TWICE, FIVE, TRUNK, ALL = (
    "hips-three-twice",
    "hips-five-hold",
    "hip-plus-trunk-6wk",
    "all-directions",
)
LEFT, RIGHT, BOTH = Side.LEFT, Side.RIGHT, Side.BOTH

SetId = tuple[str, Side, int]
At = Callable[..., datetime]


@dataclass(frozen=True, kw_only=True)
class Done:
    """A session of everything the program asks for, each set up to its high; None: not answered.

    `tidy` has the tidy repetitions of single side-sets, `left_out` those not done, `rungs` those
    done on another rung. `hurt` has a score for each exercise told with "this hurts".
    """

    day: int
    hour: int = 8
    before: int | None = 1
    worst: int | None = 1
    morning: int | None = 1
    effort: int | None = 5
    program: str = TWICE
    tidy: Mapping[SetId, int] = field(default_factory=dict)
    left_out: frozenset[SetId] = frozenset()
    rungs: Mapping[str, str] = field(default_factory=dict)
    hurt: Mapping[str, int] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return f"s{self.day}-{self.hour}"


@dataclass(frozen=True, kw_only=True)
class World:
    """What surrounds the sessions; `ratings` are those beside their own, `tables` all else."""

    program: str = TWICE
    bands: tuple[str, ...] | None = ("yellow", "red", "green")
    decisions: tuple[Decision, ...] = ()
    changes: tuple[Change, ...] = ()
    ratings: tuple[PainRating, ...] = ()
    tables: Mapping[str, Any] = field(default_factory=dict)


Live = Callable[..., Case]
"""`live(*done, now=(day, hour), calm=False, **world)`: the case after these sessions."""


def case_after(
    done: tuple[Done, ...],
    around: World,
    catalogue: Catalogue,
    at: At,
    run: Run,
    now: tuple[int, int] | None,
    *,
    calm: bool,
) -> Case:
    """The case of the run after these sessions; on the morning after them unless told."""
    bands = None if around.bands is None else tuple(Band(colour=c) for c in around.bands)
    bare = Diary(runs=(run,), decisions=around.decisions, settings=Settings(bands=bands))
    ratings = {rating.id: rating for one in done for rating in _ratings(one, at)}
    told = (*ratings.values(), *around.ratings)
    diary = replace(
        bare,
        sessions=tuple(_session(one, bare, catalogue, run, at) for one in done),
        pain_ratings=tuple(sorted(told, key=lambda rating: rating.at)),
        **around.tables,
    )
    latest = max((one.day for one in done), default=0)
    return case_of(diary, catalogue, run, at(*(now or (latest + 1, 7))), calm=calm)


def _session(done: Done, diary: Diary, catalogue: Catalogue, run: Run, at: At) -> Session:
    begun = at(done.day, done.hour)
    until = tuple(d for d in diary.decisions if d.at < begun)
    parts = run_parts(replace(diary, decisions=until), catalogue, run, begun)
    sets = tuple(one for part in parts for one in _sets(done, part, begun))
    return Session(
        id=done.id,
        started_at=begun,
        ended_at=begun + timedelta(minutes=20),
        run=run.id,
        program=done.program if done.program in {EASY_DAY, EASIER_TODAY} else run.program,
        slot=Slot.MORNING,
        state=SessionState.FINISHED,
        planned_sets=max(len(sets), 1),
        sets=sets,
        events=tuple(
            SessionEvent(at=begun, kind=EventKind.HURT, exercise=name, score=score)
            for name, score in done.hurt.items()
        ),
        effort=done.effort,
        pain_before="" if done.before is None else f"{done.id}-before",
        pain_worst=done.worst,
        next_morning="" if done.morning is None else f"am{done.day}",
    )


def _sets(done: Done, part: Part, at: datetime) -> Iterator[SideSet]:
    name = part.ladder.id
    for number in range(1, part.dose.sets + 1):
        for side in part.sides:
            if (name, side, number) not in done.left_out:
                tidy = done.tidy.get((name, side, number), part.dose.high)
                yield SideSet(
                    exercise=name,
                    rung=done.rungs.get(name, part.rung.id),
                    side=side,
                    set=number,
                    reps=max(tidy, part.dose.high),
                    tidy_reps=tidy,
                    low=part.dose.low,
                    hold=part.hold,
                    tempo=tempo_text(part.tempo),
                    resistance=part.rung.resistance,
                    ended_at=at + timedelta(minutes=number),
                )


def _ratings(done: Done, at: At) -> Iterator[PainRating]:
    if done.before is not None:
        yield PainRating(
            id=f"{done.id}-before",
            at=at(done.day, done.hour),
            score=done.before,
            tags=(BEFORE_SESSION,),
        )
    if done.morning is not None:
        yield PainRating(
            id=f"am{done.day}",
            at=at(done.day + 1, 6),
            score=done.morning,
            tags=(NEXT_MORNING,),
        )


def up(case: Case, name: str = CLAM) -> Verdict | None:
    return step_up(case, case.catalogue.exercises[name])


def still(case: Case, name: str = CLAM) -> str:
    """What is missing; there is no step up."""
    assert up(case, name) is None
    found = not_yet(case, case.catalogue.exercises[name])
    assert (found.move, found.from_) == (Move.SAME, found.to)
    return say(found.why)


def same(verdict: Verdict | None) -> tuple[str, str]:
    """The rule and the reason of a verdict that leaves the level."""
    assert verdict is not None
    assert (verdict.move, verdict.from_) == (Move.SAME, verdict.to)
    return verdict.rule, say(verdict.why)


def decided(at: datetime, rule: str, name: str, to: tuple[str, str], **more: object) -> Decision:
    values = {"at": at, "rule": rule, "exercise": name, "from_": to[0], "to": to[1]}
    return Decision(**(values | {"text": "", "accepted": True} | more))


TWO = (Done(day=0), Done(day=1))
"""Two green sessions on two days."""


def why_lighter(diary: Diary, catalogue: Catalogue, run: Run, at: datetime) -> Message | None:
    """Why a session begun at `at` is lighter, as Today and the terminal tell it."""
    return easier_note(begun(diary, catalogue, run, at), catalogue, at)
