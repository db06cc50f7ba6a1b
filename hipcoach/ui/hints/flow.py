"""First-time hints at work: at most one a page and sitting, until it was read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hipcoach.core.hints import Hint, hint_now
from hipcoach.core.text import tr
from hipcoach.journeys.desk import Desk
from hipcoach.journeys.preferences import Preferences
from hipcoach.ui.theme import Theme
from hipcoach.ui.window import Window

if TYPE_CHECKING:
    from hipcoach.ui.hints.bar import HintBar

Offers = Callable[[], Collection[str]]
"""What a page offers at the moment that hints speak about."""


class HintFlow(QObject):
    """Looks at each page that is shown. `offers` by page, where its hints need something."""

    def __init__(
        self, window: Window, theme: Theme, desk: Desk, offers: Mapping[str, Offers]
    ) -> None:
        super().__init__()
        self._window, self._theme = window, theme
        self._hints, self._preferences = desk.catalogue.hints, Preferences(desk)
        self._offers = offers
        self._shown: Hint | None = None
        self._read_here: set[str] = set()
        self._seen: tuple[str, ...] = ()
        window.page_shown.connect(self.look)
        desk.store.on_change(self._on_stored)

    @cached_property
    def bar(self) -> HintBar:
        """The line; made when there is something to say."""
        from hipcoach.ui.hints.bar import HintBar

        bar = HintBar(self._theme)
        bar.read.connect(self._on_read)
        self._window.add_below(bar)
        return bar

    def look(self) -> None:
        """Show the hint of the page that is shown, or none; also after its content changed."""
        hint = self._hint()
        if hint is self._shown:
            return
        self._shown = hint
        if hint is None:
            self.bar.hide_hint()
        else:
            self.bar.show_hint(tr(hint.text))

    def _hint(self) -> Hint | None:
        page, settings = self._window.shown, self._preferences.settings()
        if not {*self._seen} <= {*settings.hints_seen}:  # all of them are to be shown again
            self._read_here.clear()
        self._seen = settings.hints_seen
        if page in self._read_here:
            return None
        offers = self._offers[page]() if page in self._offers else ()
        return hint_now(self._hints, settings, page, offers)

    def _on_stored(self, tables: Collection[str]) -> None:
        """Hints were switched on or off, or are to be shown again."""
        if "settings" in tables:
            self.look()

    def _on_read(self) -> None:
        """It was read; where the disk refuses to keep that, it is gone for this sitting."""
        if (hint := self._shown) is None:
            return
        self._read_here.add(hint.page)
        try:
            self._preferences.note_hint_seen(hint.id)
        finally:
            self.look()
