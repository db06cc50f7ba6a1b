"""Above the player: leave, the session strip, minutes left, full screen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hipcoach.core.player_view import PlayerView
from hipcoach.core.text import ntr, tr
from hipcoach.ui.buttons import Button
from hipcoach.ui.labels import Label
from hipcoach.ui.player.fitting import edge, is_full
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
        self._left = Label(theme, "", "section", align=Qt.AlignmentFlag.AlignRight)
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
        px, full = self._theme.px, is_full(self._theme, self.width())
        side, above = edge(self._theme, self.width()), px(14 if full else 10)
        self._row.setContentsMargins(side, above, side, above)
        self._row.setSpacing(px(19 if full else 14))
        for button in (self.leave, self.full_screen):
            button.setFixedSize(px(56 if full else 48), px(48 if full else 44))
        self._keep_left_wide()

    def _keep_left_wide(self) -> None:
        """Wide enough for all that it may say, so that the strip never moves."""
        metrics = QFontMetrics(self._left.font())
        words = (tr("Paused"), ntr("{n} min left", "{n} min left", 88))
        self._left.setMinimumWidth(max(map(metrics.horizontalAdvance, words)) + 2)

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the margins that fit the width."""
        super().resizeEvent(event)
        self._restyle()
