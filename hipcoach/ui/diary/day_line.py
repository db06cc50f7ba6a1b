"""A day in words, as "Today, 15 Dec", that can be typed or stepped through."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, QEvent, QSize, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QDateEdit, QSizePolicy

from hipcoach.core.pain import OLDEST
from hipcoach.core.text import tr
from hipcoach.ui.controls.undo_keys import asks_for_undo
from hipcoach.ui.theme import Theme

TYPED = "d MMM yyyy"
WITHOUT_YEAR = "d MMM"
LONG_DAY, NEXT_LONG_DAY = date(2028, 9, 20), date(2028, 9, 21)
"""Days whose words are as long as they get."""


class DayLine(QDateEdit):
    """`changed` tells the day; the last it takes is the one that `show_day` names."""

    changed = Signal(date)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._today = theme, OLDEST
        self.setAccessibleName(tr("Day"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.dateChanged.connect(self._on_changed)
        self._restyle()
        theme.changed.connect(self._restyle)

    @property
    def day(self) -> date:
        """The day that is entered."""
        return _date(self.date())

    def show_day(self, day: date, today: date) -> None:
        """Show a day without telling; today is the last to be entered, or `day` if it is later."""
        self.blockSignals(True)
        self._today = today
        self.setDateRange(_qdate(min(day, OLDEST)), _qdate(max(day, today)))
        self.setDate(_qdate(day))
        self.blockSignals(False)
        self._show_words()

    def step_days(self, days: int) -> None:
        """Some days later, or earlier; not beyond the ends."""
        self.setDate(self.date().addDays(days))

    @property
    def is_first(self) -> bool:
        """Whether no earlier day can be entered."""
        return self.date() <= self.minimumDate()

    @property
    def is_last(self) -> bool:
        """Whether no later day can be entered."""
        return self.date() >= self.maximumDate()

    def widest(self) -> int:
        """The pixels that the longest words of a day take."""
        days = [LONG_DAY, NEXT_LONG_DAY, LONG_DAY - timedelta(days=40)]
        return max(self._width_of(day, _words(day, NEXT_LONG_DAY)) for day in days)

    def _width_of(self, day: date, form: str) -> int:
        text = self.locale().toString(_qdate(day), form)
        return QFontMetrics(self.font()).horizontalAdvance(text) + self._theme.px(4)

    def _on_changed(self) -> None:
        self._show_words()
        self.changed.emit(self.day)

    def _show_words(self) -> None:
        """In words while it is read, whole while it is typed, or where words have no room."""
        words = _words(self.day, self._today)
        fits = self._width_of(self.day, words) <= self.width()
        wanted = words if fits and not self.hasFocus() else TYPED
        if wanted != self.displayFormat():
            self.blockSignals(True)
            self.setDisplayFormat(wanted)
            self.blockSignals(False)

    def _restyle(self) -> None:
        font = self._theme.font("label")
        for part in (self, self.lineEdit()):
            part.setFont(font)  # the sheet keeps the field's own from its line
        self.setFixedHeight(self._theme.px(42))
        self.setMinimumWidth(self._width_of(LONG_DAY, TYPED))
        self.updateGeometry()

    # Qt's own

    def sizeHint(self) -> QSize:
        """Room for the longest words."""
        return QSize(max(super().sizeHint().width(), self.widest()), self._theme.px(42))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other words, where these have no room."""
        super().resizeEvent(event)
        self._show_words()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window: a day is not text."""
        return False if asks_for_undo(event) else super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, so that nothing changes by scrolling."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show all that can be typed."""
        super().focusInEvent(event)
        self._show_words()
        self.setSelectedSection(self.sectionAt(0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the words again."""
        super().focusOutEvent(event)
        self._show_words()


def _words(day: date, today: date) -> str:
    """How the day is written, as a format of Qt."""
    if day == today:
        return _around(tr("Today, {date}", date="\0"))
    if day == today - timedelta(days=1):
        return _around(tr("Yesterday, {date}", date="\0"))
    return f"ddd {WITHOUT_YEAR}" if day.year == today.year else TYPED


def _around(words: str) -> str:
    before, _, after = words.partition("\0")
    return _quoted(before) + WITHOUT_YEAR + _quoted(after)


def _quoted(words: str) -> str:
    """Words as they stand in a format of Qt."""
    return "'{}'".format(words.replace("'", "''")) if words else ""


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
