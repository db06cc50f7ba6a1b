"""What a front end shows of a guided session at one moment, as plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from hipcoach.core.events import PlayerState
from hipcoach.core.exercise import Names, Side
from hipcoach.core.guided import GuidedSession
from hipcoach.core.parts import Part
from hipcoach.core.tempo import PhaseKind, repetition_seconds
from hipcoach.core.text import Message
from hipcoach.core.timeline import Phase, Point, side_sets
from hipcoach.core.what_follows import next_name, next_text, place_of

HINT_REPETITIONS = 3
"""Repetitions for which the same cue is shown."""

_IN_POSITION = frozenset({PhaseKind.PREPARE, PhaseKind.SWITCH, PhaseKind.REST})
"""A session that was left goes on in any of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StripPart:
    """One exercise of the session strip: how many of its side-sets are behind, and of how many.

    `share` of the side-set under way is done, 0 to 1; 0 for the other exercises.
    """

    name: str
    behind: int
    side_sets: int
    current: bool
    share: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of a repetition and its share of it; all shares of a repetition make 1."""

    kind: PhaseKind
    label: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayerView:
    """One moment. `seconds` counts down to 1, `progress` is the elapsed share of the phase.

    `label` is the tempo's word (translatable) in a repetition and empty elsewhere, where `kind`
    says what to show. `hint` is a cue for good form, "" outside repetitions. `next_name` is the
    exercise that follows this one, "" after the last; `next_text` what follows this side-set.

    `exercise` is the id of what is done, `position` its number (from 1) and how many there are.
    `cycle` is one repetition, `turn` the place in it, 0 to 1, and 0 outside repetitions. `mistake`
    and `do_this` are the exercise's main mistake and what mends it, "" without one.
    `sides` are those of a set, in their order. `first_position`: getting into position, and nothing
    was done yet since the start.
    """

    exercise: str
    name: str
    rung: str
    side: Side
    sides: tuple[Side, ...]
    working_side: Side
    kind: PhaseKind
    label: str
    seconds: int
    progress: float
    count: int
    low: int
    high: int
    set: int
    sets: int
    minutes_left: int
    state: PlayerState
    waits: bool
    setup: str
    steps: tuple[str, ...]
    hint: str
    strip: tuple[StripPart, ...]
    next_name: str
    next_text: Message
    position: tuple[int, int]
    cycle: tuple[Segment, ...]
    turn: float
    do_this: str
    mistake: str
    first_position: bool


def player_view(guided: GuidedSession, names: Mapping[str, Names]) -> PlayerView:
    """The moment that `guided` is in."""
    player, part = guided.player, guided.part
    phase = player.phase
    cycle = _cycle(part)
    main = next((m for m in part.exercise.mistakes if not m.remedy), None)
    return PlayerView(
        exercise=part.exercise.id,
        name=names[part.exercise.id].short,
        rung=part.rung.text,
        side=phase.point.side,
        sides=part.sides,
        working_side=phase.side,
        kind=phase.kind,
        label=phase.label,
        seconds=max(ceil(player.remaining - 1e-6), 1),
        progress=player.progress,
        count=player.count,
        low=phase.low,
        high=phase.high,
        set=phase.point.set,
        sets=part.dose.sets,
        minutes_left=ceil(player.left / 60),
        state=player.state,
        waits=player.waits,
        setup=part.exercise.setup[phase.point.side],
        steps=part.exercise.steps,
        hint=_hint(part, phase),
        strip=_strip(guided.parts, phase.point, names, min(player.counted / phase.high, 1)),
        next_name=next_name(guided.parts, phase.point, names),
        next_text=next_text(guided.parts, phase.point, names),
        position=(phase.point.part + 1, len(guided.parts)),
        cycle=cycle,
        turn=_turn(cycle, phase.kind, player.progress),
        do_this=main.cue if main else "",
        mistake=main.mistake if main else "",
        first_position=phase.kind in _IN_POSITION and guided.worked is None,
    )


def _cycle(part: Part) -> tuple[Segment, ...]:
    """One repetition of one side, the pause after it included."""
    whole = repetition_seconds(part.tempo)
    return tuple(
        Segment(kind=phase.kind, label=phase.label, share=phase.seconds / whole)
        for phase in part.tempo
        if phase.seconds
    )


def _turn(cycle: Sequence[Segment], kind: PhaseKind, progress: float) -> float:
    """The place in the repetition; 0 outside one. Each kind stands in a tempo once."""
    place = next((i for i, segment in enumerate(cycle) if segment.kind is kind), None)
    if place is None:
        return 0.0
    return sum(segment.share for segment in cycle[:place]) + progress * cycle[place].share


def _hint(part: Part, phase: Phase) -> str:
    """One of the exercise's cues during work, but no remedy; a new one every third repetition."""
    cues = [mistake.cue for mistake in part.exercise.mistakes if not mistake.remedy]
    if not (phase.works and cues):
        return ""
    return cues[(phase.point.rep - 1) // HINT_REPETITIONS % len(cues)]


def _strip(
    parts: Sequence[Part], here: Point, names: Mapping[str, Names], share: float
) -> tuple[StripPart, ...]:
    points = side_sets(parts)
    place = place_of(points, here)
    return tuple(
        StripPart(
            name=names[part.exercise.id].short,
            behind=sum(point.part == number for point in points[:place]),
            side_sets=sum(point.part == number for point in points),
            current=number == here.part,
            share=share if number == here.part else 0.0,
        )
        for number, part in enumerate(parts)
    )
