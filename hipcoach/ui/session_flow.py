"""A session's way through the window: the safety questions, the player, the review.

It begins at a Start and ends on Today or at a stop page; the pages it needs, it makes itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property

from PySide6.QtCore import QObject, QTimer, Signal

from hipcoach.core.document import NotSavedError
from hipcoach.core.gate import Permission, Standing
from hipcoach.core.guided import GuidedSession
from hipcoach.core.next_time import NextTime, next_time
from hipcoach.core.opening import Kind, Opened
from hipcoach.core.review import Review
from hipcoach.core.review_view import review_view
from hipcoach.core.session import Session
from hipcoach.core.text import tr
from hipcoach.journeys.coach import Coach
from hipcoach.journeys.desk import Desk
from hipcoach.journeys.errors import NotAllowed
from hipcoach.journeys.screener import Screener
from hipcoach.journeys.sessions import Sessions
from hipcoach.ui.first_run.safety import Safety
from hipcoach.ui.player.hurt_page import HurtPage
from hipcoach.ui.player.page import PlayerPage
from hipcoach.ui.review.page import ReviewPage
from hipcoach.ui.theme import Theme
from hipcoach.ui.window import Window

TIDY_AFTER = 500
"""Milliseconds after a review until the diary's file is brought up to date: Today stands then."""


