"""The Diary page at work: chart, tables and panels, filled from the diary in small pieces.

The diary tells when it changed; what the page shows then follows, a piece a turn of the event loop.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from hipcoach.core.chart_sessions import sessions_on
from hipcoach.core.chart_words import day_words, sentence
from hipcoach.core.day_rows import day_row, row_days
from hipcoach.core.diary import Diary
from hipcoach.core.diary_chart import (
    DiaryChart,
    Reach,
    SessionOn,
    ShadeKind,
    diary_chart,
    reach_days,
)
from hipcoach.core.entries import Line, entries
from hipcoach.core.entry_row import EntryRow, entry_row
from hipcoach.core.hints import CHART
from hipcoach.core.text import Message, say
from hipcoach.core.trend_view import Days
from hipcoach.journeys.desk import Desk
from hipcoach.ui.diary.chart_card import CardWords, Standing
from hipcoach.ui.diary.loading import ChartLoader
from hipcoach.ui.diary.page import DiaryPage
from hipcoach.ui.diary.panels import Panels
from hipcoach.ui.idle import Idle, sliced
from hipcoach.ui.last_change import LastChange
from hipcoach.ui.theme import Theme
from hipcoach.ui.window import Window
from hipcoach.ui.worker import Worker

if TYPE_CHECKING:
    from hipcoach.ui.diary.chart import PainChart

PAGE = "diary"
REACHES = tuple(Reach)


class DiaryFlow(QObject):
    """The page "diary". `flare_asked`: a flare-up is to begin today.

    `signs_asked`: pain below the knee that is new was told, and the warning list comes first.
    """

    flare_asked = Signal()
    signs_asked = Signal()

    def __init__(
        self, window: Window, theme: Theme, desk: Desk, last: LastChange, worker: Worker
    ) -> None:
        super().__init__()
        self._window, self._theme, self._desk, self._last = window, theme, desk, last
        self._loader = ChartLoader(worker)
        self._loader.ready.connect(self._on_loaded)
        self._work: Idle | None = None
        self._diary, self._at = Diary(), desk.now()
        self._chart: DiaryChart | None = None
        self._widget: PainChart | None = None
        self._reach = Reach.SIX_WEEKS
        self._is_stale, self._is_filled, self._looks = True, False, False
        desk.store.on_change(self._on_stored)
        window.page_shown.connect(self._on_page_shown)

    def show(self) -> None:
        """The diary as it is now; what it shows changes only where the diary did."""
        page, _ = self.page, self._panels
        self._loader.start()
        self._window.show_page(PAGE)
        if self._is_stale or self._at.date() != self._desk.now().date():
            self.refresh()
        if page.panel is None:
            page.show_top()
        first = page.panel.focusWidget() if page.panel else page.head.entry
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def new_entry(self) -> None:
        """The page with the panel for a new entry, the focus on its scale."""
        self.show()
        self._panels.new_rating()

    def refresh(self) -> None:
        """Show the diary as it is now, where the page was made."""
        self._is_stale = True
        if "page" in vars(self):
            self._begin(self._filling())

    @property
    def offers(self) -> frozenset[str]:
        """What hints on the page may speak about: its chart, where there is one to be moved."""
        chart = self._chart
        is_open = chart is not None and self._standing(chart) is Standing.OPEN
        return frozenset({CHART} if is_open else ())

    def make_ahead(self) -> Iterator[None]:
        """Make the page and fill it, a piece a step."""
        for piece in ("_unseen", "page", "_panels"):
            yield
            getattr(self, piece)
        yield from self._panels.make_ahead()
        yield
        yield from self._filling()
        self._loader.start()

    def close(self) -> None:
        """Stop what is being filled."""
        if self._work:
            self._work.stop()

    # The page

    @cached_property
    def page(self) -> DiaryPage:
        """The page; made when it is first shown."""
        page = self._unseen
        self._window.add_page(PAGE, page)
        head, card = page.head, page.chart_card
        head.reach.show_part(REACHES.index(self._reach))
        head.reach_chosen.connect(self._on_reach)
        card.look_asked.connect(self._on_look)
        card.view_changed.connect(self._fill_table)
        card.table.day_opened.connect(self._on_day_opened)
        return page

    @cached_property
    def _unseen(self) -> DiaryPage:
        """The page before the window has it."""
        return DiaryPage(self._theme, [say(reach.words) for reach in REACHES])

    @cached_property
    def _panels(self) -> Panels:
        panels = Panels(self.page, self._theme, self._desk, self._last)
        panels.refused.connect(self._window.undo_bar.show_notice)
        panels.flare_asked.connect(self.flare_asked)
        panels.signs_asked.connect(self.signs_asked)
        return panels

    # Filling it

    def _begin(self, work: Iterator[object]) -> None:
        """Do this, in place of what was being done."""
        if self._work:
            self._work.stop()
            self._work.deleteLater()
        self._work = Idle(work, self)

    def _filling(self) -> Iterator[None]:
        """The entries first, then what the chart says, then the chart."""
        desk, page = self._desk, self.page
        self._is_filled = False
        yield from sliced(desk.store.read_ahead())
        self._is_stale = False
        diary, now = desk.diary(), desk.now()
        self._diary, self._at = diary, now
        yield
        found = entries(diary)
        yield
        page.entries.show_entries(found, partial(_entry_row, desk, diary, now.date()))
        page.show_parts()
        self._panels.follow()
        yield
        self._chart = diary_chart(diary, desk.catalogue, now)
        yield
        self._show_words()
        self._is_filled = True
        yield
        yield from self._drawing()

    def _draw(self) -> None:
        """Draw the chart; what is being filled comes to that by itself."""
        if self._is_filled:
            self._begin(self._drawing())

    def _drawing(self) -> Iterator[None]:
        """The chart, once it is loaded, and the table in its place."""
        if self._loader.is_ready and self._widget is None:
            self._make_chart()
            yield
        if self._widget is not None and self._chart is not None and self._is_open:
            sessions = partial(_sessions, self._desk, self._diary, self._at)
            self._widget.show_chart(self._chart, sessions, self._day_words)
            self.page.chart_card.show_weekly(self._widget.is_weekly)
            yield
        self._fill_table()

    def _make_chart(self) -> None:
        from hipcoach.ui.diary.chart import PainChart

        self._widget = chart = PainChart(self._theme)
        chart.day_opened.connect(self._on_day_opened)
        chart.moved.connect(self._fill_table)
        chart.weekly_changed.connect(self.page.chart_card.show_weekly)
        self.page.put_chart(chart)
        chart.show_reach(self._reach)

    @property
    def _is_open(self) -> bool:
        return self.page.chart_card.words.standing is Standing.OPEN

    def _show_words(self) -> None:
        """What the card says, and whether the chart is open."""
        if (chart := self._chart) is not None:
            told, verdict = sentence(chart)
            words = CardWords(
                standing=self._standing(chart),
                sentence=say(told),
                verdict=say(verdict) if verdict else "",
                closed=say(chart.closed) if chart.closed else "",
                band=bool(chart.edges),
                flares=any(shade.kind is ShadeKind.FLARE for shade in chart.shades),
            )
            self.page.head.show_sample(chart.sample)
            self.page.chart_card.show_words(words)
            self.page.show_parts()

    def _standing(self, chart: DiaryChart) -> Standing:
        if chart.closed is not None and not self._looks:
            return Standing.CLOSED
        diary = self._diary
        noted = diary.pain_ratings or diary.sessions or diary.flares or diary.absences
        return Standing.OPEN if noted else Standing.EMPTY

    def _fill_table(self) -> None:
        """The days of the chart as a table, where that is shown."""
        card, chart = self.page.chart_card, self._chart
        if chart is None or not (card.is_table and self._is_open):
            return
        shown = self._widget.shown if self._widget else reach_days(chart, self._reach)
        row = partial(day_row, chart, self._diary, self._desk.catalogue)
        days = row_days(chart, self._diary, self._desk.catalogue, shown)
        card.table.show_days(days, row, chart.today)

    def _day_words(self, day: date) -> tuple[Message, ...]:
        """What a point of the chart tells."""
        assert self._chart is not None
        return day_words(self._chart, self._diary, self._desk.catalogue, day)

    # What was pressed, and what happened

    def _on_stored(self, _tables: frozenset[str]) -> None:
        """The diary changed, by this page or any other way."""
        self._is_stale = True
        if self._window.shown == PAGE:
            self.refresh()

    def _on_page_shown(self, name: str) -> None:
        """In low-focus mode a look ends when the page is left."""
        if self._looks and name != PAGE:
            self._looks = False
            self._show_words()

    def _on_loaded(self) -> None:
        self._draw()

    def _on_reach(self, index: int) -> None:
        self._reach = REACHES[index]
        if self._widget is not None:
            self._widget.show_reach(self._reach)
        self._fill_table()

    def _on_look(self) -> None:
        """Open the chart; the focus goes on to what follows."""
        self._looks = True
        self._show_words()
        self.page.chart_card.switch.setFocus(Qt.FocusReason.OtherFocusReason)
        self.page.chart_card.tell()
        self._draw()

    def _on_day_opened(self, day: date) -> None:
        """To the entries of the day."""
        self.page.entries.go_to_day(day)
        self.page.entries.setFocus(Qt.FocusReason.OtherFocusReason)


def _entry_row(desk: Desk, diary: Diary, today: date, entry: Line) -> EntryRow:
    return entry_row(entry, diary, desk.catalogue, today)


def _sessions(desk: Desk, diary: Diary, now: datetime, days: Days) -> tuple[SessionOn, ...]:
    return sessions_on(diary, desk.catalogue, days, now)
