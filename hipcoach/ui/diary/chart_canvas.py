"""The painted part of the pain chart: a diary, the range of it that is shown, its picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from hipcoach.core.diary_chart import DiaryChart, SessionOn, visible
from hipcoach.core.trend_view import Days
from hipcoach.ui.diary.chart_axis import margins
from hipcoach.ui.diary.chart_frame import Frame, days_seen, plot_in
from hipcoach.ui.diary.chart_painter import paint_chart
from hipcoach.ui.diary.chart_picture import Picture
from hipcoach.ui.diary.chart_rows import bar_unit
from hipcoach.ui.diary.chart_shelf import Asked, Shelf
from hipcoach.ui.diary.chart_view import ChartView
from hipcoach.ui.theme import Theme

REPAINT_AFTER = 12
"""So many months are counted between two pictures."""


class ChartCanvas(QWidget):
    """Paints what its `view` shows of a diary. Nothing is painted before `show_diary`."""

    changed = Signal()
    """Another picture, for whatever reason."""
    counted = Signal()
    """All sessions of the diary were counted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._chart: DiaryChart | None = None
        self._shelf: Shelf | None = None
        self._picture: Picture | None = None
        self._chosen: date | None = None
        self._margins: tuple[float, float] | None = None
        self._counting: Iterator[None] | None = None
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._count_more)
        self.view = ChartView(self._paint)
        self.view.setParent(self)
        self.view.setEnabled(False)  # there is nothing to point at or to move yet
        self.view.ranged.connect(self._renew)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def picture(self) -> Picture:
        """What is painted."""
        assert self._chart is not None, "no diary is shown yet"
        if self._picture is None:
            frame = self._frame(self._chart)
            self._picture = Picture(
                theme=self._theme,
                frame=frame,
                chart=self._chart,
                visible=visible(self._chart, days_seen(frame)),
                chosen=self._chosen,
            )
        return self._picture

    @property
    def sessions(self) -> tuple[SessionOn, ...]:
        """The sessions that are shown; none where they are still being counted."""
        days = days_seen(self.picture.frame)
        known = self._shelf is not None and not (self._counting and self._shelf.lacks(days))
        return tuple(self._shelf.marks(days)) if self._shelf and known else ()

    def show_diary(self, chart: DiaryChart, sessions: Asked, days: Days, within: Days) -> None:
        """Paint these days of a diary; no range goes beyond `within`."""
        self._turns.stop()
        self._counting = None
        self.show_days(days, within)
        self._chart, self._chosen, self._margins = chart, None, None
        self._shelf = Shelf(sessions, chart.days, chart.since or chart.days.first)
        self.view.setEnabled(True)
        self._fit()

    def show_days(self, days: Days, within: Days) -> None:
        """Show these days; no range goes beyond `within`."""
        self.view.set_limits(within.first.toordinal(), within.last.toordinal() + 1)
        self.view.show_span(days.first.toordinal(), days.last.toordinal() + 1)

    def choose(self, day: date | None) -> None:
        """Stress the point of a day."""
        if day != self._chosen:
            self._chosen = day
            if self._picture:
                self._picture = replace(self._picture, chosen=day)
            self.view.repaint_marks()

    def _frame(self, chart: DiaryChart) -> Frame:
        first, last = self.view.span
        rows = chart.since is not None
        left, right = self._margins = self._margins or margins(self._theme, chart, rows=rows)
        frame = Frame(plot=QRectF(), first=first, last=last, scale=self._theme.scale, has_rows=rows)
        plot = plot_in(self.width(), self.height(), left, right, frame)
        return replace(frame, plot=plot)

    def _renew(self) -> None:
        """The picture is another."""
        self._picture = None
        if self._chart is None:
            return
        self._count_sessions(self._chart)
        self.view.repaint_marks()
        self.changed.emit()

    def _restyle(self) -> None:
        self._margins = None
        self.view.setBackground(self._theme.colour("surface"))
        self._fit()

    def _fit(self) -> None:
        """Let the range be dragged within the plot and what is below it."""
        self._renew()
        if self._chart:
            plot = self.picture.frame.plot
            self.view.place(QRectF(plot.left(), 0, plot.width(), self.height()))

    def _paint(self, painter: QPainter) -> None:
        if self._shelf:
            paint_chart(painter, self.picture, self._shelf)

    # Sessions of many years

    def _count_sessions(self, chart: DiaryChart) -> None:
        """Where sessions are shown as bars, count them when there is time."""
        bars = bar_unit(self.picture.frame) is not None
        if bars and self._counting is None and self._shelf and self._shelf.lacks(chart.days):
            self._counting = self._counted(chart, self._shelf)
            self._turns.start()

    def _counted(self, chart: DiaryChart, shelf: Shelf) -> Iterator[None]:
        """First what is shown."""
        for days in (days_seen(self.picture.frame), chart.days):
            for number, _ in enumerate(shelf.count(days)):
                if number % REPAINT_AFTER == 0:
                    self.view.repaint_marks()
                yield
            self.view.repaint_marks()

    def _count_more(self) -> None:
        """A month more; what is painted waits until there are some."""
        for _ in self._counting or ():
            return
        self._turns.stop()
        self._counting = None
        self.counted.emit()

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The view takes all of it."""
        super().resizeEvent(event)
        self.view.setGeometry(self.rect())
        self._fit()
