"""A drop-down: one of more things than stand beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate

from hipcoach.ui.controls.paint import paint_box
from hipcoach.ui.theme import Theme

HEIGHT, SIDE, ICON, RADIUS, NARROWEST = 44, 12, 18, 10, 120


class DropDown(QComboBox):
    """Shows the choice that holds. `chosen` tells the index that the user took."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, name: str, choices: Sequence[str]) -> None:
        super().__init__()
        self._theme = theme
        self.addItems(list(choices))
        self.setItemDelegate(QStyledItemDelegate(self))  # its own knows no style sheet
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(len(choices))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setProperty("ringRadius", RADIUS)
        self.currentIndexChanged.connect(self.chosen)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_choice(self, index: int) -> None:
        """Show the choice that holds, without telling."""
        with QSignalBlocker(self):
            self.setCurrentIndex(index)
        self.update()

    def _restyle(self) -> None:
        for part in (self, self.view()):
            part.setFont(self._theme.font("label"))
        self.updateGeometry()

    # Qt's own

    def sizeHint(self) -> QSize:
        """The longest choice and the arrow beside it."""
        px, metrics = self._theme.px, QFontMetrics(self.font())
        texts = [self.itemText(index) for index in range(self.count())]
        longest = max(map(metrics.horizontalAdvance, texts), default=0)
        return QSize(longest + px(ICON) + px(4) + 2 * px(SIDE), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Room for a word; a longer choice is cut with dots."""
        return QSize(self._theme.px(NARROWEST), self._theme.px(HEIGHT))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, so that nothing changes by scrolling."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, the choice and the arrow."""
        theme, painter, px = self._theme, QPainter(self), self._theme.px
        box, enabled = QRectF(self.rect()), self.isEnabled()
        edge = "ink2" if self.underMouse() else "line_strong"
        fill = theme.colour("surface" if enabled else "disabled_bg")
        paint_box(painter, box, px(RADIUS), fill, theme.colour(edge if enabled else "disabled_bg"))
        ink = "ink" if enabled else "disabled_ink"
        painter.setPen(theme.colour(ink))
        painter.setFont(self.font())
        middle = Qt.AlignmentFlag.AlignVCenter
        room = QRect(self.rect()).adjusted(px(SIDE), 0, -px(SIDE) - px(ICON), 0)
        dots, text = Qt.TextElideMode.ElideRight, self.currentText()
        painter.drawText(room, middle, self.fontMetrics().elidedText(text, dots, room.width()))
        place = QPointF(box.right() - px(SIDE) - px(ICON), box.center().y() - px(ICON) / 2)
        painter.drawPixmap(place, theme.icon("chevron-down", ICON, ink))
        painter.end()
