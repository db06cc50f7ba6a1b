"""The cards beside the main ones: week, check-ins and trend.

In the compact layout each is a tile that opens its card below.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipcoach.core.text import say, tr
from hipcoach.core.today_view import TodayView
from hipcoach.ui.layouts import Columns
from hipcoach.ui.theme import Theme
from hipcoach.ui.today.check_in_card import CheckInCard
from hipcoach.ui.today.fold_tile import FoldTile
from hipcoach.ui.today.notice_card import NoticeCard
from hipcoach.ui.today.size_class import SizeClass
from hipcoach.ui.today.trend_card import TrendCard
from hipcoach.ui.today.week_card import WeekCard

ICONS = ("calendar-days", "clipboard-list", "chart-line")


class Side(QWidget):
    """The three cards; those of a program are absent without one."""

    diary_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._folded = theme, False
        self._has = (True, True, True)
        self._week, self._check_in, self._trend = (
            WeekCard(theme),
            CheckInCard(theme),
            TrendCard(theme),
        )
        self._trend.diary_asked.connect(self.diary_asked)
        self._notices = NoticeCard(theme)
        self._cards = (self._week, self._check_in, self._trend)
        self._tiles: tuple[FoldTile, ...] = ()
        self._facts: tuple[tuple[str, str], ...] = ()
        self._row = Columns()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._notices)
        self._column.addLayout(self._row)
        for card in self._cards:
            self._column.addWidget(card)
        self._column.addStretch(1)

    @property
    def has_notices(self) -> bool:
        """Whether there is something to be known before the session."""
        return not self._notices.isHidden()

    def show_day(self, view: TodayView) -> None:
        """Show the day's cards."""
        if view.week is not None:
            self._week.show_week(view.week)
        if view.check_in is not None:
            self._check_in.show_check_ins(view.check_in)
        self._trend.show_trend(view.trend)
        self._notices.show_session(view.hero.session if view.hero.can_start else None)
        self._column.setStretchFactor(self._trend, 1000 if view.week and view.trend.points else 0)
        self._has = (view.week is not None, view.check_in is not None, True)
        self._facts = _facts(view)
        self._show()

    def arrange(self, size: SizeClass, gap: int) -> None:
        """Cards below each other, `gap` pixels apart, or tiles that open them."""
        px = self._theme.px
        self._folded = size is SizeClass.COMPACT
        self._column.setSpacing(gap)
        self._row.set_measures(px(236), px(12))
        self._show()

    def _show(self) -> None:
        if self._folded and not self._tiles:
            self._tiles = tuple(FoldTile(self._theme, icon) for icon in ICONS)
            for tile in self._tiles:
                self._row.addWidget(tile)
                tile.toggled.connect(self._show)
        for tile, has, fact in zip(self._tiles, self._has, self._facts, strict=False):
            tile.show_fact(*fact)
            tile.setVisible(self._folded and has)
        opened = [tile.isChecked() for tile in self._tiles] if self._folded else [True] * 3
        for card, has, is_open in zip(self._cards, self._has, opened, strict=True):
            card.setVisible(has and is_open)


def _facts(view: TodayView) -> tuple[tuple[str, str], ...]:
    """Name and fact of each tile."""
    week, check_in, value = view.week, view.check_in, view.trend.value
    pain = tr("{value} last 7 days", value=value) if value else tr("too few days yet")
    if view.trend.closed:
        pain = say(view.trend.closed)
    if check_in and check_in.title and check_in.when:
        next_one = (say(check_in.title), say(check_in.when))
    else:
        next_one = (tr("Check-ins"), tr("none left"))
    return (
        (tr("This week"), say(week.count) if week else ""),
        next_one,
        (tr("Back pain"), pain),
    )
