"""Settings at work: shows the page from the diary, and keeps what is chosen on it, at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import time
from functools import cached_property

from PySide6.QtCore import QObject, Signal

from hipcoach.core.kit import kit_list
from hipcoach.core.opening import opened
from hipcoach.core.run import Times
from hipcoach.core.session import Slot
from hipcoach.core.text import say, tr
from hipcoach.journeys.desk import Back, Desk
from hipcoach.journeys.preferences import Preferences
from hipcoach.ui.about_flow import AboutFlow
from hipcoach.ui.backups_flow import BackupsFlow
from hipcoach.ui.last_change import LastChange
from hipcoach.ui.settings.page import SettingsPage
from hipcoach.ui.theme import Theme
from hipcoach.ui.window import Window

PAGE = "settings"


class SettingsFlow(QObject):
    """The page "settings". `look_changed`: the window, its text or the figure is to look otherwise.

    `restore_asked`: the backup of this name, which is of this time, is to be the diary.
    """

    look_changed = Signal()
    restore_asked = Signal(str, str)

    def __init__(self, window: Window, theme: Theme, desk: Desk, last: LastChange) -> None:
        super().__init__()
        self._window, self._theme, self._desk, self._last = window, theme, desk, last
        self._preferences = Preferences(desk)
        self._first: Back | None = None
        self._seen = self._look()

    @cached_property
    def page(self) -> SettingsPage:
        """The page; made when it is first shown."""
        page = self._unseen
        self._window.add_page(PAGE, page)
        self._connect(page)
        AboutFlow(self._window, self._theme, self._desk.catalogue, page.about)
        return page

    @cached_property
    def _unseen(self) -> SettingsPage:
        """The page before the window has it."""
        catalogue = self._desk.catalogue
        levels = [catalogue.bands[level] for level in sorted(catalogue.bands) if level]
        return SettingsPage(self._theme, levels, catalogue.texts)

    @cached_property
    def _backups(self) -> BackupsFlow:
        backups = BackupsFlow(self._window, self._theme, self._desk, self.page.data)
        backups.restore_asked.connect(self.restore_asked)
        return backups

    def make_ahead(self) -> Iterator[None]:
        """Make the page, a piece a step."""
        for piece in ("_unseen", "page", "_backups"):
            yield
            getattr(self, piece)

    def show(self) -> None:
        """The settings as they are, from the top."""
        self._first = None
        self._fill(self.page)
        self._backups.refresh()
        self._window.show_page(PAGE)
        self.page.start_anew()

    def refresh(self) -> None:
        """Show them anew, if they were ever shown; tell of another look."""
        if "page" in vars(self):
            self._fill(self.page)
        self._follow_look()

    def _fill(self, page: SettingsPage) -> None:
        page.bands.show_kit(self._kit())
        page.show_settings(self._preferences.settings())

    def _kit(self) -> tuple[str, ...]:
        """What a session of the program under way needs now; nothing without a known one."""
        desk, diary, now = self._desk, self._desk.diary(), self._desk.now()
        run = diary.run_on(now.date())
        if run is None or run.program not in desk.catalogue.programs:
            return ()
        parts = opened(diary, desk.catalogue, run, now, Slot.MORNING).parts
        return tuple(map(say, kit_list(parts, desk.catalogue)))

    def _connect(self, page: SettingsPage) -> None:
        keep, appearance, day = self._preferences, page.appearance, page.day
        appearance.look_chosen.connect(lambda look: self._keep(lambda: keep.keep_look(look)))
        appearance.text_size_chosen.connect(
            lambda percent: self._keep(lambda: keep.keep_text_size(percent))
        )
        figure = page.figure
        figure.look_chosen.connect(lambda look: self._keep(lambda: keep.keep_figure_look(look)))
        figure.motion_chosen.connect(lambda motion: self._keep(lambda: keep.keep_motion(motion)))
        day.slot_chosen.connect(self._on_slot_chosen)
        day.weekday_chosen.connect(lambda n: self._keep(lambda: keep.keep_first_weekday(n)))
        day.low_focus_chosen.connect(lambda on: self._keep(lambda: keep.keep_low_focus(on)))
        day.hints_chosen.connect(lambda on: self._keep(lambda: keep.keep_hints(on)))
        again = tr("All hints are shown again")
        day.hints_asked_again.connect(lambda: self._keep(keep.show_hints_again, again))
        page.times.changed.connect(self._on_time_changed)
        reset = tr("The times between the sets are the usual ones")
        page.times.reset.connect(lambda: self._keep(lambda: keep.keep_times(Times()), reset))
        page.bands.chosen.connect(lambda bands: self._keep(lambda: keep.keep_bands(bands)))

    def _on_slot_chosen(self, slot: Slot, at: time | None) -> None:
        """A time that is set becomes another one in one step back; on and off are steps."""
        settings = self._preferences.settings()
        before = settings.morning_at if slot is Slot.MORNING else settings.evening_at
        about = f"{slot} slot" if at and before else ""
        self._keep(lambda: self._preferences.keep_slot(slot, at), about=about)

    def _on_time_changed(self, field: str, seconds: int) -> None:
        times = replace(self._preferences.settings().times, **{field: float(seconds)})
        self._keep(lambda: self._preferences.keep_times(times), about=f"{field} seconds")

    def _keep(self, change: Callable[[], Back], told: str = "", *, about: str = "") -> None:
        """Keep a choice and its way back; where the disk refused it, show what is stored.

        What is changed again and again without anything between, under the same `about`, goes back
        in one step.
        """
        first = self._first if about and self._last.about == about else None
        try:
            back = change()
            self._first = first or back
            self._last.keep(self._first, told, about=about)
        finally:
            self.refresh()

    def _look(self) -> tuple[object, ...]:
        settings = self._preferences.settings()
        return settings.look, settings.text_size, settings.figure_look, settings.motion

    def _follow_look(self) -> None:
        seen, self._seen = self._seen, self._look()
        if seen != self._seen:
            self.look_changed.emit()
