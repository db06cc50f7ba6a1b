"""The player's words for one moment, on screen and for screen readers."""

from __future__ import annotations

from hipcoach.core.events import PlayerState
from hipcoach.core.exercise import Side
from hipcoach.core.player_view import PlayerView
from hipcoach.core.tempo import PhaseKind
from hipcoach.core.text import ntr, tr

IN_POSITION = frozenset({PhaseKind.PREPARE, PhaseKind.SWITCH, PhaseKind.REST})
"""The kinds in which the body gets to where the next repetition begins."""


def works(view: PlayerView) -> bool:
    """Whether a repetition is under way (a count of three before one does not count)."""
    return bool(view.label)


def in_position(view: PlayerView) -> bool:
    """Whether one gets into position, rests or turns over."""
    return view.kind in IN_POSITION


def side_word(side: Side) -> str:
    """The side as it is shown large."""
    return {Side.LEFT: tr("LEFT"), Side.RIGHT: tr("RIGHT"), Side.BOTH: tr("BOTH SIDES")}[side]


def spoken_side(side: Side) -> str:
    """The side within a sentence."""
    return {Side.LEFT: tr("left"), Side.RIGHT: tr("right"), Side.BOTH: tr("both sides")}[side]


def phase_word(view: PlayerView) -> str:
    """What to do now, as it stands in the ring."""
    if view.state is PlayerState.PAUSED:
        return tr("Paused")
    if view.waits:
        return tr("At your own pace")
    words = {
        PhaseKind.PREPARE: tr("starts in"),
        PhaseKind.SWITCH: tr("starts in"),
        PhaseKind.REST: tr("starts in"),
        PhaseKind.COUNT_IN: tr("Ready"),
    }
    if view.kind in words:
        return words[view.kind]
    turn = {Side.LEFT: tr("left"), Side.RIGHT: tr("right")}.get(view.working_side, "")
    alternates = view.side is Side.BOTH and turn
    return f"{tr(view.label)} {turn}" if alternates else tr(view.label)


def heading(view: PlayerView) -> str:
    """What getting into position is for."""
    words = {PhaseKind.SWITCH: tr("Switch sides"), PhaseKind.REST: tr("Rest")}
    return words.get(view.kind, tr("Get in position"))


def side_lead(view: PlayerView) -> str:
    """The words above the side one gets ready for; "" where there is only one way to lie."""
    if len(view.sides) == 1:
        return ""
    if view.kind is PhaseKind.PREPARE and view.side is view.sides[0]:
        return tr("First side")
    return tr("Next side")


def kicker(view: PlayerView) -> str:
    """The words above the name of the exercise one gets ready for."""
    if view.kind is PhaseKind.PREPARE:
        return tr("Next up, {number} of {all}", number=view.position[0], all=view.position[1])
    return set_of(view)


def set_of(view: PlayerView) -> str:
    """Which set of how many."""
    return tr("Set {set} of {sets}", set=view.set, sets=view.sets)


def of_reps(view: PlayerView) -> str:
    """The dose behind the counter; a line never breaks within it."""
    if view.low == view.high:
        return ntr("of {n} rep", "of {n} reps", view.low)
    return tr("of {low}\u2013\u2060{high} reps", low=view.low, high=view.high)


def may_end(view: PlayerView) -> str:
    """That the set may end now, from its lower bound on; else ""."""
    if works(view) and not view.waits and view.low <= view.count < view.high:
        return tr("You may end here, or go on to {high}.", high=view.high)
    return ""


def minutes_left(view: PlayerView) -> str:
    """How long the session still takes, or that it is paused."""
    if view.state is PlayerState.PAUSED:
        return tr("Paused")
    return ntr("{n} min left", "{n} min left", view.minutes_left)


def ring_name(view: PlayerView) -> str:
    """The ring for a screen reader: "Hold, 2 seconds left, rep 7 of 12 to 15, left, set 1 of 2"."""
    of = {"set": view.set, "sets": view.sets}
    place = [spoken_side(view.side), tr("set {set} of {sets}", **of)]
    word = heading(view) if in_position(view) else phase_word(view)
    left = ntr("{n} second left", "{n} seconds left", view.seconds)
    timed = [] if view.waits or view.state is PlayerState.PAUSED else [left]
    reps = [] if in_position(view) else [_spoken_reps(view)]
    return ", ".join([word, *timed, *reps, *place])


def _spoken_reps(view: PlayerView) -> str:
    if view.low == view.high:
        return tr("rep {count} of {high}", count=view.count, high=view.high)
    of = {"count": view.count, "low": view.low, "high": view.high}
    return tr("rep {count} of {low} to {high}", **of)
