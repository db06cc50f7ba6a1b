"""How the window looks: light or dark, and the size of all text."""

from __future__ import annotations

from PySide6.QtCore import Signal

from hipcoach.core.run import TEXT_SIZES, Look, Settings
from hipcoach.core.text import tr
from hipcoach.ui.controls.segmented import Segmented
from hipcoach.ui.settings.card import SettingsCard
from hipcoach.ui.settings.text_size import TextSize
from hipcoach.ui.theme import Theme

LOOKS = (Look.LIGHT, Look.DARK, Look.SYSTEM)


class AppearanceCard(SettingsCard):
    """Tells what was chosen."""

    look_chosen = Signal(Look)
    text_size_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "type", tr("Appearance"))
        parts = [tr("Light"), tr("Dark"), tr("System")]
        self._look = Segmented(theme, tr("Theme"), parts)
        self._size = TextSize(theme, TEXT_SIZES)
        self.add_row(tr("Theme"), self._look, words=" ".join((*parts, tr("colours"))))
        self.add_row(tr("Text size"), self._size, words=tr("larger smaller letters font"))
        self._look.changed.connect(lambda index: self.look_chosen.emit(LOOKS[index]))
        self._size.changed.connect(self.text_size_chosen)

    def show_settings(self, settings: Settings) -> None:
        """The look as it is."""
        self._look.show_part(LOOKS.index(settings.look))
        self._size.show_percent(settings.text_size)
