"""A time of day: typed as one likes to write it, or moved by a quarter of an hour with arrows."""

from __future__ import annotations

import re
from datetime import time

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from hipcoach.ui.controls.undo_keys import asks_for_undo
from hipcoach.ui.theme import Theme

HEIGHT, WIDTH, RADIUS = 44, 84, 10
STEP, DAY = 15, 24 * 60
"""Minutes."""

_WRITTEN = re.compile(r"(\d{1,2})(?:\s*[:.h]?\s*(\d{2}))?\s*(am|pm)?", re.IGNORECASE | re.ASCII)
_WHOLE = re.compile(r"\d{1,2}[:.]\d{2}", re.ASCII)


def typed_time(text: str) -> time | None:
    """The time that was typed, as in 7, 7:30, 07.30, 730 or 7 pm; None where it is none."""
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if half := (found[3] or "").lower():
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


class TimeField(QLineEdit):
    """A field for a time from `first` to `last`.

    `changed` tells a time within them as soon as it is whole; `refused` tells whether what stands
    there when the field is left is none. Escape brings back what is stored.
    """

    changed = Signal(time)
    refused = Signal(bool)

    def __init__(self, theme: Theme, name: str, first: time, last: time) -> None:
        super().__init__()
        self._theme, self._first, self._last, self._stored = theme, first, last, first
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMaxLength(12)
        self.setProperty("kind", "time")
        self.setProperty("ringRadius", RADIUS)
        self.textEdited.connect(self._on_edited)
        self.editingFinished.connect(self._on_finished)
        self.show_time(first)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_time(self, stored: time) -> None:
        """Show the time that is stored; what stands for it already is left as it is typed."""
        self._stored = stored
        if not (self.hasFocus() and typed_time(self.text()) == stored):
            self.setText(f"{stored:%H:%M}")
        self._show_wrong(False)

    @property
    def _is_saved(self) -> bool:
        return typed_time(self.text()) == self._stored

    def _on_edited(self, text: str) -> None:
        if _WHOLE.fullmatch(text):
            self._tell()

    def _on_finished(self) -> None:
        if self._is_saved or self._tell():
            self.setText(f"{self._stored:%H:%M}")
            self._show_wrong(False)
        else:
            self._show_wrong(True)

    def _tell(self) -> bool:
        """Tell the time that stands there, if it may; whether it did."""
        at = typed_time(self.text())
        if at is None or not self._first <= at <= self._last:
            return False
        if at != self._stored:
            self._stored = at
            self.changed.emit(at)
        return True

    def _show_wrong(self, wrong: bool) -> None:
        if bool(self.property("wrong")) is not wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)
            self._restyle()
            self.refused.emit(wrong)

    def _step(self, by: int) -> None:
        """Move by some minutes, not beyond the ends."""
        at = typed_time(self.text()) or self._stored
        minutes = min(max(at.hour * 60 + at.minute + by, 0), DAY - 1)
        stepped = min(max(time(minutes // 60, minutes % 60), self._first), self._last)
        self.setText(f"{stepped:%H:%M}")
        self._tell()
        self._show_wrong(False)
        self.selectAll()

    def _restyle(self) -> None:
        self.setFont(self._theme.font("body"))
        room = QFontMetrics(self.font()).horizontalAdvance("00:00") + self._theme.px(28)
        self.setFixedSize(max(self._theme.px(WIDTH), room), self._theme.px(HEIGHT))

    # Qt's own

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window, unless something was typed that is not stored."""
        return False if asks_for_undo(event) and self._is_saved else super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with up and down; Escape and undo bring back what is stored."""
        steps = {Qt.Key.Key_Up: STEP, Qt.Key.Key_Down: -STEP}
        undoes = event.matches(QKeySequence.StandardKey.Undo)
        if step := steps.get(Qt.Key(event.key())):
            self._step(step)
        elif (undoes or event.key() == Qt.Key.Key_Escape) and not self._is_saved:
            self.setText(f"{self._stored:%H:%M}")
            self._show_wrong(False)
            self.selectAll()
        else:
            super().keyPressEvent(event)
