"""A page with one sentence where nothing else can be shown: a diary that is held or damaged.

Or one that is being brought back.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from hipcoach.core.text import tr
from hipcoach.ui.buttons import Button
from hipcoach.ui.card import Card
from hipcoach.ui.labels import Label
from hipcoach.ui.scroll import Scroll
from hipcoach.ui.theme import Theme

WIDEST, MARGIN = 640, 24


class NoticePage(Scroll):
    """What is the matter, what to do about it, and a button that closes, unless it `passes`."""

    closed = Signal()

    def __init__(
        self, theme: Theme, title: str, told: str, advice: str = "", *, passes: bool = False
    ) -> None:
        super().__init__(theme)
        self.setWindowTitle("HipCoach")
        card = Card(theme, padding=32, spacing=16)
        card.setMaximumWidth(theme.px(WIDEST))
        card.column.addWidget(Label(theme, title, "title", wrap=True))
        card.column.addWidget(Label(theme, told, wrap=True))
        if advice:
            card.column.addWidget(Label(theme, advice, colour="ink2", wrap=True))
        button = Button(theme, tr("Close"), "primary")
        button.clicked.connect(self.closed)
        card.column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        if passes:
            button.hide()
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card, 1000)
        across.addStretch(1)
        self.column.addStretch(1)
        self.column.addLayout(across)
        self.column.addStretch(1)
        edge = theme.px(MARGIN)
        self.column.setContentsMargins(edge, edge, edge, edge)
        button.setFocus()
