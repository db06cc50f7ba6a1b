"""Choose a program: the five on the left, the chosen one's card on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipcoach.core.program_view import ProgramFacts
from hipcoach.core.text import say, tr
from hipcoach.core.told import Told
from hipcoach.ui.box import ACROSS, DOWN, Box
from hipcoach.ui.controls.choice_tile import ChoiceTile
from hipcoach.ui.controls.group import Group
from hipcoach.ui.first_run.page import Page
from hipcoach.ui.first_run.program_card import ProgramCard
from hipcoach.ui.first_run.styles import HEADING
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme

LIST, GAP = 340, 20
NARROW_LIST, FULL_FROM = 272, 1160
BESIDE_FROM = 880
"""Effective widths from which the list has its full width, and stands beside the card."""


class ProgramPage(Page):
    """`programs` in their order, `chosen` the id of the preselected one."""

    WIDTH = LIST + GAP + 752

    def __init__(
        self,
        theme: Theme,
        programs: tuple[ProgramFacts, ...],
        honesty: tuple[Told, ...],
        chosen: str,
    ) -> None:
        title = tr("Choose a program")
        super().__init__(theme, title)
        self.chosen = chosen
        self._programs = {facts.id: facts for facts in programs}
        self._honesty = honesty
        self._tiles: dict[str, ChoiceTile] = {}
        self._list = self._made_list(title)
        self._card: QWidget = self._made_card()
        self.add(Label(theme, title, HEADING, wrap=True))
        self.add_gap(20)
        self._row = Box(theme, across=True, spacing=GAP)
        self._row.box.addWidget(self._list, 0, Qt.AlignmentFlag.AlignTop)
        self._row.box.addWidget(self._card, 1, Qt.AlignmentFlag.AlignTop)
        self.add(self._row)

    @property
    def facts(self) -> ProgramFacts:
        """The chosen program."""
        return self._programs[self.chosen]

    def first_control(self) -> QWidget:
        """The chosen program."""
        return self._tiles[self.chosen]

    def fit(self, width: float) -> None:
        """The list above the card where there is no room beside it."""
        beside = width >= BESIDE_FROM
        self._row.box.setDirection(ACROSS if beside else DOWN)
        widest = (LIST if width >= FULL_FROM else NARROW_LIST) if beside else self.WIDTH
        self._list.setMinimumWidth(self.theme.px(widest) if beside else 0)
        self._list.setMaximumWidth(self.theme.px(widest))

    def _made_list(self, title: str) -> Group:
        group = Group(title)
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        for facts in self._programs.values():
            tile = ChoiceTile(self.theme, say(facts.name), say(facts.short), size="list")
            tile.show_chosen(facts.id == self.chosen)
            tile.toggled.connect(lambda on, name=facts.id: self._on_toggled(name, on=on))
            column.addWidget(tile)
            self._tiles[facts.id] = tile
        return group

    def _made_card(self) -> ProgramCard:
        return ProgramCard(self.theme, self.facts, self._honesty)

    def _on_toggled(self, name: str, *, on: bool) -> None:
        if not on:
            return
        self.chosen = name
        before, self._card = self._card, self._made_card()
        self._row.box.replaceWidget(before, self._card)
        before.deleteLater()
        before.hide()
        self._card.show()
