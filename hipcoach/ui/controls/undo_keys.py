"""Ctrl+Z over a field: Qt's fields take it for their own text, the window for what was stored."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence


def asks_for_undo(event: QEvent) -> bool:
    """Whether the field is asked to take the undo keys before the window does."""
    asked = event.type() is QEvent.Type.ShortcutOverride
    return asked and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
