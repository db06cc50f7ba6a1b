"""A flare-up, days away or ill, and the way back from them: their pages at work.

A flare-up and an illness are noted once the warning list is answered, whatever it says; who leaves
it in the middle has changed nothing. Every change can be taken back through `LastChange`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from hipcoach.core.days_off_view import way_back_from_absence, way_back_from_flare
from hipcoach.core.document import NotSavedError
from hipcoach.core.run import ILL
from hipcoach.core.screening import Severity
from hipcoach.core.text import say, tr
from hipcoach.journeys.days_off import DaysOff
from hipcoach.journeys.desk import Back, Desk
from hipcoach.journeys.errors import NotAllowed
from hipcoach.journeys.screener import Screener
from hipcoach.ui.days_off.away_page import AwayPage, DaysAsked
from hipcoach.ui.days_off.flare_page import FlarePage
from hipcoach.ui.days_off.page import DaysOffPage
from hipcoach.ui.days_off.way_back_page import WayBackPage, absence_words, flare_words
from hipcoach.ui.first_run.safety import Safety
from hipcoach.ui.last_change import LastChange
from hipcoach.ui.theme import Theme
from hipcoach.ui.window import Window

PAGE, CHECK = "days-off", "days-off-check"
"""The window's names of the page that is shown, and of the warning list."""

Change = Callable[[], Back]


@dataclass(slots=True)
class _Noted:
    """What is to be noted, what is told then, and the way back once it is."""

    change: Change
    told: str
    back: Back | None = None


class DaysOffFlow(QObject):
    """Shows one page at a time; `left` leads to Today."""

    left = Signal()

    def __init__(self, window: Window, theme: Theme, desk: Desk, last: LastChange) -> None:
        super().__init__()
        self._window, self._theme, self._desk, self._last = window, theme, desk, last
        self._days = DaysOff(desk)
        self._page: DaysOffPage | None = None
        self._noted: _Noted | None = None
        self._still_fits: Callable[[], object] = bool

    # The pages

    def show_flare(self) -> None:
        """What a flare-up is; then the warning list, then it begins today."""
        if self._days.flare():
            self.left.emit()
            return
        page = FlarePage(self._theme, self._desk.catalogue.texts)
        told = tr("The flare-up is noted")
        page.continued.connect(lambda: self._check(self._days.start_flare, told))
        self._show(page, lambda: self._days.flare() is None)

    def show_away(self) -> None:
        """Which days, and why."""
        texts, ahead = self._desk.catalogue.texts, self._days.ahead()
        page = AwayPage(self._theme, texts, self._today, ahead)
        page.asked.connect(self._on_days_asked)
        page.called_off.connect(self._on_called_off)
        self._show(page, lambda: True)

    def show_way_back(self) -> None:
        """The end of what holds: an illness before a flare-up, and that before days away."""
        absence = self._days.absence()
        if self._days.flare() and not (absence and absence.reason == ILL):
            self.end_flare()
        else:
            self.end_absence()

    def end_flare(self) -> None:
        """What happens when the flare-up ends; then it ends."""
        if (flare := self._days.flare()) is None:
            self.left.emit()
            return
        back = way_back_from_flare(
            self._desk.diary(), self._desk.catalogue, flare, self._desk.due()
        )
        words = flare_words(say(back.button), began_today=flare.from_ == self._today)
        page = WayBackPage(self._theme, words)
        today = self._today
        page.continued.connect(lambda: self._end(self._days.end_flare, words.told, today))
        self._show(page, self._days.flare)

    def end_absence(self) -> None:
        """What happens when one is back or well; then the days end."""
        if (absence := self._days.absence()) is None:
            self.left.emit()
            return
        words = absence_words(
            say(way_back_from_absence(absence, self._desk.due()).button),
            ill=absence.reason == ILL,
            began_today=absence.from_ == self._today,
        )
        page = WayBackPage(self._theme, words)
        today = self._today
        page.continued.connect(lambda: self._end(self._days.end_absence, words.told, today))
        self._show(page, self._days.absence)

    def refresh(self) -> None:
        """A change was made or taken back: a page that it leaves without sense is left."""
        if self._window.shown == PAGE and not self._still_fits():
            self.left.emit()

    @cached_property
    def safety(self) -> Safety:
        """The warning list, and the stop pages behind it."""
        page = Safety(self._theme, self._desk)
        page.passed.connect(self._on_answered)
        page.stopped.connect(self._on_stopped)
        page.left.connect(self._on_check_left)
        key = QShortcut(QKeySequence(Qt.Key.Key_Escape), page)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self._on_check_escaped)
        self._window.add_page(CHECK, page, alone=True)
        return page

    @property
    def _today(self) -> date:
        return self._desk.now().date()

    def _show(self, page: DaysOffPage, still_fits: Callable[[], object]) -> None:
        page.left.connect(self.left)
        self._page, self._still_fits = page, still_fits
        self._window.add_page(PAGE, page, place="today")
        self._window.show_page(PAGE)
        page.begin()

    # What was pressed

    def _on_days_asked(self, asked: DaysAsked) -> None:
        def change() -> Back:
            return self._days.start_absence(asked.reason, asked.first, asked.last)

        if asked.reason == ILL:
            self._check(change, tr("The illness is noted"))
        else:
            self._make(change, tr("The days away are noted"))

    def _on_called_off(self, absence: str) -> None:
        self._make(lambda: self._days.call_off(absence), tr("The days away are called off"))

    def _make(self, change: Change, told: str) -> None:
        """Change the diary, tell it, and go to Today; or say why it could not be."""
        noted = _Noted(change, told)
        if self._note(noted):
            self._finish(noted)

    def _end(self, change: Change, told: str, agreed_on: date) -> None:
        """As `_make`; but past midnight the way back is another one than the page says."""
        if self._today == agreed_on:
            self._make(change, told)
        else:
            self.show_way_back()

    def _note(self, noted: _Noted) -> bool:
        """Store it, once; where that is refused, the page says why."""
        try:
            noted.back = noted.back or noted.change()
        except (NotAllowed, NotSavedError) as error:
            if self._page:
                self._page.show_refusal(str(error))
        return noted.back is not None

    def _finish(self, noted: _Noted) -> None:
        self._last.keep(noted.back, noted.told)
        self.left.emit()

    # The warning list comes before a flare-up and an illness

    def _check(self, change: Change, told: str) -> None:
        self._noted = _Noted(change, told)
        safety = self.safety
        self._window.show_page(CHECK)  # first, as what has the focus depends on the page's size
        safety.ask_new_signs()

    def _on_answered(self) -> None:
        """No sign: it is noted, if a stop on the way has not noted it already."""
        if self._noted and self._note(self._noted):
            self._finish(self._noted)
        else:
            self._go_back()

    def _on_stopped(self) -> None:
        """A sign: it is noted all the same, and the stop page stays in front of everything."""
        if self._noted:
            self._note(self._noted)

    def _on_check_left(self) -> None:
        """Left at a stop, which has noted it, or in the middle of the list, which has not."""
        if self._noted and self._noted.back:
            self._finish(self._noted)
        else:
            self._go_back()

    def _on_check_escaped(self) -> None:
        """Leave the list; a sign that was told on it shows its stop first."""
        told = Screener(self._desk).standing().severity is not Severity.CLEAR
        if told and not (self._noted and self._noted.back):
            self.safety.start()
        else:
            self._on_check_left()

    def _go_back(self) -> None:
        """To the page before the list; it says what was refused."""
        self._window.show_page(PAGE)
        if self._page:
            self._page.way_on.setFocus()
