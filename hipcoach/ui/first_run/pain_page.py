"""Pain now, before the first day: it can be left out."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from hipcoach.core.text import tr
from hipcoach.ui.controls.score_scale import ScoreScale
from hipcoach.ui.first_run.page import Page
from hipcoach.ui.first_run.styles import HEADING, QUESTION
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme


class PainPage(Page):
    """The scale; nothing is stored before Save. `texts` are the catalogue's wordings."""

    def __init__(self, theme: Theme, texts: Mapping[str, str]) -> None:
        question = tr(texts["pain-now"])
        super().__init__(theme, question)
        low, high = tr(texts["pain-lowest"]), tr(texts["pain-highest"])
        self._scale = ScoreScale(theme, question, low=low, high=high)
        self.add(Label(theme, question, HEADING, wrap=True))
        self.add_gap(12)
        told = tr("Your first entry in the diary. You can leave it out.")
        self.add(Label(theme, told, QUESTION, "ink2", wrap=True))
        self.add_gap(28)
        self.add(self._scale)
        self._scale.chosen.connect(self.ready_changed)

    @property
    def ready(self) -> bool:
        """Whether a number is chosen."""
        return self.score is not None

    @property
    def score(self) -> int | None:
        """The number, None before one is chosen."""
        return self._scale.score

    def first_control(self) -> QWidget:
        """The scale."""
        return self._scale
