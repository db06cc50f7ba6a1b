"""The ready-made programs, one below the other: one of them is looked at."""

from __future__ import annotations

from PySide6.QtCore import Signal

from hipcoach.core.program_view import ProgramsView
from hipcoach.core.text import say, tr
from hipcoach.ui.box import Box
from hipcoach.ui.card import Card
from hipcoach.ui.controls.choice_tile import ChoiceTile
from hipcoach.ui.controls.group import Group
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Columns
from hipcoach.ui.scroll import Scroll
from hipcoach.ui.still import Still
from hipcoach.ui.theme import Theme

PICTURE, SMALL_PICTURE = (72, 52), (48, 44)
"""Pixels at 100 % text."""

PADDING, RING = 10, 6
"""Pixels at 100 % text between edge and tiles; so many of them scroll, for the focus ring."""

NARROWEST, GAP, LOWEST = 300, 8, 200
"""Pixels at 100 % text of a tile beside another, between tiles, and of what scrolls at least."""


class ProgramList(Card):
    """A tile a program. The arrow keys move; `chosen` tells the id.

    It scrolls by itself beside the card, so that the card's foot stays in view; above the card the
    page scrolls, and the tiles stand in as many columns as have room.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, padding=0, spacing=0)
        self._tiles: dict[str, ChoiceTile] = {}
        self._pictures: dict[str, Still] = {}
        head = Box(theme, edges=(PADDING + 4, PADDING + 2, PADDING, 0))
        head.add(Label(theme, tr("Ready-made"), "caption", "ink3"))
        self._group = Group(tr("Ready-made programs"))
        self._rows = Columns()
        self._group.setLayout(self._rows)
        self._body = Box(theme, edges=(RING, RING, RING, RING))
        self._body.add(self._group)
        self._body.box.addStretch(1)
        self._scroll = Scroll(theme)
        self._scroll.setProperty("kind", "in-card")
        self._scroll.setAccessibleName(self._group.accessibleName())
        self._scroll.column.setContentsMargins(0, 0, 0, 0)
        self._ground = Box(theme, edges=(PADDING - RING, 0, PADDING - RING, PADDING - RING))
        self._ground.add(self._scroll)
        self.column.addWidget(head)
        self.column.addWidget(self._ground, 1)
        self._fit()
        theme.changed.connect(self._fit)

    def show_programs(self, view: ProgramsView, looked_at: str) -> None:
        """The programs; the one under way says so."""
        for facts in view.programs:
            tile = self._tiles.get(facts.id) or self._made(facts.id)
            short = say(facts.short)
            own = tr("Your program: {facts}", facts=short) if facts.id == view.running else short
            tile.show_text(say(facts.name), own)
            self._pictures[facts.id].show_asked(facts.picture)
            tile.show_chosen(facts.id == looked_at)

    def tile(self, program: str) -> ChoiceTile:
        """The tile of a program."""
        return self._tiles[program]

    def arrange(self, *, small: bool, scrolls: bool) -> None:
        """Smaller pictures where the list is narrow; scroll by itself, or let the page do it."""
        self._scroll.setVisible(scrolls)
        (self._scroll.column if scrolls else self._ground.box).addWidget(self._body)
        for picture in self._pictures.values():
            picture.show_size(*(SMALL_PICTURE if small else PICTURE))

    def _made(self, program: str) -> ChoiceTile:
        self._pictures[program] = picture = Still(self._theme, None, PICTURE)
        tile = ChoiceTile(self._theme, "", size="list", picture=picture)
        tile.toggled.connect(lambda on, name=program: self.chosen.emit(name) if on else None)
        self._tiles[program] = tile
        self._rows.addWidget(tile)
        tile.show()  # at once, so that it can be given the focus
        return tile

    def _fit(self) -> None:
        px = self._theme.px
        self._rows.set_measures(px(NARROWEST), px(GAP))
        self._scroll.setMinimumHeight(px(LOWEST))
