"""Next time: what becomes of each exercise, while the questions above are being answered."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipcoach.core.next_time import NextCard, NextTime
from hipcoach.core.progression.verdict import Move
from hipcoach.core.text import say, tr
from hipcoach.ui.box import Box
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Columns
from hipcoach.ui.review.next_card import NextCardView
from hipcoach.ui.spread import Spread
from hipcoach.ui.theme import Theme

NARROWEST, GAP = 340, 16
WHOLE = 1 << 16
"""Wider than any window: each card has a row of its own."""


class NextCards(Box):
    """The heading and the cards; nothing where there are none. `rearranged`: cards came or went.

    What the user chose for an exercise holds as long as its card goes the same way.
    """

    rearranged = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, spacing=10)
        self._made: dict[str, NextCardView] = {}
        self._views: dict[str, NextCardView] = {}
        self._declined: set[tuple[str, Move]] = set()
        self._narrow = False
        self._note = Label(theme, "", "small", "ink2", wrap=True)
        self._head, self._grid = Spread(), Columns()
        self._head.addWidget(Label(theme, tr("Next time"), "section"))
        self._head.addWidget(self._note)
        self._cards = QWidget()
        self._cards.setLayout(self._grid)
        self.box.addLayout(self._head)
        self.box.addWidget(self._cards)
        self._fit()
        theme.changed.connect(self._fit)

    @property
    def declined(self) -> frozenset[str]:
        """The keys of the cards whose change is not wanted."""
        return frozenset(key for key, view in self._views.items() if view.declined)

    def show_next(self, told: NextTime) -> None:
        """What the rules say to the answers as they stand."""
        self.setVisible(bool(told.cards))
        self._note.setText(say(told.note) if told.note else "")
        self._note.setVisible(told.note is not None)
        if list(self._views) != [card.key for card in told.cards]:
            self._deal(told.cards)
        for card in told.cards:
            declined = (card.key, card.move) in self._declined
            self._views[card.key].show_card(card, declined=declined)

    def show_columns(self, *, narrow: bool) -> None:
        """As many cards in a row as fit, or one."""
        self._narrow = narrow
        self._fit()

    def _deal(self, cards: tuple[NextCard, ...]) -> None:
        """Other cards; one that goes is kept for when it is told again."""
        self._cards.hide()  # else the page is laid out anew with each card that comes
        while self._grid.takeAt(0):
            pass
        for view in self._views.values():
            view.hide()
        self._views = {card.key: self._made.get(card.key) or self._new(card) for card in cards}
        for view in self._views.values():
            self._grid.addWidget(view)
            view.show()
            view.raise_()  # the order of the children is that of the Tab key and of screen readers
        self._cards.show()
        self.rearranged.emit()

    def _new(self, card: NextCard) -> NextCardView:
        view = NextCardView(self.theme, card)
        view.chosen.connect(lambda: self._on_chosen(view))
        self._made[card.key] = view
        return view

    def _on_chosen(self, view: NextCardView) -> None:
        choice = (view.card.key, view.card.move)
        self._declined.discard(choice)
        if view.declined:
            self._declined.add(choice)

    def _fit(self) -> None:
        px = self.theme.px
        self._head.set_measures(px(GAP))
        self._grid.set_measures(WHOLE if self._narrow else px(NARROWEST), px(GAP))
