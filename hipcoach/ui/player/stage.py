"""The stage: the exercise in motion; or, while one gets into position, what comes."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipcoach.core.player_view import Moment, PlayerView
from hipcoach.ui.controls.switch import Switch
from hipcoach.ui.player.first_question import FirstQuestion
from hipcoach.ui.player.position_stage import PositionStage
from hipcoach.ui.player.words import in_position
from hipcoach.ui.player.work_stage import WorkStage
from hipcoach.ui.theme import Theme
from hipcoach.ui.turns import Turns


class Stage(QWidget):
    """One of two pages. The one for work is made ready behind the other, frames and all."""

    own_pace_set = Signal(bool)

    def __init__(self, theme: Theme, question: FirstQuestion) -> None:
        super().__init__()
        self._said, self._is_seen = "", False
        turns = Turns(self)
        self.position = PositionStage(theme, question, turns)
        self.work = WorkStage(theme, turns)
        self.work.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for page in (self.position, self.work):
            column.addWidget(page)
            page.own_pace_set.connect(self.own_pace_set)
        self.work.figure.drawn.connect(self._on_drawn)
        self._on_drawn()

    def show_view(self, view: PlayerView, *, own_pace: bool) -> None:
        """Draw all of this moment.

        In position all that is said stands large already; the caption would say it twice.
        """
        position = in_position(view)
        if position:
            self.position.show_view(view, own_pace=own_pace)
        self.work.show_view(view, own_pace=own_pace)
        self.work.show_caption("" if position else self._said)
        shown, hidden = (self.position, self.work) if position else (self.work, self.position)
        hidden.hide()
        shown.show()
        self._make_ready()

    def show_moment(self, now: Moment) -> None:
        """Only what moves of the view that is shown."""
        if self.work.isHidden():
            self.position.pair.show_moment(now)
        else:
            self.work.show_moment(now)

    def show_caption(self, text: str) -> None:
        """What was said last."""
        self._said = text
        if not self.work.isHidden():
            self.work.show_caption(text)

    def set_factor(self, factor: float, effective_height: float) -> None:
        """Enlarge with the window, whose height is `effective_height` at 100 % text."""
        self.position.set_factor(factor, effective_height)
        self.work.set_factor(factor)

    @property
    def own_pace(self) -> Switch:
        """The switch that is shown."""
        page = self.work if self.position.isHidden() else self.position
        return page.own_pace.switch

    def _on_drawn(self) -> None:
        self.position.show_drawn(drawn=self.work.figure.is_drawn)

    def _make_ready(self) -> None:
        """Draw the frames of the set to come in the place where it will be shown."""
        self.work.get_ready(self._place(), ahead=self._is_seen and self.work.isHidden())

    def _place(self) -> QRect:
        """As much of it as is seen without scrolling."""
        page = self.parentWidget()
        seen = page.parentWidget() if page else None
        return self.rect().intersected(seen.rect()) if seen else self.rect()

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The frames to come have another size."""
        super().resizeEvent(event)
        self._make_ready()

    def showEvent(self, event: QShowEvent) -> None:
        """There is somebody to draw for."""
        super().showEvent(event)
        self._is_seen = True
        self._make_ready()

    def hideEvent(self, event: QHideEvent) -> None:
        """There is not."""
        super().hideEvent(event)
        self._is_seen = False
        self._make_ready()
