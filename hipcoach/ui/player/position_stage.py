"""The stage while one gets into position: what comes, how to lie, and the pair below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hipcoach.core.player_view import PlayerView
from hipcoach.core.text import tr
from hipcoach.ui.labels import Label
from hipcoach.ui.player.first_question import FirstQuestion
from hipcoach.ui.player.fitting import EXERCISE, KICKER, NOTE, SETUP
from hipcoach.ui.player.own_pace import OwnPace
from hipcoach.ui.player.pair import ComparisonPair
from hipcoach.ui.player.steps import Steps, tell_steps
from hipcoach.ui.player.words import kicker
from hipcoach.ui.still import Still
from hipcoach.ui.theme import Theme
from hipcoach.ui.turns import Turns

CORNER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
SHARES, LOW_SHARES, HIGH = (330, 430), (430, 330), 600
"""Of the frame's width: the words', the picture's; where the window is lower than `HIGH`."""

FRAME_SHARE, PAIR_SHARE = 316, 280

NEAR = 8
"""Pixels in the design that the picture keeps from the frame's edge; words keep more."""

LOW, LOW_FIRST = (560, 480), (700, 520)
"""Effective heights of the window below which the steps, or the picture, are left out; in the first
position, where the scale needs more room than the pair does, it is the second pair."""


class PositionStage(QWidget):
    """`question` stands below the frame in the session's first position, the pair in later ones."""

    own_pace_set = Signal(bool)

    def __init__(self, theme: Theme, question: FirstQuestion, turns: Turns) -> None:
        super().__init__()
        self._theme, self._factor = theme, 1.0
        self._question = question
        self._height, self._is_first, self._is_drawn = 800.0, False, False
        self._kicker = Label(theme, "", KICKER, "ink2", wrap=True)
        self._name = Label(theme, "", EXERCISE, wrap=True)
        self._rung = Label(theme, "", NOTE, "ink2", wrap=True)
        self._setup = Label(theme, "", SETUP, wrap=True)
        self.own_pace = OwnPace(theme)
        self.start = Still(theme, None, (1, 1), share=0.0)
        self.start.let_grow()
        self.steps = Steps(theme)
        self.pair = ComparisonPair(theme, turns)
        self._lay_out()
        self.own_pace.toggled.connect(self.own_pace_set)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_view(self, view: PlayerView, *, own_pace: bool) -> None:
        """Draw all of this moment."""
        self._kicker.setText(kicker(view))
        self._name.setText(tr(view.name))
        self._rung.setText(tr(view.rung))
        self._setup.setText(tr(view.setup))
        self.own_pace.switch.show_on(own_pace)
        self.steps.show_steps(view.steps, large=False)
        tell_steps(self.start, tr("Figure in the start position"), view.steps)
        self.start.show_asked(view.picture)
        self.pair.show_view(view)
        self._is_first = view.first_position
        self.pair.setVisible(not view.first_position and bool(view.mistake))
        self._question.setVisible(view.first_position)
        self._arrange()

    def show_drawn(self, *, drawn: bool) -> None:
        """Whether there is a figure; else the steps stand in words where it would be."""
        self._is_drawn = drawn
        self._arrange()

    def set_factor(self, factor: float, effective_height: float) -> None:
        """Enlarge with the window, whose height is `effective_height` at 100 % text."""
        self._factor, self._height = factor, effective_height
        self.steps.set_factor(factor)
        self.pair.set_factor(factor)
        self._restyle()

    def _lay_out(self) -> None:
        frame = QFrame()
        frame.setProperty("kind", "stage")
        words = self._words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self._kicker, self._name, self._rung):
            words.addWidget(label)
        words.addStretch(1)
        self._setup_row = QHBoxLayout()
        self._setup_row.addWidget(self._setup)
        words.addLayout(self._setup_row)
        self._picture = QVBoxLayout()
        self._head = QVBoxLayout()
        self._head.addWidget(self.own_pace)
        self._picture.addLayout(self._head)
        self._picture.setAlignment(self._head, CORNER)
        self._picture.addWidget(self.start, 1)
        self._picture.addWidget(self.steps, 1)
        self._row = QHBoxLayout(frame)
        self._row.addLayout(words)
        self._row.addLayout(self._picture)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(frame, FRAME_SHARE)
        self._column.addWidget(self.pair)
        self._column.addWidget(self._question)

    def _arrange(self) -> None:
        """In a low window what is below the frame goes before the picture, which comes later."""
        least = LOW_FIRST if self._is_first else LOW
        low = self._height < least[self._is_drawn]
        self.start.setVisible(self._is_drawn and not low)
        self.steps.setVisible(not self._is_drawn and not low)
        words, picture = SHARES if self._height >= HIGH else LOW_SHARES
        self._row.setStretch(0, words)
        self._row.setStretch(1, 0 if low else picture)
        self._column.setStretch(1, PAIR_SHARE if self.pair.is_drawn else 0)

    def _restyle(self) -> None:
        factor = self._factor
        for label in (self._kicker, self._name, self._rung, self._setup):
            label.set_factor(factor / self._theme.scale)
        self._setup_row.setContentsMargins(0, round(12 * factor), 0, 0)
        side, above = round(28 * factor), round(20 * factor)
        near = round(NEAR * factor)
        self._row.setContentsMargins(side, above, near, near)
        self._row.setSpacing(round(16 * factor))
        self._words.setContentsMargins(0, 0, 0, above - near)
        self._head.setContentsMargins(0, 0, side - near, 0)
        self._picture.setSpacing(0)
        self._column.setSpacing(round(16 * factor))
        self._arrange()
