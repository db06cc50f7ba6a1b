"""What a front end shows of a guided session at one moment, as plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import NamedTuple

from hipcoach.core.depicted import Depicted, depicted
from hipcoach.core.events import PlayerState
from hipcoach.core.exercise import Names, Side
from hipcoach.core.guided import GuidedSession
from hipcoach.core.mistakes import main_mistake
from hipcoach.core.parts import Part
from hipcoach.core.tempo import PhaseKind, Tempo, repetition_seconds
from hipcoach.core.text import Message
from hipcoach.core.timeline import Phase, Point, set_after, side_sets
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


class Moment(NamedTuple):
    """What moves within a second: the values of these names in `PlayerView`."""

    progress: float
    turn: float
    elapsed: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayerView:
    """One moment. `seconds` counts down to 1, `progress` is the elapsed share of the phase.

    `label` is the tempo's word (translatable) in a repetition and empty elsewhere, where `kind`
    says what to show. `hint` is a cue for good form, "" outside repetitions, and one of `hints`.
    `next_name` is the exercise that follows this one, "" after the last; `next_text` what follows
    this side-set, and `next_picture` its picture, None after the last.

    `exercise` is the id of what is done, `position` its number (from 1) and how many there are.
    `cycle` is one repetition, `turn` the place in it, 0 to 1, and 0 outside repetitions. `mistake`
    and `do_this` are the exercise's main mistake and what mends it, "" without one; `drawn_mistake`
    names the figure's picture of it, "" without one. `sides` are those of a set, in their order.
    `first_position`: getting into position, and nothing was done yet since the start.
    `picture` is what is done, on the side of the side-set; an exercise that alternates shows its
    other half while the left side works. `elapsed` are seconds of the phase (below 0 where time was
    added), by which `tempo` can be demonstrated.
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
    hints: tuple[str, ...]
    strip: tuple[StripPart, ...]
    next_name: str
    next_text: Message
    next_picture: Depicted | None
    position: tuple[int, int]
    cycle: tuple[Segment, ...]
    turn: float
    do_this: str
    mistake: str
    drawn_mistake: str
    first_position: bool
    picture: Depicted
    tempo: Tempo
    elapsed: float

    @property
    def moment(self) -> Moment:
        """What of it moves within a second."""
        return Moment(self.progress, self.turn, self.elapsed)


def player_view(guided: GuidedSession, names: Mapping[str, Names]) -> PlayerView:
    """The moment that `guided` is in."""
    player, part = guided.player, guided.part
    phase = player.phase
    cycle = _cycle(part)
    main = main_mistake(part.exercise.mistakes)
    return PlayerView(
        exercise=part.exercise.id,
        name=names[part.exercise.id].short,
        rung=part.rung.text,
        side=phase.point.side,
        sides=part.sides,
        working_side=phase.side,
        kind=phase.kind,
        label=phase.label,
        seconds=_seconds(player.remaining),
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
        hints=_hints(part),
        strip=_strip(guided.parts, phase.point, names, min(player.counted / phase.high, 1)),
        next_name=next_name(guided.parts, phase.point, names),
        next_text=next_text(guided.parts, phase.point, names),
        next_picture=_next_picture(guided.parts, phase.point),
        position=(phase.point.part + 1, len(guided.parts)),
        cycle=cycle,
        turn=_turn(cycle, phase.kind, player.progress),
        do_this=main.cue if main else "",
        mistake=main.mistake if main else "",
        drawn_mistake=main.drawn if main else "",
        first_position=phase.kind in _IN_POSITION and guided.worked is None,
        picture=depicted(part.exercise, part.rung, phase.point.side),
        tempo=part.tempo,
        elapsed=phase.seconds - player.remaining,
    )


def moved(view: PlayerView, guided: GuidedSession) -> Moment | None:
    """Where `guided` is by now; None where more than that has changed since `view`.

    What an event tells of is another view in any case.
    """
    phase, remaining = guided.player.phase, guided.player.remaining
    if phase.kind is not view.kind or _seconds(remaining) != view.seconds:
        return None
    elapsed = phase.seconds - remaining
    progress = min(max(elapsed / phase.seconds, 0.0), 1.0)
    return Moment(progress, _turn(view.cycle, phase.kind, progress), elapsed)


def in_whole_seconds(moment: Moment, tempo: Tempo) -> Moment:
    """How it was when its second began."""
    progress, turn, elapsed = moment
    repetition = repetition_seconds(tempo)
    share = floor(elapsed) / elapsed if elapsed > 1 else 0.0
    in_turn = floor(turn * repetition + 1e-6) / repetition
    return Moment(progress * share, in_turn, float(floor(elapsed)))


def _seconds(remaining: float) -> int:
    """Seconds left, as they are counted down to 1."""
    return max(ceil(remaining - 1e-6), 1)


def _next_picture(parts: Sequence[Part], here: Point) -> Depicted | None:
    following = set_after(parts, here)
    if following is None:
        return None
    part = parts[following.part]
    return depicted(part.exercise, part.rung, following.side)


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
    before = 0.0
    for segment in cycle:
        if segment.kind is kind:
            return before + progress * segment.share
        before += segment.share
    return 0.0


def _hint(part: Part, phase: Phase) -> str:
    """One of the exercise's cues during work, but no remedy; a new one every third repetition."""
    cues = _hints(part)
    if not (phase.works and cues):
        return ""
    return cues[(phase.point.rep - 1) // HINT_REPETITIONS % len(cues)]


def _hints(part: Part) -> tuple[str, ...]:
    return tuple(mistake.cue for mistake in part.exercise.mistakes if not mistake.remedy)


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
