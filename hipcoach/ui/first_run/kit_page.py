"""What the program needs, and which bands are owned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtWidgets import QWidget

from hipcoach.core.catalogue import BandLevel
from hipcoach.core.run import Band
from hipcoach.core.text import tr
from hipcoach.ui.box import Box
from hipcoach.ui.controls.chip import Chip
from hipcoach.ui.controls.choice_tile import CheckTile
from hipcoach.ui.controls.group import Group
from hipcoach.ui.first_run.band_tile import BandTile
from hipcoach.ui.first_run.page import Page
from hipcoach.ui.first_run.styles import HEADING
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Columns, Flow
from hipcoach.ui.theme import Theme

NARROWEST, GAP = 300, 12


class KitPage(Page):
    """`kit` are the things needed, `levels` the bands there are, `texts` the catalogue's wordings.

    Owning none is an answer too; before any answer one cannot go on.
    """

    def __init__(
        self,
        theme: Theme,
        kit: Iterable[str],
        levels: Iterable[BandLevel],
        texts: Mapping[str, str],
    ) -> None:
        title = tr("What you need")
        super().__init__(theme, title)
        self._bands = [BandTile(theme, level) for level in levels]
        self._none = CheckTile(theme, tr("None of them"), tr("the exercises go without a band"))
        self.add(Label(theme, title, HEADING, wrap=True))
        self.add_gap(16)
        self.add(_Things(theme, kit))
        self.add_gap(28)
        self.add(Label(theme, tr(texts["bands-owned"]), "title", wrap=True))
        self.add_gap(12)
        self.add(self._tiles(tr(texts["bands-owned"])))
        self.add_gap(20)
        self.add(Label(theme, tr(texts["band-card"]), "small", "ink2", wrap=True))
        self._connect()
        self._restyle()
        theme.changed.connect(self._restyle)

    @property
    def ready(self) -> bool:
        """Whether bands are ticked, or that there are none."""
        return self._none.isChecked() or bool(self.bands)

    @property
    def bands(self) -> tuple[Band, ...]:
        """The bands that are owned, the lightest first."""
        return tuple(tile.band for tile in self._bands if tile.owned)

    def first_control(self) -> QWidget:
        """The lightest band."""
        return self._bands[0].tile

    def show_bands(self, bands: Iterable[Band]) -> None:
        """Tick what was answered before."""
        owned = {band.colour: band for band in bands}
        for tile in self._bands:
            tile.show_owned(owned.get(tile.level.colour))
        self._none.show_chosen(not owned)
        self.ready_changed.emit()

    def _tiles(self, name: str) -> Group:
        group = Group(name)
        self._columns = Columns()
        group.setLayout(self._columns)
        for tile in (*self._bands, self._none):
            self._columns.addWidget(tile)
        return group

    def _connect(self) -> None:
        self._none.toggled.connect(self._on_none)
        for tile in self._bands:
            tile.changed.connect(self._on_band)

    def _on_none(self, none: bool) -> None:
        if none:
            for tile in self._bands:
                tile.show_owned(None)
        self.ready_changed.emit()

    def _on_band(self) -> None:
        if self.bands:
            self._none.show_chosen(False)
        self.ready_changed.emit()

    def _restyle(self) -> None:
        px = self.theme.px
        self._columns.set_measures(px(NARROWEST), px(GAP))


class _Things(Box):
    """Things beside each other."""

    def __init__(self, theme: Theme, names: Iterable[str]) -> None:
        super().__init__(theme)
        flow = Flow()
        self.box.addLayout(flow)
        for name in names:
            flow.addWidget(Chip(theme, name))
