"""What a point of the chart tells, on a small card beside it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

HEAD = TextStyle(size=14, line=20, weight=600)
LINE = TextStyle(size=13, line=18, weight=400)
WIDEST, AWAY, RADIUS = 330, 14, 10
"""Pixels at 100 % text: the greatest width, how far from its point it stands, its corners."""
MOST_LINES = 2.7
"""So many lines of one text, a note say, before it is cut; the day itself has all of it."""


class ChartTip(QWidget):
    """Lies over its parent, within it; the pointer goes through."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column = QVBoxLayout(self)
        self._labels: list[Label] = []
        self.words: tuple[str, ...] = ()
        self.hide()

    def show_words(self, words: Sequence[str], at: QPointF, within: QRectF) -> None:
        """Show the words, the first stressed, beside a point and within a part of the parent."""
        self.words = tuple(words)
        px = self._theme.px
        self._column.setContentsMargins(px(12), px(8), px(12), px(9))
        self._column.setSpacing(px(2))
        room = min(px(WIDEST), round(within.width())) - 2 * px(12)
        self._fill(words, room)
        self._place(at, within, self._fitting(room))
        self.show()
        self.raise_()

    def hide_words(self) -> None:
        """Tell nothing."""
        self.words = ()
        self.hide()

    def _fill(self, words: Sequence[str], room: int) -> None:
        """A label a line; those of before are used again."""
        while len(self._labels) < len(words):
            style, role = (LINE, "ink2") if self._labels else (HEAD, "ink")
            label = Label(self._theme, "", style, role, wrap=True)
            self._labels.append(label)
            self._column.addWidget(label)
        for label, text in zip_longest(self._labels, words):
            label.setVisible(text is not None)
            metrics = QFontMetricsF(label.font())
            elide = Qt.TextElideMode.ElideRight
            label.setText(metrics.elidedText(text or "", elide, room * MOST_LINES))

    def _fitting(self, room: int) -> QSize:
        """As wide as the longest line, at most `room`, and as high as that makes it."""
        shown = [label for label in self._labels if not label.isHidden()]
        width = min(max(label.sizeHint().width() for label in shown) + 1, room)
        height = sum(label.heightForWidth(width) for label in shown)
        around = self._column.contentsMargins()
        height += (len(shown) - 1) * self._column.spacing() + around.top() + around.bottom()
        return QSize(width + around.left() + around.right(), height)

    def _place(self, at: QPointF, within: QRectF, size: QSize) -> None:
        """Above the point, or else below it; beside it where there is no room for that."""
        away = self._theme.px(AWAY)
        above, below = at.y() - away - size.height(), at.y() + away
        left, top = at.x() - size.width() / 2, above
        if above < within.top() and below + size.height() <= within.bottom():
            top = below
        elif above < within.top():
            top = at.y() - size.height() / 2
            left = at.x() + away
            if left + size.width() > within.right():
                left = at.x() - away - size.width()
        left = max(min(left, within.right() - size.width()), within.left())
        top = max(min(top, within.bottom() - size.height()), within.top())
        self.setGeometry(QRect(round(left), round(top), size.width(), size.height()))

    # Qt's own

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("line_strong"), 1.5))
        painter.setBrush(self._theme.colour("surface"))
        radius = self._theme.px(RADIUS)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()
