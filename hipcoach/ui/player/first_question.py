"""Pain now and "Something is new": asked once, while one gets into the first position."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from hipcoach.core.text import tr
from hipcoach.ui.buttons import Button
from hipcoach.ui.card import Card
from hipcoach.ui.controls.score_scale import ScoreScale
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme


class FirstQuestion(Card):
    """The scale, prefilled where it was answered before, and the line on what is new.

    `question` and what the ends of the scale mean are final wordings.
    """

    answered = Signal(int)
    something_new = Signal()

    def __init__(self, theme: Theme, question: str, low: str, high: str) -> None:
        super().__init__(theme, padding=16, spacing=8)
        self.scale = ScoreScale(theme, question, joined=True, low=low, high=high)
        self.new = Button(theme, tr("Something is new"))
        known = Label(
            theme,
            tr("Starting means nothing new since last time"),
            "body",
            "ink2",
            wrap=True,
        )
        self._line = QHBoxLayout()
        self._line.addWidget(known, 1)
        self._line.addWidget(self.new)
        self.column.addWidget(Label(theme, question, "title", wrap=True))
        self.column.addWidget(self.scale)
        self.column.addLayout(self._line)
        self.scale.chosen.connect(self.answered)
        self.new.clicked.connect(self.something_new)

    def show_score(self, score: int | None) -> None:
        """The answer so far."""
        self.scale.show_score(score)
