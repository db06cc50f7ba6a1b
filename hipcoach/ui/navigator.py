"""The way through the window: which page is shown, and what a press on it does.

Pages tell what was pressed; the journeys do it; the page is shown again from the diary. Pages that
the first picture does not need are made when they are first shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from hipcoach.core.diary import Diary
from hipcoach.core.first_run import FirstRunStep, first_run_step
from hipcoach.core.gate import standing
from hipcoach.core.opening import Kind
from hipcoach.core.run import Look
from hipcoach.core.session import Session
from hipcoach.journeys.desk import Desk
from hipcoach.journeys.preferences import Preferences
from hipcoach.journeys.sessions import Sessions
from hipcoach.ui import ahead
from hipcoach.ui.areas import Areas
from hipcoach.ui.idle import Idle, sliced
from hipcoach.ui.last_change import LastChange
from hipcoach.ui.places import places
from hipcoach.ui.theme import Theme, is_dark
from hipcoach.ui.today_flow import TodayFlow
from hipcoach.ui.window import Window

if TYPE_CHECKING:
    from hipcoach.ui.hints.flow import HintFlow
    from hipcoach.ui.keys.flow import KeysFlow
    from hipcoach.ui.session_flow import SessionFlow

MINUTE = 60_000
"""Milliseconds after which Today is looked at again: its day and its slots pass."""


class Navigator(QObject):
    """Owns the window, its pages and their wiring. `settled`: nothing is left to be made ahead.

    `restore_asked` carries a backup's name and the time that it is of, in words.
    """

    settled = Signal()
    restore_asked = Signal(str, str)

    def __init__(self, app: QApplication, theme: Theme, desk: Desk) -> None:
        super().__init__()
        self._app, self._theme, self._desk = app, theme, desk
        self._preferences, self._sessions = Preferences(desk), Sessions(desk)
        self._idle: Idle | None = None
        self._figures = theme.figures
        self._show_look()
        self.window = Window(theme, places())
        self.last = LastChange()
        self._today = TodayFlow(theme, desk, self._sessions, self.last)
        self.window.add_page("today", self._today.page)
        self.areas = Areas(self.window, theme, desk, self.last)
        self._clock = QTimer(self, interval=MINUTE, timerType=Qt.TimerType.VeryCoarseTimer)
        self._wire_today()
        self._wire_window()

    def open(self) -> None:
        """Show the page to begin with: the first run where it is not done, else Today.

        Today needs the last weeks only; the rest of the diary is read when the window stands.
        """
        recent = self._desk.recent()
        if self._step(recent) is FirstRunStep.DONE:
            self._today.refresh(recent)
            self.window.show_page("today")
            self._today.page.focus_main()
        else:
            self.show_first_run()
        self._clock.start()

    def open_restored(self, told: str) -> None:
        """Show the settings of a diary that was just brought back, and say so."""
        self.areas.show_settings()
        self.tell(told)
        self._clock.start()

    def settle(self) -> None:
        """Draw what Today lacks, then make what it did not need: at once they would take longer."""
        self._figures.begin(self._do_later)

    def _do_later(self) -> None:
        """A small piece a turn."""
        self._idle = Idle(self._later(), self)

    def close(self) -> None:
        """Stop what runs, before the diary is closed."""
        self._clock.stop()
        if self._idle:
            self._idle.stop()
        self.areas.close()
        if "flow" in vars(self):
            self.flow.close()

    def _later(self) -> Iterator[None]:
        """Read the whole diary, then make the pages, those of a session first."""
        yield from sliced(self._desk.store.read_ahead())
        self._on_minute()
        yield from ahead.load(ahead.SESSION)
        yield from self.flow.make_ahead()
        yield from self.areas.make_ahead()
        self._figures.load()
        self.settled.emit()

    @cached_property
    def _hints(self) -> HintFlow:
        """The hints; the first one comes when the first picture stands."""
        from hipcoach.ui.hints.flow import HintFlow

        offers = {
            "today": lambda: self._today.offers,
            "diary": lambda: self.areas.diary.offers,
        }
        hints = HintFlow(self.window, self._theme, self._desk, offers)
        self._today.refreshed.connect(hints.look)
        return hints

    @cached_property
    def _keys(self) -> KeysFlow:
        """The card of the keys, since F1 was first pressed."""
        from hipcoach.ui.keys.flow import KeysFlow

        keys = KeysFlow(self.window, self._theme)
        keys.opened.connect(self._on_keys_opened)
        return keys

    # The pages

    @cached_property
    def flow(self) -> SessionFlow:
        """A session's way; made when it is first needed."""
        from hipcoach.ui.session_flow import SessionFlow

        flow = SessionFlow(self.window, self._theme, self._desk, self._sessions)
        flow.begun.connect(self.last.forget)
        flow.ended.connect(self.show_today)
        flow.refused.connect(self._on_refused)
        return flow

    def show_today(self) -> None:
        """Today, from the diary as it is now."""
        self._today.refresh()
        self.window.show_page("today")
        self._today.page.focus_main()

    def show_first_run(self) -> None:
        """The first run where it was left, or the choice of another program."""
        from hipcoach.ui.first_run.flow import FirstRun

        page = FirstRun(self._theme, self._desk)
        page.finished.connect(self.show_today)
        self.window.add_page("first-run", page, alone=True)
        self.window.show_page("first-run")
        page.choose_program()

    def _step(self, diary: Diary) -> FirstRunStep:
        desk, now = self._desk, self._desk.now()
        stands = standing(diary, desk.catalogue.questionnaire, now, desk.catalogue.rules.count)
        return first_run_step(diary, stands, now.date())

    # Wiring

    def _wire_today(self) -> None:
        today = self._today
        today.started.connect(self._on_started)
        today.resumed.connect(self._on_resumed)
        today.program_chosen.connect(self._on_program_chosen)
        today.flare_asked.connect(self.areas.show_flare)
        today.away_asked.connect(self.areas.show_away)
        today.way_back_asked.connect(self.areas.show_way_back)
        today.diary_asked.connect(self.areas.show_diary)
        today.stop_shown.connect(self._on_stop_shown)
        today.review_asked.connect(self._on_review_asked)
        self.last.made.connect(self.window.undo_bar.offer)
        self.last.taken_back.connect(self._on_taken_back)
        self._clock.timeout.connect(self._on_minute)

    def _wire_window(self) -> None:
        self.window.rail.chosen.connect(self._on_page_chosen)
        self.window.undo_bar.undone.connect(self._on_undo)
        self.window.close_asked.connect(self._on_close_asked)
        self.window.painted.connect(self._on_painted)
        self.areas.left.connect(self.show_today)
        self.areas.look_changed.connect(self._show_look)
        self.areas.stop_asked.connect(self._on_stop_shown)
        self.areas.restore_asked.connect(self.restore_asked)
        self._app.styleHints().colorSchemeChanged.connect(self._show_look)
        keys = {
            **{place.key: partial(self._on_page_chosen, place.page) for place in places()},
            "Ctrl+N": self._on_rating_key,
            "Ctrl+Shift+N": self._on_entry_key,
            "Ctrl+E": self._on_export_key,
            "Ctrl+Return": self._on_start_key,
            "Ctrl+Enter": self._on_start_key,
            "Ctrl+Z": self._on_undo,
            "F1": self._on_keys_key,
            "Ctrl+Q": self.window.close,
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self.window).activated.connect(act)

    # What was pressed

    def _on_page_chosen(self, page: str) -> None:
        if self.window.beside_rail:
            self.areas.ways.get(page, self.show_today)()

    def _on_rating_key(self) -> None:
        if self.window.beside_rail:
            self.show_today()
            self._today.page.focus_pain()

    def _on_entry_key(self) -> None:
        if self.window.beside_rail:
            self.areas.show_new_entry()

    def _on_export_key(self) -> None:
        if self.window.beside_rail:
            self.areas.export_report()

    def _on_start_key(self) -> None:
        if self.window.beside_rail:
            self._today.start_main()

    def _on_undo(self) -> None:
        """Take the last change back, on the pages that show what it was."""
        if self.window.beside_rail:
            self.last.take_back()

    def _on_taken_back(self) -> None:
        """Show what there is now, say so, and offer the way back no longer."""
        self.window.undo_bar.end_undo()
        self._today.refresh()
        self.areas.refresh()

    def _on_program_chosen(self) -> None:
        """The first program is a step of the first run, another one a choice on its page."""
        if self._desk.diary().runs:
            self.areas.show_program()
        else:
            self.show_first_run()

    def _on_started(self, kind: Kind, stand_in: bool) -> None:
        self.flow.start(kind, stand_in=stand_in)

    def _on_resumed(self) -> None:
        self.flow.resume()

    def _on_stop_shown(self) -> None:
        self.flow.show_stop()

    def _on_review_asked(self, session: Session) -> None:
        self.flow.ask_review(session)

    def _on_close_asked(self) -> None:
        self.flow.ask_to_leave()

    def _on_painted(self) -> None:
        self._hints.look()

    def _on_keys_key(self) -> None:
        self._keys.toggle()

    def _on_keys_opened(self) -> None:
        """Nothing goes on below what is read."""
        if self.window.shown == "player":
            self.flow.player.pause()

    def tell(self, told: str) -> None:
        """Say one sentence over whatever page is shown."""
        self.window.undo_bar.show_notice(told)

    def _on_refused(self, told: str) -> None:
        self.show_today()
        self.tell(told)

    def _on_minute(self) -> None:
        """Time passed: the day and its slots with it."""
        self.areas.follow_day()
        if self.window.shown == "today":
            self._today.refresh()

    # The look

    def _show_look(self) -> None:
        settings = self._preferences.settings()
        dark = settings.look is Look.DARK or (settings.look is Look.SYSTEM and is_dark(self._app))
        self._theme.show_look(self._app, dark=dark, scale=settings.text_size / 100)
        self._figures.show_settings(settings.figure_look, settings.motion)
