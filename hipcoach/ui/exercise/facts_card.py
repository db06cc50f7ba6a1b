"""What the exercise works on, how it moves, and what it takes."""

from __future__ import annotations

from hipcoach.core.exercise_view import ExerciseView
from hipcoach.core.format import capitalised
from hipcoach.core.text import say, tr
from hipcoach.ui.box import Box
from hipcoach.ui.exercise.headed import Headed
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme


class FactsCard(Headed):
    """Plain words first, the anatomist's below them."""

    def __init__(self, theme: Theme, view: ExerciseView) -> None:
        super().__init__(theme, "dumbbell", tr("About this exercise"))
        places = ", ".join(map(say, view.muscle_places))
        muscles = ", ".join(map(tr, view.muscles))
        self._add(tr("Muscles at work"), places, muscles)
        words = say(view.plane_words)
        plane = "" if words == tr(view.plane) else tr("plane: {plane}", plane=tr(view.plane))
        self._add(tr("Movement"), words, plane)
        self._add(tr("You need"), ", ".join(map(tr, view.kit)), tr(view.band_card))

    def _add(self, heading: str, plain: str, more: str) -> None:
        theme, row = self._theme, Box(self._theme, spacing=2)
        row.add(Label(theme, heading, "small_strong", "ink2", wrap=True))
        row.add(Label(theme, capitalised(plain), "body", wrap=True))
        if more:
            row.add(Label(theme, capitalised(more), "small", "ink2", wrap=True))
        self.column.addWidget(row)
