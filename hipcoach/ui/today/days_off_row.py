"""The two quiet buttons beside the greeting: a flare-up, and days away or ill."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipcoach.core.hero_view import HeroView
from hipcoach.core.text import tr
from hipcoach.ui.buttons import Button
from hipcoach.ui.layouts import Flow
from hipcoach.ui.theme import Theme


class DaysOffRow(QWidget):
    """Each button is shown while what it begins may begin."""

    flare_asked = Signal()
    away_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._flare = Button(theme, tr("Having a flare-up?"), icon="flag", size="small")
        self._away = Button(theme, tr("Away or ill?"), icon="calendar-days", size="small")
        self._row = Flow()
        self.setLayout(self._row)
        for button in (self._flare, self._away):
            self._row.addWidget(button)
        self._flare.clicked.connect(self.flare_asked)
        self._away.clicked.connect(self.away_asked)
        self._space()
        theme.changed.connect(self._space)

    def show_hero(self, view: HeroView) -> None:
        """Show what may begin now; nothing where that is neither."""
        self._flare.setVisible(view.can_flare)
        self._away.setVisible(view.can_be_away)
        self.setVisible(view.can_flare or view.can_be_away)

    def _space(self) -> None:
        self._row.setSpacing(self._theme.px(8))
        self._row.invalidate()
