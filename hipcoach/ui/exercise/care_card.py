"""Who should take care or leave it out, and when everybody stops."""

from __future__ import annotations

from hipcoach.core.exercise_view import ExerciseView
from hipcoach.core.text import tr
from hipcoach.ui.exercise.headed import Headed
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme


class CareCard(Headed):
    """What is said of this exercise, then of all exercises."""

    def __init__(self, theme: Theme, view: ExerciseView) -> None:
        title = tr("Who should take care") if view.avoid else tr("When to stop")
        super().__init__(theme, "hand", title, "careful-line", "amber_ink")
        if view.avoid:
            self.column.addWidget(Label(theme, tr(view.avoid), "body", wrap=True))
        self.column.addWidget(Label(theme, tr(view.stop_signs), "small", wrap=True))
