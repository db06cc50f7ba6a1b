"""The Report page at work: stores the wishes, and has the page set beside the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cached_property, partial

from PySide6.QtCore import QObject, QTimer

from hipcoach.core.diary import Diary
from hipcoach.core.document import NotSavedError
from hipcoach.core.report_wishes import ReportWishes
from hipcoach.core.text import say, tr
from hipcoach.journeys.desk import Back, Desk
from hipcoach.journeys.reports import Reports
from hipcoach.paths import resource
from hipcoach.report.scope import ReportOptions
from hipcoach.ui.last_change import LastChange
from hipcoach.ui.report.files import ReportFiles
from hipcoach.ui.report.foot import Foot
from hipcoach.ui.report.page import ReportPage
from hipcoach.ui.report.preview_card import PreviewCard
from hipcoach.ui.report.wishes_card import WishesCard
from hipcoach.ui.report.workshop import Order, Refused, Sheet, Workshop
from hipcoach.ui.theme import Theme
from hipcoach.ui.window import Window
from hipcoach.ui.worker import Worker

PAGE, PICTURE = "report", "picture"
"""The window's page, and what the worker is asked for: of pictures the newest only."""

SOON, WRITTEN = 120, 800
"""Milliseconds after a key or another size until the page is set again, and after the last key
until the text is stored."""

TEXTS = ("initials", "name", "questions")


