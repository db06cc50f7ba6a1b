"""What scrolls on Today: the greeting and the cards, in one or two columns."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from hipcoach.core.today_view import TodayView
from hipcoach.ui.labels import WIDEST
from hipcoach.ui.spread import Spread
from hipcoach.ui.tab_order import follow_parts
from hipcoach.ui.theme import Theme
from hipcoach.ui.today.days_off_row import DaysOffRow
from hipcoach.ui.today.greeting import Greeting
from hipcoach.ui.today.hero import Hero
from hipcoach.ui.today.morning_card import MorningCard
from hipcoach.ui.today.news_card import NewsCard
from hipcoach.ui.today.pain_card import PainCard
from hipcoach.ui.today.review_card import ReviewCard
from hipcoach.ui.today.side import Side
from hipcoach.ui.today.size_class import EDGES, SizeClass

LEAST, WANTED, NARROW = 68, 188, 104
"""Heights of a picture in pixels at 100 % text: the least where it grows with the window, and where
the page scrolls anyway."""


MOST = 1000
"""A stretch beside which the 1 of a spacer is nothing."""


class Sheet(QWidget):
    """The cards of the page, made for the view that is shown first.

    While the next-morning question is asked it stands above everything, in the place of pain now:
    one scale at a time. The news stand beside the main card, or below it.
    """

    morning_answered = Signal(int)
    morning_skipped = Signal()
    review_asked = Signal()
    diary_asked = Signal()

    def __init__(self, theme: Theme, view: TodayView, size: SizeClass) -> None:
        super().__init__()
        self._theme, self._view, self._size = theme, view, size
        self._low = False
        self._greeting, self.days_off = Greeting(theme), DaysOffRow(theme)
        self._head = Spread(to_right=True)
        self.hero = Hero(theme)
        self.pain = PainCard(theme, view.pain)
        self.news = NewsCard(theme)
        self._morning: MorningCard | None = None
        self._review: ReviewCard | None = None
        self._side = Side(theme)
        self._side.diary_asked.connect(self.diary_asked)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        for part in (self._greeting, self.days_off):
            self._head.addWidget(part)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._column.addLayout(self._body, 1)
        self._left = QVBoxLayout()
        self._left.addWidget(self.hero)
        self._left.addWidget(self.pain)
        self._left.addStretch(1)
        self._body.addLayout(self._left)
        self._right = QVBoxLayout()
        self._right.addWidget(self._side, 1)
        self._body.addLayout(self._right)
        theme.changed.connect(self._fit)

    def show_day(self, view: TodayView, undoable: str) -> None:
        """Show the day; `undoable` is the id of the rating that can be taken back."""
        self._view = view
        morning, told = self._morning, self.news.holds_focus
        held = morning is not None and morning.isAncestorOf(self.focusWidget())
        rated = self.pain.isAncestorOf(self.window().focusWidget())
        self._greeting.show_greeting(view)
        self.days_off.show_hero(view.hero)
        self._show_review(view)
        self._show_morning(view)
        self.pain.show_pain(view.pain, can_undo=bool(undoable) and undoable == view.pain.rating)
        self._side.show_day(view)
        self.news.show_news(view.news)
        self._fit()
        if (held and self._morning is None) or (told and not self.news.focus_first()):
            self.focus_main()
        elif rated and self.pain.isHidden():
            self.focus_scale()

    def focus_main(self) -> None:
        """Put the focus on the filled button; else on the review that waits, or on the scale."""
        if self.hero.has_main:
            self.hero.focus_main()
        elif self._review is not None:
            self._review.button.setFocus()
        else:
            self.focus_scale()

    def focus_scale(self) -> None:
        """Put the focus on the scale that is asked now."""
        card = self._morning or self.pain
        card.scale.setFocus()

    def arrange(self, size: SizeClass, *, low: bool = False) -> None:
        """Change the layout. `low`: the cards are given the room between them."""
        if (size, low) != (self._size, self._low):
            self._size, self._low = size, low
            self._fit()

    def _show_review(self, view: TodayView) -> None:
        """The review that waits; the same one stays, and with it the focus on its button."""
        if self._review is not None and self._review.question == view.review:
            return
        if self._review is not None:
            self._review.hide()
            self._review.deleteLater()
            self._review = None
        if view.review is not None:
            self._review = ReviewCard(self._theme, view.review)
            self._review.asked.connect(self.review_asked)
            self._left.insertWidget(0, self._review)
            self._review.setVisible(True)

    def _show_morning(self, view: TodayView) -> None:
        """The question, where it is asked; when it goes, the focus moves on to the next thing."""
        if self._morning is not None and view.morning is None:
            self._morning.hide()
            self._morning.deleteLater()
            self._morning = None
        if self._morning is None and view.morning is not None:
            ends = (view.pain.lowest, view.pain.highest)
            self._morning = MorningCard(self._theme, view.morning, *ends)
            self._morning.answered.connect(self.morning_answered)
            self._morning.skipped.connect(self.morning_skipped)
            self._left.insertWidget(0, self._morning)
            self._morning.setVisible(True)
        elif self._morning is not None:
            self._morning.scale.show_score(None)  # still asked: nothing was saved
        self.pain.setVisible(self._morning is None)

    def _fit(self) -> None:
        """The measures of the layout."""
        px, full = self._theme.px, self._size is SizeClass.FULL
        roomy = full and not self._low
        edge, gap = px(EDGES[self._size]), px(20 if roomy else 14)
        below = 32 if roomy else 8 if full else 16
        self._column.setContentsMargins(edge, px(28 if full else 16), edge, px(below))
        self._column.setSpacing(gap)
        self._body.setDirection(
            QBoxLayout.Direction.LeftToRight if full else QBoxLayout.Direction.TopToBottom
        )
        self._body.setSpacing(px(24) if full else gap)
        self._body.setStretch(0, 736 if full else 1)
        self._body.setStretch(1, 352 if full else 0)
        for column in (self._left, self._right):
            column.setSpacing(gap)
        self._greeting.show_compact(compact=not full)
        self._head.set_measures(px(12), WIDEST)
        beside = self._side.has_notices or not self.news.isHidden()
        grows = self._size is not SizeClass.NARROW and not (full and beside)
        picture = LEAST if grows else WANTED if full else NARROW
        self.hero.show_hero(self._view.hero, picture, compact=not full)
        self.pain.show_compact(compact=not full)
        for asked in (self._morning, self._review):
            if asked is not None:
                asked.show_compact(compact=not full)
        self._side.arrange(self._size, gap)
        self._place_news(full=full)
        self._left.setStretchFactor(self.hero, MOST if grows and self.hero.has_pictures else 0)
        self._order_tabs()

    def _place_news(self, *, full: bool) -> None:
        """At the top of the right column, or below the main card."""
        column = self._right if full else self._left
        if column.indexOf(self.news) < 0:
            self._left.removeWidget(self.news)
            self._right.removeWidget(self.news)
            column.insertWidget(0 if full else self._left.indexOf(self.hero) + 1, self.news)

    def _order_tabs(self) -> None:
        """Let Tab follow the reading order; the main card is younger than those below it."""
        asked = (self.days_off, self._morning, self._review, self.hero)
        full = self._size is SizeClass.FULL
        both = (self.pain, self.news) if full else (self.news, self.pain)
        follow_parts((*asked, *both, self._side))
