"""Days away that are noted for later: which, and a button that calls them off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from hipcoach.core.run import Absence
from hipcoach.core.text import tr
from hipcoach.ui.buttons import Button
from hipcoach.ui.card import Card
from hipcoach.ui.days_off.span import span_in_words
from hipcoach.ui.labels import Label
from hipcoach.ui.spread import Spread
from hipcoach.ui.theme import Theme


class AheadCard(Card):
    """`called_off` carries the id of the days."""

    called_off = Signal(str)

    def __init__(self, theme: Theme, ahead: Sequence[Absence]) -> None:
        super().__init__(theme)
        self.column.addWidget(Label(theme, tr("Noted for later"), "body_strong", wrap=True))
        for days in ahead:
            told = span_in_words(days.from_, days.to)
            row = Spread(theme.px(12), theme.px(200))
            row.addWidget(Label(theme, told, wrap=True))
            button = Button(theme, tr("Call off"), size="small")
            button.setAccessibleName(tr("Call off: {days}", days=told))
            button.clicked.connect(lambda _, chosen=days.id: self.called_off.emit(chosen))
            row.addWidget(button)
            self.column.addLayout(row)
