"""The first page: what HipCoach is, and what it is not."""

from __future__ import annotations

from collections.abc import Mapping

from hipcoach.core.text import tr
from hipcoach.ui.box import Box
from hipcoach.ui.card import Card
from hipcoach.ui.first_run.page import Page
from hipcoach.ui.first_run.styles import HEADING, QUESTION
from hipcoach.ui.icon_view import IconView
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme


class IntroPage(Page):
    """`texts` are the catalogue's wordings: intro, not-reviewed, disclaimer."""

    def __init__(self, theme: Theme, texts: Mapping[str, str]) -> None:
        title = tr("Welcome to HipCoach")
        super().__init__(theme, title)
        self.add(Label(theme, title, HEADING, wrap=True))
        self.add_gap(16)
        self.add(Label(theme, tr(texts["intro"]), QUESTION, wrap=True))
        self.add_gap(24)
        card = Card(theme, padding=24, spacing=12)
        card.column.addWidget(Label(theme, tr("Please know"), "section"))
        card.column.addWidget(Label(theme, tr(texts["disclaimer"]), wrap=True))
        card.column.addWidget(Label(theme, tr(texts["not-reviewed"]), "body_strong", wrap=True))
        self.add(card)
        self.add_gap(20)
        self.add(Hint(theme, "clock", tr("First a few questions: about 4 minutes in all.")))


class Hint(Box):
    """A small icon and a quiet sentence beside it."""

    def __init__(self, theme: Theme, icon: str, text: str) -> None:
        super().__init__(theme, across=True, spacing=8)
        self.add(IconView(theme, icon, 18, "ink2"))
        self.box.addWidget(Label(theme, text, "small", "ink2", wrap=True), 1)
