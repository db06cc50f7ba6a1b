"""Settings: how the window looks, and what HipCoach is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from hipcoach.core.run import TEXT_SIZES, Look, Settings
from hipcoach.core.text import tr
from hipcoach.ui.buttons import Button
from hipcoach.ui.card import Card
from hipcoach.ui.controls.segmented import Segmented
from hipcoach.ui.labels import Label
from hipcoach.ui.scroll import Scroll
from hipcoach.ui.theme import Theme

LOOKS = (Look.LIGHT, Look.DARK, Look.SYSTEM)
WIDEST = 640
"""Pixels at 100 % text that a card is wide at most."""


class SettingsPage(Scroll):
    """Shows the settings; a change is told at once. `texts` are the catalogue's."""

    look_chosen = Signal(Look)
    text_size_chosen = Signal(int)

    def __init__(self, theme: Theme, texts: Mapping[str, str]) -> None:
        super().__init__(theme)
        self._percent = 100
        self._look = Segmented(theme, tr("Theme"), [tr("Light"), tr("Dark"), tr("System")])
        self._size = Label(theme, style="body_strong", align=Qt.AlignmentFlag.AlignHCenter)
        self._smaller = Button(theme, icon="minus", name=tr("Smaller text"))
        self._larger = Button(theme, icon="plus", name=tr("Larger text"))
        self._head = QHBoxLayout()
        self._head.addWidget(Label(theme, tr("Settings"), "page"))
        self._head.addStretch(1)
        self._head.addWidget(
            Label(theme, tr("Changes are saved as you make them"), "small", "ink2")
        )
        self.column.addLayout(self._head)
        self._cards = (self._appearance(theme), self._privacy(theme), self._about(theme, texts))
        for card in self._cards:
            self.column.addWidget(card)
        self.column.addStretch(1)
        self._look.changed.connect(lambda index: self.look_chosen.emit(LOOKS[index]))
        self._smaller.clicked.connect(lambda: self._step(-1))
        self._larger.clicked.connect(lambda: self._step(1))
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_settings(self, settings: Settings) -> None:
        """The settings as they are."""
        self._percent = settings.text_size
        self._look.show_part(LOOKS.index(settings.look))
        self._size.setText(tr("{percent} %", percent=self._percent))
        self._smaller.setEnabled(self._percent > TEXT_SIZES[0])
        self._larger.setEnabled(self._percent < TEXT_SIZES[-1])

    def _step(self, by: int) -> None:
        place = TEXT_SIZES.index(self._percent) + by
        self.text_size_chosen.emit(TEXT_SIZES[min(max(place, 0), len(TEXT_SIZES) - 1)])

    def _appearance(self, theme: Theme) -> Card:
        card = _card(theme, "type", tr("Appearance"))
        card.column.addLayout(_row(Label(theme, tr("Theme")), self._look))
        size = _row(Label(theme, tr("Text size")), self._smaller, self._size, self._larger)
        card.column.addLayout(size)
        return card

    def _privacy(self, theme: Theme) -> Card:
        card = _card(theme, "shield-check", tr("Privacy"))
        card.column.addWidget(
            Label(theme, tr("Nothing leaves this computer"), "body_strong", wrap=True)
        )
        none = tr("No account, no cloud, no statistics. Works without internet.")
        card.column.addWidget(Label(theme, none, "small", "ink2", wrap=True))
        return card

    def _about(self, theme: Theme, texts: Mapping[str, str]) -> Card:
        card = _card(theme, "circle-help", tr("About"))
        for name in ("not-reviewed", "disclaimer"):
            card.column.addWidget(Label(theme, tr(texts[name]), "small", "ink2", wrap=True))
        return card

    def _restyle(self) -> None:
        px = self._theme.px
        self.column.setContentsMargins(px(32), px(28), px(32), px(32))
        self.column.setSpacing(px(16))
        self._size.setMinimumWidth(px(64))
        for card in self._cards:
            card.setMaximumWidth(px(WIDEST))


def _card(theme: Theme, icon: str, title: str) -> Card:
    """A card with a heading and its icon."""
    card = Card(theme, spacing=12)
    picture = QLabel()

    def draw() -> None:
        picture.setPixmap(theme.icon(icon, 20))

    draw()
    theme.changed.connect(draw)
    row = QHBoxLayout()
    row.addWidget(picture)
    row.addWidget(Label(theme, title, "section"), 1)
    card.column.addLayout(row)
    return card


def _row(name: QWidget, *controls: QWidget) -> QHBoxLayout:
    """A name and what changes it, at the right."""
    row = QHBoxLayout()
    row.addWidget(name)
    row.addStretch(1)
    for control in controls:
        row.addWidget(control)
    return row
