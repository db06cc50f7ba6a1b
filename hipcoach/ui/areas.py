"""The areas of the window beside Today and the session; each is made when it is first shown.

Here is how one leads to another. What changes the diary is taken back through `LastChange`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hipcoach.journeys.desk import Desk
from hipcoach.paths import cache_folder, resource
from hipcoach.ui import ahead
from hipcoach.ui.last_change import LastChange
from hipcoach.ui.theme import Theme
from hipcoach.ui.window import Window

if TYPE_CHECKING:
    from hipcoach.ui.days_off_flow import DaysOffFlow
    from hipcoach.ui.diary_flow import DiaryFlow
    from hipcoach.ui.exercise_flow import ExerciseFlow
    from hipcoach.ui.program_flow import ProgramFlow
    from hipcoach.ui.report_flow import ReportFlow
    from hipcoach.ui.settings_flow import SettingsFlow
    from hipcoach.ui.worker import Worker

AREAS = ("program", "exercise", "diary", "report", "settings", "days_off")


class Areas(QObject):
    """`left`: Today comes next. `look_changed`: light or dark, or the text's size.

    `stop_asked`: a warning sign was told, and the questions about it come first. `restore_asked`
    carries a backup's name and the time that it is of, in words. `ways` lead to the rail's pages.
    """

    left = Signal()
    stop_asked = Signal()
    look_changed = Signal()
    restore_asked = Signal(str, str)

    def __init__(self, window: Window, theme: Theme, desk: Desk, last: LastChange) -> None:
        super().__init__()
        self._given = (window, theme, desk, last)
        self._day = desk.now().date()
        cache = cache_folder(desk.store.folder) / "figures"
        theme.figures.open(resource("figure"), cache, lambda: self.worker)
        self.ways: dict[str, Callable[[], None]] = {
            "program": self.show_program,
            "diary": self.show_diary,
            "report": self.show_report,
            "settings": self.show_settings,
        }

    def make_ahead(self) -> Iterator[None]:
        """Make what takes long when it is first opened, a piece a step."""
        yield from ahead.load(ahead.AREAS)
        for area in (self.program, self.settings, self.exercise, self.diary, self.report):
            yield from area.make_ahead()

    def close(self) -> None:
        """Store what was typed, and wait for what works beside the window's own thread."""
        self._given[1].figures.close()
        for name in ("diary", "report", "worker"):
            if area := vars(self).get(name):
                area.close()

    def refresh(self) -> None:
        """Show the diary as it is now, on the page that is shown and the one that it lies behind.

        The others are filled when they are shown; but the settings hold the look of all of them.
        """
        window = self._given[0]
        seen = {window.shown.replace("-", "_"), window.place, "settings"}
        for name in seen.intersection(AREAS, vars(self)):
            vars(self)[name].refresh()

    def follow_day(self) -> None:
        """Show anew the page that stayed open past midnight."""
        window, _, desk, _ = self._given
        day, self._day = self._day, desk.now().date()
        if day != self._day and (area := vars(self).get(window.shown)):
            area.refresh()

    def show_program(self) -> None:
        """The programs."""
        self.program.show()

    def show_exercise(self, exercise_id: str) -> None:
        """The page of an exercise."""
        self.exercise.show_exercise(exercise_id)

    def show_diary(self) -> None:
        """The chart and the entries."""
        self.diary.show()

    def show_new_entry(self) -> None:
        """The diary, and a new entry in it."""
        self.diary.new_entry()

    def show_report(self) -> None:
        """The report as it will be."""
        self.report.show()

    def export_report(self) -> None:
        """The report, and where to save it."""
        self.report.export()

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
    def worker(self) -> Worker:
        """The one thread beside the window's own."""
        from hipcoach.ui.worker import Worker

        return Worker()

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
    def diary(self) -> DiaryFlow:
        """The pain over time, and every entry."""
        from hipcoach.ui.diary_flow import DiaryFlow

        area = DiaryFlow(*self._given, self.worker)
        area.flare_asked.connect(self.show_flare)
        area.signs_asked.connect(self.stop_asked)
        return area

    @cached_property
    def report(self) -> ReportFlow:
        """The page for the appointment."""
        from hipcoach.ui.report_flow import ReportFlow

        return ReportFlow(*self._given, self.worker)

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
