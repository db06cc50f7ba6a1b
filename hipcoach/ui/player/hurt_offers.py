"""What one can do after "this hurts": a tile for each offer, with the letter that chooses it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipcoach.core.hurt import Choice, Offers
from hipcoach.core.text import say, tr
from hipcoach.ui.controls.choice_tile import ChoiceTile
from hipcoach.ui.labels import Label
from hipcoach.ui.player.hurt_facts import HurtFacts
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

LETTERS = {Choice.EASIER: "E", Choice.FEWER: "F", Choice.SKIP: "S", Choice.END: "X"}
ICONS = {
    Choice.EASIER: "arrow-down",
    Choice.FEWER: "minus",
    Choice.SKIP: "skip-forward",
    Choice.END: "flag",
}

WAIT = TextStyle(size=20, line=30, weight=400)
TITLE = TextStyle(size=26, line=34, weight=600, spacing=-1)
ROOMY_TILE, TILE = 116, 96
"""Pixels: how high an offer is at least."""


class HurtOffers(QWidget):
    """`marked` tells which offer is chosen; nothing happens by choosing."""

    marked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._offers: tuple[Choice, ...] = ()
        self._tiles = {choice: self._tile(choice) for choice in Choice}
        self._wait = Label(theme, tr("Say first how strong it is."), WAIT, "ink2", wrap=True)
        self._column = QVBoxLayout(self)
        self._title = Label(theme, tr("What would you like to do?"), TITLE, wrap=True)
        self._why = Label(theme, "", WAIT, "ink2", wrap=True)
        for widget in (self._title, self._wait, self._why, *self._tiles.values()):
            self._column.addWidget(widget)
        self._column.addStretch(1)

    @property
    def choice(self) -> Choice | None:
        """The offer that is chosen."""
        chosen = (choice for choice in self._offers if self._tiles[choice].isChecked())
        return next(chosen, None)

    def show_facts(self, facts: HurtFacts) -> None:
        """What each offer would mean now."""
        for choice, tile in self._tiles.items():
            tile.show_text(facts.title(choice), facts.text(choice))

    def show_offers(self, found: Offers | None) -> None:
        """These offers, one of them chosen beforehand or kept chosen; None: not known yet."""
        before = self.choice
        self._offers = found.choices if found else ()
        self._wait.setVisible(found is None)
        why = found.why if found else None
        self._why.setText(say(why) if why else "")
        self._why.setVisible(why is not None)
        chosen = found.preselected if found else None
        if found and chosen is None and before in found.choices:
            chosen = before
        for choice, tile in self._tiles.items():
            tile.setVisible(choice in self._offers)
            tile.show_chosen(choice is chosen)
        self.marked.emit()

    def mark(self, letter: str) -> bool:
        """Choose by letter; False where it names no offer."""
        for choice in self._offers:
            if LETTERS[choice] == letter:
                self._tiles[choice].setChecked(True)
                return True
        return False

    def step(self, by: int) -> None:
        """Choose the offer before or after."""
        if self._offers:
            here = self.choice
            start = -1 if by > 0 else 0
            place = self._offers.index(here) if here else start
            self._tiles[self._offers[(place + by) % len(self._offers)]].setChecked(True)

    def _tile(self, choice: Choice) -> ChoiceTile:
        tile = ChoiceTile(self._theme, "", icon=ICONS[choice], key=LETTERS[choice], size="large")
        tile.toggled.connect(self.marked)
        tile.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return tile

    def show_size(self, *, roomy: bool) -> None:
        """The design's sizes, or smaller ones where the window is."""
        px = self._theme.px
        self._title.set_style(TITLE if roomy else "title")
        self._column.setContentsMargins(0, px(8 if roomy else 0), 0, 0)
        self._column.setSpacing(px(12 if roomy else 8))
        for tile in self._tiles.values():
            tile.setMinimumHeight(px(ROOMY_TILE if roomy else TILE))
