"""Chips: a word or a number on a soft pill."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

Kind = Literal["neutral", "ours", "careful"]

HEIGHT, SIDE, ICON = 28, 10, 16
TEXT, KEY_TEXT = TextStyle(size=14, line=20, weight=500), TextStyle(size=14, line=20, weight=600)

_KINDS: dict[Kind, str] = {"neutral": "chip", "ours": "chip-ours", "careful": "chip-careful"}
_INKS: dict[Kind, str] = {"neutral": "ink", "ours": "on_primary_soft", "careful": "amber_ink"}


class Chip(QFrame):
    """A chip with a text, and an icon before it where one is named."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: Kind = "neutral",
        *,
        icon: str = "",
        style: TextStyle = TEXT,
        wrap: bool = False,
    ) -> None:
        super().__init__()
        self._theme, self._icon, self._ink = theme, icon, _INKS[kind]
        self.setProperty("kind", _KINDS[kind])
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Maximum, policy.Minimum if wrap else policy.Maximum)
        self._row = QHBoxLayout(self)
        self._picture = QLabel()
        self._text = Label(theme, text, style, self._ink, wrap=wrap)
        self._row.addWidget(self._picture)
        self._picture.setVisible(bool(icon))  # before, it would be a window
        self._row.addWidget(self._text, 1)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_text(self, text: str) -> None:
        """Another text."""
        self._text.setText(text)

    def _restyle(self) -> None:
        side, above = self._theme.px(SIDE), self._theme.px((HEIGHT - TEXT.line) / 2)
        self._row.setContentsMargins(side, above, side, above)
        self._row.setSpacing(self._theme.px(6))
        self.setMinimumSize(self._theme.px(HEIGHT), self._theme.px(HEIGHT))
        if self._icon:
            self._picture.setPixmap(self._theme.icon(self._icon, ICON, self._ink))
