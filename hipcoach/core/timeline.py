"""The timeline: a session's parts laid out as phases with start and end in seconds.

Pure, computed once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from hipcoach.core.exercise import Exercise, LyingSide, Posture, Side, Sides
from hipcoach.core.parts import Part
from hipcoach.core.run import Times
from hipcoach.core.tempo import MOVING, OF_A_REPETITION, PhaseKind, TempoPhase


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Point:
    """A place in a session.

    Part (from 0), set and repetition (from 1), and the side of the side-set.
    """

    part: int
    set: int
    side: Side
    rep: int = 1

    def same_set(self, other: Point) -> bool:
        """Whether both lie in the same side-set."""
        return (self.part, self.set, self.side) == (other.part, other.set, other.side)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """One timed stretch, from `start` to `end` in seconds on the session's own time axis.

    `side` is the side that moves (alternating exercises change it within one side-set). `low` and
    `high` are the repetitions at which the side-set may end and ends. `completes` says that the
    repetition is done when the phase ends.
    """

    kind: PhaseKind
    start: float
    end: float
    point: Point
    side: Side
    label: str = ""
    say: str = ""
    low: int = 1
    high: int = 1
    completes: bool = False

    @property
    def seconds(self) -> float:
        """How long the phase lasts."""
        return self.end - self.start

    @property
    def works(self) -> bool:
        """Whether the phase belongs to a repetition (else it gets the body into position)."""
        return self.kind in OF_A_REPETITION


def side_sets(parts: Sequence[Part]) -> tuple[Point, ...]:
    """The side-sets in playing order: for each part each set, first side and then the other."""
    return tuple(
        Point(part=number, set=set_number, side=side)
        for number, part in enumerate(parts)
        for set_number in range(1, part.dose.sets + 1)
        for side in part.sides
    )


def set_after(parts: Sequence[Part], here: Point) -> Point | None:
    """The side-set after the one of `here`; None where that is the last."""
    points = side_sets(parts)
    place = next(index for index, point in enumerate(points) if point.same_set(here))
    return points[place + 1] if place + 1 < len(points) else None


def set_past(parts: Sequence[Part], number: int, here: Point) -> Point | None:
    """The first side-set past the part of that number, or `here` where it is one; None: no more."""
    later = (
        point
        for point in side_sets(parts)
        if point.part > number and (point.part > here.part or point.same_set(here))
    )
    return next(later, None)


def timeline(
    parts: Sequence[Part], times: Times, postures: Mapping[str, Posture]
) -> tuple[Phase, ...]:
    """All phases of a session up to the upper bound of every set, without a gap between them."""
    phases: list[Phase] = []
    now = 0.0
    points = side_sets(parts)
    for before, point in zip((None, *points), points, strict=False):
        lead = approach(parts, before, point, times, postures)
        for piece in (lead, *repetitions(parts[point.part], point)):
            phases.append(replace(piece, start=now, end=now + piece.seconds))
            now = phases[-1].end
    return tuple(phases)


def length(parts: Sequence[Part], times: Times, postures: Mapping[str, Posture]) -> float:
    """Seconds of the session at the lower bound: the length that is shown."""
    points = side_sets(parts)
    pairs = zip((None, *points), points, strict=False)
    leads = sum(approach(parts, *pair, times, postures).seconds for pair in pairs)
    return leads + sum(parts[point.part].set_seconds for point in points)


def approach(
    parts: Sequence[Part],
    before: Point | None,
    point: Point,
    times: Times,
    postures: Mapping[str, Posture],
) -> Phase:
    """The phase that leads into the side-set at `point`: get in position, switch sides, or rest."""
    part = parts[point.part]
    if before is None or before.part != point.part:
        kind, seconds = PhaseKind.PREPARE, _prepare_seconds(parts, before, point, times, postures)
    elif before.set == point.set:
        kind = PhaseKind.SWITCH
        seconds = times.switch_over if part.exercise.lies_on else times.switch
    else:
        kind, seconds = PhaseKind.REST, part.rest
    return _phase(part, point, kind, seconds)


def _prepare_seconds(
    parts: Sequence[Part],
    before: Point | None,
    point: Point,
    times: Times,
    postures: Mapping[str, Posture],
) -> float:
    if before is None:
        return times.prepare_far
    old, new = parts[before.part].exercise, parts[point.part].exercise
    return prepare_seconds((old, before.side), (new, point.side), times, postures)


def prepare_seconds(
    old: tuple[Exercise, Side],
    new: tuple[Exercise, Side],
    times: Times,
    postures: Mapping[str, Posture],
) -> float:
    """20 s between floor and standing.

    12 s to another posture or lying side, 6 s where nothing changes.
    """
    (was, from_side), (becomes, to_side) = old, new
    if postures[was.posture].ground is not postures[becomes.posture].ground:
        return times.prepare_far
    turns_over = _lies_on(was, from_side) is not _lies_on(becomes, to_side)
    return (
        times.prepare_near if was.posture != becomes.posture or turns_over else times.prepare_same
    )


def _lies_on(exercise: Exercise, working: Side) -> Side | None:
    """The side that the body lies on, or None."""
    if exercise.lies_on is None:
        return None
    return working if exercise.lies_on is LyingSide.SAME else working.other


def repetitions(part: Part, point: Point) -> Iterator[Phase]:
    """The phases of one side-set up to the upper bound.

    Each starting at 0, without a last pause.
    """
    turns = _turns(part, point)
    for rep in range(1, part.dose.high + 1):
        here = Point(part=point.part, set=point.set, side=point.side, rep=rep)
        for side in turns:
            final = side is turns[-1]
            yield from _repetition(part, here, side, final=final, last=rep == part.dose.high)


def _turns(part: Part, point: Point) -> tuple[Side, ...]:
    alternating = part.exercise.sides is Sides.ALTERNATING
    return (Side.LEFT, Side.RIGHT) if alternating else (point.side,)


def _repetition(
    part: Part, point: Point, side: Side, *, final: bool, last: bool
) -> Iterator[Phase]:
    """One repetition of one side; `final`.

    Its end completes the count, `last`: no pause after it.
    """
    shown = [phase for phase in part.tempo if phase.seconds]
    ending = [phase for phase in shown if phase.kind in MOVING][-1]
    for phase in shown:
        if phase.kind is PhaseKind.PAUSE and last and final:
            continue
        yield _phase(
            part,
            point,
            phase.kind,
            phase.seconds,
            side=side,
            tempo=phase,
            completes=final and phase is ending,
        )


def _phase(
    part: Part,
    point: Point,
    kind: PhaseKind,
    seconds: float,
    *,
    side: Side | None = None,
    tempo: TempoPhase | None = None,
    completes: bool = False,
) -> Phase:
    return Phase(
        kind=kind,
        start=0.0,
        end=float(seconds),
        point=point,
        side=side or point.side,
        label=tempo.label if tempo else "",
        say=tempo.say if tempo else "",
        low=part.dose.low,
        high=part.dose.high,
        completes=completes,
    )
