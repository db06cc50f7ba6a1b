"""The exercises of a session that was done without the app: which, and how much of each."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hipcoach.core.done_words import done_words
from hipcoach.core.exercise import Side
from hipcoach.core.session_entry import (
    MOST_REPS,
    MOST_SETS,
    ExerciseDone,
    ExerciseForm,
    whole,
)
from hipcoach.core.text import message, say, tr
from hipcoach.ui.box import Box
from hipcoach.ui.buttons import Button
from hipcoach.ui.controls.check_box import GAP as BOX_GAP
from hipcoach.ui.controls.check_box import CheckBox
from hipcoach.ui.controls.stepper import Stepper
from hipcoach.ui.controls.tile_face import MARK
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Flow
from hipcoach.ui.spread import Spread
from hipcoach.ui.theme import Theme

GAP, WORDS = 8, 120
"""Pixels at 100 % text: between things, and the least width of the words beside "Change"."""


class ExerciseRow(Box):
    """A tick, the exercise, how much was done in words, and behind "Change" the numbers."""

    changed = Signal()
    opened = Signal()

    def __init__(self, theme: Theme, asked: ExerciseForm, done: ExerciseDone | None) -> None:
        super().__init__(theme, spacing=4)
        self._asked, self._open, name = asked, False, say(asked.name)
        self.tick = CheckBox(theme, name)
        self.tick.show_on(done is not None)
        self._words = Label(theme, "", "small", wrap=True)
        self._level = Label(theme, say(asked.level), "caption", "ink3", wrap=True)
        self._change = Button(theme, tr("Change"), "quiet", size="small")
        self._change.setAccessibleName(tr("Change: {exercise}", exercise=name))
        keeps = self._change.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)  # a tick moves nothing
        self._change.setSizePolicy(keeps)
        told = done or whole(asked)
        self._sets = self._stepper(tr("{exercise}, sets", exercise=name), 1, MOST_SETS, told.sets)
        self._reps = dict(self._steppers(name, dict(told.reps)))
        self._numbers, self._flow = QWidget(), Flow()
        self._lay_out()
        self.tick.toggled.connect(self._on_changed)
        self._change.clicked.connect(self._on_change)
        self._follow()
        self._space_row()
        theme.changed.connect(self._space_row)

    @property
    def done(self) -> ExerciseDone | None:
        """What was done of it; None where it is not ticked, or nothing is left of it."""
        reps = tuple((side, stepper.value) for side, stepper in self._reps.items() if stepper.value)
        if not (self.tick.isChecked() and reps):
            return None
        return ExerciseDone(exercise=self._asked.exercise, sets=self._sets.value, reps=reps)

    def _stepper(self, name: str, low: int, high: int, value: int) -> Stepper:
        stepper = Stepper(self.theme, name, low, max(high, value))
        stepper.show_value(value)
        stepper.changed.connect(self._on_changed)
        return stepper

    def _steppers(self, exercise: str, reps: dict[Side, int]) -> Iterable[tuple[Side, Stepper]]:
        """One for each side; a side that was not done has none of its repetitions."""
        for side in self._asked.sides:
            facts = {"exercise": exercise, "side": side_word(side)}
            name = tr("{exercise}, {side}, repetitions", **facts)
            if side is Side.BOTH:
                name = tr("{exercise}, repetitions", exercise=exercise)
            yield side, self._stepper(name, 0, MOST_REPS, reps.get(side, 0))

    def _lay_out(self) -> None:
        """Words and level stand below the tick's words, the numbers below all of it."""
        about = Box(self.theme)
        about.add(self._words, self._level)
        self._line = Spread()
        self._line.addWidget(about)
        self._line.addWidget(self._change)
        below = QWidget()
        below.setLayout(self._line)
        self._numbers.setLayout(self._flow)
        self._flow.addWidget(_Named(self.theme, tr("Sets"), self._sets))
        for side, stepper in self._reps.items():
            self._flow.addWidget(_Named(self.theme, self._label(side), stepper))
        self.add(self.tick, below, self._numbers)

    def _label(self, side: Side) -> str:
        if side is Side.BOTH:
            return tr("Each leg") if self._asked.in_turn else tr("Repetitions")
        return tr("Left") if side is Side.LEFT else tr("Right")

    def _on_change(self) -> None:
        self._open = True
        self._follow()
        self._sets.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit()

    def _on_changed(self) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        """The numbers are there to be changed where the exercise was done."""
        ticked, done = self.tick.isChecked(), self.done
        self._numbers.setVisible(ticked and self._open)
        self._change.setVisible(ticked and not self._open)
        much = done_words(done, in_turn=self._asked.in_turn) if done else message("not done")
        self._words.setText(say(much))

    def _space_row(self) -> None:
        px = self.theme.px
        self._line.setContentsMargins(px(MARK + BOX_GAP), 0, 0, px(5))
        self._line.set_measures(px(GAP), px(WORDS))
        self._flow.setSpacing(px(GAP))
        self._flow.setContentsMargins(0, px(4), 0, px(4))


class SessionRows(Box):
    """A row for each exercise. `changed` tells of every answer, `opened` of numbers that came."""

    changed = Signal()
    opened = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, spacing=2)
        self._rows: list[ExerciseRow] = []
        self._asked: tuple[ExerciseForm, ...] = ()

    def show_exercises(self, asked: Iterable[ExerciseForm], done: Iterable[ExerciseDone]) -> None:
        """These exercises, ticked where they were done."""
        self._asked = tuple(asked)
        told = {made.exercise: made for made in done}
        for old in self.findChildren(QWidget, "", Qt.FindChildOption.FindDirectChildrenOnly):
            self.box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = [ExerciseRow(self.theme, one, told.get(one.exercise)) for one in self._asked]
        for number, row in enumerate(self._rows):
            if number:
                self.add(Box(self.theme, kind="line"))
            self.add(row)
            row.show()  # at once: the focus may go there
            row.changed.connect(self.changed)
            row.opened.connect(self.opened)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Hand the focus on to the first exercise; a focus proxy would stay a stop of Tab."""
        if self._rows:
            self._rows[0].tick.setFocus(reason)

    def asks(self, asked: Iterable[ExerciseForm]) -> bool:
        """Whether these are the exercises that are shown."""
        return self._asked == tuple(asked)

    @property
    def done(self) -> tuple[ExerciseDone, ...]:
        """What was done, exercise by exercise."""
        return tuple(done for row in self._rows if (done := row.done))


class _Named(Box):
    """A stepper below its short name; screen readers have the whole one."""

    def __init__(self, theme: Theme, name: str, stepper: Stepper) -> None:
        super().__init__(theme, spacing=4)
        self.add(Label(theme, name, "caption", "ink2"), stepper)


def side_word(side: Side) -> str:
    """The side within a sentence."""
    return {Side.LEFT: tr("left"), Side.RIGHT: tr("right"), Side.BOTH: tr("both")}[side]
