"""Signs as a list, each behind a dot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hipcoach.ui.box import Box
from hipcoach.ui.first_run.styles import SIGN
from hipcoach.ui.labels import WIDEST, Label
from hipcoach.ui.layouts import Columns
from hipcoach.ui.theme import Theme

DOT = 8
MANY = 6
"""More signs than this stand in two columns where there is room."""
NARROWEST, GAP, ROW_GAP = 300, 24, 12


class SignList(Box):
    """The texts below each other; many of them in two columns."""

    def __init__(self, theme: Theme, texts: Sequence[str]) -> None:
        super().__init__(theme)
        self._many = len(texts) > MANY
        self._columns = Columns()
        self.box.addLayout(self._columns)
        for text in texts:
            row = Box(theme, across=True, spacing=12)
            row.box.addWidget(_Dot(theme), 0, Qt.AlignmentFlag.AlignTop)
            told = Label(theme, text, SIGN, wrap=True)
            row.box.addWidget(told, 1, Qt.AlignmentFlag.AlignTop)
            self._columns.addWidget(row)
        self._restyle()
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        px = self.theme.px
        narrowest = px(NARROWEST) if self._many else WIDEST
        self._columns.set_measures(narrowest, px(GAP), px(8 if self._many else ROW_GAP))


class _Dot(QWidget):
    """A dot in the middle of a line's height."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self.updateGeometry)

    # Qt's own

    def sizeHint(self) -> QSize:
        """As wide as the dot, as high as a line."""
        return QSize(self._theme.px(DOT), self._theme.px(SIGN.line))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("ink2"))
        size = self._theme.px(DOT)
        painter.drawEllipse(QRectF(0, (self._theme.px(SIGN.line) - size) / 2, size, size))
        painter.end()
