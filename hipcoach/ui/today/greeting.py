"""The head of the page: greeting, date, and the mark of a made-up diary."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hipcoach.core.text import say
from hipcoach.core.today_view import TodayView
from hipcoach.ui.controls.chip import Chip
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Flow
from hipcoach.ui.spread import Spread
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

COMPACT = 26 / 30
"""The greeting's size in the compact layout, of the full one."""

DATE, DATE_COMPACT = (
    TextStyle(size=16, line=26, weight=400),
    TextStyle(size=14, line=22, weight=400),
)
"""Lines so high that the date, aligned below, stands on the greeting's base line."""

HIGH, HIGH_COMPACT = 44, 40
"""The height of the greeting's row where all is in one line; its own line is 36 and 31."""


class Greeting(QWidget):
    """The greeting, the day and the week."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._greeting = Label(theme, "", "page", wrap=True)
        self._date = Label(theme, "", "body", "ink2", wrap=True)
        self._sample = Chip(theme, "", "careful", wrap=True)
        self._words = Flow()
        words = QWidget()
        words.setLayout(self._words)
        self._words.addWidget(self._greeting)
        self._words.addWidget(self._date)
        for label in (self._greeting, self._date):
            self._words.setAlignment(label, Qt.AlignmentFlag.AlignBottom)
        self._row = Spread()
        self.setLayout(self._row)
        self._row.addWidget(words)
        self._row.addWidget(self._sample)

    def show_greeting(self, view: TodayView) -> None:
        """Show the words of the day."""
        self._greeting.setText(say(view.greeting))
        self._date.setText(say(view.date))
        self._sample.setVisible(view.sample is not None)
        self._sample.show_text(say(view.sample) if view.sample else "")

    def show_compact(self, *, compact: bool) -> None:
        """The measures of the layout."""
        px = self._theme.px
        self._greeting.set_factor(COMPACT if compact else 1)
        self._date.set_style(DATE_COMPACT if compact else DATE)
        self._words.setSpacing(px(12))
        self._row.set_measures(px(12), px(240))
        around = px((HIGH_COMPACT - 31 if compact else HIGH - 36) / 2)
        self._words.setContentsMargins(0, around, 0, around)
        self.setMinimumHeight(px(HIGH_COMPACT if compact else HIGH))
