"""A session of today whose questions were put off: one line, and the way to them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from hipcoach.core.text import Message, say, tr
from hipcoach.ui.buttons import Button
from hipcoach.ui.card import Card
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme


class ReviewCard(Card):
    """Asks `question`; `asked` leads to the review."""

    asked = Signal()

    def __init__(self, theme: Theme, question: Message) -> None:
        super().__init__(theme, padding=16)
        row = QHBoxLayout()
        row.addWidget(Label(theme, say(question), "body_strong", wrap=True), 1)
        button = Button(theme, tr("Finish the review"))
        button.clicked.connect(self.asked)
        row.addWidget(button)
        self.column.addLayout(row)
