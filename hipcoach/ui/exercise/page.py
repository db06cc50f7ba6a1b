"""The page of an exercise: draws an `ExerciseView` and its dose, and tells what was pressed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipcoach.core.dose_view import DoseView
from hipcoach.core.exercise_view import ExerciseView
from hipcoach.ui.behind import Behind
from hipcoach.ui.exercise.pace import shown
from hipcoach.ui.exercise.sheet import Sheet
from hipcoach.ui.theme import Theme
from hipcoach.ui.today.size_class import size_class


class ExercisePage(Behind):
    """Nothing is changed here. `dose_changed` carries values by name (`core/changes.py`)."""

    exercise_asked = Signal(str)
    dose_changed = Signal(dict)
    dose_reset = Signal()
    undone = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._sheet: Sheet | None = None
        self._shown: tuple[object, ...] = ()
        self.column.setContentsMargins(0, 0, 0, 0)

    def show_exercise(
        self, view: ExerciseView, dose: DoseView | None, *, undoable: bool = False
    ) -> None:
        """Show the exercise; where only its dose differs, every control stays what it is.

        `undoable`: the last change of the dose can be taken back.
        """
        still = (replace(view, minutes=None, tempo=()), _shape(dose))
        if still != self._shown:
            self._shown = still
            self._build(view, dose)
        assert self._sheet is not None
        self._sheet.how.stage.show_tempo(view.tempo)
        if dose and self._sheet.dose and view.minutes:
            given = {"each_side": view.each_side, "undoable": undoable}
            self._sheet.dose.show_dose(dose, view.minutes, **given)

    def focus_first(self) -> None:
        """At the top, with the focus on the way back."""
        if self._sheet is not None:
            self._sheet.heading.back.setFocus()
            self.show_top()

    def _build(self, view: ExerciseView, dose: DoseView | None) -> None:
        old, held = self._sheet, False
        if old is not None:
            held = old.isAncestorOf(self.window().focusWidget())
            old.hide()
            old.deleteLater()
        self._sheet = sheet = Sheet(self._theme, view, dose)
        sheet.left.connect(self.left)
        sheet.exercise_asked.connect(self.exercise_asked)
        if sheet.dose:
            sheet.dose.changed.connect(self.dose_changed)
            sheet.dose.reset_asked.connect(self.dose_reset)
            sheet.dose.undone.connect(self.undone)
        self._fit()
        self.column.addWidget(sheet)
        if self.isVisible():
            _settle(sheet)
        if held:
            self.focus_first()

    def _fit(self) -> None:
        if self._sheet is not None:
            self._sheet.arrange(size_class(self, self._theme))


def _shape(dose: DoseView | None) -> tuple[object, ...]:
    """What the controls of a dose are made by."""
    if dose is None:
        return ()
    stretches = ((one.kind, one.fixed, one.seconds * one.fixed) for one in shown(dose))
    return (dose.exercise, dose.done, dose.sides is None, *stretches)


def _settle(sheet: Sheet) -> None:
    """Show all of it now, styled before it is measured: so the page is laid out once."""
    for part in sheet.findChildren(QWidget):
        part.ensurePolished()
    sheet.show()
