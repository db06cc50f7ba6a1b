"""Drives the screening through its pages, to its stops and from there: what the gate asks for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from hipcoach.core.gate import Asked, Standing
from hipcoach.core.screening import Severity, items_of
from hipcoach.core.text import tr
from hipcoach.journeys.desk import Desk
from hipcoach.journeys.screener import Screener
from hipcoach.ui.first_run.checked_page import CheckedPage
from hipcoach.ui.first_run.frame import Frame, Ways
from hipcoach.ui.first_run.if_new_page import IfNewPage
from hipcoach.ui.first_run.page import Page
from hipcoach.ui.first_run.round import Round
from hipcoach.ui.first_run.screening_page import ScreeningPage
from hipcoach.ui.first_run.stop_page import StopPage
from hipcoach.ui.first_run.stop_words import stop_words
from hipcoach.ui.theme import Theme

SIGNS_A_MINUTE = 9
"""How fast the signs are read: the 27 of the whole screening take about 3 minutes."""


class ScreeningFlow(QObject):
    """Shows its pages in `frame`. Each answer is durable before the next page is shown.

    `passed`: no sign is open and nothing has to be asked. `stopped`: a stop page is shown. `left`:
    the user went back from the first page, or left a stop; the gate still stands as it did. With
    `can_leave` a stop page can be left for the rest of the app.
    """

    passed = Signal()
    stopped = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, frame: Frame, desk: Desk, *, can_leave: bool) -> None:
        super().__init__(frame)
        self._theme, self._frame, self._desk, self._can_leave = theme, frame, desk, can_leave
        self._screener = Screener(desk)
        self._questionnaire = desk.catalogue.questionnaire

    def start(self) -> None:
        """What the gate asks for now: a stop, the whole or the short screening, or nothing."""
        stands = self._screener.standing()
        if stands.severity is not Severity.CLEAR:
            self._stop(stands)
        elif stands.asked:
            pages = self._screener.pages(stands.asked)
            self._ask(Round(self._screener, pages, self._screener.known()))
        else:
            self.passed.emit()

    def ask_new_signs(self) -> None:
        """The list behind "Something is new"; a sign counts whatever was cleared before."""
        self._ask(Round(self._screener, self._screener.new_sign_pages()))

    # The pages of a round

    def _ask(self, asked: Round) -> None:
        page = ScreeningPage(
            self._theme,
            asked.page,
            place=asked.place,
            count=len(asked.pages),
            minutes=_minutes(asked),
            why=tr(self._questionnaire.why),
            said=asked.said,
        )
        page.opened.connect(self._frame.bring_up)
        self._show(page, lambda: self._go_back(asked), lambda: self._keep(asked, page))

    def _go_back(self, asked: Round) -> None:
        if asked.go_back():
            self._ask(asked)
        elif self._screener.standing().severity is Severity.CLEAR:
            self.left.emit()
        else:
            self.start()

    def _keep(self, asked: Round, page: ScreeningPage) -> None:
        if page.said is None:
            return
        asked.keep(page.said)
        self._ask_if_new(asked, asked.to_ask_if_new())

    def _ask_if_new(self, asked: Round, waiting: tuple[tuple[str, date], ...]) -> None:
        """Ask of each sign that was cleared before whether it is new; then on."""
        if not waiting:
            self._go_on(asked)
            return
        (item, day), *more = waiting
        sign = items_of(self._questionnaire)[item]
        page = IfNewPage(self._theme, sign, day, asked.if_new(item))

        def keep() -> None:
            if page.said is not None:
                asked.keep_if_new(item, page.said)
                self._ask_if_new(asked, tuple(more))

        self._show(page, lambda: self._ask(asked), keep)

    def _go_on(self, asked: Round) -> None:
        if asked.ends_here() or not asked.go_on():
            self.start()
        else:
            self._ask(asked)

    # A stop, and the ways from it

    def _stop(self, stands: Standing) -> None:
        words = stop_words(self._questionnaire, stands, self._desk.region)
        page = StopPage(self._theme, self._desk.catalogue.texts, words)
        page.mistaken.connect(lambda: self._ask_again(stands))
        page.checked.connect(lambda: self._ask_checked(stands))
        page.asked.connect(lambda: self._note_professional(stands))
        leave = self.left.emit if self._can_leave else None
        self._frame.show_page(page, Ways(back=leave, back_text=tr("Leave for now")))
        self.stopped.emit(stands)

    def _ask_again(self, stands: Standing) -> None:
        """The wrong answer's own question, with nothing chosen."""
        self._ask(Round(self._screener, self._screener.wrong_answer_pages(stands)))

    def _note_professional(self, stands: Standing) -> None:
        self._screener.note_professional(stands)
        self.start()

    def _ask_checked(self, stands: Standing) -> None:
        today = self._desk.now().date()
        page = CheckedPage(self._theme, self._desk.catalogue.texts, today)
        self._show(page, self.start, lambda: self._on_checked(stands, page))

    def _on_checked(self, stands: Standing, page: CheckedPage) -> None:
        """After a no the stop stays; after a yes the whole screening is asked again."""
        said = page.checked
        if not page.ready:
            return
        if not said.all_right:
            self._screener.note_refused(stands, said.day)
            self.start()
            return
        cleared = self._screener.checked(stands, said.day)
        pages = self._screener.pages(Asked.FULL)
        self._ask(Round(self._screener, pages, cleared, checked=stands.items))

    def _show(self, page: Page, back: Callable[[], None], on: Callable[[], None]) -> None:
        self._frame.show_page(page, Ways(back=back, on=on))


def _minutes(asked: Round) -> int:
    signs = sum(len(page.items) for page in asked.pages)
    return max(round(signs / SIGNS_A_MINUTE), 1)
