"""When an entry was: its day and its time of day, in one row where there is room."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from hipcoach.core.text import tr
from hipcoach.ui.box import Box
from hipcoach.ui.buttons import Button
from hipcoach.ui.controls.time_field import TimeField, typed_time
from hipcoach.ui.diary.day_line import DayLine
from hipcoach.ui.icon_view import IconView
from hipcoach.ui.spread import Spread
from hipcoach.ui.theme import Theme

ICON, SIDE, GAP, HEIGHT, STEP, RADIUS = 18, 11, 8, 44, 32, 10
LAST = time(23, 59)


class WhenFields(QWidget):
    """`changed` tells of every change, `day_changed` the day that was entered.

    `boxes` are the two fields with their edges, of which the day's is the first.
    """

    changed = Signal()
    day_changed = Signal(date)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._row = theme, Spread()
        self._day = DayLine(theme)
        self._time = TimeField(theme, tr("Time"), time.min, LAST)
        self._earlier = Button(theme, "", "quiet", icon="chevron-left", name=tr("A day earlier"))
        self._later = Button(theme, "", "quiet", icon="chevron-right", name=tr("A day later"))
        self.boxes = (
            _Box(theme, "calendar-days", self._day, self._earlier, self._later),
            _Box(theme, "clock", self._time),
        )
        self.setLayout(self._row)
        for box in self.boxes:
            self._row.addWidget(box)
        self._connect()
        self._restyle()
        theme.changed.connect(self._restyle)

    @property
    def day(self) -> date:
        """The day that is entered."""
        return self._day.day

    @property
    def at(self) -> time | None:
        """The time of day that stands there; None where it is none."""
        return typed_time(self._time.text())

    def show_when(self, day: date, at: time, today: date) -> None:
        """Show a day and a time of day, without telling."""
        self._day.show_day(day, today)
        self._time.show_time(at.replace(second=0, microsecond=0, tzinfo=None))
        self._bound()

    def _connect(self) -> None:
        for step, days in ((self._earlier, -1), (self._later, 1)):
            step.repeats = True
            step.setAutoRepeat(True)
            step.clicked.connect(lambda _=False, days=days: self._day.step_days(days))
        self._day.changed.connect(self._on_day)
        self._time.textEdited.connect(self.changed)
        self._time.changed.connect(self.changed)
        self._time.refused.connect(self._on_refused)

    def _on_day(self, day: date) -> None:
        self._bound()
        self.day_changed.emit(day)
        self.changed.emit()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Hand the focus on to the day."""
        self._day.setFocus(reason)

    def show_no_time(self) -> None:
        """What is typed is no time: only its field has the edge, and the focus."""
        day, at = self.boxes
        day.show_wrong(False)
        at.show_wrong(True)
        at.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_refused(self, wrong: bool) -> None:
        self.boxes[1].show_wrong(wrong)
        self._restyle()  # the field took its usual size

    def _bound(self) -> None:
        """No step beyond the first and the last day."""
        self._earlier.setEnabled(not self._day.is_first)
        self._later.setEnabled(not self._day.is_last)

    def _restyle(self) -> None:
        px = self._theme.px
        self._time.setFont(self._theme.font("label"))
        digits = QFontMetrics(self._time.font()).horizontalAdvance("00:00")
        self._time.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._time.setFixedSize(digits + px(8), px(HEIGHT) - 2)
        for step in (self._earlier, self._later):
            step.setFixedSize(px(STEP), px(HEIGHT) - 2)
        self._row.set_measures(px(GAP), self.boxes[0].sizeHint().width())


class _Box(Box):
    """A field with its icon, and buttons at its end, inside of one edge."""

    def __init__(self, theme: Theme, icon: str, field: QWidget, *steps: Button) -> None:
        edges = (SIDE, 0, 0 if steps else GAP, 0)
        super().__init__(theme, across=True, spacing=GAP, edges=edges, kind="when")
        self.setProperty("ringFrames", True)
        self.setProperty("ringRadius", RADIUS)
        self._field = field
        self.add(IconView(theme, icon, ICON), field)
        if steps:
            ends = Box(theme, across=True)
            ends.add(*steps)
            self.add(ends)
        self._fit()
        theme.changed.connect(self._fit)

    def show_wrong(self, wrong: bool) -> None:
        """The edge of a field that holds no time."""
        self.setProperty("wrong", wrong)
        self.style().unpolish(self)
        self.style().polish(self)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Hand the focus on to the field; a focus proxy would be a stop of Tab that stays."""
        self._field.setFocus(reason)

    def _fit(self) -> None:
        self.setFixedHeight(self.theme.px(HEIGHT))
