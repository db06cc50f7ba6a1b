"""A sign that was cleared before is reported again: is it new, or worse?"""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from hipcoach.core.format import date_text
from hipcoach.core.screening import Answer, ScreeningItem
from hipcoach.core.text import tr
from hipcoach.ui.card import Card
from hipcoach.ui.first_run.answers import Answers
from hipcoach.ui.first_run.page import Page
from hipcoach.ui.first_run.signs import SignList
from hipcoach.ui.first_run.styles import HEADING, QUESTION
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme


class IfNewPage(Page):
    """The sign, the day on which it was checked, and three answers."""

    def __init__(
        self, theme: Theme, item: ScreeningItem, day: date, said: Answer | None = None
    ) -> None:
        question = tr("Is this new, or worse than when it was checked?")
        super().__init__(theme, question)
        self._answers = Answers(theme, question, _words())
        checked = tr("A professional checked this on {date}.", date=date_text(day))
        self.add(Label(theme, question, HEADING, wrap=True))
        self.add_gap(12)
        self.add(Label(theme, checked, QUESTION, "ink2", wrap=True))
        self.add_gap(20)
        card = Card(theme, padding=22)
        card.column.addWidget(SignList(theme, [tr(item.text)]))
        self.add(card)
        self.add_gap(20)
        self.add(self._answers)
        self._answers.show_answer(said)
        self._answers.chosen.connect(self.ready_changed)

    @property
    def ready(self) -> bool:
        """Whether an answer is chosen."""
        return self._answers.answer is not None

    @property
    def said(self) -> Answer | None:
        """The answer, None before there is one."""
        return self._answers.answer

    def first_control(self) -> QWidget:
        """The chosen answer, or the first."""
        return self._answers.tiles[self._answers.answer or Answer.NO]


def _words() -> dict[Answer, tuple[str, str]]:
    return {
        Answer.NO: (tr("No"), tr("the check still counts")),
        Answer.YES: (tr("Yes"), tr("we show what to do")),
        Answer.UNSURE: (tr("Not sure"), tr("counts as a yes")),
    }
