"""The card with everything that is chosen about the report."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.core.report_wishes import QUESTIONS_LIMIT, Paper, ReportWishes, Who
from hipcoach.core.text import tr
from hipcoach.ui.box import Box
from hipcoach.ui.card import Card
from hipcoach.ui.controls.segmented import Segmented
from hipcoach.ui.report.part import Part
from hipcoach.ui.report.period_part import PeriodPart
from hipcoach.ui.report.questions_field import QuestionsField
from hipcoach.ui.report.sections_part import SectionsPart
from hipcoach.ui.report.typed import whole
from hipcoach.ui.report.who_part import WhoPart
from hipcoach.ui.scroll import Scroll
from hipcoach.ui.theme import Theme

EDGE, ABOVE, RING, BAR, SPACING, LOWEST = 20, 10, 6, 12, 12, 160
"""Pixels at 100 % text: the card's edges, of which the focus ring takes a part, the scroll bar,
the room between parts, and what scrolls at least."""

PAPERS = (Paper.A4, Paper.LETTER)


class WishesCard(Card):
    """It scrolls by itself, unless the page does.

    `chosen`: something was chosen, `typed`: a text was changed, `left`: a text is written.
    `period_changed`: other days are asked for, which is nothing to store.
    """

    chosen = Signal()
    typed = Signal()
    left = Signal()
    period_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, padding=0, spacing=0)
        self.period, self.sections = PeriodPart(theme), SectionsPart(theme)
        self.paper = Segmented(theme, tr("Paper"), ["A4", tr("Letter")])
        self.who = WhoPart(theme)
        self.questions = QuestionsField(theme)
        self._wishes = ReportWishes()
        self._scrolls: bool | None = None
        self._scroll = Scroll(theme)
        self._scroll.setProperty("kind", "in-card")
        self._scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._scroll.setAccessibleName(tr("What the report shows"))
        self._body, self._ground = self._made_body(theme), Box(theme)
        self._ground.add(self._scroll)
        self.column.addWidget(self._ground)
        self._connect()
        self._fit()

    @property
    def wishes(self) -> ReportWishes:
        """What is chosen and typed now, a text that is too long as it was stored."""
        questions = whole(self.questions.text)
        fits = len(questions) <= QUESTIONS_LIMIT
        return replace(
            self._wishes,
            who=self.who.who,
            initials=self.who.text(Who.INITIALS),
            name=self.who.text(Who.NAME),
            questions=questions if fits else self._wishes.questions,
            left_out=self.sections.left_out,
        )

    def show_wishes(self, wishes: ReportWishes, paper: Paper) -> None:
        """The wishes as they are stored, and the paper that follows from them."""
        self._wishes = wishes
        self.sections.show_left_out(wishes.left_out)
        self.paper.show_part(PAPERS.index(paper))
        self.who.show_wishes(wishes)
        if self.questions.text != wishes.questions:
            self.questions.show_text(wishes.questions)

    def show_top(self) -> None:
        """Back to the beginning."""
        self._scroll.show_top()

    def arrange(self, *, scrolls: bool) -> None:
        """Scroll inside the card, or let the page do it."""
        self._scroll.setVisible(scrolls)
        if scrolls != self._scrolls:
            self._scrolls = scrolls
            with _own_fonts(self._body):
                (self._scroll.column if scrolls else self._ground.box).addWidget(self._body)
            self._body.show()
        self._fit()

    def _made_body(self, theme: Theme) -> QWidget:
        body = Box(theme, spacing=SPACING, edges=(RING, 4, RING, 4))
        questions = Part(theme, tr("My questions"))
        questions.add(self.questions)
        body.add(self.period, self.sections, Part(theme, tr("Paper"), self.paper), self.who)
        body.box.addWidget(questions, 1)
        return body

    def _connect(self) -> None:
        self.period.changed.connect(self.period_changed)
        self.sections.changed.connect(self.chosen)
        self.paper.changed.connect(self._on_paper_chosen)
        self.who.chosen.connect(self.chosen)
        for part in (self.who, self.questions):
            part.typed.connect(self.typed)
            part.left.connect(self.left)
        self._theme.changed.connect(self._fit)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._fit)

    def _on_paper_chosen(self, part: int) -> None:
        self._wishes = replace(self._wishes, paper=PAPERS[part])
        self.chosen.emit()

    def _fit(self) -> None:
        """The same edges with a scroll bar, which stands in the card's margin, and without one."""
        px, sides = self._theme.px, self._theme.px(EDGE - RING)
        inside = not self._scroll.isHidden()
        bar = px(BAR) if inside else 0
        self._scroll.setMinimumHeight(px(LOWEST))
        self._ground.box.setContentsMargins(sides, px(ABOVE), sides - bar, px(ABOVE))
        shown = self._scroll.verticalScrollBar().maximum() > 0
        self._scroll.column.setContentsMargins(0, 0, 0 if shown else bar, 0)


@contextmanager
def _own_fonts(body: QWidget) -> Iterator[None]:
    """Keep the fonts that were set inside, which Qt puts back to older ones with a new parent."""
    inside = [body, *body.findChildren(QWidget)]
    own = [part for part in inside if part.testAttribute(Qt.WidgetAttribute.WA_SetFont)]
    fonts = [part.font() for part in own]
    yield
    for part, font in zip(own, fonts, strict=True):
        part.setFont(font)
