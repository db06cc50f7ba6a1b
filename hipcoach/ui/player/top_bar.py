"""Above the player: leave, the session strip, minutes left, full screen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hipcoach.core.player_view import PlayerView
from hipcoach.core.text import tr
from hipcoach.ui.buttons import Button
from hipcoach.ui.labels import Label
from hipcoach.ui.player.strip import SessionStrip
from hipcoach.ui.player.words import minutes_left
from hipcoach.ui.theme import Theme

MIDDLE = Qt.AlignmentFlag.AlignVCenter


class TopBar(QWidget):
    """`leave_asked` and `full_screen_asked` are its buttons."""

    leave_asked = Signal()
    full_screen_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.leave = Button(theme, icon="x", name=tr("Leave the session"))
        self.strip = SessionStrip(theme)
        self._rate = Label(theme, "", "label", "amber_ink")
        self._left = Label(theme, "", "section")
        self.full_screen = Button(theme, icon="maximize", name=tr("Full screen"))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.leave, 0, MIDDLE)
        self._row.addWidget(self.strip, 1, MIDDLE)
        for widget in (self._rate, self._left, self.full_screen):
            self._row.addWidget(widget, 0, MIDDLE)
        self.leave.clicked.connect(self.leave_asked)
        self.full_screen.clicked.connect(self.full_screen_asked)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_view(self, view: PlayerView) -> None:
        """Draw how far the session is."""
        self.strip.show_parts(view.strip)
        self._left.setText(minutes_left(view))

    def show_rate(self, rate: float) -> None:
        """Say that the clock does not run at its own speed."""
        self._rate.setText("" if rate == 1 else tr("clock × {rate:g}", rate=rate))
        self._rate.setVisible(rate != 1)

    def show_full_screen(self, *, on: bool) -> None:
        """Which way the button leads."""
        self.full_screen.show_icon("minimize" if on else "maximize")
        name = tr("Leave full screen") if on else tr("Full screen")
        self.full_screen.setAccessibleName(name)
        self.full_screen.setToolTip(name)

    def _restyle(self) -> None:
        edge = self._theme.px(24)
        self._row.setContentsMargins(edge, self._theme.px(12), edge, self._theme.px(10))
        self._row.setSpacing(self._theme.px(20))
        for button in (self.leave, self.full_screen):
            button.setFixedSize(self._theme.px(56), self._theme.px(48))
