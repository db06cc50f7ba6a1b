"""A session of today whose questions were put off: one line, and the way to them."""

from __future__ import annotations

from PySide6.QtCore import Signal

from hipcoach.core.text import Message, say, tr
from hipcoach.ui.buttons import Button
from hipcoach.ui.card import Card
from hipcoach.ui.labels import Label
from hipcoach.ui.spread import Spread
from hipcoach.ui.theme import Theme


class ReviewCard(Card):
    """Asks `question`; `asked` leads to the review."""

    asked = Signal()

    def __init__(self, theme: Theme, question: Message) -> None:
        super().__init__(theme)
        self.question, self._compact = question, False
        self._row = Spread()
        self._row.addWidget(Label(theme, say(question), "section", wrap=True))
        self.button = Button(theme, tr("Finish the review"))
        self.button.clicked.connect(self.asked)
        self._row.addWidget(self.button)
        self.column.addLayout(self._row)
        self._fit()
        theme.changed.connect(self._fit)

    def show_compact(self, *, compact: bool) -> None:
        """Narrower edges."""
        self._compact = compact
        self._fit()

    def _fit(self) -> None:
        px = self._theme.px
        across, along = px(20 if self._compact else 24), px(12)
        self.column.setContentsMargins(across, along, across, along)
        self._row.set_measures(px(12), px(200))
