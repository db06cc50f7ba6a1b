"""Cues: what to say and which tone to sound when the player tells something.

Front ends decide how.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from hipcoach.core.events import Counted, FormLost, PhaseStarted, PlayerEvent, RepetitionDone
from hipcoach.core.exercise import Names, Side
from hipcoach.core.mistakes import main_cue
from hipcoach.core.parts import Part
from hipcoach.core.tempo import PhaseKind
from hipcoach.core.text import Message, message
from hipcoach.core.timeline import Phase

STALE_AFTER = 0.25
"""Seconds after which a late cue is no longer spoken (engineering.md section 4)."""


class Tone(StrEnum):
    """The tones: one each for lift.

    Hold and lower, the countdown, and everything else that changes.
    """

    LIFT = "lift"
    HOLD = "hold"
    LOWER = "lower"
    TICK = "tick"
    CHANGE = "change"


class Rank(StrEnum):
    """What goes first where cues meet: a name is never cut off."""

    NAME = "name"
    NUMBER = "number"
    HINT = "hint"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """What to say, sentence by sentence, and the tone that goes with it."""

    words: tuple[Message, ...] = ()
    tone: Tone | None = None
    rank: Rank = Rank.HINT


_TONES = {PhaseKind.LIFT: Tone.LIFT, PhaseKind.HOLD: Tone.HOLD, PhaseKind.LOWER: Tone.LOWER}


def cue(event: PlayerEvent, parts: Sequence[Part], names: Mapping[str, Names]) -> Cue | None:
    """The cue of an event, or None where nothing is said."""
    match event:
        case PhaseStarted(phase=phase) if phase.works:
            words = (message(phase.say),) if phase.say else ()
            return Cue(words=words, tone=_TONES.get(phase.kind)) if words else None
        case PhaseStarted(phase=phase):
            return Cue(words=_approach(phase, parts, names), tone=Tone.CHANGE, rank=Rank.NAME)
        case Counted(seconds=seconds):
            return Cue(words=(_number(seconds),), tone=Tone.TICK, rank=Rank.NUMBER)
        case RepetitionDone(phase=phase, count=count):
            return Cue(words=_counted(phase, count), rank=Rank.NUMBER)
        case FormLost():
            return Cue(words=form_lost(event, parts), tone=Tone.CHANGE, rank=Rank.NAME)
    return None


def form_lost(event: FormLost, parts: Sequence[Part]) -> tuple[Message, ...]:
    """Why the set ended, and the cue to come back with."""
    ends = message(
        "The last {n} were not tidy, so this set ends here, at {reps}.",
        n=event.untidy,
        reps=event.reps,
    )
    cue_of_it = main_cue(parts[event.point.part].exercise.mistakes)
    return (ends, message(cue_of_it)) if cue_of_it else (ends,)


def newest(cues: Sequence[tuple[float, Cue]], now: float, rate: float = 1.0) -> Cue | None:
    """Of cues with their due times, the latest one, if it is fresh enough to be spoken.

    The times are seconds of a player's clock that runs at `rate`.
    """
    fresh = [told for due, told in cues if (now - due) / rate <= STALE_AFTER]
    return fresh[-1] if fresh else None


def _number(n: int) -> Message:
    return message("{n}", n=n)


def _counted(phase: Phase, count: int) -> tuple[Message, ...]:
    """The number, that the set may end (at the lower bound), or that one is left."""
    words = [_number(count)]
    if count == phase.low < phase.high:
        words.append(message("You may end here, or go on to {high}.", high=phase.high))
    elif phase.point.rep == phase.high - 1 and phase.high > 2:
        words.append(message("Last one."))
    return tuple(words)


def _approach(
    phase: Phase, parts: Sequence[Part], names: Mapping[str, Names]
) -> tuple[Message, ...]:
    """Which exercise and side comes, how to get there, and in how many seconds."""
    if phase.kind is PhaseKind.COUNT_IN:
        return ()
    part = parts[phase.point.part]
    seconds = message("{seconds} seconds.", seconds=round(phase.seconds))
    if phase.kind is PhaseKind.REST:
        return (message("Rest."), *_side_first(phase, part), seconds)
    setup = message(part.exercise.setup[phase.point.side])
    if phase.kind is PhaseKind.SWITCH:
        return (message("Other side."), setup, seconds)
    spoken = message(names[part.exercise.id].spoken)
    name = message("{name}, {rung}.", name=spoken, rung=message(part.rung.text))
    off = (message("Take the band off."),) if part.band_off else ()
    return (name, *off, setup, *_side_first(phase, part), seconds)


def _side_first(phase: Phase, part: Part) -> tuple[Message, ...]:
    """Which set comes, and on which side."""
    of = {"set": phase.point.set, "sets": part.dose.sets}
    if phase.point.side is Side.LEFT:
        return (message("Set {set} of {sets}, left side.", **of),)
    if phase.point.side is Side.RIGHT:
        return (message("Set {set} of {sets}, right side.", **of),)
    return (message("Set {set} of {sets}.", **of),)
