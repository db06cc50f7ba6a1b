"""A card of "next time": the exercise, what becomes of it, why, and the choice or the days."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from hipcoach.core.next_time import NextCard
from hipcoach.core.progression.verdict import Move
from hipcoach.core.text import say
from hipcoach.ui.card import Card
from hipcoach.ui.icon_tile import IconTile
from hipcoach.ui.labels import Label
from hipcoach.ui.reason import Reason
from hipcoach.ui.review.step_days import StepDays
from hipcoach.ui.review.way_pair import WayPair
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

TITLE = TextStyle(size=16, line=22, weight=600)
ACROSS, ALONG = 18, 16
ICONS = {Move.UP: "arrow-up", Move.SAME: "equal", Move.DOWN: "arrow-down"}


class NextCardView(Card):
    """Shows a card, and another one in its place. `chosen` tells that the user chose a way."""

    chosen = Signal()

    def __init__(self, theme: Theme, card: NextCard) -> None:
        self._way = False
        super().__init__(theme, padding=ALONG, spacing=8)
        self.card = card
        self._mark = IconTile(theme, "equal")
        self._name = Label(theme, "", "caption", "ink3", wrap=True)
        self._title = Label(theme, "", TITLE, wrap=True)
        self._why, self._days = Reason(theme), StepDays(theme)
        self.ways = WayPair(theme, "", "", "")
        self._lay_out()
        self.show_card(card, declined=False)
        self.ways.chosen.connect(self._on_chosen)
        self._fit()
        theme.changed.connect(self._fit)

    @property
    def declined(self) -> bool:
        """Whether the user wants all left as it is."""
        return self.card.decline is not None and self.ways.declined

    def show_card(self, card: NextCard, *, declined: bool) -> None:
        """What the rules say now, and what the user chose."""
        self.card = card
        self._name.setText(say(card.name))
        self._title.setText(say(card.title))
        self._why.show_why(say(card.why))
        self._days.setVisible(card.of > 0)
        self._days.show_days(card.done, card.of)
        has_ways = card.accept is not None and card.decline is not None
        self.ways.setVisible(has_ways)
        if card.accept is not None and card.decline is not None:
            self.ways.setAccessibleName(f"{say(card.name)}. {say(card.title)}")
            self.ways.show_ways(say(card.accept), say(card.decline), declined=declined)
        self._show_choice()

    def _lay_out(self) -> None:
        self._head, self._names = QHBoxLayout(), QVBoxLayout()
        self._names.setSpacing(0)
        self._names.addWidget(self._name)
        self._names.addWidget(self._title)
        self._head.addWidget(self._mark)
        self._head.addLayout(self._names, 1)
        self.column.addLayout(self._head)
        self.column.addWidget(self._why)
        self.column.addStretch(1)
        self.column.addWidget(self._days)
        self.column.addWidget(self.ways)

    def _on_chosen(self) -> None:
        self._show_choice()
        self.chosen.emit()

    def _show_choice(self) -> None:
        """A step up that is taken stands out."""
        taken = self.card.move is Move.UP and not self.declined
        fewer = self.card.move is Move.SAME and self.card.accept is not None
        self._mark.show_icon("minus" if fewer else ICONS[self.card.move], soft=taken)
        kind = "chosen" if taken else "card"
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)
            self._fit()

    def _fit(self) -> None:
        px, edge = self._theme.px, 1 if self.property("kind") == "chosen" else 0
        across, along = px(ACROSS) - edge, px(ALONG) - edge
        self.column.setContentsMargins(across, along, across, along)
        self._head.setSpacing(px(12))
