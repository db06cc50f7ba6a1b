"""What the program needs, and which bands are owned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtWidgets import QWidget

from hipcoach.core.catalogue import BandLevel
from hipcoach.core.run import Band
from hipcoach.core.text import tr
from hipcoach.ui.box import Box
from hipcoach.ui.controls.chip import Chip
from hipcoach.ui.first_run.band_choice import BandChoice
from hipcoach.ui.first_run.page import Page
from hipcoach.ui.first_run.styles import HEADING
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Flow
from hipcoach.ui.theme import Theme

NARROWEST = 300
"""Pixels at 100 % text that the tile of a band is wide at least."""


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
        asked = tr(texts["bands-owned"])
        self._choice = BandChoice(theme, asked, levels, "normal", NARROWEST)
        self.add(Label(theme, title, HEADING, wrap=True))
        self.add_gap(16)
        self.add(_Things(theme, kit))
        self.add_gap(28)
        self.add(Label(theme, asked, "title", wrap=True))
        self.add_gap(12)
        self.add(self._choice)
        self.add_gap(20)
        self.add(Label(theme, tr(texts["band-card"]), "small", "ink2", wrap=True))
        self._choice.changed.connect(self.ready_changed)

    @property
    def ready(self) -> bool:
        """Whether bands are ticked, or that there are none."""
        return self._choice.bands is not None

    @property
    def bands(self) -> tuple[Band, ...]:
        """The bands that are owned, the lightest first."""
        return self._choice.bands or ()

    def first_control(self) -> QWidget:
        """The lightest band."""
        return self._choice.first

    def show_bands(self, bands: Iterable[Band]) -> None:
        """Tick what was answered before."""
        self._choice.show_bands(bands)
        self.ready_changed.emit()


class _Things(Box):
    """Things beside each other."""

    def __init__(self, theme: Theme, names: Iterable[str]) -> None:
        super().__init__(theme)
        flow = Flow()
        self.box.addLayout(flow)
        for name in names:
            flow.addWidget(Chip(theme, name))
