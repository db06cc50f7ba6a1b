"""Keys that are the window's even where a text field has the focus and would take them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QWidget

from hipcoach.ui.focus_watch import FocusWatch

FIELDS = (QLineEdit, QPlainTextEdit, QAbstractSpinBox)
KEYS = frozenset({QKeySequence("Ctrl+E")})
"""On X11 it is a second End key of every field: the report could not be saved from one."""


class FieldKeys(QObject):
    """Looks after the field that has the focus, as long as `window` lives."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._watch = FocusWatch(self._on_focus_changed)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(old, FIELDS):
            old.removeEventFilter(self)
        if isinstance(new, FIELDS):
            new.installEventFilter(self)

    # Qt's own

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        """Do not let the field claim the key before the window is asked."""
        asked = event.type() is QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and QKeySequence(event.keyCombination()) in KEYS:
            event.ignore()
            return True
        return False
