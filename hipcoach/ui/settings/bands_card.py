"""Which bands are owned, and what the program needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal

from hipcoach.core.catalogue import BandLevel
from hipcoach.core.run import Settings
from hipcoach.core.text import tr
from hipcoach.ui.first_run.band_choice import BandChoice
from hipcoach.ui.labels import Label
from hipcoach.ui.settings.card import SettingsCard
from hipcoach.ui.theme import Theme

NARROWEST = 220
"""Pixels at 100 % text that the tile of a band is wide at least."""


class BandsCard(SettingsCard):
    """`chosen` tells all bands that are owned, the lightest first; none is an answer too.

    `levels` are the bands there are, `texts` the catalogue's wordings.
    """

    chosen = Signal(tuple)

    def __init__(self, theme: Theme, levels: Iterable[BandLevel], texts: Mapping[str, str]) -> None:
        super().__init__(theme, "dumbbell", tr("Bands and kit"), tr("elastic band loop strip"))
        self._kit = Label(theme, "", "small", "ink2", wrap=True)
        asked, levels = tr(texts["bands-owned"]), tuple(levels)
        self.choice = BandChoice(theme, asked, levels, "list", NARROWEST)
        self.add_widget(self._kit, tr("needs program"))
        colours = " ".join(level.colour for level in levels)
        self.add_widget(Label(theme, asked, "body_strong", wrap=True), colours)
        self.add_widget(self.choice, colours)
        self.add_widget(Label(theme, tr(texts["band-card"]), "small", "ink2", wrap=True), colours)
        self.choice.changed.connect(lambda: self.chosen.emit(self.choice.bands or ()))

    def show_settings(self, settings: Settings) -> None:
        """The bands as they are owned."""
        self.choice.show_bands(settings.bands)

    def show_kit(self, things: Iterable[str]) -> None:
        """What the program under way needs; nothing without one."""
        kit = ", ".join(things)
        self._kit.setText(tr("Your program needs: {kit}.", kit=kit) if kit else "")
