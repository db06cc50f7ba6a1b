"""The next-morning question, asked once a morning; it may be skipped."""

from __future__ import annotations

from PySide6.QtCore import Signal

from hipcoach.core.text import Message, say, tr
from hipcoach.ui.buttons import Button
from hipcoach.ui.theme import Theme
from hipcoach.ui.today.question_card import QuestionCard


class MorningCard(QuestionCard):
    """`answered` tells the score; `skipped` that there is no answer today."""

    answered = Signal(int)
    skipped = Signal()

    def __init__(self, theme: Theme, question: Message, lowest: Message, highest: Message) -> None:
        skip = Button(theme, tr("Skip"), "quiet", size="small")
        super().__init__(theme, say(question), skip, say(lowest), say(highest))
        skip.clicked.connect(self.skipped)
        self.scale.chosen.connect(self.answered)
