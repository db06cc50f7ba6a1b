"""The recorder: turns what the player tells into the session's record, one pure step at a time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.events import Ending, SetEnded
from hipcoach.core.exercise import Side
from hipcoach.core.hurt import Choice
from hipcoach.core.pain import Place
from hipcoach.core.parts import Part, easier, fewer
from hipcoach.core.session import EventKind, Session, SessionEvent, SessionState, SideSet
from hipcoach.core.tempo import tempo_text
from hipcoach.core.timeline import Point, side_sets

_LAST = 10_000

LONGEST = timedelta(hours=2)
"""After so long a session over midnight was not played on but left: the pain before it is old."""


def with_side_set(session: Session, done: SideSet) -> Session:
    """The session with this side-set; done again, it replaces the one before."""
    kept = tuple(
        old
        for old in session.sets
        if (old.exercise, old.set, old.side) != (done.exercise, done.set, done.side)
    )
    return replace(session, sets=(*kept, done))


def with_last_count(session: Session, change: int) -> Session:
    """The session with another count of the side-set that ended last; never below 0."""
    *before, last = session.sets
    reps = max(last.reps + change, 0)
    return replace(session, sets=(*before, replace(last, reps=reps, tidy_reps=reps)))


def with_event(session: Session, event: SessionEvent) -> Session:
    """The session with one more event."""
    return replace(session, events=(*session.events, event))


def with_answer(session: Session, score: int, places: tuple[Place, ...]) -> Session:
    """The session with how much it hurts, and where, written to its latest event."""
    *before, latest = session.events
    return replace(session, events=(*before, replace(latest, score=score, places=places)))


def with_choice(session: Session, choice: Choice) -> Session:
    """The session with the choice written to its latest answer to "this hurts"."""
    latest = latest_hurt(session)
    changed = (replace(e, choice=choice.value) if e is latest else e for e in session.events)
    return replace(session, events=tuple(changed))


def latest_hurt(session: Session) -> SessionEvent | None:
    """The latest answer to "this hurts"; None without one."""
    hurts = [told for told in session.events if told.kind is EventKind.HURT]
    return hurts[-1] if hurts else None


def parts_left(session: Session, parts: Sequence[Part]) -> frozenset[int]:
    """The numbers of the parts that were skipped because they hurt."""
    left = {told.exercise for told in session.events if told.choice == Choice.SKIP}
    return frozenset(number for number, part in enumerate(parts) if part.ladder.id in left)


def side_set(part: Part, ended: SetEnded, at: datetime) -> SideSet:
    """The record of a side-set that ended.

    All counted repetitions count as tidy until the review.
    """
    return SideSet(
        exercise=part.ladder.id,
        rung=part.rung.id,
        side=ended.point.side,
        set=ended.point.set,
        reps=ended.reps,
        tidy_reps=ended.reps,
        low=part.dose.low,
        hold=part.hold,
        tempo=tempo_text(part.tempo),
        resistance=part.rung.resistance,
        ended_at=at,
    )


def event(part: Part, point: Point, kind: EventKind, at: datetime, rep: int = 0) -> SessionEvent:
    """An event at a point of the session; `rep` is the repetitions counted by then."""
    return SessionEvent(
        at=at, kind=kind, exercise=part.ladder.id, side=point.side, set=point.set, rep=rep
    )


def record(session: Session, part: Part, ended: SetEnded, at: datetime) -> Session:
    """The session after a side-set ended: kept if it has a repetition, a skip is noted."""
    if ended.reps:
        session = with_side_set(session, side_set(part, ended, at))
    if ended.ending is Ending.SKIPPED or (ended.ending is Ending.DONE and not ended.reps):
        note = event(part, ended.point, EventKind.SKIP, at, ended.reps)
        session = with_event(session, note)
    return session


def resume_point(session: Session, parts: Sequence[Part]) -> Point | None:
    """The first side-set after the last one that was done or skipped; None where all are behind."""
    place = {part.ladder.id: number for number, part in enumerate(parts)}
    made = [(place[s.exercise], s.set, s.side) for s in session.sets if s.exercise in place]
    for told in session.events:
        if told.exercise not in place:
            continue
        if told.kind is EventKind.SKIP:
            made.append((place[told.exercise], told.set, told.side))
        elif told.choice == Choice.SKIP:
            made.append((place[told.exercise], _LAST, told.side))
    behind = ((number, set_, _turn(parts[number], side)) for number, set_, side in made)
    last = max(behind, default=(-1, 0, 0))
    points = side_sets(parts)
    return next((p for p in points if (p.part, p.set, _turn(parts[p.part], p.side)) > last), None)


def _turn(part: Part, side: Side) -> int:
    """The side's place in a set of the part.

    Of sides that the part does not have now, both together come before one, one after both.
    """
    if side in part.sides:
        return part.sides.index(side)
    return -1 if side is Side.BOTH else len(part.sides)


def as_left(
    session: Session,
    parts: Sequence[Part],
    catalogue: Catalogue,
    owned: Collection[int] | None,
) -> tuple[Part, ...]:
    """The parts as they were when the session was left: easier and fewer hold for its rest."""
    by_exercise = {part.ladder.id: part for part in parts}
    for told in session.events:
        part = by_exercise.get(told.exercise)
        if part and told.choice == Choice.EASIER:
            by_exercise[told.exercise] = easier(part, catalogue, owned)
        elif part and told.choice == Choice.FEWER:
            by_exercise[told.exercise] = fewer(part)
    return tuple(by_exercise.values())


def happened(session: Session) -> bool:
    """Whether the session has anything to keep: a set, or something that hurt."""
    return bool(session.sets) or latest_hurt(session) is not None


def is_past(session: Session, now: datetime) -> bool:
    """Whether the session's day is over, and it is not one that only runs over midnight."""
    return session.day < now.date() and now - session.started_at > LONGEST


def discarded(session: Session) -> Session:
    """The session, to count for nothing."""
    return replace(session, state=SessionState.DISCARDED)


def as_it_is(session: Session) -> Session:
    """The session, ended early with what was done; discarded where nothing happened."""
    if not happened(session):
        return discarded(session)
    ended = session.sets[-1].ended_at if session.sets else session.started_at
    return replace(session, state=SessionState.ENDED_EARLY, ended_at=ended)
