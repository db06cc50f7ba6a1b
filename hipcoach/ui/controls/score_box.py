"""One box of the scale from 0 to 10: a radio button to screen readers, painted here."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from hipcoach.ui.controls.paint import EDGE, ground
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

RADIUS = 10
NORMAL, JOINED = TextStyle(size=18, line=24, weight=500), TextStyle(size=16, line=24, weight=500)
BOLD, BOLD_JOINED = TextStyle(size=18, line=24, weight=700), TextStyle(size=16, line=24, weight=700)


class ScoreBox(QRadioButton):
    """A number. Which one is chosen is decided by the scale: a click only asks (`picked`)."""

    picked = Signal(int)
    reached = Signal(int)
    left = Signal()

    def __init__(self, theme: Theme, number: int, *, joined: bool) -> None:
        super().__init__()
        self.number = number
        self._theme, self._joined = theme, joined
        self._first = self._last = True
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("ringRadius", RADIUS)
        self.setAccessibleName(str(number))
        self.clicked.connect(self._on_picked)
        self.toggled.connect(self._on_toggled)
        theme.changed.connect(self.update)

    def show_ends(self, *, first: bool, last: bool) -> None:
        """Whether the box opens or closes its row; matters to joined boxes."""
        self._first, self._last = first, last
        self.update()

    def bold_font(self) -> QFont:
        """The font of a chosen number."""
        return self._theme.font(BOLD_JOINED if self._joined else BOLD)

    def show_chosen(self, chosen: bool) -> None:
        """Fill it or not, without a signal."""
        with QSignalBlocker(self):
            self.setAutoExclusive(False)
            self.setChecked(chosen)
            self.setAutoExclusive(True)

    def _on_picked(self) -> None:
        self.picked.emit(self.number)

    def _on_toggled(self, on: bool) -> None:
        """A screen reader toggled it; a click never does."""
        if on:
            self.picked.emit(self.number)

    def _colours(self) -> tuple[QColor, QColor, QColor]:
        """Ground, edge and number."""
        theme = self._theme
        if not self.isEnabled():
            dim = theme.colour("disabled_bg")
            return dim, theme.colour("line") if self._joined else dim, theme.colour("disabled_ink")
        if self.isChecked():
            return theme.colour("select"), theme.colour("select"), theme.colour("on_select")
        return ground(theme, self), theme.colour("line_strong"), theme.colour("ink")

    def _outline(self) -> QPainterPath:
        """The edge's middle; joined boxes leave their right edge to the next one."""
        half, radius = EDGE / 2, self._theme.px(RADIUS)
        open_right = self._joined and not self._last
        box = QRectF(self.rect()).adjusted(half, half, half if open_right else -half, -half)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(box, radius - half, radius - half)
        if self._joined and not self._first:
            path.addRect(QRectF(box.left(), box.top(), box.width() / 2, box.height()))
        if open_right:
            path.addRect(QRectF(box.center().x(), box.top(), box.width() / 2, box.height()))
        return path.simplified()

    # Qt's own

    def sizeHint(self) -> QSize:
        """As wide as high."""
        side = self._theme.px(44 if self._joined else 48)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Its height, and any width that the row gives."""
        return QSize(self._theme.px(24), self.sizeHint().height())

    def hitButton(self, place: QPoint) -> bool:
        """The whole box is to be clicked."""
        return self.rect().contains(place)

    def nextCheckState(self) -> None:
        """A click leaves the choice to the scale."""

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Nothing: a double click is one answer."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """All keys are the scale's."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus has come here."""
        super().focusInEvent(event)
        self.reached.emit(self.number)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus has gone."""
        super().focusOutEvent(event)
        self.left.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box and its number."""
        fill, edge, ink = self._colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(edge, EDGE))
        painter.setBrush(fill)
        painter.drawPath(self._outline())
        painter.setPen(ink)
        normal = self._theme.font(JOINED if self._joined else NORMAL)
        painter.setFont(self.bold_font() if self.isChecked() else normal)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self.number))
        painter.end()
