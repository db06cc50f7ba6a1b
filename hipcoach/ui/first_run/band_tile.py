"""A band that may be owned: a tick, and whether it is a loop or a strip."""

from __future__ import annotations

from PySide6.QtCore import Signal

from hipcoach.core.catalogue import BandLevel
from hipcoach.core.format import capitalised
from hipcoach.core.run import Band, BandKind
from hipcoach.core.text import tr
from hipcoach.ui.box import Box
from hipcoach.ui.controls.choice_tile import CheckTile
from hipcoach.ui.controls.segmented import Segmented
from hipcoach.ui.controls.tile_face import Size
from hipcoach.ui.theme import Theme

KINDS = (BandKind.LOOP, BandKind.STRIP)


class BandTile(Box):
    """The band of a level; its kind is asked once it is ticked."""

    changed = Signal()

    def __init__(self, theme: Theme, level: BandLevel, size: Size = "normal") -> None:
        super().__init__(theme, spacing=8)
        self.level = level
        title = capitalised(tr(level.colour))
        self.tile = CheckTile(theme, title, tr(level.note) if level.note else "", size=size)
        self._kind = Segmented(theme, tr("{band} band", band=title), [tr("Loop"), tr("Flat strip")])
        self._kind.show_part(0)
        self._kind.hide()
        self.add(self.tile, self._kind)
        self.box.addStretch(1)
        self.tile.toggled.connect(self._on_toggled)
        self._kind.changed.connect(self.changed)

    @property
    def owned(self) -> bool:
        """Whether it is ticked."""
        return self.tile.isChecked()

    @property
    def band(self) -> Band:
        """The band as it is owned."""
        return Band(colour=self.level.colour, kind=KINDS[self._kind.part or 0])

    def show_owned(self, band: Band | None) -> None:
        """Tick it as this band, or not, without telling."""
        self.tile.show_chosen(band is not None)
        self._kind.setVisible(band is not None)
        if band is not None:
            self._kind.show_part(KINDS.index(band.kind))

    def _on_toggled(self, owned: bool) -> None:
        self._kind.setVisible(owned)
        self.changed.emit()
