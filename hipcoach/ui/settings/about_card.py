"""What HipCoach is, and what it is not."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipcoach import __version__
from hipcoach.core.text import tr
from hipcoach.ui.buttons import Button
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Flow
from hipcoach.ui.settings.card import SettingsCard
from hipcoach.ui.theme import Theme


class AboutCard(SettingsCard):
    """`texts` are the catalogue's wordings. Two pages are behind it."""

    sources_asked = Signal()
    licences_asked = Signal()

    def __init__(self, theme: Theme, texts: Mapping[str, str]) -> None:
        super().__init__(theme, "circle-help", tr("About"))
        version = tr("HipCoach {version}", version=__version__)
        for text in (version, tr(texts["not-reviewed"]), tr(texts["disclaimer"])):
            self.add_widget(Label(theme, text, "small", "ink2", wrap=True), text)
        self.sources = Button(theme, tr("Sources"), icon="file-text", size="small")
        self.licences = Button(theme, tr("Licences"), icon="file-text", size="small")
        self.sources.clicked.connect(self.sources_asked)
        self.licences.clicked.connect(self.licences_asked)
        row, self._flow = QWidget(), Flow()
        row.setLayout(self._flow)
        for button in (self.sources, self.licences):
            self._flow.addWidget(button)
        self.add_widget(row, tr("Sources Licences studies articles version"))
        self._space_buttons()
        theme.changed.connect(self._space_buttons)

    def _space_buttons(self) -> None:
        px = self._theme.px
        self.column.setSpacing(px(6))
        self._flow.setSpacing(px(8))
        self._flow.setContentsMargins(0, px(6), 0, px(4))
