"""The Today page: draws a `TodayView` and tells what was pressed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from hipcoach.core.today_view import TodayView
from hipcoach.ui.scroll import Scroll
from hipcoach.ui.theme import Theme
from hipcoach.ui.today.hero_foot import Action
from hipcoach.ui.today.sheet import Sheet
from hipcoach.ui.today.size_class import size_class

LOW = 770
"""Pixels at 100 % text below which the page is tight at its bottom, as above a hint."""


class TodayPage(Scroll):
    """Today. Nothing is changed here: every press is told, and the page is shown anew.

    `started` and the like are told at once; `rated` and `morning_answered` carry the score to be
    saved, `easy_day_started` whether the exercise that stands in ends it, `declined` the decision
    that is to be declined.
    """

    session_started = Signal()
    easier_started = Signal()
    easy_day_started = Signal(bool)
    resumed = Signal()
    left_kept = Signal()
    left_discarded = Signal()
    program_chosen = Signal()
    stop_shown = Signal()
    rated = Signal(int)
    rating_undone = Signal()
    morning_answered = Signal(int)
    morning_skipped = Signal()
    review_asked = Signal()
    declined = Signal(object)
    flare_asked = Signal()
    away_asked = Signal()
    way_back_asked = Signal()
    diary_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._sheet: Sheet | None = None
        self.column.setContentsMargins(0, 0, 0, 0)
        theme.changed.connect(self._arrange)

    def show_today(self, view: TodayView, *, undoable: str = "") -> None:
        """Show the day. `undoable` is the id of the rating that can be taken back now."""
        if self._sheet is None:
            self._sheet = Sheet(self._theme, view, size_class(self, self._theme))
            self._arrange()
            self._connect(self._sheet)
            self._sheet.show_day(view, undoable)
            self.column.addWidget(self._sheet)
        else:
            self._sheet.show_day(view, undoable)

    def focus_main(self) -> None:
        """Put the focus on the filled button; else on the review that waits, or on the scale."""
        if self._sheet is not None:
            self._sheet.focus_main()

    def focus_pain(self) -> None:
        """Put the focus on the scale."""
        if self._sheet is not None:
            self._sheet.focus_scale()

    def _arrange(self) -> None:
        if self._sheet is not None:
            low = self.height() < self._theme.px(LOW)
            self._sheet.arrange(size_class(self, self._theme), low=low)

    def _connect(self, sheet: Sheet) -> None:
        sheet.hero.pressed.connect(self._on_pressed)
        sheet.pain.rated.connect(self.rated)
        sheet.pain.undone.connect(self.rating_undone)
        sheet.morning_answered.connect(self.morning_answered)
        sheet.morning_skipped.connect(self.morning_skipped)
        sheet.review_asked.connect(self.review_asked)
        sheet.news.declined.connect(self.declined)
        sheet.news.flare_asked.connect(self.flare_asked)
        sheet.days_off.flare_asked.connect(self.flare_asked)
        sheet.days_off.away_asked.connect(self.away_asked)
        sheet.diary_asked.connect(self.diary_asked)

    def _on_pressed(self, action: str) -> None:
        if action == Action.EASY_DAY:
            assert self._sheet is not None
            self.easy_day_started.emit(self._sheet.hero.stand_in)
            return
        {
            Action.START: self.session_started,
            Action.EASIER: self.easier_started,
            Action.RESUME: self.resumed,
            Action.KEEP: self.left_kept,
            Action.DISCARD: self.left_discarded,
            Action.CHOOSE_PROGRAM: self.program_chosen,
            Action.SHOW_STOP: self.stop_shown,
            Action.WAY_BACK: self.way_back_asked,
        }[Action(action)].emit()

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change the layout where the window became wider or narrower, or lower."""
        super().resizeEvent(event)
        self._arrange()
