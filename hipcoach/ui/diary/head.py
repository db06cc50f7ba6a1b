"""The head of the Diary page: how far back the chart reaches, and what is entered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from hipcoach.core.text import tr
from hipcoach.ui.buttons import Button
from hipcoach.ui.controls.chip import Chip
from hipcoach.ui.controls.segmented import Segmented
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Flow
from hipcoach.ui.spread import Spread
from hipcoach.ui.theme import Theme

WHOLE = 10_000
"""More than the title and its chip take: they break only where they have a line of their own."""


class Head(QWidget):
    """`reach_chosen` carries the index of one of `reaches`, again where it is pressed again.

    `entry`: a new entry, the page's main button; `other`: one that is no pain rating.
    """

    reach_chosen = Signal(int)

    def __init__(self, theme: Theme, reaches: Sequence[str]) -> None:
        super().__init__()
        self._theme = theme
        self.title = Label(theme, tr("Diary"), "page", wrap=True)
        self.reach = Segmented(theme, tr("How far back the chart reaches"), reaches)
        self.other = Button(theme, tr("Session or days away"))
        self.entry = Button(theme, tr("New entry"), "primary", icon="plus")
        self.sample = Chip(theme, tr("Sample diary, made up"), "careful", wrap=True)
        self.sample.hide()
        words, self._words = QWidget(), Flow()
        words.setLayout(self._words)
        self._words.addWidget(self.title)
        self._words.addWidget(self.sample)
        self._buttons, self._pair = QWidget(), Flow()
        self._buttons.setLayout(self._pair)
        self._pair.addWidget(self.other)
        self._pair.addWidget(self.entry)
        self._row = Spread()
        for part in (words, self.reach, self._buttons):
            self._row.addWidget(part)
        self.setLayout(self._row)
        for index, span in enumerate(self.reach.findChildren(QAbstractButton)):
            span.clicked.connect(lambda _on=True, n=index: self.reach_chosen.emit(n))
        self._fit()
        theme.changed.connect(self._fit)

    def show_sample(self, sample: bool) -> None:
        """Say that the diary is made up, or not."""
        self.sample.setVisible(sample)

    def show_parts(self, *, reach: bool, buttons: bool) -> None:
        """What there is to choose: no reach without a chart, no button beside an open panel."""
        self.reach.setVisible(reach)
        self._buttons.setVisible(buttons)

    def _fit(self) -> None:
        px = self._theme.px
        self._row.set_measures(px(12), px(WHOLE))
        self._pair.setSpacing(px(12))
        self._words.setSpacing(px(16))
        self._words.set_row_gap(px(4))
        self.title.setMinimumHeight(px(44))
