"""The page of an exercise at work: shows it from the diary, and changes its dose."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from PySide6.QtCore import QObject, Signal

from hipcoach.core.changes import Value
from hipcoach.core.dose_view import dose_view
from hipcoach.core.exercise_view import exercise_view
from hipcoach.core.program_view import programs_view
from hipcoach.journeys.desk import Back, Desk
from hipcoach.journeys.errors import Unfit
from hipcoach.journeys.programs import Programs
from hipcoach.journeys.series import all_back
from hipcoach.ui.exercise.page import ExercisePage
from hipcoach.ui.last_change import LastChange
from hipcoach.ui.theme import Theme
from hipcoach.ui.window import Window

PAGE = "exercise"


class ExerciseFlow(QObject):
    """One exercise at a time. `left`: back from the exercise that was shown first.

    Every press on the dose is stored at once. Presses that follow one another on the page of one
    exercise are one change: undo leads back to the dose as it was when the page was opened, or
    when something else was changed in between. The page itself offers the way back, so no bar
    covers the controls.
    """

    left = Signal()

    def __init__(self, window: Window, theme: Theme, desk: Desk, last: LastChange) -> None:
        super().__init__()
        self._window, self._theme, self._desk, self._last = window, theme, desk, last
        self._programs = Programs(desk)
        self._way: list[str] = []
        self._visit = 0
        self._series: list[Back] = []

    def show_exercise(self, exercise_id: str) -> None:
        """Show the page of an exercise; KeyError for an id that there is not."""
        self._way = [exercise_id]
        self._open()

    def make_ahead(self) -> Iterator[None]:
        """Make the page, and fill it with the first exercise of the program under way."""
        yield
        diary, now = self._desk.diary(), self._desk.now()
        run = diary.open_run(now.date())
        if run and not self._way:
            exercises = programs_view(diary, self._desk.catalogue, now).facts(run.program).exercises
            yield
            if not self._way:  # nor meanwhile was one opened
                self._fill(exercises[0].exercise)

    def refresh(self) -> None:
        """Show it anew, where it was shown before."""
        if self._way:
            self._fill(self._way[-1])

    @cached_property
    def page(self) -> ExercisePage:
        """The page; made when it is first shown."""
        page = ExercisePage(self._theme)
        page.left.connect(self._on_left)
        page.exercise_asked.connect(self._on_exercise_asked)
        page.dose_changed.connect(self._on_dose_changed)
        page.dose_reset.connect(self._on_dose_reset)
        page.undone.connect(self._last.take_back)
        self._window.add_page(PAGE, page, place="program")
        return page

    @property
    def _about(self) -> str:
        """What a change made now is about: this visit of this exercise."""
        return f"dose {self._visit} {self._way[-1]}"

    def _open(self) -> None:
        self._visit += 1
        self._fill(self._way[-1])
        self._window.show_page(PAGE)
        self.page.focus_first()

    def _fill(self, exercise: str) -> None:
        diary, catalogue, now = self._desk.diary(), self._desk.catalogue, self._desk.now()
        view, run = exercise_view(diary, catalogue, exercise, now), diary.open_run(now.date())
        dose = dose_view(diary, catalogue, run, view.dose_of, now) if run and view.dose_of else None
        undoable = bool(self._way) and self._last.about == self._about
        self.page.show_exercise(view, dose, undoable=undoable)

    def _on_left(self) -> None:
        self._way.pop()
        if self._way:
            self._open()
        else:
            self.left.emit()

    def _on_exercise_asked(self, exercise_id: str) -> None:
        self._way.append(exercise_id)
        self._open()

    def _on_dose_changed(self, values: Mapping[str, Value]) -> None:
        self._keep(lambda dose_of: self._programs.keep_dose(dose_of, values))

    def _on_dose_reset(self) -> None:
        self._keep(self._programs.reset_dose)

    def _keep(self, change: Callable[[str], Back]) -> None:
        """Make a change, and keep the way back past all of its series."""
        view = exercise_view(
            self._desk.diary(), self._desk.catalogue, self._way[-1], self._desk.now()
        )
        try:
            back = change(view.dose_of)
            if self._last.about != self._about:
                self._series = []
            self._series = [*self._series, back]
            self._last.keep(all_back(self._desk, self._series), about=self._about)
        except Unfit as refused:  # as where the program ended while the page was open
            self._window.undo_bar.show_notice(str(refused))
        finally:  # where the disk refused it, the page shows what is saved
            self._fill(self._way[-1])
