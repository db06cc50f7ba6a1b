"""The pace of one repetition: the seconds of each stretch, in their order."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipcoach.core.dose_view import DoseView, Seconds
from hipcoach.core.format import NO_BREAK, number
from hipcoach.core.tempo import PhaseKind
from hipcoach.core.text import tr
from hipcoach.ui.box import Box
from hipcoach.ui.controls.stepper import Stepper
from hipcoach.ui.exercise.field import Field
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Columns
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

UNIT = f"{NO_BREAK}s"
NARROWEST, GAP = 140, 8
FIXED = TextStyle(size=18, line=24, weight=600)

_ICONS = {
    PhaseKind.LIFT: "arrow-up",
    PhaseKind.HOLD: "equal",
    PhaseKind.LOWER: "arrow-down",
    PhaseKind.PAUSE: "circle",
}


class Pace(Box):
    """A box a stretch. `changed` tells the kind of the stretch and its seconds."""

    changed = Signal(str, int)

    def __init__(self, theme: Theme, dose: DoseView) -> None:
        super().__init__(theme, edges=(GAP, GAP, GAP, GAP), kind="inset")
        self._columns = Columns()
        self.box.addLayout(self._columns)
        self._steppers: dict[PhaseKind, Stepper] = {}
        for stretch in shown(dose):
            box = Box(theme, edges=(12, 10, 12, 12), kind="sign-box")
            box.add(Field(theme, tr(stretch.label), self._control(stretch), _ICONS[stretch.kind]))
            self._columns.addWidget(box)
        self._fit()
        theme.changed.connect(self._fit)

    def show_dose(self, dose: DoseView) -> None:
        """The seconds as they are stored."""
        for stretch in shown(dose):
            if stepper := self._steppers.get(stretch.kind):
                stepper.show_value(round(stretch.seconds), _usual(dose, stretch))

    def _control(self, stretch: Seconds) -> QWidget:
        theme = self.theme
        if stretch.fixed:
            told = Box(theme, spacing=2)
            told.add(Label(theme, f"{number(stretch.seconds, 0)}{UNIT}", FIXED))
            told.add(Label(theme, tr("set by your level"), "caption", "ink2", wrap=True))
            return told
        name = tr("{phase}, seconds", phase=tr(stretch.label))
        limits = round(stretch.low), round(stretch.high)
        stepper = Stepper(theme, name, *limits, unit=UNIT, typed_whole=True)
        stepper.changed.connect(lambda value: self.changed.emit(stretch.kind.value, value))
        self._steppers[stretch.kind] = stepper
        return stepper

    def _fit(self) -> None:
        self._columns.set_measures(self.theme.px(NARROWEST), self.theme.px(GAP))


def shown(dose: DoseView) -> tuple[Seconds, ...]:
    """The stretches that the exercise has: none of no seconds, but for the pause between two."""
    return tuple(
        stretch
        for stretch in dose.seconds
        if stretch.seconds or _usual(dose, stretch) or stretch.kind is PhaseKind.PAUSE
    )


def _usual(dose: DoseView, stretch: Seconds) -> int:
    """What the program has."""
    return round(float(dose.program.get(stretch.kind.value, stretch.seconds)))
