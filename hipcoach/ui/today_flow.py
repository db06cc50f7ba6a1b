"""Today at work: shows the page from the diary, and does what is pressed on it.

What starts a session, or leads to another page, is told on. What was changed can be taken back
through `LastChange`.
"""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from hipcoach.core.diary import Diary
from hipcoach.core.document import NotSavedError
from hipcoach.core.open_review import open_review
from hipcoach.core.opening import Kind
from hipcoach.core.pain import PainRating
from hipcoach.core.rule_ids import R_FLARE
from hipcoach.core.run import Decision
from hipcoach.core.text import tr
from hipcoach.core.today_view import today_offers, today_view
from hipcoach.journeys.coach import Coach
from hipcoach.journeys.desk import Desk
from hipcoach.journeys.errors import NotAllowed
from hipcoach.journeys.ratings import Ratings
from hipcoach.journeys.sessions import Sessions
from hipcoach.ui.last_change import LastChange
from hipcoach.ui.theme import Theme
from hipcoach.ui.today.page import TodayPage


class TodayFlow(QObject):
    """The page `page` and what it changes.

    That is ratings, the morning's answer, a session that was left, a decision that is declined.

    `started` carries the kind and whether the easy day's second exercise stands in.
    """

    started = Signal(Kind, bool)
    resumed = Signal()
    program_chosen = Signal()
    stop_shown = Signal()
    review_asked = Signal(object)
    flare_asked = Signal()
    away_asked = Signal()
    way_back_asked = Signal()
    diary_asked = Signal()
    refreshed = Signal()

    def __init__(self, theme: Theme, desk: Desk, sessions: Sessions, last: LastChange) -> None:
        super().__init__()
        self._desk, self._sessions, self._ratings = desk, sessions, Ratings(desk)
        self._last = last
        self.offers: frozenset[str] = frozenset()
        self.page = TodayPage(theme)
        self._connect()

    def refresh(self, diary: Diary | None = None) -> None:
        """Show the page anew; from the whole diary where none is handed in."""
        if diary is None:
            self.close_old()
        view = today_view(diary or self._desk.diary(), self._desk.catalogue, self._desk.now())
        self.page.show_today(view, undoable=self._last.about)
        self.offers = today_offers(view)
        self.refreshed.emit()

    def start_main(self) -> None:
        """What Start would do; where nothing is due, a session all the same, if there is room."""
        hero = today_view(self._desk.diary(), self._desk.catalogue, self._desk.now()).hero
        if hero.left and not hero.left.refused:
            self.resumed.emit()
        else:
            self.started.emit(hero.starts, False)

    def close_old(self) -> None:
        """End what was left before today; where the disk refuses, the next time tries again."""
        with suppress(NotSavedError):
            self._sessions.close_old()

    def _connect(self) -> None:
        page = self.page
        page.session_started.connect(lambda: self.started.emit(Kind.SESSION, False))
        page.easier_started.connect(lambda: self.started.emit(Kind.EASIER, False))
        page.easy_day_started.connect(lambda it: self.started.emit(Kind.EASY_DAY, it))
        page.resumed.connect(self.resumed)
        page.left_kept.connect(self._on_left_kept)
        page.left_discarded.connect(self._on_left_discarded)
        page.program_chosen.connect(self.program_chosen)
        page.stop_shown.connect(self.stop_shown)
        page.review_asked.connect(self._on_review_asked)
        page.flare_asked.connect(self.flare_asked)
        page.away_asked.connect(self.away_asked)
        page.way_back_asked.connect(self.way_back_asked)
        page.diary_asked.connect(self.diary_asked)
        page.rated.connect(self._on_rated)
        page.rating_undone.connect(self._last.take_back)
        page.morning_answered.connect(self._on_morning_answered)
        page.morning_skipped.connect(lambda: self._on_morning_answered(None))
        page.declined.connect(self._on_declined)

    def _on_review_asked(self) -> None:
        if session := open_review(self._desk.diary(), self._desk.now().date()):
            self.review_asked.emit(session)

    def _on_rated(self, score: int) -> None:
        try:
            self._keep_undo(self._ratings.rate(score))
        finally:  # where the disk refused it, the scale shows what is saved
            self.refresh()

    def _on_morning_answered(self, score: int | None) -> None:
        try:
            self._keep_undo(self._ratings.answer_morning(score))
        finally:
            self.refresh()

    def _on_declined(self, told: Decision) -> None:
        """Leave it as it is; where a session was begun meanwhile, the news are others."""
        try:
            self._last.keep(Coach(self._desk).decline(told), _left_as_it_is(told))
        except NotAllowed:
            self._last.forget()
        finally:
            self.refresh()

    def _keep_undo(self, rating: PainRating | None) -> None:
        if rating is None:
            self._last.forget()
        else:
            self._last.keep(lambda: self._ratings.undo_rating(rating.id), about=rating.id)

    def _on_left_kept(self) -> None:
        self._sessions.keep_left()
        self._last.forget()
        self.refresh()

    def _on_left_discarded(self) -> None:
        session = self._sessions.discard_left()
        self._last.forget()
        self.refresh()
        if session:
            told = tr("The session was discarded")
            self._last.keep(lambda: self._sessions.bring_back(session), told)


def _left_as_it_is(told: Decision) -> str:
    """What was done, for the bar that offers the way back."""
    if told.rule == R_FLARE:
        return tr("Noted: no flare-up")
    return tr("It stays as it is")
