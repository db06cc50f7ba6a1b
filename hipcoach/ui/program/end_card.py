"""The program's weeks are over: how it goes on."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal

from hipcoach.core.text import Message, say, tr
from hipcoach.ui.box import Box
from hipcoach.ui.buttons import Button
from hipcoach.ui.card import Card
from hipcoach.ui.labels import Label
from hipcoach.ui.spread import Spread
from hipcoach.ui.theme import Theme

GAP, LEAST = 10, 300


class EndCard(Card):
    """Three ways of one weight. `over` as in "The 6 weeks are over", `advice` what to think of."""

    kept = Signal()
    another_asked = Signal()
    paused = Signal()

    def __init__(self, theme: Theme, over: Message, advice: Iterable[Message] = ()) -> None:
        super().__init__(theme, kind="chosen", padding=20, spacing=6)
        told = tr(
            "Weeks count on, and nothing extends by itself: until you choose, the program stays "
            "as it is."
        )
        texts = Box(theme, spacing=2)
        texts.add(Label(theme, say(over), "section", wrap=True))
        texts.add(*(Label(theme, say(one), "body", wrap=True) for one in advice))
        texts.add(Label(theme, told, "small", "ink2", wrap=True))
        self._row = Spread()
        self._row.addWidget(texts)
        self.column.addLayout(self._row)
        self._add("keep", tr("Keep it as it is")).clicked.connect(self.kept)
        self._add("another", tr("Another program")).clicked.connect(self.another_asked)
        self._add("pause", tr("Pause")).clicked.connect(self.paused)
        self._fit()
        theme.changed.connect(self._fit)

    def _add(self, name: str, text: str) -> Button:
        button = Button(self._theme, text)
        button.setObjectName(name)
        self._row.addWidget(button)
        return button

    def _fit(self) -> None:
        self._row.set_measures(self._theme.px(GAP), self._theme.px(LEAST))
