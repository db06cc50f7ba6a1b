"""What a front end shows of a guided session at one moment, as plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from hipcoach.core.events import PlayerState
from hipcoach.core.exercise import Names, Side
from hipcoach.core.guided import GuidedSession
from hipcoach.core.parts import Part
from hipcoach.core.tempo import PhaseKind
from hipcoach.core.timeline import Phase, Point, side_sets

HINT_REPETITIONS = 3
"""Repetitions for which the same cue is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StripPart:
    """One exercise of the session strip: how many of its side-sets are behind, and of how many."""

    name: str
    behind: int
    side_sets: int
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayerView:
    """One moment. `seconds` counts down to 1, `progress` is the elapsed share of the phase.

    `label` is the tempo's word (translatable) in a repetition and empty elsewhere, where `kind`
    says what to show. `hint` is a cue for good form, "" outside repetitions. `next_name` is the
    exercise that follows this one, "" after the last.
    """

    name: str
    rung: str
    side: Side
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


def player_view(guided: GuidedSession, names: Mapping[str, Names]) -> PlayerView:
    """The moment that `guided` is in."""
    player, part = guided.player, guided.part
    phase = player.phase
    return PlayerView(
        name=names[part.exercise.id].short,
        rung=part.rung.text,
        side=phase.point.side,
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
        strip=_strip(guided.parts, phase.point, names),
        next_name=_next_name(guided.parts, phase.point, names),
    )


def _hint(part: Part, phase: Phase) -> str:
    """One of the exercise's cues during work, but no remedy; a new one every third repetition."""
    cues = [mistake.cue for mistake in part.exercise.mistakes if not mistake.remedy]
    if not (phase.works and cues):
        return ""
    return cues[(phase.point.rep - 1) // HINT_REPETITIONS % len(cues)]


def _strip(parts: Sequence[Part], here: Point, names: Mapping[str, Names]) -> tuple[StripPart, ...]:
    points = side_sets(parts)
    place = next(i for i, point in enumerate(points) if point.same_set(here))
    return tuple(
        StripPart(
            name=names[part.exercise.id].short,
            behind=sum(point.part == number for point in points[:place]),
            side_sets=sum(point.part == number for point in points),
            current=number == here.part,
        )
        for number, part in enumerate(parts)
    )


def _next_name(parts: Sequence[Part], here: Point, names: Mapping[str, Names]) -> str:
    following = parts[here.part + 1 : here.part + 2]
    return names[following[0].exercise.id].short if following else ""
