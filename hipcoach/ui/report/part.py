"""A part of the wishes: its heading, and what is chosen below or beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hipcoach.ui.box import Box
from hipcoach.ui.labels import Label
from hipcoach.ui.spread import Spread
from hipcoach.ui.theme import Theme

GAP = 4
"""Pixels at 100 % text between heading and control."""


class Part(Box):
    """`heading` above what `add` adds; `control` stands beside it where there is room."""

    def __init__(self, theme: Theme, heading: str, control: QWidget | None = None) -> None:
        super().__init__(theme, spacing=GAP)
        self._head = Spread(to_right=True)
        self._head.addWidget(Label(theme, heading, "body_strong", wrap=True))
        if control:
            self._head.addWidget(control)
        self.box.addLayout(self._head)
        self._fit()
        theme.changed.connect(self._fit)

    def _fit(self) -> None:
        self._head.set_measures(self.theme.px(GAP), self.theme.px(32))