class SessionFlow(QObject):
    """Starts, resumes and reviews sessions.

    `begun`: one is played. `ended` leads to Today; `refused` says why not.
    """

    begun = Signal()
    ended = Signal()
    refused = Signal(str)

    def __init__(self, window: Window, theme: Theme, desk: Desk, sessions: Sessions) -> None:
        super().__init__()
        self._window, self._theme = window, theme
        self._desk, self._sessions = desk, sessions
        self._cleared: Callable[[], None] = self.ended.emit
        self._again: Callable[[], None] = self.ended.emit
        self._reviewed: Session | None = None
        self._ended: Session | None = None
        self._tidy = QTimer(self, singleShot=True, interval=TIDY_AFTER)
        self._tidy.timeout.connect(sessions.tidy)

    # The pages, each made when it is first needed

    @cached_property
    def safety(self) -> Safety:
        """The safety questions and the stop pages."""
        page = Safety(self._theme, self._desk)
        page.passed.connect(self._on_passed)
        page.left.connect(self.ended)
        self._window.add_page("safety", page, alone=True)
        return page

    @cached_property
    def player(self) -> PlayerPage:
        """The session itself."""
        page = self._unseen_player
        page.finished.connect(self._on_finished)
        page.left.connect(self._on_left)
        page.warning_told.connect(self._on_warning_told)
        page.something_new.connect(self._on_something_new)
        page.pain_answered.connect(self._on_pain_answered)
        self._window.add_page("player", page, alone=True)
        return page

    @cached_property
    def _unseen_player(self) -> PlayerPage:
        """The session before the window has it."""
        catalogue, hurt = self._desk.catalogue, self._unseen_hurt
        return PlayerPage(self._theme, catalogue.exercise_names, catalogue.texts, hurt=hurt)

    @cached_property
    def _unseen_hurt(self) -> HurtPage:
        """The largest part of it."""
        texts = self._desk.catalogue.texts
        return HurtPage(self._theme, tr(texts["pain-lowest"]), tr(texts["pain-highest"]))

    @cached_property
    def review(self) -> ReviewPage:
        """The questions after it."""
        page = ReviewPage(self._theme)
        page.saved.connect(self._on_saved)
        page.postponed.connect(self.ended)
        self._window.add_page("review", page, alone=True)
        return page

    def make_ahead(self) -> Iterator[None]:
        """Make the pages, a piece a step."""
        for piece in ("safety", "_unseen_hurt", "_unseen_player", "player", "review"):
            yield
            getattr(self, piece)

    # Before the player: nothing goes past a stop, or past questions that are due

    def start(self, kind: Kind, *, stand_in: bool = False) -> None:
        """A new session of this kind."""
        self._again = lambda: self._begin(kind, stand_in=stand_in)
        self._ask_safety(self._again)

    def resume(self) -> None:
        """The session that was left today."""
        self._again = self.ended.emit
        self._ask_safety(self._go_on)

    def show_stop(self) -> None:
        """The stop page, or the questions that are due; then Today."""
        self._ask_safety(self.ended.emit)

    def ask_to_leave(self) -> None:
        """The window is to be closed during a session: pause and ask."""
        self.player.ask_leave()

    def close(self) -> None:
        """Leave a session where it is; every finished set of it is stored."""
        self._tidy.stop()
        if self._window.has_page("player"):
            self.player.stop()

    def _ask_safety(self, then: Callable[[], None]) -> None:
        if self._ended:  # a full disk may have refused its end, and the sign with it
            self._sessions.keep_ended(self._ended)
            self._ended = None
        self._pass_safety(then)

    def _pass_safety(self, then: Callable[[], None]) -> None:
        if Screener(self._desk).standing() == Standing():
            then()
            return
        self._cleared = then
        self.safety.start()
        self._window.show_page("safety")

    def _on_passed(self) -> None:
        self._cleared()

    def _begin(self, kind: Kind, *, stand_in: bool = False) -> None:
        try:
            self._play(self._sessions.begin(kind, stand_in=stand_in))
        except (NotAllowed, NotSavedError) as error:
            self.refused.emit(str(error))

    def _go_on(self) -> None:
        if ready := self._sessions.resume():
            self._play(ready)
        else:
            self.ended.emit()

    # The player

    def _play(self, ready: Opened) -> None:
        desk, felt = self._desk, self._desk.due().pain_now
        player = self.player
        self._window.show_page("player")
        self.begun.emit()
        player.frame.play.panel.show_more(desk.diary().settings.times.more)
        player.play(
            lambda emit: self._sessions.guided(ready, emit),
            desk.clocks,
            desk.diary().places,
            felt.score if felt else None,
        )
        player.frame.begin()
        self._window.may_close = player.guided is None

    def _leave_player(self) -> None:
        self.player.stop()
        self._window.may_close = True

    def _on_pain_answered(self, score: int) -> None:
        """Pain now, told while getting into position: it may make this the easy day, or end it."""
        guided = self._guided
        try:
            permitted = self._sessions.rate_before(guided, score)
        except NotSavedError as error:  # nobody goes on past an answer that is not kept
            self._leave_player()
            self.refused.emit(str(error))
            return
        if guided.goes_on:
            self.player.follow()
            return
        self._leave_player()
        if permitted is Permission.EASY_DAY:
            self._again = lambda: self._begin(Kind.EASY_DAY)
            self._again()
        else:
            self.ended.emit()

    def _on_something_new(self) -> None:
        """The countdown is over; without a sign on the list it begins anew."""
        guided = self._guided
        self._sessions.note_warning_sign(guided)
        self._leave_player()
        self._ended = done = guided.session
        self._ask_new_signs(lambda: self.ask_review(done) if done.sets else self._again())

    def _on_warning_told(self, session: Session) -> None:
        """The session was ended for a sign: the list, and without one on it the review."""
        self._leave_player()
        self._ended = session
        self._ask_new_signs(lambda: self.ask_review(session))

    def _ask_new_signs(self, then: Callable[[], None]) -> None:
        self._cleared = then
        self.safety.ask_new_signs()
        self._window.show_page("safety")

    def _on_finished(self, session: Session) -> None:
        """Its review; a sign that was told in it comes first, and another day's is not asked."""
        self._leave_player()
        self._ended = session
        if session.ended_at and session.ended_at.date() == self._desk.now().date():
            self._pass_safety(lambda: self.ask_review(session))
        else:
            self.ended.emit()

    def _on_left(self) -> None:
        self._leave_player()
        self.ended.emit()

    @property
    def _guided(self) -> GuidedSession:
        guided = self.player.guided
        assert guided is not None  # its signals come from a session that is played
        return guided

    # The review

    def ask_review(self, session: Session) -> None:
        """Ask about a session in which something was done."""
        if not session.sets:
            self.ended.emit()
            return
        self._reviewed = session
        run = self._desk.diary().run(session.run)
        view = review_view(session, self._desk.catalogue, run)
        self.review.show_review(view, lambda review: self._next_time(session, review))
        self._window.show_page("review")

    def _next_time(self, session: Session, review: Review) -> NextTime:
        """What the rules say to the answers as they stand."""
        proposed = Coach(self._desk).next_time(session, review)
        return next_time(proposed) if proposed else NextTime()

    def _on_saved(self, review: Review) -> None:
        if self._reviewed:
            self._sessions.keep_review(self._reviewed, review)
            self._reviewed = None
            self._tidy.start()
        self.ended.emit()
