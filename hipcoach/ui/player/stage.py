"""The stage: the exercise, its figure's place and the cue; or what comes and how to lie for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from hipcoach.core.player_view import PlayerView
from hipcoach.core.text import tr
from hipcoach.ui.controls.switch import Switch
from hipcoach.ui.labels import Label
from hipcoach.ui.player.first_question import FirstQuestion
from hipcoach.ui.player.fitting import EXERCISE, KICKER, NAME, NOTE, RUNG, SETUP
from hipcoach.ui.player.pair import ComparisonPair
from hipcoach.ui.player.steps import Steps
from hipcoach.ui.player.words import in_position, kicker
from hipcoach.ui.theme import Theme

TOP = Qt.AlignmentFlag.AlignTop

LOW, LOW_FIRST = 560, 700
"""Effective heights of the window below which the picture's place is left out in position, and in
the first one, where the scale needs more room than the pair does."""


class Stage(QWidget):
    """`question` stands below the frame in the session's first position, the pair in later ones.

    `picture` is the place of the figure.
    """

    own_pace_set = Signal(bool)

    def __init__(self, theme: Theme, question: FirstQuestion) -> None:
        super().__init__()
        self._theme, self._factor, self._is_position = theme, 1.0, False
        self._question = question
        self._height, self._is_first = 800.0, False
        self._kicker = Label(theme, "", KICKER, "ink2", wrap=True)
        self._name = Label(theme, "", NAME, wrap=True)
        self._rung = Label(theme, "", RUNG, "ink2", wrap=True)
        self.own_pace = Switch(theme, tr("Own pace"))
        self.picture = Steps(theme)
        self._setup = Label(theme, "", SETUP, wrap=True)
        self._bubble = QLabel()
        self._cue = Label(theme, "", "player_cue", wrap=True)
        self._caption = Label(theme, "", NOTE, "ink2", wrap=True)
        self._pair = ComparisonPair(theme)
        self._lay_out()
        self.own_pace.toggled.connect(self.own_pace_set)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_view(self, view: PlayerView, *, own_pace: bool) -> None:
        """Draw all of this moment.

        In position all that is said stands large already; the caption would say it twice.
        """
        position = in_position(view)
        self._arrange(position=position)
        self._caption.setVisible(not position)
        self._kicker.setText(kicker(view))
        self._kicker.setVisible(position)
        self._name.setText(tr(view.name))
        self._name.set_style(EXERCISE if position else NAME)
        self._rung.setText(tr(view.rung))
        self._rung.set_style(NOTE if position else RUNG)
        self._setup.setText(tr(view.setup))
        self._setup.setVisible(position)
        self.picture.show_steps(view.steps, large=not position)
        self._is_first = view.first_position
        self._show_picture()
        self._cue.setText(tr(view.hint))
        for widget in (self._cue, self._bubble):
            widget.setVisible(bool(view.hint))
        self.own_pace.show_on(own_pace)
        self._pair.show_texts(view.do_this, view.mistake)
        self._pair.setVisible(position and not view.first_position and bool(view.mistake))
        self._question.setVisible(view.first_position)

    def show_caption(self, text: str) -> None:
        """What was said last."""
        self._caption.setText(text)

    def set_factor(self, factor: float, effective_height: float) -> None:
        """Enlarge with the window, whose height is `effective_height` at 100 % text."""
        self._factor, self._height = factor, effective_height
        self._show_picture()
        self.picture.set_factor(factor)
        self._pair.set_factor(factor)
        self._restyle()

    def _lay_out(self) -> None:
        frame = QFrame()
        frame.setProperty("kind", "stage")
        self._column = QVBoxLayout(frame)
        self._middle = QGridLayout()
        head = self._head()
        self._middle.addLayout(head, 0, 0, 1, 2)
        self._middle.addWidget(self._setup, 1, 0, TOP)
        self._middle.addWidget(self.picture, 1, 1)
        self._middle.setRowStretch(1, 1)
        self._column.addLayout(self._middle, 1)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._bubble, 0, TOP)
        self._foot.addWidget(self._cue, 1)
        self._column.addLayout(self._foot)
        self._column.addWidget(self._caption)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.addWidget(frame, 1)
        self._outer.addWidget(self._pair)
        self._outer.addWidget(self._question)
        self._arrange(position=True)

    def _head(self) -> QHBoxLayout:
        """Name and rung, and the switch at their right."""
        self._names = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._names.addWidget(self._name)
        self._names.addWidget(self._rung, 1)
        above = QVBoxLayout()
        above.setSpacing(0)
        above.addWidget(self._kicker)
        above.addLayout(self._names)
        self._switch = QHBoxLayout()
        word = Label(self._theme, tr("Own pace"), "label", "ink2")
        word.setBuddy(self.own_pace)
        self._switch.addWidget(word)
        self._switch.addWidget(self.own_pace)
        head = QHBoxLayout()
        head.addLayout(above, 1)
        head.addLayout(self._switch)
        head.setAlignment(self._switch, TOP)
        return head

    def _show_picture(self) -> None:
        """In a low window what is below the frame goes before the picture, which comes later."""
        low = self._height < (LOW_FIRST if self._is_first else LOW)
        shown = not (self._is_position and low)
        self.picture.setVisible(shown)
        self._middle.setColumnStretch(1, 3 if shown and self._is_position else 1 - int(not shown))

    def _arrange(self, *, position: bool) -> None:
        """In position the way to lie stands beside the picture's place, which is narrower then."""
        if position == self._is_position:
            return
        self._is_position = position
        self._middle.removeWidget(self.picture)
        self._middle.addWidget(self.picture, 1, int(position), 1, 1 if position else 2)
        self._middle.setColumnStretch(0, 2 if position else 1)
        self._middle.setColumnStretch(1, 3 if position else 1)
        ways = QBoxLayout.Direction
        self._names.setDirection(ways.TopToBottom if position else ways.LeftToRight)
        self._names.setSpacing(0 if position else round(8 * self._factor))

    def _restyle(self) -> None:
        factor, theme = self._factor, self._theme
        labels = (self._kicker, self._name, self._rung, self._setup, self._cue, self._caption)
        for label in labels:
            label.set_factor(factor / theme.scale)
        self._bubble.setPixmap(theme.icon("message-circle", 30 * factor / theme.scale, "ink"))
        self._bubble.setContentsMargins(0, round(5 * factor), 0, 0)
        self._foot.setSpacing(round(16 * factor))
        self._middle.setHorizontalSpacing(round(24 * factor))
        self._middle.setVerticalSpacing(round(20 * factor))
        self._names.setSpacing(0 if self._is_position else round(8 * factor))
        side, above = round(28 * factor), round(20 * factor)
        self._column.setContentsMargins(side, above, side, above)
        self._column.setSpacing(round(12 * factor))
        self._switch.setSpacing(theme.px(10))
        self._outer.setSpacing(round(16 * factor))
