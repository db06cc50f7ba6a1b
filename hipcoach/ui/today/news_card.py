"""What the rules decided since the last session: each with its reason, and how to decline it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hipcoach.core.news_view import News, NewsKind, NewsStep, NewsView
from hipcoach.core.text import say, tr
from hipcoach.ui.announce import announce
from hipcoach.ui.box import Box
from hipcoach.ui.buttons import Button
from hipcoach.ui.card import Card
from hipcoach.ui.icon_tile import IconTile
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Flow
from hipcoach.ui.reason import Reason
from hipcoach.ui.spread import Spread
from hipcoach.ui.theme import Theme

ICONS = {
    NewsKind.UP: "arrow-up",
    NewsKind.DOWN: "arrow-down",
    NewsKind.FEWER: "minus",
    NewsKind.EASY_WEEK: "calendar-days",
    NewsKind.SAME: "equal",
    NewsKind.ADVICE: "stethoscope",
    NewsKind.QUESTION: "flag",
}

LEAST, LEVEL, TOP = 110, 6, Qt.AlignmentFlag.AlignTop
"""Pixels at 100 % text: the least width of words beside their button, and how much lower a line
that stands alone begins, to be level with its icon."""


class NewsCard(Card):
    """`declined` carries a decision that is to be declined; `flare_asked`: yes, a flare-up."""

    declined = Signal(object)
    flare_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, spacing=12)
        self._view: NewsView | None = None
        self._title = Label(theme, "", "body_strong", wrap=True)
        self._body: QWidget = Box(theme)
        self.column.addWidget(self._title)
        self.column.addWidget(self._body)
        theme.changed.connect(self._rebuild)
        self.hide()

    def show_news(self, view: NewsView | None) -> None:
        """Show what there is; the card is absent where that is nothing."""
        self.setVisible(view is not None)
        if view != self._view:
            self._view = view
            self._rebuild()
            announce(self, ". ".join(say(step.title) for step in _steps(view)))

    @property
    def holds_focus(self) -> bool:
        """Whether the focus is on one of its buttons."""
        return self.isAncestorOf(self.window().focusWidget())

    def focus_first(self) -> bool:
        """Put the focus on the first button; whether there is one."""
        buttons = [] if self.isHidden() else self._body.findChildren(Button)
        for button in buttons[:1]:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(buttons)

    def _rebuild(self) -> None:
        if self._view is None:
            return
        self._title.setText(say(self._view.title))
        body = Box(self._theme, spacing=16)
        body.add(*map(self._piece, self._view.news))
        self._body.hide()
        self._body.deleteLater()
        self._body = body
        self.column.addWidget(body)
        body.show()

    def _piece(self, news: News) -> QWidget:
        """The icon, and beside it what changes, why, and what may be pressed."""
        theme = self._theme
        above = LEVEL if news.steps[0].name is None else 0
        piece = Box(theme, across=True, spacing=12)
        words = Box(theme, spacing=8, edges=(0, above, 0, 0))
        piece.box.addWidget(IconTile(theme, ICONS[news.kind], soft=_is_soft(news)), 0, TOP)
        piece.box.addWidget(words, 1)
        alone = len(news.steps) == 1
        words.add(*(self._step(step, beside=not alone) for step in news.steps))
        if news.why is not None:
            words.add(self._why(news))
        if news.advice is not None:
            words.add(Label(theme, say(news.advice), "small", wrap=True))
        if alone and news.steps[0].decline is not None:
            words.add(self._answers(news))
        return piece

    def _why(self, news: News) -> QWidget:
        why = say(news.why) if news.why else ""
        if news.kind is NewsKind.QUESTION:
            return Label(self._theme, why, "small", "ink2", wrap=True)
        reason = Reason(self._theme)
        reason.show_why(why)
        return reason

    def _step(self, step: NewsStep, *, beside: bool) -> QWidget:
        """The exercise's name above what changes, and its button `beside` them."""
        words = Box(self._theme)
        if step.name is not None:
            words.add(Label(self._theme, say(step.name), "caption", "ink3", wrap=True))
        words.add(Label(self._theme, say(step.title), "small_strong", wrap=True))
        if not beside or step.decline is None:
            return words
        row, spread = QWidget(), Spread(self._theme.px(8), self._theme.px(LEAST))
        row.setLayout(spread)
        spread.addWidget(words)
        spread.addWidget(self._decline(step, say(step.decline)))
        return row

    def _answers(self, news: News) -> QWidget:
        """What may be pressed below a step that stands alone."""
        row, flow = QWidget(), Flow(self._theme.px(8))
        row.setLayout(flow)
        if news.kind is NewsKind.QUESTION:
            flare = Button(self._theme, tr("Flare-up"), size="small")
            flare.clicked.connect(self.flare_asked)
            flow.addWidget(flare)
        for step in news.steps:
            flow.addWidget(self._decline(step, say(step.decline) if step.decline else ""))
        return row

    def _decline(self, step: NewsStep, text: str) -> Button:
        """Its name for screen readers says which exercise it is about."""
        button = Button(self._theme, text, size="small")
        if step.name is not None:
            name = tr("{answer}: {exercise}", answer=text, exercise=say(step.name))
            button.setAccessibleName(name)
        button.clicked.connect(lambda: self.declined.emit(step.decision))
        return button


def _steps(view: NewsView | None) -> list[NewsStep]:
    return [step for news in view.news for step in news.steps] if view else []


def _is_soft(news: News) -> bool:
    return news.kind is NewsKind.UP
