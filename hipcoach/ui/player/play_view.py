"""The session as it plays: top bar, stage and panel, bottom bar."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hipcoach.core.player_view import Moment, PlayerView, in_whole_seconds
from hipcoach.ui.player.bottom_bar import BottomBar
from hipcoach.ui.player.first_question import FirstQuestion
from hipcoach.ui.player.fitting import edge
from hipcoach.ui.player.panel import Panel
from hipcoach.ui.player.stage import Stage
from hipcoach.ui.scroll import Scroll
from hipcoach.ui.theme import Theme

STAGE_SHARE, PANEL_SHARE = 800, 408


class PlayView(QWidget):
    """Stage and panel, and the buttons below. Draws moments; knows nothing of the session."""

    def __init__(self, theme: Theme, question: FirstQuestion) -> None:
        super().__init__()
        self._theme = theme
        self._shown: PlayerView | None = None
        self._moment: Moment | None = None
        self._is_still = False
        self._own_pace = False
        self.stage = Stage(theme, question)
        self.panel = Panel(theme)
        self.bar = BottomBar(theme)
        self._scroll = Scroll(theme)
        self._scroll.column.setContentsMargins(0, 0, 0, 0)
        self._scroll.column.addWidget(self.stage)
        aside = Scroll(theme)
        aside.column.setContentsMargins(0, 0, 0, 0)
        aside.column.addWidget(self.panel)
        self._middle = QHBoxLayout()
        self._middle.addWidget(self._scroll, STAGE_SHARE)
        self._middle.addWidget(aside, PANEL_SHARE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._middle, 1)
        column.addWidget(self.bar)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_view(self, view: PlayerView, *, own_pace: bool) -> bool:
        """Draw the moment: all of it where words changed, else only what moves. Says which."""
        self._is_still = self._theme.figures.still_motion
        if self._is_still:
            view = replace(view, **in_whole_seconds(view.moment, view.tempo)._asdict())
        still = replace(view, seconds=0, progress=0.0, turn=0.0, elapsed=0.0)
        if still == self._shown and own_pace == self._own_pace:
            self.panel.ring.show_view(view)
            self._move(view.moment)
            return False
        self._shown, self._own_pace = still, own_pace
        self._moment = view.moment
        self.stage.show_view(view, own_pace=own_pace)
        self.panel.show_view(view)
        self.bar.show_view(view)
        return True

    def show_moment(self, now: Moment) -> None:
        """Only what moves, within the second of the view that is shown."""
        if self._is_still and self._shown:
            now = in_whole_seconds(now, self._shown.tempo)
        self._move(now)

    def _move(self, now: Moment) -> None:
        if now != self._moment:
            self._moment = now
            self.panel.ring.show_moment(now)
            self.stage.show_moment(now)

    def set_factor(self, factor: float, effective_height: float) -> None:
        """Enlarge with the window, whose height is `effective_height` at 100 % text."""
        self.stage.set_factor(factor, effective_height)
        self.panel.set_factor(factor)

    def _restyle(self) -> None:
        side = edge(self._theme, self.width())
        self._middle.setContentsMargins(side, 0, side, 0)
        self._middle.setSpacing(side)

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the margins that fit the width."""
        super().resizeEvent(event)
        self._restyle()
