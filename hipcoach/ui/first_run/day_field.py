"""A day: typed, or found with the buttons beside it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QWidget

from hipcoach.core.pain import OLDEST
from hipcoach.core.text import tr
from hipcoach.ui.buttons import Button
from hipcoach.ui.layouts import Flow
from hipcoach.ui.theme import Theme

WIDTH = 168


class DayField(QWidget):
    """A field called `name` that starts at `latest`, the last day it takes; `OLDEST` is its first.

    `changed` tells of each day that is entered.
    """

    changed = Signal()

    def __init__(self, theme: Theme, name: str, latest: date) -> None:
        super().__init__()
        self._theme, self.name = theme, name
        self.field = QDateEdit()
        self.field.setDateRange(_qdate(OLDEST), _qdate(latest))
        self.field.setDate(_qdate(latest))
        self.field.setDisplayFormat("d MMM yyyy")
        self.field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.field.setAccessibleName(name)
        self._earlier = Button(theme, icon="chevron-left", name=tr("A day earlier"))
        self._later = Button(theme, icon="chevron-right", name=tr("A day later"))
        for step in (self._earlier, self._later):
            said = tr("{step}: {field}", step=step.accessibleName(), field=name)
            step.setAccessibleName(said)  # a page may have two of these fields
            step.repeats = True
            step.setAutoRepeat(True)
        self._row = Flow()
        self.setLayout(self._row)
        for part in (self._earlier, self.field, self._later):
            self._row.addWidget(part)
        self._earlier.clicked.connect(lambda: self._move(-1))
        self._later.clicked.connect(lambda: self._move(1))
        self.field.dateChanged.connect(self._on_changed)
        self._bound()
        self._restyle()
        theme.changed.connect(self._restyle)

    @property
    def day(self) -> date:
        """The day that was entered."""
        day = self.field.date()
        return date(day.year(), day.month(), day.day())

    def show_day(self, day: date) -> None:
        """Another day, the nearest that the field takes."""
        self.field.setDate(_qdate(day))

    def show_range(self, earliest: date, latest: date) -> None:
        """Other limits; the day moves to the nearest within them."""
        self.field.setDateRange(_qdate(earliest), _qdate(latest))
        self._bound()

    def _on_changed(self) -> None:
        self._bound()
        self.changed.emit()

    def _move(self, days: int) -> None:
        self.field.setDate(self.field.date().addDays(days))

    def _bound(self) -> None:
        """No step beyond the first and the last day."""
        self._earlier.setEnabled(self.field.date() > self.field.minimumDate())
        self._later.setEnabled(self.field.date() < self.field.maximumDate())

    def _restyle(self) -> None:
        font = self._theme.font("body")
        for part in (self.field, self.field.lineEdit()):
            part.setFont(font)  # the sheet keeps the field's own from its line
        self.field.setFixedSize(self._theme.px(WIDTH), self._theme.px(44))
        self._row.setSpacing(self._theme.px(8))
        self._row.invalidate()


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
