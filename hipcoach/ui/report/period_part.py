"""The days that the report is about."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QRadioButton, QWidget

from hipcoach.core.pain import OLDEST
from hipcoach.core.report_view import SPAN_WORDS, THREE_WEEKS, ChosenPeriod, Span
from hipcoach.core.text import say, tr
from hipcoach.ui.announce import announce
from hipcoach.ui.box import Box
from hipcoach.ui.controls.segmented import Segmented
from hipcoach.ui.first_run.day_field import DayField
from hipcoach.ui.labels import Label
from hipcoach.ui.report.part import Part
from hipcoach.ui.spread import Spread
from hipcoach.ui.theme import Theme

SPANS = tuple(Span)


class PeriodPart(Part):
    """A span, or two days. `changed`: another period is asked for."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("Period"))
        self.spans = Segmented(theme, tr("Period"), [say(SPAN_WORDS[span]) for span in SPANS])
        self.first = DayField(theme, tr("First day"), OLDEST)
        self.last = DayField(theme, tr("Last day"), OLDEST)
        self._days = Box(theme, spacing=8, edges=(0, 2, 0, 2))
        self._wrong = Label(theme, "", "small", "clay", wrap=True)
        self._days.add(_Named(theme, self.first), _Named(theme, self.last), self._wrong)
        self.add(self.spans, self._days)
        self.spans.show_part(0)
        self._days.hide()
        self._wrong.hide()
        self.spans.changed.connect(self._on_span_chosen)
        self.first.changed.connect(self._on_day_chosen)
        self.last.changed.connect(self._on_day_chosen)

    @property
    def period(self) -> ChosenPeriod:
        """What is asked for."""
        return ChosenPeriod(span=self.span, first=self.first.day, last=self.last.day)

    @property
    def span(self) -> Span:
        """The span that holds."""
        return SPANS[self.spans.part or 0]

    def show_today(self, today: date) -> None:
        """The last day that can be chosen."""
        fresh = self.last.day == OLDEST
        for field in (self.first, self.last):
            field.blockSignals(True)
            field.show_range(OLDEST, today)
            field.blockSignals(False)
        if fresh:
            self.show_days(today - THREE_WEEKS, today)

    def show_days(self, first: date, last: date) -> None:
        """The days of the span that holds, to begin with where other days are wanted."""
        if self.span is not Span.DATES:
            for field, day in ((self.first, first), (self.last, last)):
                field.blockSignals(True)
                field.show_day(day)
                field.blockSignals(False)

    def focus_first(self) -> None:
        """The focus on the span that holds."""
        parts = self.spans.findChildren(QRadioButton)
        next(part for part in parts if part.isChecked()).setFocus()

    def focus_wrong(self) -> None:
        """The focus on the day beside which it is said why there is no report."""
        self.last.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, told: str) -> None:
        """Why there is no report of these days, "" where there is one."""
        if told != self._wrong.text():
            self._wrong.setText(told)
            self._wrong.setVisible(bool(told))
            for field in (self.first.field, self.last.field):
                field.setAccessibleDescription(told)
                field.setProperty("wrong", bool(told))
                field.style().unpolish(field)
                field.style().polish(field)
            announce(self, told)

    def _on_span_chosen(self) -> None:
        self._days.setVisible(self.span is Span.DATES)
        self.changed.emit()

    def _on_day_chosen(self) -> None:
        self.changed.emit()


class _Named(QWidget):
    """The name of a day before its field, or above it where there is no room."""

    def __init__(self, theme: Theme, field: DayField) -> None:
        super().__init__()
        self._theme, self._row = theme, Spread(to_right=True)
        words = {tr("First day"): tr("From"), tr("Last day"): tr("To")}
        self._row.addWidget(Label(theme, words[field.name], "small", "ink2"))
        self._row.addWidget(field)
        self.setLayout(self._row)
        self._restyle()
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self._row.set_measures(self._theme.px(8))
