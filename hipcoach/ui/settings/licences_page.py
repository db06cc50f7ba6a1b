"""The licences of HipCoach and of what it carries or runs with."""

from __future__ import annotations

from collections.abc import Iterable

from hipcoach.core.plain_page import Piece, Plain
from hipcoach.core.text import tr
from hipcoach.ui.card import Card
from hipcoach.ui.labels import Label
from hipcoach.ui.settings.sub_page import SubPage
from hipcoach.ui.theme import Theme

POINT = "\u2022 "


class LicencesPage(SubPage):
    """One card a text; the texts are shown as they are, in their own language."""

    def __init__(self, theme: Theme, texts: Iterable[Iterable[Plain]]) -> None:
        super().__init__(theme, tr("Licences"), spacing=16)
        for text in texts:
            card = Card(theme, spacing=8)
            for piece in text:
                card.column.addWidget(_label(theme, piece))
            self.body.add(card)


def _label(theme: Theme, piece: Plain) -> Label:
    if piece.kind is Piece.TITLE:
        return Label(theme, piece.text, "section", wrap=True)
    text = POINT * (piece.kind is not Piece.TEXT) + piece.text
    return Label(theme, text, "small", wrap=True)
