"""A page with one sentence where nothing else can be shown: a diary that is held or damaged."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipcoach.core.text import tr
from hipcoach.ui.buttons import Button
from hipcoach.ui.card import Card
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme


class NoticePage(QWidget):
    """What is the matter, what to do about it, and a button that closes."""

    closed = Signal()

    def __init__(self, theme: Theme, title: str, told: str, advice: str) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self.setWindowTitle("HipCoach")
        card = Card(theme, padding=32, spacing=16)
        card.setMaximumWidth(theme.px(640))
        card.column.addWidget(Label(theme, title, "title", wrap=True))
        card.column.addWidget(Label(theme, told, wrap=True))
        card.column.addWidget(Label(theme, advice, colour="ink2", wrap=True))
        button = Button(theme, tr("Close"), "primary")
        button.clicked.connect(self.closed)
        card.column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.addWidget(card, alignment=Qt.AlignmentFlag.AlignCenter)
        button.setFocus()
