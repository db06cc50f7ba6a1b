"""The exercise shown again and again, with a button that stops it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from hipcoach.core.demonstration import demonstrated, demonstrates_other
from hipcoach.core.exercise_view import ExerciseView
from hipcoach.core.format import capitalised
from hipcoach.core.tempo import PhaseKind, Tempo
from hipcoach.core.text import tr
from hipcoach.ui.buttons import Button
from hipcoach.ui.figure_view import FigureView
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme

HEIGHT = 300
"""Pixels at 100 % text."""

INSETS_FROM = 440
"""Pixels at 100 % text from which there is room for the small views beside the figure."""

TICK = 33
"""Milliseconds between two pictures. The movement goes on by as much at each, so that it is slowed
down and never jumps where the window has something else to do."""

MIDDLE = Qt.AlignmentFlag.AlignHCenter


class Stage(QFrame):
    """The figure in step with the exercise's tempo; words where it cannot be drawn.

    `moment_shown`: the phase, the share of it, and whether it is the other side's turn.
    """

    moment_shown = Signal(PhaseKind, float, bool)

    def __init__(self, theme: Theme, view: ExerciseView) -> None:
        super().__init__()
        self._theme, self._tempo, self._elapsed = theme, view.tempo, 0.0
        self._asked = view.picture
        self.setProperty("kind", "stage")
        self.figure = FigureView(theme)
        posture = capitalised(tr(view.posture))
        self.figure.setAccessibleName(posture)
        self._words = Label(theme, posture, "label", "ink2", wrap=True, align=MIDDLE)
        self._why = Label(theme, "", "caption", "ink3", wrap=True, align=MIDDLE)
        self.button = Button(theme, tr("Pause"), "quiet", icon="pause", size="small")
        self.button.setAccessibleDescription(tr("the movement of the figure"))
        self._timer = QTimer(self, interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._still = theme.figures.still_motion
        self._plays = not self._still
        self._lay_out()
        self._timer.timeout.connect(self._on_tick)
        self.button.clicked.connect(self._on_pressed)
        self.figure.drawn.connect(self._arrange)
        theme.figures.arrived.connect(self._arrange)
        theme.figures.changed.connect(self._on_changed)
        theme.changed.connect(self._restyle)
        self._arrange()
        self._restyle()

    @property
    def plays(self) -> bool:
        """Whether it goes on by itself while it is shown."""
        return self._plays

    def show_tempo(self, tempo: Tempo) -> None:
        """Another pace."""
        self._tempo = tempo

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.figure, 1)
        self._column.addStretch(1)
        self._column.addWidget(self._words)
        self._column.addWidget(self._why)
        self._column.addStretch(1)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def _arrange(self) -> None:
        """The figure and its button; or words in the middle, and the reason if there is one."""
        drawn, why = self.figure.is_drawn, self._theme.figures.problem(self._asked)
        self.figure.setVisible(drawn)
        self.button.setVisible(drawn)
        self._words.setVisible(not drawn)
        self._why.setText(why)
        self._why.setVisible(bool(why) and not drawn)
        self._column.setStretch(0, int(drawn))
        for spacer in (1, 4):
            self._column.setStretch(spacer, int(not drawn))
        self._run()

    def _run(self) -> None:
        """Go on, or stand still; never while nobody sees it."""
        self.button.show_text(tr("Pause") if self._plays else tr("Play"))
        self.button.show_icon("pause" if self._plays else "play")
        if self._plays and self.figure.is_drawn and self.isVisible():
            self._timer.start()
        else:
            self._timer.stop()

    def _on_tick(self) -> None:
        self._elapsed += TICK / 1000
        kind, progress = demonstrated(self._tempo, self._elapsed)
        other = demonstrates_other(self._tempo, self._elapsed)
        self.figure.show_moment(kind, progress, other=other)
        self.moment_shown.emit(kind, progress, other)

    def _on_pressed(self) -> None:
        self._plays = not self._plays
        self._run()

    def _on_changed(self) -> None:
        """Where nothing is to move by itself any more, nothing does; and the other way round."""
        still = self._theme.figures.still_motion
        if still != self._still:
            self._still, self._plays = still, not still
            self._run()

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(12), px(12), px(12), px(8))
        self._column.setSpacing(px(4))
        self.setMinimumHeight(px(HEIGHT))

    # Qt's own

    def showEvent(self, event: QShowEvent) -> None:
        """Go on where it stood."""
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The figure alone where it is narrow."""
        super().resizeEvent(event)
        wide = self.width() >= self._theme.px(INSETS_FROM)
        self.figure.show_figure(self._asked, insets=wide)
