"""Settings: how the window looks, and what HipCoach is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from hipcoach.core.run import TEXT_SIZES, Look, Settings
from hipcoach.core.text import tr
from hipcoach.ui.box import Box
from hipcoach.ui.card import Card
from hipcoach.ui.controls.segmented import Segmented
from hipcoach.ui.icon_view import IconView
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Columns
from hipcoach.ui.scroll import AROUND, Scroll
from hipcoach.ui.spread import Spread
from hipcoach.ui.text_size import TextSize
from hipcoach.ui.theme import Theme

LOOKS = (Look.LIGHT, Look.DARK, Look.SYSTEM)
NARROWEST, GAP, ROW_GAP = 380, 20, 16
"""Pixels at 100 % text: the least width of a card beside another one, and the room between them."""


class SettingsPage(Scroll):
    """Shows the settings; a change is told at once. `texts` are the catalogue's."""

    look_chosen = Signal(Look)
    text_size_chosen = Signal(int)

    def __init__(self, theme: Theme, texts: Mapping[str, str]) -> None:
        super().__init__(theme)
        self._look = Segmented(theme, tr("Theme"), [tr("Light"), tr("Dark"), tr("System")])
        self._size = TextSize(theme, TEXT_SIZES)
        self._title = Label(theme, tr("Settings"), "page", wrap=True)
        self._head, self._cards = Spread(), Columns()
        self._head.addWidget(self._title)
        saved = tr("Changes are saved as you make them")
        self._head.addWidget(Label(theme, saved, "small", "ink2", wrap=True))
        self._rows = [
            _row(Label(theme, tr("Theme"), wrap=True), self._look),
            _row(Label(theme, tr("Text size"), wrap=True), self._size),
        ]
        for card in (self._appearance(), _privacy(theme), _about(theme, texts)):
            self._cards.addWidget(card)
        self.column.addLayout(self._head)
        self.column.addLayout(self._cards)
        self.column.addStretch(1)
        self._look.changed.connect(lambda index: self.look_chosen.emit(LOOKS[index]))
        self._size.changed.connect(self.text_size_chosen)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_settings(self, settings: Settings) -> None:
        """The settings as they are; what has the focus stays in view when the text grows."""
        self._look.show_part(LOOKS.index(settings.look))
        self._size.show_percent(settings.text_size)
        QTimer.singleShot(0, self, self._follow_focus)

    def _follow_focus(self) -> None:
        focused = self.window().focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.ensureWidgetVisible(focused, 0, self._theme.px(AROUND))

    def _appearance(self) -> Card:
        card = _card(self._theme, "type", tr("Appearance"))
        for row in self._rows:
            card.column.addLayout(row)
        card.column.addStretch(1)
        return card

    def _restyle(self) -> None:
        px = self._theme.px
        self.column.setContentsMargins(px(32), px(28), px(32), px(32))
        self.column.setSpacing(px(12))
        self._title.setMinimumHeight(px(44))
        self._head.set_measures(px(12), px(200))
        self._cards.set_measures(px(NARROWEST), px(GAP), px(ROW_GAP))
        for row in self._rows:
            row.set_measures(px(12), px(80))


def _row(name: Label, control: QWidget) -> Spread:
    """A name and what changes it, at the right or, where there is no room, below."""
    row = Spread()
    row.addWidget(name)
    row.addWidget(control)
    return row


def _card(theme: Theme, icon: str, title: str) -> Card:
    """A card with a heading and its icon."""
    card = Card(theme, spacing=12)
    head = Box(theme, across=True, spacing=8)
    head.add(IconView(theme, icon, 20))
    head.box.addWidget(Label(theme, title, "section", wrap=True), 1)
    card.column.addWidget(head)
    return card


def _privacy(theme: Theme) -> Card:
    card = _card(theme, "shield-check", tr("Privacy"))
    inset = Box(theme, across=True, spacing=12, edges=(12, 10, 12, 10), kind="assured")
    words, ink = Box(theme, spacing=2), "on_primary_soft"
    none = tr("No account, no cloud, no statistics. Works without internet.")
    words.add(Label(theme, tr("Nothing leaves this computer"), "body_strong", ink, wrap=True))
    words.add(Label(theme, none, "small", ink, wrap=True))
    inset.add(IconView(theme, "wifi-off", 24, ink))
    inset.box.addWidget(words, 1)
    card.column.addWidget(inset)
    card.column.addStretch(1)
    return card


def _about(theme: Theme, texts: Mapping[str, str]) -> Card:
    card = _card(theme, "circle-help", tr("About"))
    for name in ("not-reviewed", "disclaimer"):
        card.column.addWidget(Label(theme, tr(texts[name]), "small", "ink2", wrap=True))
    card.column.addStretch(1)
    return card
