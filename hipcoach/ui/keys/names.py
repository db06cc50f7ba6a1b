"""How keys are called: on their caps, and in words for screen readers and the README."""

from __future__ import annotations

from hipcoach.core.text import Message, message, say, tr
from hipcoach.ui.keys.table import Joint, KeyLine

_NAMES: dict[str, Message] = {
    "Ctrl": message("Ctrl"),
    "Shift": message("Shift"),
    "Tab": message("Tab"),
    "Space": message("Space"),
    "Return": message("Enter"),
    "Enter": message("Enter"),
    "Esc": message("Esc"),
    "Home": message("Home"),
    "End": message("End"),
    "PgUp": message("Page Up"),
    "PgDown": message("Page Down"),
    "Del": message("Delete"),
    "Plus": message("+"),
    "Minus": message("−"),
    "Left": message("Left"),
    "Right": message("Right"),
    "Up": message("Up"),
    "Down": message("Down"),
    "Media Play": message("Play"),
    "Media Pause": message("Play"),
    "Toggle Media Play/Pause": message("Play"),
    "Media Next": message("Next"),
    "Media Previous": message("Previous"),
}

_ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}

Chord = tuple[str, ...]
"""The caps that are pressed together."""


def chords(line: KeyLine) -> tuple[Chord, ...]:
    """What the caps show, key by key; keys that are called the same once, of a span both ends."""
    return tuple(dict.fromkeys(tuple(map(_cap, key.split("+"))) for key in _ends(line)))


def joint(line: KeyLine) -> str:
    """The word between two keys of a line, "" where there is none."""
    return {Joint.OR: tr("or"), Joint.TO: tr("to"), Joint.EACH: ""}[line.joint]


def in_words(line: KeyLine) -> str:
    """All keys of the line: "Right or Page Down", "0 to 9"."""
    named = dict.fromkeys("+".join(map(_name, key.split("+"))) for key in _ends(line))
    between = f" {joint(line)} " if joint(line) else ", "
    return between.join(named)


def _ends(line: KeyLine) -> tuple[str, ...]:
    return (line.keys[0], line.keys[-1]) if line.joint is Joint.TO else line.keys


def _cap(key: str) -> str:
    return _ARROWS.get(key) or _name(key)


def _name(key: str) -> str:
    return say(_NAMES[key]) if key in _NAMES else key
