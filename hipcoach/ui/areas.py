"""The areas of the window beside Today and the session; each is made when it is first shown.

Here is how one leads to another. What changes the diary is taken back through `LastChange`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hipcoach.journeys.desk import Desk
from hipcoach.ui import ahead
from hipcoach.ui.last_change import LastChange
from hipcoach.ui.theme import Theme
from hipcoach.ui.window import Window

if TYPE_CHECKING:
    from hipcoach.ui.days_off_flow import DaysOffFlow
    from hipcoach.ui.exercise_flow import ExerciseFlow
    from hipcoach.ui.program_flow import ProgramFlow
    from hipcoach.ui.settings_flow import SettingsFlow

AREAS = ("program", "exercise", "settings", "days_off")


class Areas(QObject):
    """`left`: Today comes next. `look_changed`: light or dark, or the text's size.

    `restore_asked` carries a backup's name and the time that it is of, in words.
    """

    left = Signal()
    look_changed = Signal()
    restore_asked = Signal(str, str)

    def __init__(self, window: Window, theme: Theme, desk: Desk, last: LastChange) -> None:
        super().__init__()
        self._given = (window, theme, desk, last)

    def make_ahead(self) -> Iterator[None]:
        """Make what takes long when it is first opened, a piece a step."""
        yield from ahead.load(ahead.AREAS)
        for area in (self.program, self.settings, self.exercise):
            yield from area.make_ahead()

    def refresh(self) -> None:
        """Show the diary as it is now, in what was made."""
        for name in AREAS:
            if area := vars(self).get(name):
                area.refresh()

    def show_program(self) -> None:
        """The programs."""
        self.program.show()

    def show_exercise(self, exercise_id: str) -> None:
        """The page of an exercise."""
        self.exercise.show_exercise(exercise_id)

    def show_settings(self) -> None:
        """The settings."""
        self.settings.show()

    def show_flare(self) -> None:
        """What a flare-up is, before it begins."""
        self.days_off.show_flare()

    def show_away(self) -> None:
        """Which days are days away."""
        self.days_off.show_away()

    def show_way_back(self) -> None:
        """The end of a flare-up, an illness or days away."""
        self.days_off.show_way_back()

    @cached_property
    def program(self) -> ProgramFlow:
        """The programs and what may be changed in them."""
        from hipcoach.ui.program_flow import ProgramFlow

        area = ProgramFlow(*self._given)
        area.exercise_asked.connect(self.show_exercise)
        area.kit_asked.connect(self.show_settings)
        area.started.connect(self.left)
        return area

    @cached_property
    def exercise(self) -> ExerciseFlow:
        """One exercise."""
        from hipcoach.ui.exercise_flow import ExerciseFlow

        area = ExerciseFlow(*self._given)
        area.left.connect(self.show_program)
        return area

    @cached_property
    def settings(self) -> SettingsFlow:
        """The settings, the backups, and what HipCoach is."""
        from hipcoach.ui.settings_flow import SettingsFlow

        area = SettingsFlow(*self._given)
        area.look_changed.connect(self.look_changed)
        area.restore_asked.connect(self.restore_asked)
        return area

    @cached_property
    def days_off(self) -> DaysOffFlow:
        """A flare-up, days away or ill, and the way back."""
        from hipcoach.ui.days_off_flow import DaysOffFlow

        area = DaysOffFlow(*self._given)
        area.left.connect(self.left)
        return area
