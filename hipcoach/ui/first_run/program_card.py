"""A program's card: what it asks for, and three boxes of one weight on what is known of it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QResizeEvent

from hipcoach.core.text import tr
from hipcoach.ui.box import ACROSS, DOWN, Box
from hipcoach.ui.card import Card
from hipcoach.ui.first_run.program_facts import Asked, ProgramFacts, Told
from hipcoach.ui.icon_view import IconView
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Flow
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

NARROWEST_BOX, GAP = 190, 10
BOX_TITLE = TextStyle(size=14, line=20, weight=600, spacing=-2)


class ProgramCard(Card):
    """One program; `honesty` is what stands beside every program."""

    def __init__(self, theme: Theme, facts: ProgramFacts, honesty: tuple[Told, ...]) -> None:
        super().__init__(theme, padding=20, spacing=14)
        self.column.addWidget(Label(theme, facts.name, "title", wrap=True))
        self.column.addWidget(_Facts(theme, facts))
        self.column.addWidget(_Boxes(theme, facts))
        general = TellingBox(theme, tr("What is known about hip exercise for the back"), honesty)
        self.column.addWidget(general)
        exercises = Box(theme)
        exercises.add(Label(theme, tr("Exercises"), "body_strong"))
        exercises.add_gap(6)
        for asked in facts.exercises:
            exercises.add(Box(theme, kind="line"), _Row(theme, asked))
        self.column.addWidget(exercises)


class TellingBox(Box):
    """A title, sentences, and where they come from."""

    def __init__(self, theme: Theme, title: str, told: Iterable[Told]) -> None:
        super().__init__(theme, spacing=6, edges=(12, 12, 12, 12), kind="box")
        self.add(Label(theme, title, BOX_TITLE, wrap=True))
        for part in told:
            self.add(*(Label(theme, line, "small", wrap=True) for line in part.lines))
            self.add(Label(theme, part.origin, "caption", "ink3", wrap=True))
        self.box.addStretch(1)


class _Boxes(Box):
    """The three boxes, of one width and height; below each other where they would be narrow."""

    def __init__(self, theme: Theme, facts: ProgramFacts) -> None:
        super().__init__(theme, across=True, spacing=GAP)
        told = (
            (tr("What the app gives you"), facts.gives),
            (tr("What the study saw"), facts.saw),
            (tr("What the study cannot tell you"), facts.cannot),
        )
        for title, lines in told:
            self.box.addWidget(TellingBox(theme, title, lines), 1)

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other only where all three have room."""
        super().resizeEvent(event)
        room = self.width() >= self.theme.px(3 * NARROWEST_BOX + 2 * GAP)
        self.box.setDirection(ACROSS if room else DOWN)


class _Facts(Box):
    """How long, how often and with what, each behind its icon."""

    def __init__(self, theme: Theme, facts: ProgramFacts) -> None:
        super().__init__(theme)
        self._flow = Flow()
        self.box.addLayout(self._flow)
        often = tr("{weeks}, {often}", weeks=facts.weeks, often=facts.often)
        each = tr("{minutes} each time", minutes=facts.minutes)
        self._add("calendar-days", often)
        self._add("clock", each)
        self._add("dumbbell", ", ".join(facts.kit))
        self._fit()
        theme.changed.connect(self._fit)

    def _add(self, icon: str, text: str) -> None:
        fact = Box(self.theme, across=True, spacing=6)
        fact.add(IconView(self.theme, icon, 18, "ink2"))
        fact.box.addWidget(Label(self.theme, text, "small", "ink2", wrap=True), 1)
        self._flow.addWidget(fact)

    def _fit(self) -> None:
        self._flow.setSpacing(self.theme.px(14))


class _Row(Box):
    """One exercise: its name, its dose, its sides."""

    def __init__(self, theme: Theme, asked: Asked) -> None:
        super().__init__(theme, across=True, spacing=16, edges=(0, 10, 0, 10))
        self.box.addWidget(Label(theme, asked.name, "body_strong", wrap=True), 5)
        self.box.addWidget(Label(theme, asked.dose, "small", wrap=True), 3)
        self.box.addWidget(Label(theme, asked.sides, "small", "ink2", wrap=True), 2)
