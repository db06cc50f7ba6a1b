"""A card with a heading, and rows of text as the page's cards have them."""

from __future__ import annotations

from hipcoach.ui.box import Box
from hipcoach.ui.card import Card
from hipcoach.ui.icon_view import IconView
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme


class Headed(Card):
    """A card whose first row is a title behind its icon. `kind`: a surface of window.qss."""

    def __init__(
        self, theme: Theme, icon: str, title: str, kind: str = "card", ink: str = "ink"
    ) -> None:
        super().__init__(theme, kind, padding=20, spacing=10)
        head = Box(theme, across=True, spacing=8)
        head.add(IconView(theme, icon, 20, ink))
        head.box.addWidget(Label(theme, title, "section", ink, wrap=True), 1)
        self.column.addWidget(head)


class Said(Box):
    """A small heading, and what is said under it."""

    def __init__(self, theme: Theme, heading: str, text: str, ink: str = "ink") -> None:
        super().__init__(theme, spacing=2)
        self.add(Label(theme, heading, "small_strong", "ink2", wrap=True))
        self.add(Label(theme, text, "body", ink, wrap=True))
