"""A program's card as one chooses: what it asks for, and what is known of it and in general."""

from __future__ import annotations

from hipcoach.core.asked_view import AskedView
from hipcoach.core.program_view import ProgramFacts
from hipcoach.core.text import say, tr
from hipcoach.core.told import Told
from hipcoach.ui.box import Box
from hipcoach.ui.card import Card
from hipcoach.ui.labels import Label
from hipcoach.ui.program.facts_row import FactsRow
from hipcoach.ui.program.told_box import ThreeBoxes, honesty_box
from hipcoach.ui.theme import Theme


class ProgramCard(Card):
    """One program; `honesty` is what stands beside every program."""

    def __init__(self, theme: Theme, facts: ProgramFacts, honesty: tuple[Told, ...]) -> None:
        super().__init__(theme, padding=20, spacing=14)
        self.column.addWidget(Label(theme, say(facts.name), "title", wrap=True))
        self.column.addWidget(FactsRow(theme, facts))
        self.column.addWidget(ThreeBoxes(theme, facts))
        self.column.addWidget(honesty_box(theme, honesty))
        exercises = Box(theme)
        exercises.add(Label(theme, tr("Exercises"), "body_strong"))
        exercises.add_gap(6)
        for asked in facts.exercises:
            exercises.add(Box(theme, kind="line"), _Row(theme, asked))
        self.column.addWidget(exercises)


class _Row(Box):
    """One exercise: its name, its dose, its sides."""

    def __init__(self, theme: Theme, asked: AskedView) -> None:
        super().__init__(theme, across=True, spacing=16, edges=(0, 10, 0, 10))
        self.box.addWidget(Label(theme, say(asked.name), "body_strong", wrap=True), 5)
        self.box.addWidget(Label(theme, say(asked.dose), "small", wrap=True), 3)
        self.box.addWidget(Label(theme, say(asked.sides), "small", "ink2", wrap=True), 2)
