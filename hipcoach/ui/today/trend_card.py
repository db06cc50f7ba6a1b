"""Back pain over four weeks: the small trend and its words."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from hipcoach.core.text import say, tr
from hipcoach.core.trend_view import TrendCard as TrendView
from hipcoach.ui.card import Card
from hipcoach.ui.labels import WIDEST, Label
from hipcoach.ui.spread import Spread
from hipcoach.ui.theme import Theme
from hipcoach.ui.today.trend_chart import TrendChart


class TrendCard(Card):
    """The chart between its title and its sentence."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._head = Spread()
        self._head.addWidget(Label(theme, tr("Back pain, 4 weeks"), "body_strong", wrap=True))
        self._head.addWidget(Label(theme, tr("lower is less pain"), "small", "ink3"))
        self.column.addLayout(self._head)
        self._chart = TrendChart(theme)
        self.column.addWidget(self._chart, 1)
        self._hint = Label(theme, "", "small", "ink2", wrap=True)
        self.column.addWidget(self._hint)
        self._value = Label(theme, "", "small_strong")
        self._sentence = Label(theme, "", "small", "ink2", wrap=True)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._value)
        self._foot.addWidget(self._sentence, 1)
        self.column.addLayout(self._foot)
        self._fit()
        theme.changed.connect(self._fit)

    def show_trend(self, trend: TrendView) -> None:
        """Show a trend, or how many days it still needs."""
        self._chart.show_trend(trend)
        self._chart.setVisible(bool(trend.points))
        self._value.setText(trend.value)
        self._value.setVisible(bool(trend.value))
        self._sentence.setText(say(trend.sentence))
        self._sentence.setVisible(trend.hint is None)
        self._hint.setVisible(trend.hint is not None)
        self._hint.setText(say(trend.hint) if trend.hint else "")

    def _fit(self) -> None:
        """The title's line is its own where the words beside it have no room."""
        self._head.set_measures(self._theme.px(8), WIDEST)
        self._foot.setSpacing(self._theme.px(4))