class ReportFlow(QObject):
    """The page "report". What is chosen there is stored at once, what is typed after a pause."""

    def __init__(
        self, window: Window, theme: Theme, desk: Desk, last: LastChange, worker: Worker
    ) -> None:
        super().__init__()
        self._window, self._theme, self._desk, self._last = window, theme, desk, last
        self._reports, self._worker = Reports(desk), worker
        self._workshop = Workshop(resource("fonts"), resource("report", "report.typ"))
        home = self._reports.folder
        self._files = ReportFiles(self._worker, self._workshop, home, self._wanted)
        self._diary: Diary | None = None
        self._order: Order | None = None
        self._number = 1
        self._first: Back | None = None
        self._soon = _timer(self, SOON, self._set_page)
        self._fits = _timer(self, SOON, self._make_picture)
        self._written = _timer(self, WRITTEN, self._keep_texts)
        self._worker.failed.connect(self._on_failed)

    @cached_property
    def page(self) -> ReportPage:
        """The page; made when it is first shown."""
        page = self._unseen
        self._files.serve(page.foot)
        page.card.chosen.connect(self._on_chosen)
        page.card.typed.connect(self._on_typed)
        page.card.left.connect(self._keep_texts)
        page.card.period_changed.connect(self._set_page)
        page.preview.turned.connect(self._on_turned)
        page.preview.outgrown.connect(self._fits.start)
        self._window.add_page(PAGE, page)
        return page

    @cached_property
    def _card(self) -> WishesCard:
        return WishesCard(self._theme)

    @cached_property
    def _preview(self) -> PreviewCard:
        return PreviewCard(self._theme)

    @cached_property
    def _unseen(self) -> ReportPage:
        """The page before the window has it."""
        return ReportPage(self._theme, self._card, Foot(self._theme), self._preview)

    def make_ahead(self) -> Iterator[None]:
        """Make the page and fill it, a piece a step; one that is shown already is left alone."""
        for piece in ("_card", "_preview", "_unseen", "page"):
            yield
            getattr(self, piece)
        yield
        if self._window.shown != PAGE:
            self._fill()

    def show(self) -> None:
        """The page, as the diary and the wishes are stored, and what is just being typed."""
        if self._window.shown == PAGE:
            self._keep_texts()
        self._diary = None
        self._fill()
        self.page.foot.show_problem("")
        self._window.show_page(PAGE)
        self.page.start_anew()
        self._soon.start(0)  # when the page has its size

    def export(self) -> None:
        """The page, and where to save it; on the page itself the focus stays where it is."""
        if self._window.shown == PAGE:
            self._keep_texts()
        else:
            self.show()
        self._files.ask_where()

    def refresh(self) -> None:
        """Show the diary as it is now, where the page was made."""
        self._diary = None
        if "page" in vars(self):
            if not self._written.isActive():
                self._fill()
            self._set_page()

    def close(self) -> None:
        """Store what is typed."""
        for timer in (self._soon, self._fits, self._written):
            timer.stop()
        if "page" in vars(self):
            with suppress(NotSavedError):  # nothing is left that could say so
                self._keep_texts()

    # The wishes

    def _fill(self) -> None:
        wishes, paper = self._reports.wishes(), self._reports.paper()
        self.page.card.period.show_today(self._desk.now().date())
        self.page.card.show_wishes(wishes, paper)
        self.page.preview.sheet.show_paper(paper)

    def _on_chosen(self) -> None:
        try:
            self._keep(self.page.card.wishes)
        except NotSavedError:
            self._fill()
            raise
        self.page.preview.sheet.show_paper(self._reports.paper())
        self._set_page()

    def _on_typed(self) -> None:
        self._soon.start(SOON)
        self._written.start()

    def _keep_texts(self) -> None:
        """Store what was typed; what is typed into one field goes back in one step."""
        stored, wishes = self._reports.wishes(), self.page.card.wishes
        changed = [name for name in TEXTS if getattr(stored, name) != getattr(wishes, name)]
        if changed:
            self._keep(wishes, about=f"report {', '.join(changed)}")

    def _keep(self, wishes: ReportWishes, about: str = "") -> None:
        self._written.stop()
        if wishes != self._reports.wishes():
            first = self._first if about and self._last.about == about else None
            back = self._reports.keep_wishes(wishes)
            self._first = first or back
            self._last.keep(self._first, about=about)

    # The picture

    def _ordered(self) -> Order | None:
        """The report as it is wished for now; None where its dates are wrong, which is said."""
        card, now = self.page.card, self._desk.now()
        wishes, period = card.wishes, card.period.period
        problem = period.problem(now.date())
        card.period.show_problem(say(problem) if problem else "")
        if problem:
            return None
        first, last = period.days(now.date())
        paper = wishes.paper_in(self._desk.region)
        options = ReportOptions(from_=first, to=last, made_at=now, paper=paper, wishes=wishes)
        self._diary = self._diary or self._desk.diary()  # only the wishes change on this page
        return Order(diary=self._diary, catalogue=self._desk.catalogue, options=options)

    def _wanted(self) -> Order | None:
        """The same for a file: where the dates are wrong the focus goes to where that is said."""
        if (order := self._ordered()) is None:
            self.page.card.period.focus_wrong()
        return order

    def _set_page(self) -> None:
        """Have the page made as it is wished for now."""
        self._soon.stop()
        if self._window.shown == PAGE:
            self._order = self._ordered()
            self._make_picture()

    def _make_picture(self) -> None:
        preview = self.page.preview
        if self._order is None:
            preview.show_problem("")
        else:
            height = preview.sheet.height_asked()
            work = partial(self._workshop.sheet, self._order, self._number, height)
            self._worker.ask(PICTURE, work, self._on_made)
            preview.show_waiting()

    def _on_made(self, made: Sheet | Refused) -> None:
        preview = self.page.preview
        if isinstance(made, Refused):
            preview.show_problem(made.told)
        elif self._order is not None:  # else the dates became wrong meanwhile
            self._number = made.number
            preview.show_sheet(made.image, made.number, made.pages, made.summary)
            self.page.card.period.show_days(made.first, made.last)

    def _on_turned(self, number: int) -> None:
        self._number = number
        self._make_picture()

    def _on_failed(self, lane: str) -> None:
        if lane == PICTURE:
            self.page.preview.show_problem(tr("The page could not be made."))


def _timer(flow: ReportFlow, after: int, then: Callable[[], None]) -> QTimer:
    """A timer that runs once when it is started."""
    timer = QTimer(flow, singleShot=True, interval=after)
    timer.timeout.connect(then)
    return timer
