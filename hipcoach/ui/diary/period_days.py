"""From when days off were, and until when."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from hipcoach.core.document import EARLIEST, LATEST
from hipcoach.core.period_form import (
    PeriodForm,
    PeriodKind,
    PeriodPart,
    latest_day,
    span_words,
)
from hipcoach.core.text import say, tr
from hipcoach.ui.box import Box
from hipcoach.ui.controls.segmented import Segmented
from hipcoach.ui.diary.panel_field import PanelField
from hipcoach.ui.first_run.day_field import DayField
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme

GAP = 14
OPEN, KNOWN = 0, 1


class PeriodDays(Box):
    """`changed` tells of each answer.

    Days away can be left open. A flare-up or an illness that goes on is ended on Today, not here.
    """

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, spacing=GAP)
        self._shown = PeriodForm(kind=PeriodKind.FLARE, first=LATEST, last=LATEST)
        self._kind, self._today = self._shown.kind, LATEST
        self._first = DayField(theme, tr("First day"), LATEST)
        self._last = DayField(theme, tr("Last day"), LATEST)
        until = [tr("Until I am back"), tr("Until a day I know")]
        self._until = Segmented(theme, tr("Last day away"), until)
        self._from = PanelField(theme, tr("First day"), self._first, marked=(self._first.field,))
        self._to = PanelField(theme, tr("Last day"), self._last, marked=(self._last.field,))
        self._told = Label(theme, "", "small_strong", wrap=True)
        self._ends = Label(theme, "", "small", "ink2", wrap=True)
        self.add(self._from, self._until, self._to, self._told, self._ends)
        self._until.changed.connect(self._on_changed)
        for field in (self._first, self._last):
            field.changed.connect(self._on_changed)

    @property
    def fields(self) -> dict[PeriodPart, PanelField]:
        """Where a problem with a day is said."""
        return {PeriodPart.FIRST: self._from, PeriodPart.LAST: self._to}

    @property
    def first_field(self) -> QWidget:
        """What has the focus first."""
        return self._first.field

    @property
    def first(self) -> date:
        """The first day."""
        return self._first.day

    @property
    def last(self) -> date | None:
        """The last day; None: it goes on."""
        return None if self._goes_on else self._last.day

    @property
    def _goes_on(self) -> bool:
        if self._kind is PeriodKind.AWAY:
            return self._until.part == OPEN
        return bool(self._shown.id) and self._shown.last is None

    def show_days(self, form: PeriodForm, today: date) -> None:
        """The days of a form; `changed` does not tell."""
        self._shown, self._today = form, today
        with QSignalBlocker(self):
            self._until.show_part(OPEN if form.last is None else KNOWN)
            for field in (self._first, self._last):
                field.show_range(EARLIEST, LATEST)
            self._first.show_day(form.first)
            self._last.show_day(form.last or max(form.first, today))
            self.show_kind(form.kind)

    def show_kind(self, kind: PeriodKind) -> None:
        """The days that there are for this kind, and those that are stored."""
        self._kind = kind
        with QSignalBlocker(self):
            self._first.show_range(EARLIEST, self._latest)
            self._follow()

    @property
    def _latest(self) -> date:
        """The last day that can be entered: what is stored stays possible."""
        stored = [self._shown.first, self._shown.last or EARLIEST] if self._shown.id else []
        if self._kind is not PeriodKind.AWAY and self._goes_on:
            return self._shown.first  # it may have begun earlier
        return max([latest_day(self._kind, self._today), *stored])

    def _on_changed(self) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        """The last day is never before the first; say both in words."""
        away = self._kind is PeriodKind.AWAY
        self._until.setVisible(away)
        self._to.setVisible(not self._goes_on)
        self._last.show_range(self.first, max(self._latest, self.first))
        self._told.setText(say(span_words(self.first, self.last)))
        self._ends.setVisible(self._goes_on and not away)
        self._ends.setText(tr("It goes on until you end it on Today."))
