"""Back pain over four weeks: the small trend and its words.

In low-focus mode it is closed until the weekly look, and can be opened until the page is left.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout

from hipcoach.core.text import say, tr
from hipcoach.core.trend_view import TrendCard as TrendView
from hipcoach.ui.announce import announce
from hipcoach.ui.buttons import Button
from hipcoach.ui.card import Card
from hipcoach.ui.labels import WIDEST, Label
from hipcoach.ui.spread import Spread
from hipcoach.ui.theme import Theme
from hipcoach.ui.today.trend_chart import TrendChart


class TrendCard(Card):
    """The chart between its title and its sentence, or when the next look is."""

    diary_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._trend: TrendView | None = None
        self._looking = False
        self._head = Spread()
        self._head.addWidget(Label(theme, tr("Back pain, 4 weeks"), "body_strong", wrap=True))
        self._lower = Label(theme, tr("lower is less pain"), "small", "ink3")
        self._head.addWidget(self._lower)
        self.column.addLayout(self._head)
        self._closed = Label(theme, "", "small", "ink2", wrap=True)
        self._look = Button(theme, tr("Look now"), size="small")
        self.column.addWidget(self._closed)
        self.column.addWidget(self._look, 0, Qt.AlignmentFlag.AlignLeft)
        self._chart = TrendChart(theme)
        self.column.addWidget(self._chart, 1)
        self._hint = Label(theme, "", "small", "ink2", wrap=True)
        self.column.addWidget(self._hint)
        self._value = Label(theme, "", "small_strong")
        self._sentence = Label(theme, "", "small", "ink2", wrap=True)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._value)
        self._foot.addWidget(self._sentence, 1)
        self._open = Button(theme, tr("Open diary"), "quiet", size="small")
        self._foot.addWidget(self._open)
        self.column.addLayout(self._foot)
        self.column.addStretch()
        self._look.clicked.connect(self._on_look)
        self._open.clicked.connect(self.diary_asked)
        self._fit()
        theme.changed.connect(self._fit)

    def show_trend(self, trend: TrendView) -> None:
        """Show a trend, how many days it still needs, or that it is closed."""
        self._trend = trend
        self._chart.show_trend(trend)
        self._value.setText(trend.value)
        self._sentence.setText(say(trend.sentence))
        self._hint.setText(say(trend.hint) if trend.hint else "")
        self._closed.setText(say(trend.closed) if trend.closed else "")
        self._open_or_close(trend)

    def _open_or_close(self, trend: TrendView) -> None:
        is_open = trend.closed is None or self._looking
        self._lower.setVisible(is_open)
        self._chart.setVisible(is_open and bool(trend.points))
        self._value.setVisible(is_open and bool(trend.value))
        self._sentence.setVisible(is_open and trend.hint is None)
        self._hint.setVisible(is_open and trend.hint is not None)
        for part in (self._closed, self._look):
            part.setVisible(not is_open)

    def _on_look(self) -> None:
        """Open it; the focus goes on to what follows."""
        assert self._trend is not None
        self._looking = True
        self._open_or_close(self._trend)
        announce(self, say(self._trend.words))

    def _fit(self) -> None:
        """The title's line is its own where the words beside it have no room."""
        self._head.set_measures(self._theme.px(8), WIDEST)
        self._foot.setSpacing(self._theme.px(4))

    # Qt's own

    def hideEvent(self, event: QHideEvent) -> None:
        """The page is left: closed again. A minimised window is no page that was left."""
        super().hideEvent(event)
        if self._looking and self._trend and not event.spontaneous():
            self._looking = False
            self._open_or_close(self._trend)
