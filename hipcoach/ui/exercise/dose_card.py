"""The dose of the exercise in the running program, to be changed step by step."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipcoach.core.changes import HIGH, LOW, REST, SETS, SIDES, SidesDone, Value
from hipcoach.core.dose_view import DoseView
from hipcoach.core.format import number
from hipcoach.core.text import Message, say, tr
from hipcoach.ui.announce import announce
from hipcoach.ui.box import Box
from hipcoach.ui.controls.segmented import Segmented
from hipcoach.ui.controls.stepper import Stepper
from hipcoach.ui.exercise.dose_foot import DoseFoot
from hipcoach.ui.exercise.field import Field
from hipcoach.ui.exercise.headed import Headed
from hipcoach.ui.exercise.pace import NARROWEST, UNIT, Pace
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Columns
from hipcoach.ui.theme import Theme

REST_STEP = 5
"""Seconds that plus and minus change a rest by."""

SIDES_ORDER = (
    SidesDone.BOTH_LEFT_FIRST,
    SidesDone.BOTH_RIGHT_FIRST,
    SidesDone.LEFT,
    SidesDone.RIGHT,
)


class DoseCard(Headed):
    """Each press is told at once: `changed` carries the values by name (`core/changes.py`).

    Low never passes high: what is pushed by the other is told with it. `reset_asked`: all as the
    program has it; `undone`: the last change taken back.
    """

    changed = Signal(dict)
    reset_asked = Signal()
    undone = Signal()

    def __init__(self, theme: Theme, dose: DoseView) -> None:
        super().__init__(theme, "clipboard-list", tr("Your dose"))
        self._dose, self._told = dose, ""
        self._numbers: dict[str, Stepper] = {}
        self._minutes = Label(theme, "", "small", "ink2", wrap=True)
        self._per_rep = Label(theme, "", "small", "ink2", wrap=True)
        self._grid = Columns()
        self.column.addWidget(self._minutes)
        self.column.addWidget(self._repetitions())
        self._sides: Segmented | None = None
        if dose.sides:
            self._sides = self._chooser()
            self.column.addWidget(Field(theme, tr("Sides"), self._sides))
        self._pace = Pace(theme, dose)
        self._pace.changed.connect(lambda what, value: self.changed.emit({what: value}))
        self.column.addWidget(Field(theme, tr("Pace of one repetition"), self._pace))
        self.column.addWidget(self._per_rep)
        self._foot = DoseFoot(theme)
        self._foot.reset_asked.connect(self.reset_asked)
        self._foot.undone.connect(self.undone)
        self.column.addWidget(Box(theme, kind="line"))
        self.column.addWidget(self._foot)
        self._fit()
        theme.changed.connect(self._fit)

    def show_dose(
        self, dose: DoseView, minutes: Message, *, each_side: bool, undoable: bool
    ) -> None:
        """The dose as it is stored, and the length of a session with it.

        `each_side`: the repetitions are counted for each side.
        """
        self._dose = dose
        for what, stepper in self._numbers.items():
            usual, limit = dose.program.get(what, dose.now[what]), dose.limits[what]
            stepper.show_range(round(limit.low), round(limit.high))
            stepper.show_value(round(float(dose.now[what])), round(float(usual)))
        if self._sides and dose.sides:
            self._sides.show_part(SIDES_ORDER.index(dose.sides))
        self._pace.show_dose(dose)
        self._show_length(minutes, each_side=each_side)
        seconds = number(dose.seconds_per_rep, 0)
        self._per_rep.setText(tr("{seconds} per repetition", seconds=f"{seconds}{UNIT}"))
        if self._foot.show_changed(dose.changed, undoable=undoable):
            self.focus_first()

    def _show_length(self, minutes: Message, *, each_side: bool) -> None:
        """The length; said aloud where it is another one while the dose is changed."""
        told = tr("A whole session: {minutes}.", minutes=say(minutes))
        if self._told and told != self._told and self.isAncestorOf(self.window().focusWidget()):
            announce(self, told)
        self._told = told
        sides = tr("Repetitions are counted on each side.") if each_side else ""
        self._minutes.setText(f"{told} {sides}".strip())

    def focus_first(self) -> None:
        """Put the focus on the sets."""
        self._numbers[SETS].setFocus()

    def _repetitions(self) -> QWidget:
        """Sets, rest and repetitions; one long hold has no repetitions to choose."""
        grid, name = self._grid, tr("Rest between sets, seconds")
        grid.addWidget(self._number(SETS, tr("Sets"), tr("Sets")))
        grid.addWidget(self._number(REST, tr("Rest between sets"), name, step=REST_STEP, unit=UNIT))
        limit = self._dose.limits[LOW]
        if limit.low < limit.high:
            grid.addWidget(self._number(LOW, tr("Reps from"), tr("Repetitions from")))
            grid.addWidget(self._number(HIGH, tr("Reps to"), tr("Repetitions to")))
        area = QWidget()
        area.setLayout(grid)
        return area

    def _number(self, what: str, label: str, name: str, *, step: int = 1, unit: str = "") -> Field:
        limit, theme = self._dose.limits[what], self._theme
        ends = round(limit.low), round(limit.high)
        stepper = Stepper(theme, name, *ends, step=step, unit=unit, typed_whole=True)
        stepper.changed.connect(lambda value: self._on_number(what, value))
        self._numbers[what] = stepper
        return Field(theme, label, stepper)

    def _chooser(self) -> Segmented:
        parts = [tr("Left and right"), tr("Right and left"), tr("Left only"), tr("Right only")]
        chooser = Segmented(self._theme, tr("Sides"), parts)
        chooser.changed.connect(lambda n: self.changed.emit({SIDES: SIDES_ORDER[n].value}))
        return chooser

    def _on_number(self, what: str, value: int) -> None:
        values: Mapping[str, Value] = {what: value}
        low, high = self._dose.low, self._dose.high
        if (what == LOW and value > high) or (what == HIGH and value < low):
            values = {LOW: value, HIGH: value}
        self.changed.emit(dict(values))

    def _fit(self) -> None:
        px = self._theme.px
        self._grid.set_measures(px(NARROWEST), px(16), px(12))
