"""The panels of the Diary page at work: an entry is opened, kept, changed and deleted.

Where the diary refuses a change, or the disk does, the panel says so and keeps what was typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from functools import cached_property, partial
from typing import cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from hipcoach.core.decision_words import decision_told
from hipcoach.core.document import NotSavedError
from hipcoach.core.entries import Line
from hipcoach.core.pain import PainRating
from hipcoach.core.period_form import PeriodForm, new_period, period_form
from hipcoach.core.rating_form import RatingForm, form_of, new_form
from hipcoach.core.run import Decision
from hipcoach.core.session import Session
from hipcoach.core.session_entry import SessionEntry, as_asked
from hipcoach.core.text import say, tr
from hipcoach.journeys.days_off import DaysOff
from hipcoach.journeys.desk import Desk
from hipcoach.ui.controls.score_scale import ScoreScale
from hipcoach.ui.diary.changes import REFUSALS, Changes
from hipcoach.ui.diary.decision_panel import DecisionPanel
from hipcoach.ui.diary.other_panel import OtherPanel
from hipcoach.ui.diary.page import DiaryPage
from hipcoach.ui.diary.panel_frame import PanelFrame
from hipcoach.ui.diary.period_panel import PeriodPanel
from hipcoach.ui.diary.rating_panel import RatingPanel
from hipcoach.ui.diary.session_panel import SessionPanel
from hipcoach.ui.last_change import LastChange
from hipcoach.ui.theme import Theme


class Panels(QObject):
    """Opens panels on `page`. `refused` is what is said where no panel is open to say it.

    `flare_asked`: a flare-up is to begin today. `signs_asked`: pain below the knee that is new was
    kept, and the warning list comes next.
    """

    refused = Signal(str)
    flare_asked = Signal()
    signs_asked = Signal()

    def __init__(self, page: DiaryPage, theme: Theme, desk: Desk, last: LastChange) -> None:
        super().__init__()
        self._page, self._theme, self._desk = page, theme, desk
        self._changes = Changes(desk, last)
        self._open: Line | None = None
        self._came_from: QWidget | None = None
        page.head.entry.clicked.connect(self.new_rating)
        page.head.other.clicked.connect(self.ask_other)
        page.entries.edit_asked.connect(self.open_entry)
        page.entries.delete_asked.connect(self.delete)

    # What is shown

    def new_rating(self) -> None:
        """A new rating of pain now, or the one that is being written."""
        panel = self._rating
        if self._page.panel is panel and self._open is None:
            cast("ScoreScale", panel.findChild(ScoreScale)).setFocus()
        elif self._can_leave():
            self._show(panel, None)
            can_flare = DaysOff(self._desk).flare() is None
            panel.show_form(new_form(self._desk.now(), can_flare=can_flare))

    def ask_other(self) -> None:
        """Which other entry."""
        if self._can_leave():
            self._show(self._other, None)
            self._other.ask()

    def open_entry(self, entry_id: str) -> None:
        """The panel of an entry that is in the diary."""
        entry = self._changes.stored(entry_id)
        if entry is not None and not self._shows(entry_id) and self._can_leave():
            self._show(self._panel_of(entry), entry)
            self._fill(entry)

    def follow(self) -> None:
        """The diary is another one: show what the open entry is now.

        Where something was typed it stays. An entry that is gone is closed, or kept as a new one.
        """
        panel, opened = self._page.panel, self._open
        if panel is None or opened is None:
            return
        entry = self._changes.stored(opened.id)
        if panel.is_changed():
            if entry is None:
                panel.show_problem(tr("This entry was deleted. Saving makes it a new one."))
        elif entry is None:
            self._close()
        elif entry != opened:
            self._open = entry
            self._fill(entry)

    def make_ahead(self) -> Iterator[None]:
        """Make the panel that is opened most."""
        yield
        _ = self._rating

    def _shows(self, entry_id: str) -> bool:
        return self._open is not None and self._open.id == entry_id

    def _show(self, panel: PanelFrame, entry: Line | None) -> None:
        page = self._page
        if page.panel is None:
            focused = page.focusWidget()
            self._came_from = focused if focused is not None else page.head.entry
        self._open = entry
        page.open_panel(panel)
        page.entries.mark_entry(entry.id if entry else "")

    def _fill(self, entry: Line) -> None:
        if isinstance(entry, PainRating):
            self._rating.show_form(form_of(entry, self._today))
        elif isinstance(entry, Decision):
            self._decision.show_decision(decision_told(entry, self._desk.catalogue))
        elif isinstance(entry, Session):
            self._fill_session(self._changes.sessions.entry(entry.id))
        else:
            self._period.show_form(period_form(entry), self._today)

    def _panel_of(self, entry: Line) -> PanelFrame:
        if isinstance(entry, PainRating | Decision):
            return self._rating if isinstance(entry, PainRating) else self._decision
        return self._session if isinstance(entry, Session) else self._period

    def _can_leave(self) -> bool:
        """Whether nothing that was typed would be lost; else the panel asks."""
        panel = self._page.panel
        if panel is None or not panel.is_changed():
            return True
        panel.ask_discard()
        return False

    def _close(self) -> None:
        """Away with the panel; the focus goes back to where it came from."""
        page, self._open = self._page, None
        page.close_panel()
        page.entries.mark_entry("")
        back = self._came_from
        if back is None or not back.isVisible():
            back = page.head.entry
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _today(self) -> date:
        return self._desk.now().date()

    # The panels, each made when it is first needed

    @cached_property
    def _rating(self) -> RatingPanel:
        panel = RatingPanel(self._theme)
        panel.saved.connect(self._on_rating_saved)
        panel.flare_asked.connect(self._on_flare_asked)
        panel.deleted.connect(self.delete)
        panel.closed.connect(self._close)
        return panel

    @cached_property
    def _session(self) -> SessionPanel:
        panel = SessionPanel(self._theme, self._desk.catalogue.texts)
        panel.saved.connect(self._on_session_saved)
        panel.day_changed.connect(self._on_day_changed)
        panel.deleted.connect(self.delete)
        panel.closed.connect(self._close)
        return panel

    @cached_property
    def _period(self) -> PeriodPanel:
        panel = PeriodPanel(self._theme)
        panel.saved.connect(self._on_period_saved)
        panel.deleted.connect(self.delete)
        panel.closed.connect(self._close)
        return panel

    @cached_property
    def _decision(self) -> DecisionPanel:
        panel = DecisionPanel(self._theme)
        panel.closed.connect(self._close)
        return panel

    @cached_property
    def _other(self) -> OtherPanel:
        panel = OtherPanel(self._theme)
        panel.closed.connect(self._close)
        panel.session_asked.connect(self._on_session_asked)
        panel.period_asked.connect(self._on_period_asked)
        return panel

    def _on_session_asked(self) -> None:
        self._show(self._session, None)
        entry = SessionEntry(at=self._desk.now(), done=())
        form = self._changes.session_form(entry)
        self._fill_session(as_asked(form, entry.at) if form else entry)

    def _on_period_asked(self) -> None:
        self._show(self._period, None)
        self._period.show_form(new_period(self._today), self._today)

    def _fill_session(self, entry: SessionEntry) -> None:
        self._session.show_form(self._changes.session_form(entry), entry, self._today)

    def _on_day_changed(self, day: date) -> None:
        """Another day may have other exercises."""
        at = datetime.combine(day, time(12), self._desk.now().tzinfo)
        entry = SessionEntry(id=self._open.id if self._open else "", at=at, done=())
        self._session.show_day(self._changes.session_form(entry))

    # What is kept

    def _on_rating_saved(self, form: RatingForm) -> bool:
        """Store it, unless it looks wrong; whether it was stored."""
        panel, problem = self._rating, self._changes.rating_problem(form)
        if problem and not problem.question:
            panel.show_field_problem(problem.field, say(problem.text))
            return False
        if problem and not panel.is_sure:
            panel.show_question(say(problem.text))
            return False
        asks: list[bool] = []
        keep = partial(self._changes.keep_rating, form, sure=panel.is_sure)
        kept = self._keep(lambda: asks.append(keep()))
        if any(asks):
            self.signs_asked.emit()
        return kept

    def _on_flare_asked(self, form: RatingForm | None) -> None:
        """What was answered is kept first; then the flare-up's page comes."""
        if form is None:
            self._close()
        if form is None or self._on_rating_saved(form):
            self.flare_asked.emit()

    def _on_session_saved(self, entry: SessionEntry) -> None:
        self._keep(partial(self._changes.keep_session, entry))

    def _on_period_saved(self, form: PeriodForm) -> None:
        self._keep(partial(self._changes.keep_period, form))

    def _keep(self, change: Callable[[], object]) -> bool:
        """Make the change and close; where it is refused, the panel says why."""
        panel = self._page.panel
        try:
            change()
        except (*REFUSALS, NotSavedError) as error:
            if panel is not None:
                panel.show_problem(str(error))
            return False
        self._close()
        return True

    def delete(self, entry_id: str) -> None:
        """Delete an entry, and close its panel; where it is refused, say why."""
        entry, is_open = self._changes.stored(entry_id), self._shows(entry_id)
        if entry is None or isinstance(entry, Decision):
            return
        try:
            self._changes.delete(entry)
        except (*REFUSALS, NotSavedError) as error:
            told = str(error)
            if is_open and self._page.panel is not None:
                self._page.panel.show_problem(told)
            else:
                self.refused.emit(told)
            return
        if is_open:
            self._close()
