"""The week: seven days, a row for each half of the day, a mark for each slot."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from hipcoach.core.session import Slot
from hipcoach.core.text import say, tr
from hipcoach.core.week_view import WeekCard as WeekView
from hipcoach.core.week_view import WeekDay
from hipcoach.ui.card import Card
from hipcoach.ui.icon_view import IconView
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme
from hipcoach.ui.today.session_mark import SessionMark
from hipcoach.ui.tokens import TextStyle

STRONG = TextStyle(size=13, line=18, weight=600)
ICON_SHARE, DAY_SHARE = 6, 10
"""How the width is shared between the halves' icons and each day."""

ICONS = {Slot.MORNING: "sun", Slot.EVENING: "moon"}


class WeekCard(Card):
    """How many of the week's sessions are done, and its days."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._count = Label(theme, "", "small", "ink2")
        head = QHBoxLayout()
        head.addWidget(Label(theme, tr("This week"), "body_strong", wrap=True), 1)
        head.addWidget(self._count)
        self.column.addLayout(head)
        self._days = WeekDays(theme)
        self.column.addWidget(self._days)
        self._note = Label(theme, "", "small", "ink3", wrap=True)
        self.column.addWidget(self._note)
        self.column.addStretch(1)

    def show_week(self, week: WeekView) -> None:
        """Show a week."""
        self._count.setText(say(week.count))
        self._days.show_days(week.rows, week.days)
        self._note.setVisible(week.note is not None)
        self._note.setText(say(week.note) if week.note else "")


class WeekDays(QWidget):
    """The columns of the days; today's stands on its own ground."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: tuple[Slot, ...] = ()
        self._names: list[Label] = []
        self._marks: list[list[SessionMark]] = []
        self._today: int | None = None
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(0, ICON_SHARE)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_days(self, rows: tuple[Slot, ...], days: tuple[WeekDay, ...]) -> None:
        """Show the days; new widgets are made only where the week has another shape."""
        if (len(days), len(days[0].marks), rows) != (len(self._names), self._height, self._rows):
            self._build(rows, days)
        self._today = next((n for n, day in enumerate(days) if day.is_today), None)
        for day, name, marks in zip(days, self._names, self._marks, strict=True):
            name.setText(say(day.name))
            name.set_style(STRONG if day.is_today else "caption", "ink" if day.is_today else "ink3")
            for mark, shown in zip(marks, day.marks, strict=True):
                mark.show_mark(shown.mark, say(shown.words))
        self.update()

    @property
    def _height(self) -> int:
        return len(self._marks[0]) if self._marks else 0

    def _build(self, rows: tuple[Slot, ...], days: tuple[WeekDay, ...]) -> None:
        for old in self.findChildren(QWidget):
            self._grid.removeWidget(old)
            old.deleteLater()
        self._rows = rows
        for row, slot in enumerate(rows, start=1):
            icon = IconView(self._theme, ICONS[slot], 18, "ink3")
            self._grid.addWidget(icon, row, 0, Qt.AlignmentFlag.AlignLeft)
        self._names = [Label(self._theme, "", "caption", "ink3") for _ in days]
        self._marks = [
            [SessionMark(self._theme, shown.mark, "") for shown in day.marks] for day in days
        ]
        middle = Qt.AlignmentFlag.AlignCenter
        for column, (name, marks) in enumerate(zip(self._names, self._marks, strict=True), 1):
            self._grid.setColumnStretch(column, DAY_SHARE)
            self._grid.addWidget(name, 0, column, middle)
            for row, mark in enumerate(marks, start=1):
                self._grid.addWidget(mark, row, column, middle)

    def _restyle(self) -> None:
        px = self._theme.px
        self._grid.setContentsMargins(0, px(6), 0, px(8))
        self._grid.setVerticalSpacing(px(8))
        self._grid.setHorizontalSpacing(px(1))

    # Qt's own

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground of today's column."""
        if self._today is None:
            return
        px, column = self._theme.px, self._grid.cellRect(0, self._today + 1)
        wide = min(max(px(36), self._names[self._today].width() + px(8)), column.width())
        left = column.left() + (column.width() - wide) / 2
        place = QRectF(left, 0, wide, self.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("inset"))
        painter.drawRoundedRect(place, px(10), px(10))
        painter.end()
