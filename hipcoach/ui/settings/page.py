"""Settings: cards in two columns, and a search that leaves what fits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut

from hipcoach.core.catalogue import BandLevel
from hipcoach.core.run import Settings
from hipcoach.core.text import tr
from hipcoach.ui.announce import announce
from hipcoach.ui.labels import Label
from hipcoach.ui.scroll import AROUND, Scroll
from hipcoach.ui.settings.about_card import AboutCard
from hipcoach.ui.settings.appearance_card import AppearanceCard
from hipcoach.ui.settings.bands_card import BandsCard
from hipcoach.ui.settings.card import SettingsCard
from hipcoach.ui.settings.data_card import DataCard
from hipcoach.ui.settings.day_card import DayCard
from hipcoach.ui.settings.figure_card import FigureCard
from hipcoach.ui.settings.privacy_card import PrivacyCard
from hipcoach.ui.settings.search_field import SearchField
from hipcoach.ui.settings.shelves import Shelves
from hipcoach.ui.settings.times_card import TimesCard
from hipcoach.ui.spread import Spread
from hipcoach.ui.theme import Theme

NARROWEST, GAP, ROW_GAP, BROAD = 380, 20, 16, 560
"""Pixels at 100 % text: the least width of a card beside another one, the room between them, and
the width from which the page has broad margins."""


class SettingsPage(Scroll):
    """Shows the settings; each card tells what was chosen, at once.

    `levels` are the bands there are, `texts` the catalogue's wordings.
    """

    def __init__(self, theme: Theme, levels: Iterable[BandLevel], texts: Mapping[str, str]) -> None:
        super().__init__(theme)
        self.appearance, self.day = AppearanceCard(theme), DayCard(theme)
        self.times, self.bands = TimesCard(theme), BandsCard(theme, levels, texts)
        self.figure = FigureCard(theme)
        left: tuple[SettingsCard, ...] = (self.appearance, self.figure, self.day, self.bands)
        self.data, self.about = DataCard(theme), AboutCard(theme, texts)
        right: tuple[SettingsCard, ...] = (self.times, self.data, PrivacyCard(theme), self.about)
        self._cards, self._shelves = (*left, *right), Shelves(len(left))
        for card in self._cards:
            self._shelves.addWidget(card)
        self._title = Label(theme, tr("Settings"), "page", wrap=True)
        self.search = SearchField(theme)
        self._nothing = Label(theme, "", colour="ink2", wrap=True)
        self._nothing.hide()
        self._lay_out()
        self._connect()
        self._restyle()

    def show_settings(self, settings: Settings) -> None:
        """The settings as they are; what has the focus stays in view when the text grows."""
        for card in (self.appearance, self.figure, self.day, self.times, self.bands):
            card.show_settings(settings)
        QTimer.singleShot(0, self, self._follow_focus)

    def start_anew(self) -> None:
        """Nothing searched, from the top, the focus on the search."""
        self.search.field.clear()
        self.show_top()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        saved = tr("Changes are saved as you make them. Ctrl+Z takes back the last one.")
        self._head = Spread()
        self._head.addWidget(self._title)
        self._head.addWidget(self.search)
        self.column.addLayout(self._head)
        self.column.addWidget(Label(self._theme, saved, "small", "ink2", wrap=True))
        self.column.addWidget(self._nothing)
        self.column.addLayout(self._shelves)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.search.field.textChanged.connect(self._on_searched)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self._on_find)
        self._theme.changed.connect(self._restyle)

    def _on_find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.field.selectAll()

    def _on_searched(self, typed: str) -> None:
        found = [card.show_matching(typed) for card in self._cards]
        told = "" if any(found) else tr('Nothing found for "{typed}".', typed=typed.strip())
        self._nothing.setText(told)
        self._nothing.setVisible(bool(told))
        announce(self, told)

    def _follow_focus(self) -> None:
        focused = self.window().focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.ensureWidgetVisible(focused, 0, self._theme.px(AROUND))

    def _restyle(self) -> None:
        px = self._theme.px
        side = px(32) if self.width() >= px(BROAD) else px(16)
        self.column.setContentsMargins(side, px(28), side, px(32))
        self.column.setSpacing(px(12))
        self._title.setMinimumHeight(px(44))
        self._head.set_measures(px(12), px(200))
        self._shelves.set_measures(px(NARROWEST), px(GAP), px(ROW_GAP))

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow margins where there is little room."""
        super().resizeEvent(event)
        self._restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter typed anywhere searches; Escape ends the search."""
        text, field = event.text(), self.search.field
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        }
        if event.key() == Qt.Key.Key_Escape and field.text():
            field.clear()
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        elif plain and text.isprintable() and text.strip() and not field.hasFocus():
            field.setText(text)
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
            field.end(False)
        else:
            super().keyPressEvent(event)
