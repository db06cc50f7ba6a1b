"""The player's picture in the terminal: lines of text from one moment of the session. Pure."""

from __future__ import annotations

from textwrap import shorten, wrap

from hipcoach.core.events import PlayerState
from hipcoach.core.exercise import Side
from hipcoach.core.player_view import PlayerView, StripPart
from hipcoach.core.tempo import PhaseKind
from hipcoach.core.text import ntr, tr

BAR = 40


def player_lines(
    view: PlayerView, caption: str, *, width: int, height: int = 99, rate: float = 1.0
) -> list[str]:
    """The whole picture within `width` and `height`; `caption` is what was said last.

    Where the rows do not suffice, the steps and then the empty lines give way.
    """
    head = _head(view, rate, width)
    body = [_side(view.side), "", _phase(view), _bar(view, min(BAR, width)), "", *_counter(view)]
    setup = ["", *_setup(view, width)] if view.kind is PhaseKind.PREPARE else []
    hint = [tr(view.hint)] if view.hint else []
    end = ["", *hint, *(wrap(caption, width) or [""]), "", *_keys(view, width)]
    room = max(height - len(head) - len(body) - len(end) - 1, 0)
    lines = [*head, "", *body, *setup[:room], *end]
    if len(lines) > height:
        lines = [line for line in lines if line]
    return [shorten(line, width, placeholder="…") if len(line) > width else line for line in lines]


def _head(view: PlayerView, rate: float, width: int) -> list[str]:
    left = ntr("{n} min left", "{n} min left", view.minutes_left)
    fast = [tr("clock × {rate:g}", rate=rate)] if rate != 1 else []
    return ["   ".join((f"{tr(view.name)}, {tr(view.rung)}", left, *fast)), _strip(view, width)]


def _strip(view: PlayerView, width: int) -> str:
    """The session strip; where it is too wide, what is behind gives way to what is under way."""
    parts = list(view.strip)
    while len(shown := "   ".join(map(_strip_part, parts))) > width and not parts[0].current:
        parts.pop(0)
    return shown


def _strip_part(part: StripPart) -> str:
    marks = "■" * part.behind + "□" * (part.side_sets - part.behind)
    name = f"[{tr(part.name)}]" if part.current else tr(part.name)
    return f"{name} {marks}"


def _side(side: Side) -> str:
    """The side mark: a triangle on the side that works."""
    marks = {
        Side.LEFT: "◀ " + tr("LEFT"),
        Side.RIGHT: tr("RIGHT") + " ▶",
        Side.BOTH: tr("BOTH SIDES"),
    }
    return marks[side]


def _phase(view: PlayerView) -> str:
    if view.state is PlayerState.PAUSED:
        return tr("Paused")
    if view.waits:
        return tr("At your own pace")
    words = {
        PhaseKind.PREPARE: tr("Get into position"),
        PhaseKind.SWITCH: tr("Switch sides"),
        PhaseKind.REST: tr("Rest"),
        PhaseKind.COUNT_IN: tr("Ready"),
    }
    turn = {Side.LEFT: tr("left"), Side.RIGHT: tr("right")}.get(view.working_side, "")
    moving = f"{tr(view.label)} {turn}" if view.side is Side.BOTH and turn else tr(view.label)
    return f"{words.get(view.kind, moving)}   {view.seconds}"


def _bar(view: PlayerView, width: int) -> str:
    done = round(view.progress * width)
    return "█" * done + "░" * (width - done)


def _counter(view: PlayerView) -> list[str]:
    reps = f"{view.low}–{view.high}" if view.low != view.high else f"{view.low}"
    of_reps = tr("of {reps} repetitions", reps=reps)
    of_sets = tr("set {set} of {sets}", set=view.set, sets=view.sets)
    return [f"{view.count}   {of_reps}   {of_sets}"]


def _setup(view: PlayerView, width: int) -> list[str]:
    steps = [f"{number}  {tr(step)}" for number, step in enumerate(view.steps, start=1)]
    return [*wrap(tr(view.setup), width), *steps]


def _keys(view: PlayerView, width: int) -> list[str]:
    """What can be pressed now."""
    if view.state is PlayerState.PAUSED:
        keys = [tr("Space go on"), tr("H this hurts"), tr("Esc leave")]
    elif view.kind in {PhaseKind.PREPARE, PhaseKind.SWITCH, PhaseKind.REST, PhaseKind.COUNT_IN}:
        keys = [tr("Enter I am ready"), tr("T more time"), *_always()]
    else:
        keys = [tr("Enter done with this set"), tr("↑ ↓ count"), *_always()]
    return wrap("   ".join(keys), width)


def _always() -> list[str]:
    return [
        tr("Space pause"),
        tr("→ skip"),
        tr("← back"),
        tr("H this hurts"),
        tr("R say it again"),
        tr("O own pace"),
        tr("M bell"),
        tr("Esc leave"),
    ]
