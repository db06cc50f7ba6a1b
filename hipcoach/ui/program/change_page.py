"""Before another program begins: what ends, and what begins."""

from __future__ import annotations

from collections.abc import Iterable

from hipcoach.core.change_view import ChangeView
from hipcoach.core.text import Message, say, tr
from hipcoach.ui.card import Card
from hipcoach.ui.first_run.page import Page
from hipcoach.ui.first_run.styles import HEADING
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme


class ChangePage(Page):
    """One card for what ends, one for what begins; nothing is stored yet."""

    def __init__(self, theme: Theme, change: ChangeView) -> None:
        title = tr("Change to “{program}”", program=say(change.name))
        super().__init__(theme, title)
        self.add(Label(theme, title, HEADING, wrap=True))
        self.add_gap(20)
        self.add(_told(theme, tr("What ends"), change.ends))
        self.add_gap(16)
        self.add(_told(theme, tr("What begins"), (*change.begins, *change.shared)))


def _told(theme: Theme, title: str, lines: Iterable[Message]) -> Card:
    card = Card(theme, spacing=8)
    card.column.addWidget(Label(theme, title, "section", wrap=True))
    for line in lines:
        card.column.addWidget(Label(theme, say(line), wrap=True))
    return card
