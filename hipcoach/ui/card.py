"""Cards: a surface with a hairline and round corners, and what stands in it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from hipcoach.ui.theme import Theme


class Card(QFrame):
    """A card with a column of widgets. `kind`: card, careful, stop, stage, inset (window.qss).

    `padding` is in pixels at 100 % text; the layout is `column`.
    """

    def __init__(
        self, theme: Theme, kind: str = "card", *, padding: float = 20, spacing: float = 8
    ) -> None:
        super().__init__()
        self._theme, self._padding, self._spacing = theme, padding, spacing
        self.setProperty("kind", kind)
        self.column = QVBoxLayout(self)
        self._restyle()
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        edge = self._theme.px(self._padding)
        self.column.setContentsMargins(edge, edge, edge, edge)
        self.column.setSpacing(self._theme.px(self._spacing))
