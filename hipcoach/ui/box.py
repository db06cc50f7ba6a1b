"""A row or a column of widgets whose room between them grows with the text."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from hipcoach.ui.theme import Theme

Edges = tuple[float, float, float, float]
"""Left, top, right, bottom, in pixels at 100 % text."""

ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Box(QFrame):
    """Widgets down or `across`; `spacing` and `edges` are in pixels at 100 % text.

    `kind` is a surface of window.qss, "" for none.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        across: bool = False,
        spacing: float = 0,
        edges: Edges = (0, 0, 0, 0),
        kind: str = "",
    ) -> None:
        super().__init__()
        self.theme = theme
        self._spacing, self._edges = spacing, edges
        self._gaps: list[tuple[QWidget, float]] = []
        self.box = QBoxLayout(ACROSS if across else DOWN, self)
        if kind:
            self.setProperty("kind", kind)
        self._space()
        theme.changed.connect(self._space)

    def add(self, *widgets: QWidget) -> None:
        """Put the widgets at the end."""
        for widget in widgets:
            self.box.addWidget(widget)

    def add_gap(self, pixels: float) -> None:
        """Room after what was added last, in pixels at 100 % text."""
        gap = QWidget()
        self._gaps.append((gap, pixels))
        self.box.addWidget(gap)
        gap.setFixedHeight(self.theme.px(pixels))

    def _space(self) -> None:
        px = self.theme.px
        self.box.setSpacing(px(self._spacing))
        self.box.setContentsMargins(*map(px, self._edges))
        for gap, pixels in self._gaps:
            gap.setFixedHeight(px(pixels))
