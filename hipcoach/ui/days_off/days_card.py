"""From when one is away or ill, and until when."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from hipcoach.core.text import tr
from hipcoach.ui.box import Box
from hipcoach.ui.card import Card
from hipcoach.ui.controls.segmented import Segmented
from hipcoach.ui.days_off.paragraphs import paragraphs
from hipcoach.ui.days_off.span import span_in_words
from hipcoach.ui.first_run.day_field import DayField
from hipcoach.ui.first_run.styles import QUESTION
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Columns
from hipcoach.ui.theme import Theme

FARTHEST = timedelta(days=365)
"""How far from today days can be entered; the journey refuses more than a year."""

NARROWEST = 300
"""Pixels at 100 % text below which the two ends stand below each other."""

UNTIL_BACK, UNTIL_DAY = 0, 1


class AwayDays(Card):
    """`text` says what days away are; `first` and `last` are what was entered."""

    def __init__(self, theme: Theme, text: str, today: date) -> None:
        super().__init__(theme, padding=24, spacing=12)
        self._farthest = today + FARTHEST
        self._first = DayField(theme, tr("First day away"), self._farthest)
        self._first.show_range(today - FARTHEST, self._farthest)
        self._first.show_day(today)
        self._until = Segmented(
            theme, tr("Last day away"), [tr("Until I am back"), tr("Until a day I know")]
        )
        self._until.show_part(UNTIL_BACK)
        self._last = DayField(theme, tr("Last day away"), self._farthest)
        self._last.hide()
        self._told = Label(theme, "", "body_strong", wrap=True)
        self._ends = Columns()
        self._ends.addWidget(_named(theme, self._first.name, self._first))
        self._ends.addWidget(_named(theme, self._last.name, self._until, self._last))
        self.column.addWidget(Label(theme, text, QUESTION, wrap=True))
        self.column.addLayout(self._ends)
        self.column.addWidget(self._told)
        self._space()
        theme.changed.connect(self._space)
        self._until.changed.connect(self._on_until)
        for field in (self._first, self._last):
            field.changed.connect(self._follow)
        self._follow()

    @property
    def first(self) -> date:
        """The first day."""
        return self._first.day

    @property
    def last(self) -> date | None:
        """The last day; None: until the user is back."""
        return self._last.day if self._until.part == UNTIL_DAY else None

    def _space(self) -> None:
        px = self._theme.px
        self._ends.set_measures(px(NARROWEST), px(16), px(12))

    def _on_until(self, part: int) -> None:
        self._last.setVisible(part == UNTIL_DAY)
        if part == UNTIL_DAY:
            self._last.show_day(self.first + timedelta(days=6))
        self._follow()

    def _follow(self) -> None:
        """The last day is never before the first; say both in words."""
        self._last.show_range(self.first, self._farthest)
        self._told.setText(span_in_words(self.first, self.last))


class IllDays(Card):
    """`text` says what holds; an illness began by today, and lasts until the user is well."""

    def __init__(self, theme: Theme, text: str, today: date) -> None:
        super().__init__(theme, padding=24, spacing=12)
        for part in paragraphs(text):
            self.column.addWidget(Label(theme, part, QUESTION, wrap=True))
        self._first = DayField(theme, tr("First day of the illness"), today)
        self._first.show_range(today - FARTHEST, today)
        self.column.addWidget(_named(theme, self._first.name, self._first))
        noted = tr("The illness is noted once you have been through the list.")
        self.column.addWidget(Label(theme, noted, "small", "ink2", wrap=True))

    @property
    def first(self) -> date:
        """The first day."""
        return self._first.day

    @property
    def last(self) -> None:
        """It is open."""
        return None


def _named(theme: Theme, name: str, *parts: QWidget) -> Box:
    """Controls below their name."""
    box = Box(theme, spacing=6)
    box.add(Label(theme, name, "label", "ink2", wrap=True), *parts)
    box.box.addStretch(1)
    return box
