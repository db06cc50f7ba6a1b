"""A card that asks for a score: the question, something at its right, and the scale."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hipcoach.ui.card import Card
from hipcoach.ui.controls.score_scale import ScoreScale
from hipcoach.ui.labels import Label
from hipcoach.ui.spread import Spread
from hipcoach.ui.theme import Theme


class QuestionCard(Card):
    """The question above its scale. `low` and `high` say what the scale's ends mean."""

    def __init__(self, theme: Theme, question: str, beside: QWidget, low: str, high: str) -> None:
        super().__init__(theme)
        self._compact = False
        self._question = Label(theme, question, "section", wrap=True)
        self._head = Spread()
        self._head.addWidget(self._question)
        self._head.addWidget(beside)
        self.column.addLayout(self._head)
        self.scale = ScoreScale(theme, question, low=low, high=high)
        self.column.addWidget(self.scale)
        self._fit()
        theme.changed.connect(self._fit)

    def show_compact(self, *, compact: bool) -> None:
        """Narrower edges."""
        self._compact = compact
        self._fit()

    def _fit(self) -> None:
        px, compact = self._theme.px, self._compact
        across, along = px(20 if compact else 24), px(14 if compact else 16)
        self.column.setContentsMargins(across, along, across, along)
        self.column.setSpacing(px(6 if compact else 8))
        self._head.set_measures(px(8), px(260))
        self._question.setMinimumHeight(px(36))
