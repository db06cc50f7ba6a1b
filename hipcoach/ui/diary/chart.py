"""The pain chart: what the diary holds over time, to be looked at, moved, zoomed and walked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.core.chart_words import description, week_words
from hipcoach.core.diary_chart import DiaryChart, Reach, reach_days
from hipcoach.core.text import Message, say, tr
from hipcoach.core.trend_view import Days
from hipcoach.core.trends import DayValue
from hipcoach.ui.announce import announce
from hipcoach.ui.diary.chart_canvas import ChartCanvas
from hipcoach.ui.diary.chart_frame import days_seen
from hipcoach.ui.diary.chart_keys import Act, act_of
from hipcoach.ui.diary.chart_shelf import Asked
from hipcoach.ui.diary.chart_tip import ChartTip
from hipcoach.ui.diary.chart_walk import nearest, next_point
from hipcoach.ui.theme import Theme

WIDE, HIGH, NARROW, LOW = 640, 352, 320, 280
"""Pixels at 100 % text: the size it is made for, and the least one."""
AROUND = timedelta(days=20)
"""What is shown on either side of a week that is opened."""
MARGIN = 0.06
"""The part of the range that a point walked to keeps from its edges."""
CLOSER = 0.8
"""The part of the range that is left after zooming in by a key."""
WALKS = {Act.BACK, Act.ON, Act.FIRST, Act.LAST}
PAGES = {Act.EARLIER: -1, Act.LATER: 1}
ZOOMS = {Act.CLOSER: CLOSER, Act.WIDER: 1 / CLOSER}
SETTLES = 250
"""Milliseconds after which a range that was moved is described."""


class PainChart(QWidget):
    """Shows a `DiaryChart` on a card; one tab stop.

    Drag pans, Ctrl+wheel zooms around the pointer, a plain wheel is left to the page. Left and
    Right walk through the points, Home and End go to the first and last, PageUp and PageDown move
    by what is shown, + and - zoom, Enter opens the day, Esc hides what a point tells. A point that
    is a week opens as the six weeks around it.
    """

    day_opened = Signal(object)
    """A day was chosen by a click or Enter: its date."""
    moved = Signal(object, object)
    """The user moved or zoomed: first and last date shown now."""
    weekly_changed = Signal(bool)
    """From now on a point is a week (True), or a day: the legend says which."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._chart: DiaryChart | None = None
        self._reach: Reach | None = Reach.SIX_WEEKS
        self._words: Callable[[date], tuple[Message, ...]] = lambda _day: ()
        self._at: date | None = None
        self._weekly = self._tells_days = False
        self._canvas = ChartCanvas(theme)
        self._canvas.setParent(self)
        self._tip = ChartTip(theme, self)
        self._settled = QTimer(self, singleShot=True, interval=SETTLES)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringRadius", 8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Back pain, chart"))
        self._connect()

    def _connect(self) -> None:
        self._canvas.changed.connect(self._on_changed)
        self._canvas.counted.connect(self._settled.start)
        self._canvas.view.dragged.connect(self._on_dragged)
        self._canvas.view.pointed.connect(self._on_pointed)
        self._canvas.view.clicked.connect(self._on_clicked)
        self._settled.timeout.connect(self._describe)
        self._theme.changed.connect(self.updateGeometry)

    @property
    def shown(self) -> Days:
        """The days on the screen; those at the edges may be cut."""
        return days_seen(self._canvas.picture.frame)

    @property
    def is_weekly(self) -> bool:
        """Whether a point is a week."""
        return self._weekly

    @property
    def told(self) -> str:
        """What the point says that is stressed, a line each; "" where none is."""
        return "\n".join(self._tip.words)

    def show_chart(
        self,
        chart: DiaryChart,
        sessions: Asked,
        words: Callable[[date], tuple[Message, ...]],
    ) -> None:
        """Show a diary; `sessions` of some days and `words` of a day are asked for when needed.

        A range that the user moved to stays, as far as the diary reaches; at first it is six weeks.
        """
        stays = self.shown if self._chart and self._reach is None else None
        self._chart, self._words = chart, words
        self._canvas.show_diary(chart, sessions, *self._days_of(chart, stays))
        self._describe()

    def show_reach(self, reach: Reach) -> None:
        """Show so much, up to today."""
        self._reach = reach
        if self._chart:
            self._canvas.show_days(*self._days_of(self._chart, None))
            self._describe()

    def _days_of(self, chart: DiaryChart, stays: Days | None) -> tuple[Days, Days]:
        """The days to be shown, and the limits: what is chosen is shown also where it is empty."""
        days = stays or reach_days(chart, self._reach or Reach.ALL)
        first = chart.days.first if stays else min(days.first, chart.days.first)
        return days, Days(first=first, last=chart.days.last)

    # Moving

    def _on_dragged(self) -> None:
        """The range was moved by hand, and stays."""
        self._reach = None
        self.moved.emit(self.shown.first, self.shown.last)

    def _on_changed(self) -> None:
        self._hide_tip()
        self._settled.start()
        weekly = self._canvas.picture.visible.weekly
        if weekly != self._weekly:
            self._weekly = weekly
            self.weekly_changed.emit(weekly)

    def _open(self, point: DayValue) -> None:
        """Open a day; a week is looked at more closely first."""
        if not self._weekly:
            self.day_opened.emit(point.day)
            return
        first, last = point.day - AROUND, point.day + AROUND
        self._canvas.view.show_span(first.toordinal(), last.toordinal() + 1)
        self._on_dragged()

    # The point that tells itself

    def _tell(self, point: DayValue) -> None:
        """Stress a point and show its words beside it."""
        self._at = point.day
        self._canvas.choose(point.day)
        frame = self._canvas.picture.frame
        at = QPointF(frame.x(point.day), frame.y(point.mean))
        within = QRectF(frame.plot.left(), 0, frame.plot.width(), self.height())
        self._tip.show_words(self._words_of(point), at, within)

    def _words_of(self, point: DayValue) -> tuple[str, ...]:
        assert self._chart is not None
        words = week_words(self._chart, point.day) if self._weekly else self._words(point.day)
        return tuple(map(say, words))

    def _hide_tip(self) -> None:
        self._canvas.choose(None)
        self._tip.hide_words()

    def _on_pointed(self, at: QPointF | None) -> None:
        found = nearest(self._canvas.picture, at) if self._chart and at else None
        self._canvas.view.show_hand(on_point=found is not None)
        if found is None:
            self._hide_tip()
        elif found.day != self._canvas.picture.chosen:
            self._tell(found)

    def _on_clicked(self, at: QPointF) -> None:
        found = nearest(self._canvas.picture, at) if self._chart else None
        if found:
            self._open(found)

    # Keys

    def _points(self) -> tuple[DayValue, ...]:
        assert self._chart is not None
        return self._chart.weekly if self._weekly else self._chart.points

    def _walk(self, act: Act) -> None:
        """To a point, which is brought into view, told and announced."""
        point = next_point(self._points(), self._at, act, self.shown)
        if point is None:
            return
        self._bring_into_view(point.day)
        self._tell(point)
        announce(self, self.told.replace("\n", ". "), at_once=True)

    def _bring_into_view(self, day: date) -> None:
        first, last = self._canvas.view.span
        margin = MARGIN * (last - first)
        at = day.toordinal() + 0.5
        if at < first + margin:
            self._canvas.view.shift_by(at - first - margin)
        elif at > last - margin:
            self._canvas.view.shift_by(at - last + margin)
        else:
            return
        self._on_dragged()

    def _zoom(self, factor: float) -> None:
        """Around the point that was told last, if it is in view, or else the middle."""
        first, last = self._canvas.view.span
        at = self._at.toordinal() + 0.5 if self._at else first
        self._canvas.view.zoom(factor, at if first < at < last else (first + last) / 2)
        self._on_dragged()

    def _turn(self, pages: int) -> None:
        self._canvas.view.shift_by(pages * (self._canvas.view.span[1] - self._canvas.view.span[0]))
        self._on_dragged()

    def _act(self, act: Act) -> bool:
        """Do it; False where there is nothing to do here, and the page may."""
        chosen = self._canvas.picture.chosen
        point = next((p for p in self._points() if p.day == chosen), None)
        if act in WALKS:
            self._walk(act)
        elif act in PAGES:
            self._tells_days = True
            self._turn(PAGES[act])
        elif act in ZOOMS:
            self._tells_days = True
            self._zoom(ZOOMS[act])
        elif point and act is Act.OPEN:
            self._open(point)
        elif point:
            self._hide_tip()
        else:
            return False
        return True

    # Words

    def _describe(self) -> None:
        """Say what is shown, once it stays."""
        self._settled.stop()
        if self._chart:
            told = description(self._chart, self.shown, self._canvas.sessions)
            self.setAccessibleDescription(say(told))
            if self._tells_days:
                announce(self, say(told))
        self._tells_days = False

    # Qt's own

    def sizeHint(self) -> QSize:
        """The size it is made for."""
        return QSize(self._theme.px(WIDE), self._theme.px(HIGH))

    def minimumSizeHint(self) -> QSize:
        """Room for the words beside the plot, and for values to be told apart."""
        return QSize(self._theme.px(NARROW), self._theme.px(LOW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The canvas takes all of it."""
        super().resizeEvent(event)
        self._canvas.setGeometry(self.rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, move, zoom, open, hide."""
        act = act_of(event.key(), event.modifiers())
        if not (self._chart and act and self._act(act)):
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What follows the focus is told no longer."""
        super().focusOutEvent(event)
        self._hide_tip()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is told behind another page."""
        super().hideEvent(event)
        self._hide_tip()
