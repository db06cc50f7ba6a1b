"""When the session of one half of the day is meant to be, or that any time will do."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hipcoach.core.text import tr
from hipcoach.ui.box import Box
from hipcoach.ui.controls.switch import Switch
from hipcoach.ui.controls.time_field import TimeField
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme


class SlotTime(Box):
    """A switch, and beside it the time or "any time". `chosen` tells a time, or None for any.

    `first` and `last` are the times there are, `usual` the one to begin with. `why` says what is
    wrong with another one; it stands somewhere else and is hidden unless there is such a one.
    """

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, name: str, first: time, last: time, usual: time, wrong: str
    ) -> None:
        super().__init__(theme, across=True, spacing=12)
        self._switch = Switch(theme, name)
        self._open = Label(theme, tr("any time"), colour="ink2")
        self._field = TimeField(theme, tr("{name}, time", name=name), first, last)
        self.why: QWidget = Label(theme, wrong, "small", "clay", wrap=True)
        self.why.hide()
        self.add(self._switch, self._open, self._field)
        self.setFocusProxy(self._switch)
        self._switch.toggled.connect(lambda on: self.chosen.emit(usual if on else None))
        self._field.changed.connect(self.chosen)
        self._field.refused.connect(self._on_refused)
        self._wrong = wrong

    def show_time(self, at: time | None) -> None:
        """The time as it is stored."""
        self._switch.show_on(at is not None)
        self._open.setVisible(at is None)
        if at is None and self._field.hasFocus():
            self._switch.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.setVisible(at is not None)
        if at is not None:
            self._field.show_time(at)

    def _on_refused(self, wrong: bool) -> None:
        self.why.setVisible(wrong)
        self._field.setAccessibleDescription(self._wrong if wrong else "")
