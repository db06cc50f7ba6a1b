"""Which bands are owned, and what the program needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal

from hipcoach.core.catalogue import BandLevel
from hipcoach.core.run import Settings
from hipcoach.core.text import tr
from hipcoach.ui.controls.choice_tile import CheckTile
from hipcoach.ui.controls.group import Group
from hipcoach.ui.first_run.band_tile import BandTile
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Columns
from hipcoach.ui.settings.card import SettingsCard
from hipcoach.ui.theme import Theme

NARROWEST, GAP = 220, 12


class BandsCard(SettingsCard):
    """`chosen` tells all bands that are owned, the lightest first; none is an answer too.

    `levels` are the bands there are, `texts` the catalogue's wordings.
    """

    chosen = Signal(tuple)

    def __init__(self, theme: Theme, levels: Iterable[BandLevel], texts: Mapping[str, str]) -> None:
        super().__init__(theme, "dumbbell", tr("Bands and kit"), tr("elastic band loop strip"))
        self._kit = Label(theme, "", "small", "ink2", wrap=True)
        self._bands = [BandTile(theme, level, "list") for level in levels]
        without = tr("the exercises go without a band")
        self._none = CheckTile(theme, tr("None of them"), without, size="list")
        self.add_widget(self._kit, tr("needs program"))
        colours = " ".join(tile.level.colour for tile in self._bands)
        self.add_widget(Label(theme, tr(texts["bands-owned"]), "body_strong", wrap=True), colours)
        self.add_widget(self._tiles(tr(texts["bands-owned"])), colours)
        self.add_widget(Label(theme, tr(texts["band-card"]), "small", "ink2", wrap=True), colours)
        self._none.toggled.connect(lambda: self.chosen.emit(()))
        for tile in self._bands:
            tile.changed.connect(self._on_band)
        self._measure()
        theme.changed.connect(self._measure)

    def show_settings(self, settings: Settings) -> None:
        """The bands as they are owned."""
        owned = {band.colour: band for band in settings.bands or ()}
        for tile in self._bands:
            tile.show_owned(owned.get(tile.level.colour))
        self._none.show_chosen(settings.bands == ())

    def show_kit(self, things: Iterable[str]) -> None:
        """What the program under way needs; nothing without one."""
        kit = ", ".join(things)
        self._kit.setText(tr("Your program needs: {kit}.", kit=kit) if kit else "")

    def _tiles(self, name: str) -> Group:
        group = Group(name)
        self._columns = Columns()
        group.setLayout(self._columns)
        for tile in (*self._bands, self._none):
            self._columns.addWidget(tile)
        return group

    def _on_band(self) -> None:
        self.chosen.emit(tuple(tile.band for tile in self._bands if tile.owned))

    def _measure(self) -> None:
        self._columns.set_measures(self._theme.px(NARROWEST), self._theme.px(GAP))
