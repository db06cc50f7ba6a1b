"""A day that is not in the future: typed, or found with the buttons beside it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit

from hipcoach.core.pain import OLDEST
from hipcoach.core.text import tr
from hipcoach.ui.box import Box
from hipcoach.ui.buttons import Button
from hipcoach.ui.theme import Theme

WIDTH = 168


class DayField(Box):
    """A field called `name` that starts at `latest`, the last day it takes."""

    def __init__(self, theme: Theme, name: str, latest: date) -> None:
        super().__init__(theme, across=True, spacing=8)
        self.name = name
        self.field = QDateEdit()
        self.field.setDateRange(_qdate(OLDEST), _qdate(latest))
        self.field.setDate(_qdate(latest))
        self.field.setDisplayFormat("d MMM yyyy")
        self.field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.field.setAccessibleName(name)
        self._earlier = Button(theme, icon="chevron-left", name=tr("A day earlier"))
        self._later = Button(theme, icon="chevron-right", name=tr("A day later"))
        self._earlier.repeats = self._later.repeats = True
        self.add(self._earlier, self.field, self._later)
        self.box.addStretch(1)
        self._earlier.clicked.connect(lambda: self._move(-1))
        self._later.clicked.connect(lambda: self._move(1))
        self.field.dateChanged.connect(self._bound)
        self._bound()
        self._restyle()
        theme.changed.connect(self._restyle)

    @property
    def day(self) -> date:
        """The day that was entered."""
        day = self.field.date()
        return date(day.year(), day.month(), day.day())

    def _move(self, days: int) -> None:
        self.field.setDate(self.field.date().addDays(days))

    def _bound(self) -> None:
        """No step beyond the last day."""
        self._later.setEnabled(self.field.date() < self.field.maximumDate())

    def _restyle(self) -> None:
        font = self.theme.font("body")
        for part in (self.field, self.field.lineEdit()):
            part.setFont(font)  # the sheet keeps the field's own from its line
        self.field.setFixedSize(self.theme.px(WIDTH), self.theme.px(44))


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
