"""A switch: on or off at once. The place of the knob is the state, not its colour."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from hipcoach.ui.controls.paint import ground, paint_box
from hipcoach.ui.theme import Theme

WIDTH, HEIGHT, TARGET, KNOB, KNOB_EDGE = 48, 28, 44, 18, 5


class Switch(QCheckBox):
    """A check box that looks like a switch; its label stands beside it. Listen to `toggled`."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("ringRadius", HEIGHT / 2)
        theme.changed.connect(self.updateGeometry)

    def show_on(self, on: bool) -> None:
        """Put it on or off, without telling `toggled`."""
        with QSignalBlocker(self):
            self.setChecked(on)
        self.update()

    def _track(self) -> QRect:
        size = QSize(self._theme.px(WIDTH), self._theme.px(HEIGHT))
        place = QRect(QPoint(0, 0), size)
        place.moveCenter(self.rect().center())
        return place

    def _colours(self) -> tuple[QColor, QColor, QColor]:
        """Ground, edge and knob."""
        theme = self._theme
        if not self.isEnabled():
            dim = theme.colour("disabled_bg")
            return dim, theme.colour("line"), theme.colour("disabled_ink")
        if self.isChecked():
            role = "primary_hover" if self.underMouse() else "primary"
            return theme.colour(role), theme.colour(role), theme.colour("on_primary")
        return ground(theme, self), theme.colour("line_strong"), theme.colour("line_strong")

    # Qt's own

    def sizeHint(self) -> QSize:
        """The switch, with room above and below for the finger."""
        return QSize(self._theme.px(WIDTH), self._theme.px(TARGET))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:
        """All of it is to be pressed."""
        return self.rect().contains(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the focus ring where the switch is drawn."""
        super().resizeEvent(event)
        self.setProperty("ringRect", self._track())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter switches as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track, and the knob at its end."""
        fill, edge, knob = self._colours()
        track, painter = QRectF(self._track()), QPainter(self)
        paint_box(painter, track, track.height() / 2, fill, edge)
        size, gap = self._theme.px(KNOB), self._theme.px(KNOB_EDGE)
        left = track.right() - gap - size if self.isChecked() else track.left() + gap
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(knob)
        painter.drawEllipse(QRectF(left, track.center().y() - size / 2, size, size))
        painter.end()
