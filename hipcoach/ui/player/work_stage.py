"""The stage while a set is under way: the exercise, its moving figure, the cue and the caption."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout

from hipcoach.core.demonstration import breaths
from hipcoach.core.exercise import Side
from hipcoach.core.player_view import Moment, PlayerView
from hipcoach.core.tempo import PhaseKind
from hipcoach.core.text import tr
from hipcoach.ui.figure_view import FigureView
from hipcoach.ui.labels import Label
from hipcoach.ui.player.cue_line import CueLine
from hipcoach.ui.player.fitting import NAME, NOTE, RUNG
from hipcoach.ui.player.muscle_key import MuscleKey
from hipcoach.ui.player.own_pace import OwnPace
from hipcoach.ui.player.steps import Steps, tell_steps
from hipcoach.ui.theme import Theme
from hipcoach.ui.turns import Turns

TOP = Qt.AlignmentFlag.AlignTop

LOWEST = 160
"""Pixels in the design below which a figure tells nothing."""

KEY_FROM = 720
"""Effective width of the stage from which there is room for what the gold means."""


class WorkStage(QFrame):
    """The figure in step with the player; the steps in words where it cannot be drawn."""

    own_pace_set = Signal(bool)

    def __init__(self, theme: Theme, turns: Turns) -> None:
        super().__init__()
        self._theme, self._factor = theme, 1.0
        self._view: PlayerView | None = None
        self.setProperty("kind", "stage")
        self._name = Label(theme, "", NAME, wrap=True)
        self._rung = Label(theme, "", RUNG, "ink2", wrap=True)
        self._key = MuscleKey(theme)
        self.own_pace = OwnPace(theme)
        self.figure = FigureView(theme, turns)
        self.steps = Steps(theme)
        self._cue = CueLine(theme)
        self._caption = Label(theme, "", NOTE, "ink2", wrap=True)
        self._lay_out()
        self.own_pace.toggled.connect(self.own_pace_set)
        self.figure.drawn.connect(self._show_picture)
        self._show_picture()
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_view(self, view: PlayerView, *, own_pace: bool) -> None:
        """Draw all of this moment; also what is to come is made ready, before it is shown."""
        self._name.setText(tr(view.name))
        self._rung.setText(tr(view.rung))
        self._cue.show_cue(view.hint, view.hints)
        self.own_pace.switch.show_on(own_pace)
        self.steps.show_steps(view.steps, large=True)
        tell_steps(self.figure, tr("Figure doing the exercise"), view.steps)
        self.figure.show_figure(view.picture, breaths=breaths(view.tempo))
        self._view = view
        self.show_moment(view.moment)

    def show_moment(self, now: Moment) -> None:
        """Move the figure; where the user sets the pace, it shows where the movement leads."""
        view = self._view
        if view is None:
            return
        kind, progress = (PhaseKind.HOLD, 1.0) if view.waits else (view.kind, now.progress)
        other = view.side is Side.BOTH and view.working_side is Side.LEFT
        self.figure.show_moment(kind, progress, other=other)

    def show_caption(self, text: str) -> None:
        """What was said last."""
        self._caption.setText(text)

    def set_factor(self, factor: float) -> None:
        """Enlarge with the window."""
        self._factor = factor
        self.steps.set_factor(factor)
        self._cue.set_factor(factor)
        self._restyle()

    def get_ready(self, place: QRect, *, ahead: bool) -> None:
        """Whether it will be shown soon in this place, so that the figure moves from the first."""
        if ahead and place.isValid():
            self.setGeometry(place)
            self._column.activate()
        self.figure.get_ready(ahead=ahead)

    def _lay_out(self) -> None:
        self._names = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._names.addWidget(self._name)
        self._names.addWidget(self._rung, 1)
        self._head = QHBoxLayout()
        self._head.addLayout(self._names, 1)
        self._head.addWidget(self._key)
        self._head.addWidget(self.own_pace)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.figure, 1)
        self._column.addWidget(self.steps, 1)
        self._column.addWidget(self._cue)
        self._column.addWidget(self._caption)

    def _show_picture(self) -> None:
        drawn = self.figure.is_drawn
        self.figure.setVisible(drawn)
        self.steps.setVisible(not drawn)
        self._show_key()

    def _show_key(self) -> None:
        wide = self.width() / self._theme.scale >= KEY_FROM
        self._key.setVisible(wide and self.figure.is_drawn)

    def _restyle(self) -> None:
        factor, theme = self._factor, self._theme
        for label in (self._name, self._rung, self._caption):
            label.set_factor(factor / theme.scale)
        self.figure.setMinimumHeight(round(LOWEST * factor))
        self._names.setSpacing(round(8 * factor))
        self._head.setSpacing(round(24 * factor))
        side, above = round(28 * factor), round(20 * factor)
        self._column.setContentsMargins(side, above, side, above)
        self._column.setSpacing(round(8 * factor))
        self._show_key()

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What the gold means stands there where there is room."""
        super().resizeEvent(event)
        self._show_key()
