"""The page behind "Having a flare-up?": what it is, what comes first, and what then."""

from __future__ import annotations

from collections.abc import Mapping

from hipcoach.core.text import tr
from hipcoach.ui.card import Card
from hipcoach.ui.days_off.page import DaysOffPage
from hipcoach.ui.days_off.paragraphs import paragraphs
from hipcoach.ui.first_run.styles import QUESTION
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

FIRST = TextStyle(size=18, line=28, weight=600)


class FlarePage(DaysOffPage):
    """`texts` are the catalogue's wordings; `continued` leads to the warning list."""

    def __init__(self, theme: Theme, texts: Mapping[str, str]) -> None:
        super().__init__(theme, tr("Having a flare-up?"), tr("To the warning list"))
        card = Card(theme, padding=24, spacing=14)
        for part in paragraphs(tr(texts["flare-up"])):
            style = FIRST if part.endswith("?") else QUESTION
            card.column.addWidget(Label(theme, part, style, wrap=True))
        self.body.add(card)
        self.body.add_gap(12)
        noted = tr("The flare-up is noted once you have been through the list.")
        self.body.add(Label(theme, noted, "small", "ink2", wrap=True))
