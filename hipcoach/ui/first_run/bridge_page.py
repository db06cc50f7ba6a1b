"""One leg or two: the question that decides how the bridge starts."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hipcoach.core.screening import Answer
from hipcoach.core.text import tr
from hipcoach.ui.first_run.answers import Answers
from hipcoach.ui.first_run.page import Page
from hipcoach.ui.first_run.styles import HEADING, QUESTION
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme


class BridgePage(Page):
    """Whether 6 tidy bridges on one leg are possible."""

    def __init__(self, theme: Theme) -> None:
        question = tr("Can you do 6 tidy bridges on one leg?")
        super().__init__(theme, question)
        hint = tr("If you are not sure of the next answer, say no. There is no need to try.")
        self._answers = Answers(theme, question, _words())
        self.add(Label(theme, hint, QUESTION, "ink2", wrap=True))
        self.add_gap(12)
        self.add(Label(theme, question, HEADING, wrap=True))
        self.add_gap(24)
        self.add(self._answers)
        self._answers.chosen.connect(self.ready_changed)

    @property
    def ready(self) -> bool:
        """Whether it is answered."""
        return self._answers.answer is not None

    @property
    def able(self) -> bool:
        """The answer; no before there is one."""
        return self._answers.answer is Answer.YES

    def first_control(self) -> QWidget:
        """The chosen answer, or the first."""
        return self._answers.tiles[self._answers.answer or Answer.NO]


def _words() -> dict[Answer, tuple[str, str]]:
    return {
        Answer.NO: (tr("No"), tr("the bridge starts on two legs")),
        Answer.YES: (tr("Yes"), tr("the bridge starts on one leg")),
    }
