"""A doctor checked the signs: when, and what was said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from hipcoach.core.screening import Answer
from hipcoach.core.text import tr
from hipcoach.ui.first_run.answers import Answers
from hipcoach.ui.first_run.day_field import DayField
from hipcoach.ui.first_run.page import Page
from hipcoach.ui.first_run.styles import HEADING
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The day of the check, and whether exercise was said to be all right."""

    day: date
    all_right: bool


class CheckedPage(Page):
    """`texts` are the catalogue's wordings; no day after `today` can be entered."""

    def __init__(self, theme: Theme, texts: Mapping[str, str], today: date) -> None:
        title = tr(texts["checked"])
        super().__init__(theme, title)
        question = tr(texts["checked-all-right"])
        self._day = DayField(theme, tr("On which day were you checked?"), today)
        self._told = Answers(theme, question, _words())
        self.add(Label(theme, title, HEADING, wrap=True))
        self.add_gap(28)
        self.add(Label(theme, self._day.name, "section", wrap=True))
        self.add_gap(8)
        self.add(self._day)
        self.add_gap(28)
        self.add(Label(theme, question, "section", wrap=True))
        self.add_gap(12)
        self.add(self._told)
        self._told.chosen.connect(self.ready_changed)

    @property
    def ready(self) -> bool:
        """Whether the second question is answered; the first always has a day."""
        return self._told.answer is not None

    @property
    def checked(self) -> Checked:
        """What was entered; a no where nothing was chosen."""
        return Checked(day=self._day.day, all_right=self._told.answer is Answer.YES)

    def first_control(self) -> QWidget:
        """The day."""
        return self._day.field


def _words() -> dict[Answer, tuple[str, str]]:
    return {
        Answer.NO: (tr("No"), tr("no sessions for now")),
        Answer.YES: (tr("Yes"), tr("the questions come once more")),
    }
