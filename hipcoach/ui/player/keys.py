"""The player's keys (product.md section 9)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class Command(Enum):
    """What a key asks of the player."""

    PAUSE = auto()
    ENTER = auto()
    SKIP = auto()
    BACK = auto()
    HURT = auto()
    ONE_MORE = auto()
    ONE_LESS = auto()
    SAY_AGAIN = auto()
    LEAVE = auto()
    FULL_SCREEN = auto()


_Key = Qt.Key

KEYS: Mapping[Qt.Key, Command] = {
    _Key.Key_Space: Command.PAUSE,
    _Key.Key_MediaPlay: Command.PAUSE,
    _Key.Key_MediaPause: Command.PAUSE,
    _Key.Key_MediaTogglePlayPause: Command.PAUSE,
    _Key.Key_Return: Command.ENTER,
    _Key.Key_Enter: Command.ENTER,
    _Key.Key_Right: Command.SKIP,
    _Key.Key_PageDown: Command.SKIP,
    _Key.Key_MediaNext: Command.SKIP,
    _Key.Key_Left: Command.BACK,
    _Key.Key_PageUp: Command.BACK,
    _Key.Key_MediaPrevious: Command.BACK,
    _Key.Key_H: Command.HURT,
    _Key.Key_Up: Command.ONE_MORE,
    _Key.Key_Down: Command.ONE_LESS,
    _Key.Key_R: Command.SAY_AGAIN,
    _Key.Key_Escape: Command.LEAVE,
    _Key.Key_F11: Command.FULL_SCREEN,
}

ALWAYS = frozenset({Command.LEAVE, Command.FULL_SCREEN})
"""What also works while the player asks something."""

PRESSING = frozenset({_Key.Key_Space, _Key.Key_Return, _Key.Key_Enter})
"""The keys that a focused control keeps for itself."""

_REPEATED = frozenset({Command.ONE_MORE, Command.ONE_LESS})
_PLAIN = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


def command(event: QKeyEvent) -> Command | None:
    """The command of a key; None for other keys, with Ctrl or Alt, and for a key held down."""
    try:
        found = KEYS.get(Qt.Key(event.key()))
    except ValueError:
        return None
    if event.modifiers() & ~_PLAIN or (event.isAutoRepeat() and found not in _REPEATED):
        return None
    return found
