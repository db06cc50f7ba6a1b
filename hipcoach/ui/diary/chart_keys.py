"""What the keys do on the pain chart."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt


class Act(Enum):
    """Something that a key asks of the chart."""

    BACK = auto()
    ON = auto()
    FIRST = auto()
    LAST = auto()
    EARLIER = auto()
    LATER = auto()
    CLOSER = auto()
    WIDER = auto()
    OPEN = auto()
    HIDE = auto()


ACTS = {
    Qt.Key.Key_Left: Act.BACK,
    Qt.Key.Key_Right: Act.ON,
    Qt.Key.Key_Home: Act.FIRST,
    Qt.Key.Key_End: Act.LAST,
    Qt.Key.Key_PageUp: Act.EARLIER,
    Qt.Key.Key_PageDown: Act.LATER,
    Qt.Key.Key_Plus: Act.CLOSER,
    Qt.Key.Key_Equal: Act.CLOSER,
    Qt.Key.Key_Minus: Act.WIDER,
    Qt.Key.Key_Return: Act.OPEN,
    Qt.Key.Key_Enter: Act.OPEN,
    Qt.Key.Key_Escape: Act.HIDE,
}


def act_of(key: int, modifiers: Qt.KeyboardModifier) -> Act | None:
    """What a key asks for; with Ctrl, Alt or Meta it is not the chart's."""
    others = (
        Qt.KeyboardModifier.ControlModifier
        | Qt.KeyboardModifier.AltModifier
        | Qt.KeyboardModifier.MetaModifier
    )
    return None if modifiers & others else ACTS.get(Qt.Key(key))
