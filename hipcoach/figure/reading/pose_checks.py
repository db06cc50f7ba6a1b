"""What a movement's values must fulfil together: names that exist, pins that have their places.

Each problem is "key: reason".
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from hipcoach.core.exercise import Side
from hipcoach.core.tempo import PhaseKind
from hipcoach.figure.reading.pin_checks import idle_numbers
from hipcoach.figure.values.drawn import CueLine, Drawn, FigureFile, Hand, Pin
from hipcoach.figure.values.names import FRAMES, PINNABLE, TRUNK_FRAMES, is_point


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The names that a pose file may use: muscles and the body's parts."""

    muscles: Collection[str]
    parts: Collection[str]


def figure_problems(figure: FigureFile, known: Known) -> Iterator[str]:
    """Everything that is wrong in a figure and its variants."""
    yield from drawn_problems(figure.plain, known)
    for name, drawn in figure.variants.items():
        yield from (f"variants.{name}.{problem}" for problem in drawn_problems(drawn, known))


def drawn_problems(drawn: Drawn, known: Known) -> Iterator[str]:
    """Everything that is wrong in one movement."""
    yield from _choices(drawn)
    yield from _missing("muscles", drawn.muscles, known.muscles, "muscle")
    if drawn.trace and not is_point(drawn.trace):
        yield f'trace: there is no point "{drawn.trace}"'
    yield from _lines("cue_lines", drawn.cue_lines)
    yield from _mistakes(drawn)
    for i, pair in enumerate(drawn.order):
        yield from _missing(f"order[{i}]", pair, known.parts, "part")
    for i, prop in enumerate(drawn.props):
        yield from _prop(f"props[{i}]", prop, known)
    yield from _pins(drawn)
    yield from idle_numbers(drawn)


def _choices(drawn: Drawn) -> Iterator[str]:
    if drawn.works is Side.LEFT:
        yield 'works: figures are authored for the right side: "right" or "both"'
    if drawn.moves_on not in (PhaseKind.LIFT, PhaseKind.LOWER):
        yield 'moves_on: must be "lift" or "lower"'
    if drawn.root_pin and drawn.root_pin.frame not in TRUNK_FRAMES:
        yield f'root_pin.frame: "{drawn.root_pin.frame}" is none of {", ".join(TRUNK_FRAMES)}'


def _missing(path: str, names: Iterable[str], known: Collection[str], what: str) -> Iterator[str]:
    for name in names:
        if name not in known:
            yield f'{path}: there is no {what} "{name}"'


def _lines(path: str, lines: tuple[CueLine, ...]) -> Iterator[str]:
    for i, line in enumerate(lines):
        if len(line.points) < 2:
            yield f"{path}[{i}].points: needs at least two points"
        for name in line.points:
            if not is_point(name):
                yield f'{path}[{i}].points: there is no point "{name}"'


def _mistakes(drawn: Drawn) -> Iterator[str]:
    checks = {check.name for check in drawn.checks}
    if len(checks) < len(drawn.checks):
        yield "checks: two have the same name"
    for name, mistake in drawn.mistakes.items():
        yield from _lines(f"mistakes.{name}.cue_lines", mistake.cue_lines)
        yield from _missing(f"mistakes.{name}.breaks", mistake.breaks, checks, "check")
        if not mistake.delta:
            yield f"mistakes.{name}.delta: changes nothing"


def _prop(path: str, prop: object, known: Known) -> Iterator[str]:
    part, frame = getattr(prop, "part", None), getattr(prop, "frame", None)
    if part is not None:
        yield from _missing(f"{path}.part", [part], known.parts, "part")
    if frame is not None:
        yield from _missing(f"{path}.frame", [frame], FRAMES, "frame")


def _pins(drawn: Drawn) -> Iterator[str]:
    for name, pin in drawn.pins.items():
        if name not in PINNABLE:
            yield f"pins.{name}: only {', '.join(sorted(PINNABLE))} can be pinned"
            continue
        yield from (f"pins.{name}.{problem}" for problem in _pin(pin, is_hand="hand" in name))
        if not all(f"{name}.{axis}" in drawn.keys[0].pose for axis in "xyz"):
            yield f"pins.{name}: neither base nor start has its place, {name}_at"


def _pin(pin: Pin, *, is_hand: bool) -> Iterator[str]:
    if pin.frame and pin.frame not in FRAMES:
        yield f'frame: there is no frame "{pin.frame}"'
    if pin.level_foot and is_hand:
        yield "level_foot: is for ankles"
    if not is_hand and (pin.frame or pin.hand is not Hand.FOLLOW or pin.pole_at):
        yield "hand: frame, hand and pole_at are for hands"
    held = bool(pin.frame and pin.palm and pin.fingers)
    if (pin.hand is Hand.WRAP) != held:
        yield 'hand: "wrap" needs frame, palm and fingers, and nothing else has them'
