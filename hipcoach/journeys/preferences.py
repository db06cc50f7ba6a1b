"""The user's choices that belong to no session."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hipcoach.core.run import Band, Look, Settings
from hipcoach.journeys.desk import Desk


class Preferences:
    """Each choice is durable when its method returns the settings with it."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._settings = desk, desk.store.settings

    def settings(self) -> Settings:
        """The choices as they are now."""
        return self._settings.get()

    def keep_bands(self, bands: Iterable[Band]) -> Settings:
        """The bands that are owned; none is an answer too."""
        return self._settings.put(replace(self._settings.get(), bands=tuple(bands)))

    def keep_look(self, look: Look) -> Settings:
        """Light, dark, or as the system has it."""
        return self._settings.put(replace(self._settings.get(), look=look))

    def keep_text_size(self, percent: int) -> Settings:
        """One of TEXT_SIZES; ValueError for another one."""
        return self._settings.put(replace(self._settings.get(), text_size=percent))

    def note_intro_read(self) -> Settings:
        """The first page was read today; a day noted before stays."""
        settings = self._settings.get()
        if settings.intro_read_on:
            return settings
        return self._settings.put(replace(settings, intro_read_on=self._desk.now().date()))
