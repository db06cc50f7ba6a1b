"""A card of settings: rows with a name and a control, which a typed search shows or hides."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hipcoach.ui.box import Box
from hipcoach.ui.card import Card
from hipcoach.ui.icon_view import IconView
from hipcoach.ui.labels import Label
from hipcoach.ui.settings.matching import matches
from hipcoach.ui.spread import Spread
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

NAME = TextStyle(size=15, line=20, weight=500)
HINT = TextStyle(size=13, line=18, weight=400)
HEIGHT, GAP, LEAST, SPACING = 44, 16, 150, 8
"""Pixels at 100 % text: the least height of a row, its gap, the least width of its name, and the
room between rows."""


class SettingsCard(Card):
    """A heading with its icon, and rows below it.

    `words` are further words by which the search finds the card or a row, not shown.
    """

    def __init__(self, theme: Theme, icon: str, title: str, words: str = "") -> None:
        super().__init__(theme)
        self._texts = (title, words)
        self._rows: list[tuple[QWidget, tuple[str, ...]]] = []
        head = Box(theme, across=True, spacing=8, edges=(0, 0, 0, 2))
        head.add(IconView(theme, icon, 20))
        head.box.addWidget(Label(theme, title, "section", wrap=True), 1)
        self.column.addWidget(head)
        self._space()
        theme.changed.connect(self._space)

    def add_row(
        self,
        name: str,
        control: QWidget,
        hint: str = "",
        words: str = "",
        *,
        below: QWidget | None = None,
    ) -> None:
        """A name, with a small hint below it, and what changes it at the right.

        The control is below where there is no room beside. A screen reader says the hint after it.
        `below` belongs to the row and has all of its width.
        """
        target = control.focusProxy() or control
        if hint and not target.accessibleDescription():
            target.setAccessibleDescription(hint)
        row = _Row(self._theme, name, hint, control, below)
        self._rows.append((row, (name, hint, words)))
        self.column.addWidget(row)

    def add_widget(self, widget: QWidget, words: str = "") -> None:
        """Something of the whole width; found by the card's words and its own `words`."""
        self._rows.append((widget, (words,)))
        self.column.addWidget(widget)

    def show_matching(self, typed: str) -> bool:
        """Show the rows that fit what was typed, and the card if there are any; whether it is."""
        found = [matches(typed, *self._texts, *texts) for _, texts in self._rows]
        for (row, _), fits in zip(self._rows, found, strict=True):
            row.setVisible(fits)
        shown = any(found)
        self.setVisible(shown)
        return shown

    def _space(self) -> None:
        px = self._theme.px
        self.column.setContentsMargins(px(20), px(14), px(20), px(14))
        self.column.setSpacing(px(SPACING))


class _Row(Box):
    """A name and its hint, and the control at the right or below."""

    def __init__(
        self, theme: Theme, name: str, hint: str, control: QWidget, below: QWidget | None
    ) -> None:
        super().__init__(theme)
        self._row = Spread()
        words = Box(theme)
        words.add(Label(theme, name, NAME, wrap=True))
        if hint:
            words.add(Label(theme, hint, HINT, "ink2", wrap=True))
        self._row.addWidget(words)
        self._row.addWidget(control)
        self.box.addLayout(self._row)
        if below:
            self.add(below)
        self._restyle()
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        px = self.theme.px
        self._row.set_measures(px(GAP), px(LEAST))
        self.setMinimumHeight(px(HEIGHT))
