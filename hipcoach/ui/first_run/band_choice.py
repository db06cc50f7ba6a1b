"""Which bands are owned: a tile for each, and one for none of them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipcoach.core.catalogue import BandLevel
from hipcoach.core.run import Band
from hipcoach.core.text import tr
from hipcoach.ui.controls.choice_tile import CheckTile
from hipcoach.ui.controls.group import Group
from hipcoach.ui.controls.tile_face import Size
from hipcoach.ui.first_run.band_tile import BandTile
from hipcoach.ui.layouts import Columns
from hipcoach.ui.theme import Theme

GAP = 12


class BandChoice(Group):
    """`levels` are the bands there are. Owning none is an answer too. `changed` by a press only.

    A tile is at least `narrowest` pixels wide at 100 % text.
    """

    changed = Signal()

    def __init__(
        self, theme: Theme, name: str, levels: Iterable[BandLevel], size: Size, narrowest: float
    ) -> None:
        super().__init__(name)
        self._theme, self._narrowest = theme, narrowest
        self._tiles = [BandTile(theme, level, size) for level in levels]
        without = tr("the exercises go without a band")
        self._none = CheckTile(theme, tr("None of them"), without, size=size)
        self._columns = Columns()
        self.setLayout(self._columns)
        for tile in (*self._tiles, self._none):
            self._columns.addWidget(tile)
        self._none.toggled.connect(self._on_none)
        for tile in self._tiles:
            tile.changed.connect(self._on_band)
        self._measure()
        theme.changed.connect(self._measure)

    @property
    def bands(self) -> tuple[Band, ...] | None:
        """The bands that are owned, the lightest first; None where nothing is ticked yet."""
        owned = tuple(tile.band for tile in self._tiles if tile.owned)
        return owned if owned or self._none.isChecked() else None

    @property
    def first(self) -> QWidget:
        """The lightest band."""
        return self._tiles[0].tile

    def show_bands(self, bands: Iterable[Band] | None) -> None:
        """Tick what is owned; None: it was not answered yet."""
        owned = {band.colour: band for band in bands or ()}
        for tile in self._tiles:
            tile.show_owned(owned.get(tile.level.colour))
        self._none.show_chosen(bands is not None and not owned)

    def _on_none(self, none: bool) -> None:
        if none:
            for tile in self._tiles:
                tile.show_owned(None)
        self.changed.emit()

    def _on_band(self) -> None:
        if self.bands:
            self._none.show_chosen(False)
        self.changed.emit()

    def _measure(self) -> None:
        self._columns.set_measures(self._theme.px(self._narrowest), self._theme.px(GAP))
