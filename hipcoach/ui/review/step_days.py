"""How many days towards the next step are done: a dot for each, and the words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.core.text import ntr
from hipcoach.ui.box import Box
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme

DOT, GAP, EDGE = 14, 8, 2
HEIGHT, ROOM = 36, 4


class StepDays(Box):
    """Dots and words, in as much height as the buttons of other cards."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, across=True, spacing=GAP, edges=(0, ROOM, 0, 0))
        self._dots, self._words = _Dots(theme), Label(theme, "", "small", "ink2", wrap=True)
        self.box.addWidget(self._dots)
        self.box.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        self._fit()
        theme.changed.connect(self._fit)

    def show_days(self, done: int, of: int) -> None:
        """So many of so many."""
        self._dots.show_days(done, of)
        one = "{done} of {n} day towards the next step"
        self._words.setText(ntr(one, "{done} of {n} days towards the next step", of, done=done))

    def _fit(self) -> None:
        self.setMinimumHeight(self.theme.px(HEIGHT + ROOM))


class _Dots(QWidget):
    """Filled for each day that is done; only the words beside them are read out."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._done, self._of = theme, 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_days(self, done: int, of: int) -> None:
        """So many of so many."""
        self._done, self._of = done, of
        self.updateGeometry()
        self.update()

    # Qt's own

    def sizeHint(self) -> QSize:
        """A row of dots."""
        dot, gap = self._theme.px(DOT), self._theme.px(GAP)
        return QSize(max(self._of * (dot + gap) - gap, 0), dot)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Filled ones first, then rings."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dot, half = theme.px(DOT), EDGE / 2
        for number in range(self._of):
            place = QRectF(number * (dot + theme.px(GAP)), 0, dot, dot)
            if number < self._done:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("primary"))
                painter.drawEllipse(place)
            else:
                painter.setPen(QPen(theme.colour("line_strong"), EDGE))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(place.adjusted(half, half, -half, -half))
        painter.end()
