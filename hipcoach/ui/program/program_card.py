"""The card of one program: its facts, what is known of it, its exercises, and what may be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hipcoach.core.program_view import ProgramFacts, ProgramsView
from hipcoach.core.text import say, tr
from hipcoach.ui.box import Box
from hipcoach.ui.buttons import Button
from hipcoach.ui.card import Card
from hipcoach.ui.controls.chip import Chip
from hipcoach.ui.labels import Label
from hipcoach.ui.program.card_foot import CardFoot
from hipcoach.ui.program.exercise_row import ExerciseRow
from hipcoach.ui.program.facts_row import FactsRow
from hipcoach.ui.program.told_box import ThreeBoxes, honesty_box
from hipcoach.ui.scroll import AROUND, Scroll
from hipcoach.ui.spread import Spread
from hipcoach.ui.theme import Theme

BAR, RING = 12, 6
"""Pixels at 100 % text of the scroll bar, and of the room that the focus ring takes."""

LOWEST = 200
"""Pixels at 100 % text that what scrolls has at least."""


class ProgramCard(Card):
    """Head and foot stay where they are; between them it scrolls, unless the page does.

    What is known about a program comes before its exercises where one chooses; in the program under
    way the exercises are what is looked up again and again, and come first.
    """

    exercise_asked = Signal(str)
    kit_asked = Signal()
    once_chosen = Signal(bool)
    change_asked = Signal()

    def __init__(self, theme: Theme, view: ProgramsView, program: str) -> None:
        super().__init__(theme, padding=0, spacing=0)
        facts = view.facts(program)
        self._program, self._own = program, program == view.running
        self._scroll = Scroll(theme)
        self._scroll.setProperty("kind", "in-card")
        self._scroll.setAccessibleName(say(facts.name))
        self._body = self._made_body(view, facts)
        foot = CardFoot(theme, view, program)
        foot.once_chosen.connect(self.once_chosen)
        foot.asked.connect(self.change_asked)
        self._ground = Box(theme)
        self._ground.add(self._scroll)
        self.column.addWidget(_inside(theme, _Head(theme, view, facts), above=20, below=6))
        self.column.addWidget(self._ground, 1)
        self.column.addWidget(Box(theme, kind="line"))
        self.column.addWidget(_inside(theme, foot, above=10, below=12))
        self._fit()
        theme.changed.connect(self._fit)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._fit)

    @property
    def place(self) -> tuple[str, int]:
        """Which program is shown, and how far it is scrolled."""
        return self._program, self._scroll.verticalScrollBar().value()

    def scroll_to(self, place: tuple[str, int]) -> None:
        """Scroll as far as an earlier card of the same program was."""
        if place[0] == self._program:
            self._scroll.verticalScrollBar().setValue(place[1])

    def bring_up(self, part: QWidget) -> None:
        """Scroll until a part of the card is seen."""
        if self._scroll.isAncestorOf(part):
            self._scroll.ensureWidgetVisible(part, 0, self._theme.px(AROUND))

    def arrange(self, *, scrolls: bool) -> None:
        """Scroll inside the card, or let the page do it."""
        self._scroll.setVisible(scrolls)
        column = self._scroll.column if scrolls else self._ground.box
        column.addWidget(self._body)
        self._body.show()
        self._fit()

    def _made_body(self, view: ProgramsView, facts: ProgramFacts) -> Box:
        theme, own = self._theme, self._own
        body = Box(theme, spacing=16, edges=(RING, 8, RING, 16))
        if own:
            body.add(self._exercises(facts))
        body.add(ThreeBoxes(theme, facts))
        body.add(honesty_box(theme, view.honesty))
        if not own:
            body.add(self._exercises(facts))
        body.box.addStretch(1)
        return body

    def _exercises(self, facts: ProgramFacts) -> Box:
        theme, box = self._theme, Box(self._theme)
        box.add(self._heading(facts))
        box.add_gap(4)
        for asked in facts.exercises:
            row = ExerciseRow(theme, asked)
            row.clicked.connect(lambda _on, name=asked.exercise: self.exercise_asked.emit(name))
            box.add(Box(theme, kind="line"), row)
        box.add(Box(theme, kind="line"))
        return box

    def _heading(self, facts: ProgramFacts) -> QWidget:
        """What the rows are, and the way to the bands that are owned."""
        box = Box(self._theme, across=True, spacing=12)
        box.box.addWidget(Label(self._theme, tr("Exercises"), "body_strong"), 1)
        if facts.needs_band:
            kit = Button(self._theme, tr("Your bands"), "quiet", size="small")
            kit.setObjectName("kit")
            kit.clicked.connect(self.kit_asked)
            box.box.addWidget(kit, 0, Qt.AlignmentFlag.AlignVCenter)
        return box

    def _fit(self) -> None:
        """The same edges with a scroll bar, which stands in the card's margin, and without one."""
        px, sides = self._theme.px, self._theme.px(20 - RING)
        inside = not self._scroll.isHidden()
        bar = px(BAR) if inside else 0
        self._scroll.setMinimumHeight(px(LOWEST))
        self._ground.box.setContentsMargins(sides, 0, sides - bar, 0)
        shown = self._scroll.verticalScrollBar().maximum() > 0
        self._scroll.column.setContentsMargins(0, 0, 0 if shown else bar, 0)
        if inside and not self._own:  # else Tab would jump past all that is to be read first
            self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)


class _Head(Box):
    """The name, whether it is the user's program, and the facts."""

    def __init__(self, theme: Theme, view: ProgramsView, facts: ProgramFacts) -> None:
        super().__init__(theme, spacing=4)
        self._title = Spread(to_right=True)
        self._title.addWidget(Label(theme, say(facts.name), "title", wrap=True))
        if view.run and view.run.program == facts.id:
            self._title.addWidget(Chip(theme, say(view.run.week), "ours", icon="check"))
        self.box.addLayout(self._title)
        self.add(FactsRow(theme, facts))
        self._fit()
        theme.changed.connect(self._fit)

    def _fit(self) -> None:
        self._title.set_measures(self.theme.px(12), self.theme.px(200))


def _inside(theme: Theme, part: QWidget, *, above: float, below: float) -> Box:
    """The part with the card's edges."""
    box = Box(theme, edges=(20, above, 20, below))
    box.add(part)
    return box
