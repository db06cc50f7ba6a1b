"""What the scale asks for: pain now, or over the last 24 hours; quiet, for now is the rule."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent

from hipcoach.core.pain import RatingKind
from hipcoach.core.rating_form import kind_words
from hipcoach.core.text import say, tr
from hipcoach.ui.controls.drop_down import DropDown
from hipcoach.ui.diary.panel_field import NAME
from hipcoach.ui.theme import Theme

HEIGHT, ICON, GAP, RADIUS, NARROWEST = 36, 18, 6, 8, 120

ROUNDED = 2
"""What a measure of text in whole pixels may lack."""


class KindChoice(DropDown):
    """The heading of the scale, which can be opened; `chosen` tells that another one was taken."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("What the number says"), _texts(now=True))
        self.setProperty("ringRadius", RADIUS)
        self.currentTextChanged.connect(self.updateGeometry)

    @property
    def kind(self) -> RatingKind:
        """What is asked for."""
        return list(RatingKind)[self.currentIndex()]

    def show_kind(self, kind: RatingKind, *, now: bool) -> None:
        """Show what is asked for, of the present or of an earlier time."""
        for index, text in enumerate(_texts(now=now)):
            self.setItemText(index, text)
        self.show_choice(list(RatingKind).index(kind))
        self.updateGeometry()

    # Qt's own

    def showPopup(self) -> None:
        """The list is as wide as its longest words, not as those that hold."""
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + self._theme.px(24))
        super().showPopup()

    def sizeHint(self) -> QSize:
        """The words that hold and the arrow behind them."""
        metrics, px = QFontMetrics(self._theme.font(NAME)), self._theme.px
        words = metrics.horizontalAdvance(self.currentText())
        return QSize(words + ROUNDED + px(GAP) + px(ICON), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """A word and the arrow; longer words are cut with dots."""
        return QSize(self._theme.px(NARROWEST), self._theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words as a heading, and the arrow behind them."""
        theme, painter, px = self._theme, QPainter(self), self._theme.px
        painter.setFont(theme.font(NAME))
        painter.setPen(theme.colour("ink"))
        dots, free = Qt.TextElideMode.ElideRight, self.width() - px(GAP) - px(ICON)
        words = QFontMetrics(painter.font()).elidedText(self.currentText(), dots, free)
        painter.drawText(QRect(self.rect()), Qt.AlignmentFlag.AlignVCenter, words)
        left = QFontMetrics(painter.font()).horizontalAdvance(words) + px(GAP)
        role = "ink" if self.underMouse() else "ink3"
        place = QPointF(left, (self.height() - px(ICON)) / 2)
        painter.drawPixmap(place, theme.icon("chevron-down", ICON, role))
        painter.end()


def _texts(*, now: bool) -> list[str]:
    return [say(kind_words(kind, now=now)) for kind in RatingKind]
