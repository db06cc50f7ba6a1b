"""The user's choices that belong to no session."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import time

from hipcoach.core.run import Band, FigureLook, Look, Motion, Settings, Times
from hipcoach.core.session import Slot
from hipcoach.journeys.desk import Back, Desk


class Preferences:
    """Each choice is durable when its method returns the way back to the one before.

    ValueError for what `Settings` refuses; then nothing is changed.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk, self._settings = desk, desk.store.settings

    def settings(self) -> Settings:
        """The choices as they are now."""
        return self._settings.get()

    def keep_bands(self, bands: Iterable[Band]) -> Back:
        """The bands that are owned; none is an answer too."""
        return self._keep(replace(self.settings(), bands=tuple(bands)), "bands")

    def keep_look(self, look: Look) -> Back:
        """Light, dark, or as the system has it."""
        return self._keep(replace(self.settings(), look=look), "look")

    def keep_figure_look(self, look: FigureLook) -> Back:
        """How the exercise figure looks."""
        return self._keep(replace(self.settings(), figure_look=look), "figure_look")

    def keep_motion(self, motion: Motion) -> Back:
        """Whether the figure moves."""
        return self._keep(replace(self.settings(), motion=motion), "motion")

    def keep_text_size(self, percent: int) -> Back:
        """One of TEXT_SIZES."""
        return self._keep(replace(self.settings(), text_size=percent), "text_size")

    def keep_slot(self, slot: Slot, at: time | None) -> Back:
        """When the morning's or the evening's session is meant to be; None: that is open."""
        if slot is Slot.MORNING:
            return self._keep(replace(self.settings(), morning_at=at), "morning_at")
        return self._keep(replace(self.settings(), evening_at=at), "evening_at")

    def keep_first_weekday(self, weekday: int | None) -> Back:
        """The first weekday of calendars from 1 for Monday; None: as the region has it."""
        return self._keep(replace(self.settings(), first_weekday=weekday), "first_weekday")

    def keep_low_focus(self, on: bool) -> Back:
        """Whether charts stay closed until the weekly look."""
        return self._keep(replace(self.settings(), low_focus=on), "low_focus")

    def keep_hints(self, on: bool) -> Back:
        """Whether first-time hints are shown."""
        return self._keep(replace(self.settings(), hints=on), "hints")

    def show_hints_again(self) -> Back:
        """All hints are shown once more."""
        again = replace(self.settings(), hints=True, hints_seen=())
        return self._keep(again, "hints", "hints_seen")

    def note_hint_seen(self, name: str) -> Settings:
        """This hint was read, and is not shown again."""
        settings = self.settings()
        if name in settings.hints_seen:
            return settings
        return self._settings.put(replace(settings, hints_seen=(*settings.hints_seen, name)))

    def keep_times(self, times: Times) -> Back:
        """The seconds between the sets, from the next session on."""
        return self._keep(replace(self.settings(), times=times), "times")

    def note_intro_read(self) -> Settings:
        """The first page was read today; a day noted before stays."""
        settings = self._settings.get()
        if settings.intro_read_on:
            return settings
        return self._settings.put(replace(settings, intro_read_on=self._desk.now().date()))

    def _keep(self, settings: Settings, *chosen: str) -> Back:
        """Store the settings; the way back touches what was `chosen` only."""
        before = self._settings.get()
        was = {name: getattr(before, name) for name in chosen}
        self._settings.put(settings)
        return lambda: self._settings.put(replace(self._settings.get(), **was))
