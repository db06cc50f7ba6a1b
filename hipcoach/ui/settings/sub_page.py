"""What the pages behind the settings have in common: the way back, a title, a column to read."""

from __future__ import annotations

from PySide6.QtCore import Qt

from hipcoach.core.text import tr
from hipcoach.ui.behind import Behind
from hipcoach.ui.box import Box
from hipcoach.ui.buttons import Button
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme

WIDEST, EDGE = 736, 32
"""Pixels at 100 % text: the width of the column, as on Today, and the room around it."""


class SubPage(Behind):
    """Its children fill `body`, whose parts are `spacing` pixels apart."""

    def __init__(self, theme: Theme, title: str, *, spacing: float = 12) -> None:
        super().__init__(theme)
        self.setAccessibleName(title)
        self.back = Button(theme, tr("Back to Settings"), "quiet", icon="chevron-left")
        self.body = Box(theme, spacing=spacing)
        self.column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(Label(theme, title, "page", wrap=True))
        self.column.addWidget(self.body)
        self.column.addStretch(1)
        self.back.clicked.connect(self.left)
        self._fit()

    def _fit(self) -> None:
        px = self._theme.px
        beyond = max(self.width() - 2 * px(EDGE) - px(WIDEST), 0)
        self.column.setContentsMargins(px(EDGE), px(20), px(EDGE) + beyond, px(EDGE))
        self.column.setSpacing(px(12))
