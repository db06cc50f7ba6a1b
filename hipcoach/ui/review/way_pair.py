"""Two ways of which one holds: the change, and leaving all as it is."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from hipcoach.ui.controls.group import Group
from hipcoach.ui.controls.paint import EDGE, ground, paint_box
from hipcoach.ui.controls.tab_stop import stop_at_chosen
from hipcoach.ui.layouts import Flow
from hipcoach.ui.theme import Theme

HEIGHT, SIDE, ABOVE, RADIUS = 36, 12, 6, 10
TICK, TICK_GAP = 16, 6
ROOM = 4
"""Pixels that it keeps free above, beyond what is around it."""
BREAKS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter


class WayPair(Group):
    """One stop of the Tab key; the arrows go between the two. `chosen` tells of a change."""

    chosen = Signal()

    def __init__(self, theme: Theme, name: str, accept: str, decline: str) -> None:
        super().__init__(name)
        self._theme, self._flow = theme, Flow()
        self.setLayout(self._flow)
        self._accept, self._decline = _Way(theme, accept), _Way(theme, decline)
        for way in (self._accept, self._decline):
            self._flow.addWidget(way)
            way.toggled.connect(self._on_toggled)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._restyle()
        theme.changed.connect(self._restyle)

    @property
    def declined(self) -> bool:
        """Whether the second way holds."""
        return self._decline.isChecked()

    def show_ways(self, accept: str, decline: str, *, declined: bool) -> None:
        """Name the ways, and let one of them hold."""
        self._accept.show_text(accept)
        self._decline.show_text(decline)
        with QSignalBlocker(self):
            (self._decline if declined else self._accept).setChecked(True)
        stop_at_chosen((self._accept, self._decline))
        self._flow.invalidate()

    def _on_toggled(self, on: bool) -> None:
        if on:
            stop_at_chosen((self._accept, self._decline))
            self.chosen.emit()

    def _restyle(self) -> None:
        self._flow.setSpacing(self._theme.px(8))
        self._flow.setContentsMargins(0, self._theme.px(ROOM), 0, 0)


class _Way(QRadioButton):
    """A button that holds or not; a long name breaks into lines."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("ringRadius", RADIUS)
        theme.changed.connect(self.updateGeometry)

    def show_text(self, text: str) -> None:
        """Another name."""
        self.setText(text)
        self.updateGeometry()

    def _bold(self) -> QFont:
        return self._theme.font("small_strong")

    @property
    def _tick(self) -> int:
        """Pixels of the tick and what follows it: kept free, so that nothing moves."""
        return self._theme.px(TICK) + self._theme.px(TICK_GAP)

    def _lines(self, width: int) -> QRect:
        """The place that the text takes in a button of this width."""
        room = width - 2 * self._theme.px(SIDE) - self._tick
        return QFontMetrics(self._bold()).boundingRect(
            QRect(0, 0, max(room, 1), 1000), BREAKS, self.text()
        )

    def _ink(self) -> str:
        if not self.isEnabled():
            return "disabled_ink"
        return "on_primary_soft" if self.isChecked() else "ink"

    # Qt's own

    def sizeHint(self) -> QSize:
        """Its text in one line."""
        text = QFontMetrics(self._bold()).horizontalAdvance(self.text())
        width = text + 2 * self._theme.px(SIDE) + self._tick + 1
        return QSize(width, self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Its longest word."""
        metrics = QFontMetrics(self._bold())
        longest = max(map(metrics.horizontalAdvance, self.text().split()), default=0)
        around = 2 * self._theme.px(SIDE) + self._tick + 1
        return QSize(longest + around, self._theme.px(HEIGHT))

    def hasHeightForWidth(self) -> bool:
        """Its text breaks."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the width needs."""
        lines = self._lines(width).height() + 2 * self._theme.px(ABOVE)
        return max(lines, self._theme.px(HEIGHT))

    def hitButton(self, place: QPoint) -> bool:
        """The whole button is to be pressed."""
        return self.rect().contains(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and edge, the tick where it holds, and the text."""
        theme, painter, holds = self._theme, QPainter(self), self.isChecked()
        resting = "primary_soft" if holds else "surface"
        edge = theme.colour("primary" if holds else "line_strong")
        fill = theme.colour(resting) if holds else ground(theme, self)
        paint_box(painter, QRectF(self.rect()), theme.px(RADIUS), fill, edge, EDGE)
        place = self._lines(self.width())
        shift = self._tick if holds else 0
        left = (self.width() - place.width() - shift) // 2
        top = (self.height() - place.height()) // 2
        if holds:
            tick = theme.icon("check", TICK, self._ink(), heavy=True)
            painter.drawPixmap(left, (self.height() - theme.px(TICK)) // 2, tick)
        painter.setPen(theme.colour(self._ink()))
        painter.setFont(self._bold())
        painter.drawText(
            QRect(left + shift, top, place.width() + 1, place.height()), BREAKS, self.text()
        )
        painter.end()
