"""The exercise figure: how it looks, and whether it moves."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from hipcoach.core.depicted import Depicted
from hipcoach.core.run import FigureLook, Motion, Settings
from hipcoach.core.text import tr
from hipcoach.ui.controls.choice_tile import ChoiceTile
from hipcoach.ui.controls.group import Group
from hipcoach.ui.controls.segmented import Segmented
from hipcoach.ui.layouts import Columns
from hipcoach.ui.settings.card import SettingsCard
from hipcoach.ui.still import Still
from hipcoach.ui.theme import Theme

EXAMPLE = Depicted(figure="quadruped-hip-extension")
"""What the looks are shown on: all of the body is seen."""

PICTURE, NARROWEST, GAP = (84, 60), 160, 8
"""Pixels at 100 % text: a look's picture, a tile beside another, and the room between tiles."""

MOTIONS = (Motion.MOVING, Motion.STILLS, Motion.SYSTEM)


class FigureCard(SettingsCard):
    """Tells what was chosen."""

    look_chosen = Signal(FigureLook)
    motion_chosen = Signal(Motion)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "image", tr("Exercise figure"), tr("person picture animation"))
        self._tiles = {look: self._tile(look, name) for look, name in _names().items()}
        group = Group(tr("Look of the figure"))
        self._columns = Columns()
        group.setLayout(self._columns)
        for tile in self._tiles.values():
            self._columns.addWidget(tile)
        words = tr("look skin hair clothes")
        self.add_widget(group, " ".join((words, *_names().values())))
        parts = [tr("Moving"), tr("Stills"), tr("System")]
        self._motion = Segmented(theme, tr("Movement"), parts)
        hint = tr("stills show the start and the end; System follows your computer")
        more = tr("reduced motion animation")
        self.add_row(tr("Movement"), self._motion, hint, " ".join((*parts, more)))
        self._motion.changed.connect(lambda index: self.motion_chosen.emit(MOTIONS[index]))
        self._measure()
        theme.changed.connect(self._measure)

    def show_settings(self, settings: Settings) -> None:
        """The choices as they are."""
        for look, tile in self._tiles.items():
            tile.show_chosen(look is settings.figure_look)
        self._motion.show_part(MOTIONS.index(settings.motion))

    def _tile(self, look: FigureLook, name: str) -> ChoiceTile:
        still = Still(self._theme, EXAMPLE, PICTURE)
        still.show_look(look)
        tile = ChoiceTile(self._theme, name, size="list", picture=still)
        tile.toggled.connect(partial(self._on_toggled, look))
        return tile

    def _on_toggled(self, look: FigureLook, on: bool) -> None:
        if on:
            self.look_chosen.emit(look)

    def _measure(self) -> None:
        px = self._theme.px
        self._columns.set_measures(px(NARROWEST), px(GAP))


def _names() -> dict[FigureLook, str]:
    return {
        FigureLook.SAGE: tr("Sage"),
        FigureLook.PLUM: tr("Plum"),
        FigureLook.OCEAN: tr("Ocean"),
        FigureLook.FERN: tr("Fern"),
    }
