"""What scrolls on the page of an exercise: its cards, in two columns or one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hipcoach.core.dose_view import DoseView
from hipcoach.core.exercise_view import ExerciseView
from hipcoach.ui.exercise.care_card import CareCard
from hipcoach.ui.exercise.dose_card import DoseCard
from hipcoach.ui.exercise.facts_card import FactsCard
from hipcoach.ui.exercise.heading import Heading
from hipcoach.ui.exercise.how_card import HowCard
from hipcoach.ui.exercise.ladder_card import LadderCard
from hipcoach.ui.exercise.mistakes_card import MistakesCard
from hipcoach.ui.exercise.sources_card import SourcesCard
from hipcoach.ui.theme import Theme
from hipcoach.ui.today.size_class import EDGES, SizeClass

LEFT, RIGHT = 572, 520
"""How the columns share the width."""

SHORT_LADDER = 8
"""The most rungs with which the right column has room for one card more."""


class Sheet(QWidget):
    """One exercise. `left`: back to where one came from."""

    left = Signal()
    exercise_asked = Signal(str)

    def __init__(self, theme: Theme, view: ExerciseView, dose: DoseView | None) -> None:
        super().__init__()
        self._theme, self._size = theme, SizeClass.FULL
        self.heading = Heading(theme, view)
        self.how, self._care = HowCard(theme, view), CareCard(theme, view)
        self._mistakes, self._facts = MistakesCard(theme, view), FactsCard(theme, view)
        self._ladder, self._sources = LadderCard(theme, view), SourcesCard(theme, view)
        self.dose = DoseCard(theme, dose) if dose else None
        self._is_long = bool(dose) or len(view.ladder) > SHORT_LADDER
        self._column = QVBoxLayout(self)
        self._body = QHBoxLayout()
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._column.addWidget(self.heading)
        self._column.addLayout(self._body)
        self._column.addWidget(self._sources)
        self._column.addStretch(1)
        self._body.addLayout(self._left)
        self._body.addLayout(self._right)
        self.heading.left.connect(self.left)
        self.heading.exercise_asked.connect(self.exercise_asked)
        self._ladder.exercise_asked.connect(self.exercise_asked)
        self._place()
        theme.changed.connect(self._place)

    def arrange(self, size: SizeClass) -> None:
        """Change the layout."""
        if size is not self._size:
            self._size = size
            self._place()

    def _place(self) -> None:
        full = self._size is SizeClass.FULL
        dose = [self.dose] if self.dose else []
        left: Sequence[QWidget] = (self.how, self._mistakes)
        right: Sequence[QWidget] = (self._care, *dose, self._ladder)
        if not full:
            left, right = (self.how, self._care, self._mistakes, *right[1:], self._facts), ()
        elif self._is_long:
            left = (*left, self._facts)
        else:
            right = (*right, self._facts)
        for column, cards in ((self._left, left), (self._right, right)):
            _fill(column, cards)
        self._body.setStretch(0, LEFT if full else 1)
        self._body.setStretch(1, RIGHT if full else 0)
        self._space(full=full)

    def _space(self, *, full: bool) -> None:
        px = self._theme.px
        edge, gap = px(EDGES[self._size]), px(20 if full else 14)
        self._column.setContentsMargins(edge, px(28 if full else 16), edge, px(32 if full else 16))
        for layout in (self._column, self._left, self._right):
            layout.setSpacing(gap)
        self._body.setSpacing(gap if full else 0)


def _fill(column: QVBoxLayout, cards: Sequence[QWidget]) -> None:
    """The cards in their order, and nothing else; each as high as it has to be."""
    while (item := column.itemAt(0)) is not None:
        if widget := item.widget():  # Qt deletes its item: one that is kept alive would be asked
            column.removeWidget(widget)  # for its height, and remember what that once was
        else:
            column.removeItem(item)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
